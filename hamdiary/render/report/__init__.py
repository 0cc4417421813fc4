"""The report for the vet: its words, once for all, and how paper, screens and programs get them."""
