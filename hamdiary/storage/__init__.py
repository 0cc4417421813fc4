"""The diary on disk: the only part that speaks SQL."""
