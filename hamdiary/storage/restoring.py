"""Putting a backup in the place of what a diary shows, so that nothing is lost by it either.

Into a whole diary the contents go through SQLite's backup API: who has it open goes on reading and
writing. A file that is damaged is moved aside, for it may yet be salvaged.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from hamdiary.domain.language import t
from hamdiary.domain.system_words import small_reason_of
from hamdiary.storage.backup import as_it_is, looked_through
from hamdiary.storage.connection import APPLICATION_ID, DiaryFile, keep_on_disk
from hamdiary.storage.diary_files import kept_by_sqlite, uri_of
from hamdiary.storage.errors import (
    CannotCreate,
    DiaryBusy,
    DiaryTrouble,
    DiskFull,
    DiskTrouble,
    NotPermitted,
)
from hamdiary.storage.leftovers import sweep, unfinished_copies
from hamdiary.storage.lock import WAIT_SECONDS, locked
from hamdiary.storage.marks import begin_generation, highest_seen
from hamdiary.storage.meanwhile import Meanwhile
from hamdiary.storage.placing import new_file, put_in_place, sync
from hamdiary.storage.sqlite_errors import in_words
from hamdiary.storage.structure import BEGINNING


def restore(
    path: Path, source: Path, floor: int, now_utc: str, keep: Callable[[DiaryFile], object]
) -> Path | None:
    """Let the diary at `path` hold what the verified backup `source` holds.

    `keep` is called with the present diary once nobody else can write; if it fails, nothing is
    begun. `floor` is the highest number that the journal can have had, if it cannot be read.
    Returns where a file that was damaged was moved to; None if there was none. DiaryTrouble if it
    could not be done; then all is as before.
    """
    fresh = path.with_name(f".{path.name}-{os.urandom(4).hex()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(path):
            if why_unusable(path) is not None:
                _prepare(source, fresh, path, floor)
                return _replace(fresh, path, now_utc)
            with closing(DiaryFile(path)) as present:
                floor = present.number(*highest_seen())
                # The copy is nothing yet; if the present cannot be kept, it goes again.
                with Meanwhile(partial(_prepare, source, fresh, path, floor)) as prepared:
                    keep(present)
                    prepared.result()
            _pour(fresh, path)
            return None
    except OSError as error:
        reason = small_reason_of(error)
        raise DiskTrouble(
            t("{path} could not be restored: {reason}").format(path=path, reason=reason)
        ) from error
    finally:
        for left in (fresh, fresh.with_name(f"{fresh.name}-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def why_unusable(path: Path) -> str | None:
    """Why what lies at `path` cannot be written into as a diary, or None.

    DiaryBusy, NotPermitted or DiskFull if that cannot be told now: such a file may be whole, so it
    must not be moved aside.
    """
    if not path.is_file() or path.stat().st_size == 0:
        return t("there is no diary")
    try:
        with in_words(path), closing(_opened(path)) as conn:
            if conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return t("it is no diary")
            whole = conn.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            same_size = conn.execute("PRAGMA page_size").fetchone()[0] == 4096
            there = {row[0] for row in conn.execute("SELECT name FROM sqlite_schema").fetchall()}
    except (DiaryBusy, NotPermitted, DiskFull):
        raise
    except DiaryTrouble as error:
        return str(error)
    return None if whole and same_size and there >= BEGINNING else t("it is damaged")


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{uri_of(path)}?mode=rw", uri=True, timeout=WAIT_SECONDS, isolation_level=None
    )


def _prepare(source: Path, fresh: Path, path: Path, floor: int) -> None:
    """A copy of the backup that says that a new generation begins with it."""
    new_file(fresh)
    sweep(unfinished_copies(path), fresh.stat().st_mtime)
    with in_words(source), closing(as_it_is(source)) as backup, closing(_opened(fresh)) as conn:
        backup.backup(conn)
        conn.execute("BEGIN IMMEDIATE")
        begin_generation(conn, floor)
        conn.execute("COMMIT")
    looked_through(fresh)
    sync(fresh)


def _pour(fresh: Path, path: Path) -> None:
    with in_words(path), closing(as_it_is(fresh)) as source, closing(_opened(path)) as conn:
        keep_on_disk(conn)
        source.backup(conn, progress=_wait_no_longer)
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _wait_no_longer(status: int, *_: int) -> None:
    """Python would try again without an end where another program goes on writing."""
    if status & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise DiaryBusy(t("another program holds the diary; nothing was restored, try again"))


def _replace(fresh: Path, path: Path, now_utc: str) -> Path | None:
    aside = _move_aside(path, now_utc)
    try:
        put_in_place(fresh, path)
    except FileExistsError as error:
        raise CannotCreate(
            t("something has appeared at {path}; it was left as it is").format(path=path)
        ) from error
    return aside


def _move_aside(path: Path, now_utc: str) -> Path | None:
    """Give a damaged file another name, and its -wal with it, which may hold what it lacks."""
    stamp = now_utc.replace("-", "").replace(":", "")
    aside = path.with_name(f"{path.name}.damaged-{stamp}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{stamp}-{number}")
    # The -wal first: a diary that came back beside a strange -wal would be malformed (traps §1).
    for kept, of_it in zip(kept_by_sqlite(path), kept_by_sqlite(aside), strict=True):
        if kept.exists():
            kept.rename(of_it)
    if not path.exists() and not path.is_symlink():
        return None
    if path.is_file() and path.stat().st_size == 0:
        path.unlink()
        return None
    path.rename(aside)
    return aside
