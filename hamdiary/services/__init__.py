"""Thin verbs that the command line and the screens share."""
