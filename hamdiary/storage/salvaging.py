"""Saving what can still be read of a damaged diary into a new one, row by row.

The damaged file is only copied. Where a page is lost, the rows before and after it are not: every
number that a row can have is asked for, by halves (traps §1). What the journal has lost may still
stand in the tables, and what the tables have lost in the journal.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hamdiary.domain.foreign import trouble_with
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Change, FieldChange, Ref, Stamp, Stored, state
from hamdiary.domain.language import t
from hamdiary.domain.system_words import small_reason_of
from hamdiary.domain.things import measure_of
from hamdiary.storage.connection import uri_of
from hamdiary.storage.diary import Diary
from hamdiary.storage.errors import DamagedDiary, DiskTrouble
from hamdiary.storage.journal import Edit, append, changes_of, insert_all
from hamdiary.storage.repairing import rebuild_in
from hamdiary.storage.rows import TABLES, change_of
from hamdiary.storage.sqlite_errors import in_words

AT_ONCE = 512
"""Row numbers that are asked for at once, where nothing is damaged."""

SMALLEST_ROW = 40
"""Bytes; no row is smaller, so that a file of a given size has no higher row number."""


@dataclass(frozen=True)
class Salvaged:
    """What could be saved."""

    changes: int
    """Changes of the journal that could be read."""
    lost: int
    """Changes that are known to have been there, and cannot be read."""
    from_tables: int
    """Things of which something was lost from the journal and still stood in a table."""
    hamsters: int
    """Hamsters that are shown now."""
    nights: int
    """Nights that are shown now."""
    unread: tuple[str, ...]
    """Tables of which nothing could be read."""


@dataclass(frozen=True)
class Found:
    """What could be read of a damaged file."""

    diary_id: str | None
    """Which diary it is, if that could be read."""
    changes: tuple[Change, ...]
    """The journal's readable changes, in its order."""
    lost: int
    """Changes that cannot be read."""
    rows: Mapping[str, Sequence[Mapping[str, Any]]]
    """By kind: the readable rows of its table."""
    unread: tuple[str, ...]
    """Tables of which nothing could be read."""


