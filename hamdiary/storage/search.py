"""Finding notes by what an owner types, as conditions that SQLite takes without complaint."""

import re

from hamdiary.domain.night import Night
from hamdiary.domain.text import clean_line
from hamdiary.storage.connection import DiaryFile
from hamdiary.storage.rows import nights_of

LONGEST_SEARCH = 200
"""Letters of a search that are looked at; SQLite refuses very long ones."""

# Thai to Khmer, and the scripts of Chinese and Japanese: a run of letters is not one word there.
_WITHOUT_SPACES = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)

Condition = tuple[str, tuple[str, ...]]
"""SQL about a row of `nights`, and the values for its question marks."""


def nights_found(file: DiaryFile, typed: str, hamster: str | None, limit: int) -> list[Night]:
    """Nights whose note holds all the words, newest first; by letters where words find none."""
    for condition, values in conditions(typed):
        rows = file.rows(
            f"SELECT * FROM nights WHERE {condition} "  # noqa: S608
            "AND hamster = coalesce(?, hamster) ORDER BY evening DESC LIMIT ?",
            (*values, hamster, limit),
        )
        if rows:
            return nights_of(rows)
    return []


def conditions(typed: str) -> list[Condition]:
    """What to look for, the better way first; nothing if nothing was typed."""
    wanted = clean_line(typed)[:LONGEST_SEARCH]
    words = re.findall(r"\w+", wanted)
    if not wanted:
        return []
    if not words or re.search(_WITHOUT_SPACES, wanted):
        return [_letters(wanted)]
    return [_words(words), _letters(wanted)]


def _words(words: list[str]) -> Condition:
    """Every word, matched from its beginning and without accents by the full-text index."""
    condition = "row IN (SELECT rowid FROM notes WHERE notes MATCH ?)"
    return condition, (" ".join(f'"{word}"*' for word in words),)


def _letters(wanted: str) -> Condition:
    """Every part between spaces, anywhere in the note."""
    parts = re.sub(r"([%_\\])", r"\\\1", wanted).split()
    condition = " AND ".join(["note LIKE ? ESCAPE '\\'"] * len(parts))
    return condition, tuple(f"%{part}%" for part in parts)
