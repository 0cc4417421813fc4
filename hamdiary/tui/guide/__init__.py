"""What the guide shows, as rows; nothing of it is loaded before the guide is opened."""
