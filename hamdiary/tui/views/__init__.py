"""The views that fill the window, one at a time."""
