"""The number of the diary's format, kept apart so that an ordinary start imports no schema."""

SCHEMA_VERSION = 4
"""Written into every diary as `user_version`; a higher one is opened for reading only."""
