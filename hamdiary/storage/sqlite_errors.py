"""SQLite's errors as troubles in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hamdiary.storage.errors import (
    DamagedDiary,
    DiaryBusy,
    DiaryTrouble,
    DiskTrouble,
    NoDiary,
    NotPermitted,
)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn any SQLite error about the diary at `path` into a DiaryTrouble."""
    try:
        yield
    except sqlite3.Error as error:
        raise trouble_of(error, path) from error


def trouble_of(error: sqlite3.Error, path: Path) -> DiaryTrouble:
    """The trouble that an SQLite error means; the first byte of its code is the family."""
    family = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    match family:
        case sqlite3.SQLITE_NOTADB:
            return NoDiary(f"{path} is no hamdiary diary")
        case sqlite3.SQLITE_CORRUPT:
            return DamagedDiary(f"{path} is damaged; it was left as it is", path)
        case sqlite3.SQLITE_FULL:
            return DiskTrouble("the disk is full; this was not saved. Make room, then try again")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DiaryBusy("another program holds the diary; nothing was saved, try again")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return NotPermitted(f"{path} may not be written by you")
        case sqlite3.SQLITE_CANTOPEN:
            return NotPermitted(f"{path} cannot be opened; look at the rights of its folder")
        case sqlite3.SQLITE_IOERR:
            return DiskTrouble(f"the disk failed while {path.name} was read or written")
    # The text of an SQLite error names tables and columns, never what is stored in them.
    return DiskTrouble(f"the diary answered: {error}")
