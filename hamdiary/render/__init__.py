"""Results into words and pages, without Textual."""
