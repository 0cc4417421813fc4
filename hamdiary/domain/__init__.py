"""What a night is and what follows from nights: pure, no clock, no files, no SQL."""
