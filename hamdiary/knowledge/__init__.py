"""Facts and fixed wording, each with its source."""