def read_what_is_left(path: Path) -> Found:
    """Everything that can be read of the damaged diary at `path`; DamagedDiary if that is nothing.

    No program of ours may have it open: reading a file drops its locks.
    """
    try:
        with TemporaryDirectory(prefix="hamdiary-salvage-") as folder:
            copy = Path(folder) / "damaged.db"
            shutil.copyfile(path, copy)
            wal = path.with_name(path.name + "-wal")
            if wal.exists():
                shutil.copyfile(wal, copy.with_name(copy.name + "-wal"))
            with in_words(path), closing(_opened(copy)) as conn:
                return _read(conn, path, copy.stat().st_size // SMALLEST_ROW)
    except OSError as error:
        reason = small_reason_of(error)
        raise DiskTrouble(
            t("{path} cannot be salvaged: {reason}").format(path=path, reason=reason)
        ) from error


def fill(diary: Diary, found: Found, stamp: Stamp) -> Salvaged:
    """Write what was found into a new diary: all of it, or nothing.

    What only a table still held is written as a change of this device, at the time that the table
    names.
    """
    with diary.file.writing() as conn:
        if found.diary_id is not None:
            conn.execute("UPDATE meta SET value = ? WHERE name = 'diary_id'", (found.diary_id,))
        insert_all(conn, found.changes)
        rebuild_in(conn)
        added = append(conn, list(_only_in_tables(conn, found, stamp)))
        return Salvaged(
            changes=len(found.changes),
            lost=found.lost,
            from_tables=len(added),
            hamsters=_count(conn, "hamsters"),
            nights=_count(conn, "nights"),
            unread=found.unread,
        )


def _opened(copy: Path) -> sqlite3.Connection:
    conn = sqlite3.connect(f"{uri_of(copy)}?mode=rw", uri=True, isolation_level=None)
    conn.row_factory = sqlite3.Row
    # A letter that was damaged must not take its whole row with it.
    conn.text_factory = lambda raw: raw.decode("utf-8", "replace")
    conn.execute("PRAGMA trusted_schema=OFF")
    return conn


def _read(conn: sqlite3.Connection, path: Path, highest: int) -> Found:
    try:
        conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.DatabaseError as error:
        raise DamagedDiary(
            t("nothing can be read of {path}: its beginning is lost").format(path=path), path
        ) from error
    rows = {
        kind: [dict(row) for row in _walk(conn, table.name, highest)]
        for kind, table in TABLES.items()
    }
    journal = list(_walk(conn, "changes", highest))
    changes = list(_readable(journal))
    if not changes and not any(rows.values()):
        raise DamagedDiary(t("nothing can be read of {path}").format(path=path), path)
    numbers = [int(row["salvaged_row"]) for row in journal]
    last = _last(conn, "changes", "rowid", max(numbers, default=0))
    return Found(
        diary_id=_diary_id(conn),
        changes=tuple(sorted(changes, key=lambda each: each.ref)),
        lost=max(0, last - len(changes)),
        rows=rows,
        unread=tuple(name for name in _names() if _is_lost(conn, name)),
    )


def _names() -> list[str]:
    return ["changes", *(table.name for table in TABLES.values())]


def _is_lost(conn: sqlite3.Connection, table: str) -> bool:
    try:
        conn.execute(f"SELECT * FROM {table} NOT INDEXED LIMIT 1").fetchone()  # noqa: S608
    except sqlite3.DatabaseError:
        return True
    return False


def _diary_id(conn: sqlite3.Connection) -> str | None:
    try:
        row = conn.execute("SELECT value FROM meta WHERE name = 'diary_id'").fetchone()
    except sqlite3.DatabaseError:
        return None
    return str(row[0]) if row else None


def _walk(conn: sqlite3.Connection, table: str, highest: int) -> Iterator[sqlite3.Row]:
    """Every row that can be read, by its number; ranges that cannot be are halved."""
    number = "rowid" if table == "changes" else "row"
    last = _last(conn, table, number, highest)
    ahead = [(first, min(first + AT_ONCE - 1, last)) for first in range(1, last + 1, AT_ONCE)][::-1]
    while ahead:
        first, until = ahead.pop()
        try:
            yield from conn.execute(
                f"SELECT {number} AS salvaged_row, * FROM {table} "  # noqa: S608
                f"WHERE {number} BETWEEN ? AND ?",
                (first, until),
            ).fetchall()
        except sqlite3.DatabaseError:
            if first < until:
                middle = (first + until) // 2
                ahead += [(middle + 1, until), (first, middle)]


def _last(conn: sqlite3.Connection, table: str, number: str, highest: int) -> int:
    try:
        found = conn.execute(f"SELECT max({number}) FROM {table}").fetchone()[0]  # noqa: S608
    except sqlite3.DatabaseError:
        return 0 if "no such table" in _said(conn, table) else highest
    return int(found or 0)


def _said(conn: sqlite3.Connection, table: str) -> str:
    try:
        conn.execute(f"SELECT 1 FROM {table} WHERE 0").fetchone()  # noqa: S608
    except sqlite3.DatabaseError as error:
        return str(error)
    return ""


def _readable(rows: Sequence[sqlite3.Row]) -> Iterator[Change]:
    seen = set()
    for row in rows:
        try:
            change = change_of(row)
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
        if change.ref not in seen and trouble_with(change) is None:
            seen.add(change.ref)
            yield change


def _only_in_tables(
    conn: sqlite3.Connection, found: Found, stamp: Stamp
) -> Iterator[tuple[Edit, Stamp]]:
    for kind, rows in found.rows.items():
        for row in rows:
            values, at = _missing(conn, kind, row)
            if values:
                when = Stamp(stamp.device, at, stamp.zone, stamp.carer)
                yield Edit(kind, str(row["id"]), values), when


def _missing(
    conn: sqlite3.Connection, kind: str, row: Mapping[str, Any]
) -> tuple[dict[str, Stored], str]:
    """What a table's row shows that the readable changes do not say, and when that was."""
    changes, at = changes_of(conn, kind, str(row["id"])), str(row["changed_utc"])
    known = state(changes)
    newest = max((each.stamp.at_utc for each in changes), default="")
    own = set(TABLES[kind].keys) | {"salvaged_row", "row", "id", "changed_utc"}
    values: dict[str, Stored] = {
        name: row[name]
        for name in row
        if name not in own
        and row[name] is not None
        and row[name] != known.get(name)
        and (known.get(name) is None or at >= newest)
        and measure_of(kind, name) is not None
    }
    return {name: value for name, value in values.items() if _fits(kind, row, name, value)}, at


def _fits(kind: str, row: Mapping[str, Any], name: str, value: Stored) -> bool:
    probe = Stamp("salvage", str(row["changed_utc"]), "UTC")
    change = Change(Ref(1, "salvage"), probe, kind, str(row["id"]), {name: FieldChange(value)})
    return trouble_with(change) is None


def _count(conn: sqlite3.Connection, table: str) -> int:
    return int(conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
