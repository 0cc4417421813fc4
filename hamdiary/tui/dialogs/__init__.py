"""Dialogs: each takes a value and returns a new one; none of them saves."""
