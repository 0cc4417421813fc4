"""SQLite's errors as troubles in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hamdiary.domain.language import t
from hamdiary.storage.errors import (
    DamagedDiary,
    DiaryBusy,
    DiaryTrouble,
    DiskFull,
    DiskTrouble,
    NoDiary,
    NotPermitted,
)

IOERR_SHMSIZE = 4874
"""There is no room for what SQLite keeps beside a diary in use; a name of Python 3.11 only."""


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn any SQLite error about the diary at `path` into a DiaryTrouble."""
    try:
        yield
    except sqlite3.Error as error:
        raise trouble_of(error, path) from error


def trouble_of(error: sqlite3.Error, path: Path) -> DiaryTrouble:
    """The trouble that an SQLite error means."""
    code = getattr(error, "sqlite_errorcode", None) or 0
    if code == sqlite3.SQLITE_CORRUPT_VTAB:
        return DiskTrouble(
            t(
                "only the index for searching in notes is damaged, but no note can be searched or "
                "changed until hamdiary doctor --repair makes it anew; nothing is lost"
            )
        )
    if code == IOERR_SHMSIZE:
        return _full()
    known = _of_the_family(code & 0xFF, path)
    if known is not None:
        return known
    if str(error).startswith("no such table: "):
        return _lost(str(error).rpartition(" ")[2].rpartition(".")[2], path)
    # The text of an SQLite error names tables and columns, never what is stored in them.
    return DiskTrouble(t("the diary answered: {error}").format(error=error))


def _of_the_family(code: int, path: Path) -> DiaryTrouble | None:
    """The trouble that the first byte of a code stands for; None for one that is not known here."""
    match code:
        case sqlite3.SQLITE_NOTADB:
            return NoDiary(t("{path} is no hamdiary diary").format(path=path))
        case sqlite3.SQLITE_CORRUPT:
            return damaged(path)
        case sqlite3.SQLITE_FULL:
            return _full()
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DiaryBusy(
                t(
                    "another program holds the diary, so that nothing could be read or saved; end "
                    "it, then try again"
                )
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return NotPermitted(t("{path} may not be written by you").format(path=path))
        case sqlite3.SQLITE_CANTOPEN:
            return NotPermitted(
                t("{path} cannot be opened; look at the rights of its folder").format(path=path)
            )
        case sqlite3.SQLITE_IOERR:
            return DiskTrouble(
                t("the disk failed while {file} was read or written").format(file=path.name)
            )
    return None


def damaged(path: Path) -> DamagedDiary:
    """What is said of a file that cannot be read as a diary is."""
    return DamagedDiary(t("{path} is damaged; it was left as it is").format(path=path), path)


def _full() -> DiskFull:
    return DiskFull(t("the disk is full; this was not saved. Make room, then try again"))


def _lost(table: str, path: Path) -> DiaryTrouble:
    from hamdiary.storage.structure import BEGINNING

    if table in BEGINNING:
        return damaged(path)
    return DiskTrouble(
        t(
            "the diary lacks its table {table}; hamdiary doctor --repair makes it anew from the "
            "journal"
        ).format(table=table)
    )
