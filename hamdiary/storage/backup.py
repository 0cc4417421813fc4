"""Making a backup: a verified copy of a diary, whole or not there at all.

Temporary name, readable by its owner only → VACUUM INTO → opened as an unchanging file and looked
through → hash → on the disk → its own name → the folder on the disk (traps §1).
"""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.manner import decimal
from hamdiary.domain.system_words import small_reason_of
from hamdiary.storage.connection import APPLICATION_ID, DiaryFile
from hamdiary.storage.diary_files import uri_of
from hamdiary.storage.errors import DamagedDiary, DiskTrouble, NoDiary, NotPermitted
from hamdiary.storage.leftovers import PART, sweep, unfinished_backups
from hamdiary.storage.manifest import Backup, manifest_of, name_of, write_manifest
from hamdiary.storage.placing import make_durable, new_file, put_in_place, sync
from hamdiary.storage.rows import TABLES
from hamdiary.storage.sqlite_errors import in_words
from hamdiary.storage.structure import BEGINNING

ROOM_LEFT = 5_000_000
"""Bytes that stay free beside a backup: the diary itself must be able to go on."""


@dataclass(frozen=True)
class Contents:
    """What a whole diary file was found to hold."""

    diary_id: str
    """Which diary it is."""
    format: int
    """Its format."""
    counts: dict[str, int]
    """Rows by table."""
    newest: int
    """The highest number in its journal."""


def back_up(file: DiaryFile, folder: Path, made_utc: str, device: str, reason: str) -> Backup:
    """Put a verified copy of the diary into `folder` and return what it holds.

    On return it is on the disk. DiskTrouble or NotPermitted says why there is none; nothing is
    left behind then, and the diary is untouched.
    """
    try:
        _make_folder(folder)
        _require_room(file, folder)
        fresh = folder / f".{os.urandom(6).hex()}{PART}"
        new_file(fresh)
        sweep(unfinished_backups(folder), fresh.stat().st_mtime)
    except OSError as error:
        raise _why_not(folder, error) from error
    try:
        file.copy_into(fresh)
        found = _whole(fresh, file)
        sync(fresh)
        return _put_on_shelf(fresh, folder, found, made_utc, device, reason)
    except OSError as error:
        raise _why_not(folder, error) from error
    finally:
        for left in (fresh, fresh.with_name(f"{fresh.name}-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _whole(fresh: Path, file: DiaryFile) -> Contents:
    try:
        return looked_through(fresh)
    except (DamagedDiary, NoDiary) as error:
        words = t("{path} is damaged, so there is no good copy of it; it was left as it is").format(
            path=file.path
        )
        raise DamagedDiary(words, file.path) from error


def looked_through(path: Path) -> Contents:
    """What a diary file that nobody writes to holds; DamagedDiary or NoDiary if it is not whole."""
    with in_words(path), closing(as_it_is(path)) as conn:
        damage = [row[0] for row in conn.execute("PRAGMA integrity_check(1)").fetchall()]
        if damage != ["ok"]:
            raise DamagedDiary(t("{path} is damaged").format(path=path), path)
        if _number(conn, "PRAGMA application_id") != APPLICATION_ID:
            raise NoDiary(t("{path} is no hamdiary diary").format(path=path))
        if not _tables(conn) >= BEGINNING:
            raise DamagedDiary(t("{path} is damaged").format(path=path), path)
        known = conn.execute("SELECT value FROM meta WHERE name = 'diary_id'").fetchone()
        if known is None:
            raise DamagedDiary(t("{path} has lost its diary's id").format(path=path), path)
        return Contents(
            diary_id=str(known[0]),
            format=_number(conn, "PRAGMA user_version"),
            counts=_counts(conn),
            newest=_number(conn, "SELECT coalesce(max(lamport), 0) FROM changes"),
        )


def as_it_is(path: Path) -> sqlite3.Connection:
    """A connection that reads a file which nobody writes to, and trusts nothing in it."""
    conn = sqlite3.connect(unchanging(path), uri=True, isolation_level=None)
    conn.row_factory = sqlite3.Row
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "query_only=ON"):
        conn.execute(f"PRAGMA {pragma}")
    return conn


def unchanging(path: Path) -> str:
    """The URI of a file which nobody writes to."""
    return f"{uri_of(path)}?mode=ro&immutable=1"


def hash_of(path: Path) -> str:
    """The SHA-256 of a finished backup; never of a diary in use, whose locks it would drop."""
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _counts(conn: sqlite3.Connection) -> dict[str, int]:
    there = _tables(conn)
    wanted = ["changes", *(table.name for table in TABLES.values())]
    return {
        name: _number(conn, f"SELECT count(*) FROM {name}")  # noqa: S608
        for name in wanted
        if name in there
    }


def _tables(conn: sqlite3.Connection) -> set[str]:
    rows = conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {str(row[0]) for row in rows}


def _number(conn: sqlite3.Connection, sql: str) -> int:
    return int(conn.execute(sql).fetchone()[0])


def _make_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(13, t("it may not be written by you"), str(folder))


def _require_room(file: DiaryFile, folder: Path) -> None:
    needed = file.number("PRAGMA page_count") * file.number("PRAGMA page_size")
    free = shutil.disk_usage(folder).free
    if free < needed + ROOM_LEFT:
        raise DiskTrouble(
            t("there is no room for a backup in {folder}: {free} free, {wanted} wanted").format(
                folder=folder, free=_megabytes(free), wanted=_megabytes(needed + ROOM_LEFT)
            )
        )


def _megabytes(count: int) -> str:
    return f"{decimal(count / 1e6, 1)} MB"


def _put_on_shelf(
    fresh: Path, folder: Path, found: Contents, made_utc: str, device: str, reason: str
) -> Backup:
    size, digest = fresh.stat().st_size, hash_of(fresh)
    for number in range(1, 1000):
        path = folder / name_of(made_utc, device, found.diary_id, number)
        backup = Backup(
            path, made_utc, device, found.diary_id, reason, found.format, size, digest,
            found.counts, found.newest,
        )  # fmt: skip
        try:
            # The manifest comes first: whoever finds the backup finds that too.
            write_manifest(backup, manifest_of(path))
        except FileExistsError:
            continue
        try:
            put_in_place(fresh, path)
        except OSError as error:
            with suppress(OSError):
                manifest_of(path).unlink()
            if isinstance(error, FileExistsError):
                continue
            raise
        make_durable(folder)
        return backup
    raise DiskTrouble(t("every name for a backup in {folder} is taken").format(folder=folder))


def _why_not(folder: Path, error: OSError) -> DiskTrouble | NotPermitted:
    reason = small_reason_of(error)
    if isinstance(error, PermissionError):
        return NotPermitted(
            t("no backup can be kept in {folder}: {reason}").format(folder=folder, reason=reason)
        )
    return DiskTrouble(
        t("no backup can be kept in {folder}: {reason}").format(folder=folder, reason=reason)
    )
