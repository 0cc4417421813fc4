"""Appending to the journal and letting the tables follow from it."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import (
    Change,
    FieldChange,
    Heads,
    Ref,
    Stamp,
    Stored,
    edit,
    heads,
    shown,
)
from hamdiary.storage.marks import highest, require_not_erased
from hamdiary.storage.rows import change_of, row_of
from hamdiary.storage.shown import ShownTable


@dataclass(frozen=True)
class Edit:
    """What is to be shown of one thing from now on."""

    kind: str
    """What sort of thing: "night", "hamster"."""
    id: str
    """Which one."""
    values: Mapping[str, Stored]
    """The fields to change, and their new values."""
    undoes: Ref | None = None
    """The change that this takes back; then the values follow from it."""
    redoes: Ref | None = None
    """The change that this brings back; then the values follow from it."""


def changes_of(conn: sqlite3.Connection, kind: str, thing: str) -> list[Change]:
    """Every change ever made to one thing, in the journal's order."""
    rows = conn.execute(
        "SELECT * FROM changes WHERE kind = ? AND id = ? ORDER BY lamport, device", (kind, thing)
    ).fetchall()
    return [change_of(row) for row in rows]


def append(conn: sqlite3.Connection, edits: Iterable[tuple[Edit, Stamp]]) -> list[Change]:
    """Write the edits into journal and tables; to be called inside the write unit.

    Edits that change nothing write nothing, unless they mark something as undone.
    """
    lamport = highest(conn)
    tables: dict[str, ShownTable] = {}
    written: list[Change] = []
    for wanted, stamp in edits:
        earlier = changes_of(conn, wanted.kind, wanted.id)
        fields = _fields(earlier, wanted)
        if not fields and not wanted.undoes and not wanted.redoes:
            continue
        require_not_erased(conn, wanted.id)
        lamport += 1
        change = _change(Ref(lamport, stamp.device), stamp, wanted, fields)
        insert(conn, change)
        table = tables.get(wanted.kind) or tables.setdefault(
            wanted.kind, ShownTable(conn, wanted.kind)
        )
        standing = heads([*earlier, change])
        table.show(change, shown(standing))
        _mark_conflicts(conn, change, standing)
        written.append(change)
    return written


def _fields(earlier: Sequence[Change], wanted: Edit) -> Mapping[str, FieldChange]:
    target = wanted.undoes or wanted.redoes
    if target is None:
        return edit(earlier, wanted.values)
    from hamdiary.domain.undoing import bringing_back, taking_back

    (change,) = (each for each in earlier if each.ref == target)
    return (taking_back if wanted.undoes else bringing_back)(earlier, change)


def _mark_conflicts(conn: sqlite3.Connection, change: Change, standing: Heads) -> None:
    """Let the table of conflicts follow; with one carer that is one look into an empty table."""
    if all(len(chain) == 1 for chain in standing.values()):
        conn.execute("DELETE FROM conflicts WHERE kind = ? AND id = ?", (change.kind, change.id))
        return
    from hamdiary.storage.conflicts import mark_conflicts

    mark_conflicts(conn, change.kind, change.id, standing)


def _change(ref: Ref, stamp: Stamp, wanted: Edit, fields: Mapping[str, FieldChange]) -> Change:
    return Change(ref, stamp, wanted.kind, wanted.id, fields, wanted.undoes, wanted.redoes)


def insert(conn: sqlite3.Connection, change: Change) -> None:
    """Write a change into the journal alone; to be called inside the write unit."""
    insert_all(conn, [change])


def insert_all(conn: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Write changes into the journal alone; to be called inside the write unit."""
    insert_rows(conn, map(row_of, changes))


def insert_rows(conn: sqlite3.Connection, rows: Iterable[Sequence[Stored]]) -> None:
    """Write rows into the journal, their columns in order; to be called inside the write unit."""
    conn.executemany(
        "INSERT INTO changes (device, lamport, at_utc, zone, carer, kind, id, fields, undoes, "
        "redoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
