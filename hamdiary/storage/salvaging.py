"""Saving what can still be read of a damaged diary into a new one, row by row.

The damaged file is only read, page by page and without SQLite: where a page is lost, even the
first, the rows of all others are not. What the journal has lost may still stand in
the tables, and what the tables have lost in the journal.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hamdiary.domain.foreign import trouble_with
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Change, FieldChange, Ref, Stamp, Stored, state
from hamdiary.domain.language import t
from hamdiary.domain.system_words import small_reason_of
from hamdiary.domain.things import hamster_of, measure_of
from hamdiary.storage.carving import Carved
from hamdiary.storage.diary import Diary
from hamdiary.storage.diary_files import wal_of
from hamdiary.storage.drafts import Draft
from hamdiary.storage.drafts_left import keep_what_is_new
from hamdiary.storage.errors import DiskTrouble
from hamdiary.storage.journal import Edit, append, changes_of, insert_all
from hamdiary.storage.marks import FLOOR, begin_generation, erased_in, note_erased
from hamdiary.storage.raw_log import with_log
from hamdiary.storage.raw_pages import RawPages, size_of_pages
from hamdiary.storage.repairing import rebuild_in
from hamdiary.storage.rows import TABLES

UNSEEN = 10_000
"""Numbers above the highest that could be read, which lost changes may have had."""


@dataclass(frozen=True)
class Salvaged:
    """What could be saved."""

    changes: int
    """Changes of the journal that could be read."""
    lost: int
    """Changes that are known to have been there, and cannot be read."""
    from_tables: int
    """Things of which something was lost from the journal and still stood in a table."""
    drafts: int
    """Texts that were being typed and are found again by the next window."""
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
    erased: frozenset[str]
    """The ids of hamsters that were erased for good."""
    floor: int
    """The highest number of a change that is known of."""
    changes: tuple[Change, ...]
    """The journal's readable changes, in its order."""
    lost: int
    """Changes that cannot be read."""
    rows: Mapping[str, Sequence[Mapping[str, Any]]]
    """By kind: the readable rows of its table."""
    drafts: tuple[Draft, ...]
    """What was being typed."""
    unread: tuple[str, ...]
    """Tables of which nothing could be read."""


def read_what_is_left(path: Path) -> Found:
    """Everything that can be read of the damaged diary at `path`; DiskTrouble if that is nothing.

    No program of ours may have it open: reading a file drops its locks.
    """
    try:
        content = _all_of(path)
    except OSError as error:
        raise DiskTrouble(
            t("{path} cannot be salvaged: {reason}").format(
                path=path, reason=small_reason_of(error)
            )
        ) from error
    carved = Carved(RawPages(content, size_of_pages(content)))
    changes, rows, noted = carved.changes(), carved.rows(), carved.meta()
    if not changes and not any(rows.values()):
        raise DiskTrouble(
            t(
                "nothing of a diary can be read in {path}; what is left is a backup (hamdiary "
                "backups lists them) or another carer's bundle (hamdiary join)"
            ).format(path=path)
        )
    return Found(
        diary_id=noted.get("diary_id"),
        erased=erased_in(noted.items()),
        floor=max(int(noted.get(FLOOR, 0)), *(each.ref.lamport for each in changes), 0),
        changes=tuple(changes),
        lost=carved.lost(),
        rows=rows,
        drafts=tuple(carved.drafts()),
        unread=tuple(carved.unread(rows)),
    )


def fill(diary: Diary, found: Found, stamp: Stamp) -> Salvaged:
    """Write what was found into a new diary: all of it, or nothing.

    What only a table still held is written as a change of this device, at the time that the table
    names. Numbers that lost changes may have had are not given again.
    """
    with diary.file.writing() as conn:
        if found.diary_id is not None:
            conn.execute("UPDATE meta SET value = ? WHERE name = 'diary_id'", (found.diary_id,))
        for hamster in found.erased:
            note_erased(conn, hamster)
        changes = [each for each in found.changes if hamster_of(each.id) not in found.erased]
        insert_all(conn, changes)
        begin_generation(conn, found.floor + UNSEEN)
        rebuild_in(conn)
        added = append(conn, list(_only_in_tables(conn, found, stamp)))
        return Salvaged(
            changes=len(changes),
            lost=found.lost,
            from_tables=len(added),
            drafts=keep_what_is_new(conn, found.drafts, found.erased),
            hamsters=_count(conn, "hamsters"),
            nights=_count(conn, "nights"),
            unread=found.unread,
        )


def _all_of(path: Path) -> bytes:
    """The file with all that was committed beside it."""
    log = wal_of(path)
    return with_log(path.read_bytes(), log.read_bytes() if log.exists() else b"")


def _only_in_tables(
    conn: sqlite3.Connection, found: Found, stamp: Stamp
) -> Iterator[tuple[Edit, Stamp]]:
    for kind, rows in found.rows.items():
        for row in rows:
            if hamster_of(str(row["id"])) in found.erased:
                continue
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
    told = {name for each in changes for name in each.fields}
    own = set(TABLES[kind].keys) | {"row", "id", "changed_utc"}
    values: dict[str, Stored] = {
        name: row[name]
        for name in row
        if name not in own
        and row[name] is not None
        and row[name] != known.get(name)
        # A row of an older page must not bring back what was changed or taken out since.
        and (name not in told or at >= newest)
        and measure_of(kind, name) is not None
    }
    return {name: value for name, value in values.items() if _fits(kind, row, name, value)}, at


def _fits(kind: str, row: Mapping[str, Any], name: str, value: Stored) -> bool:
    probe = Stamp("salvage", str(row["changed_utc"]), "UTC")
    change = Change(Ref(1, "salvage"), probe, kind, str(row["id"]), {name: FieldChange(value)})
    return trouble_with(change) is None


def _count(conn: sqlite3.Connection, table: str) -> int:
    return int(conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
