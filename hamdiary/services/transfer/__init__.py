"""Data out and in: JSON that restores a diary, tables for and from other programs."""
