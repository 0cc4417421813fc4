"""What an owner types into the search line as a condition that SQLite takes without complaint."""

import re


def as_words(typed: str) -> tuple[str, str | None]:
    """A full-text condition: every word, matched from its beginning; None if there is no word."""
    words = re.findall(r"\w+", typed)
    condition = "row IN (SELECT rowid FROM notes WHERE notes MATCH ?)"
    return condition, " ".join(f'"{word}"*' for word in words) or None


def as_letters(typed: str) -> tuple[str, str | None]:
    """A condition on the letters as typed, anywhere in the note; None if nothing was typed."""
    letters = typed.strip()
    escaped = re.sub(r"([%_\\])", r"\\\1", letters)
    return "note LIKE ? ESCAPE '\\'", f"%{escaped}%" if letters else None
