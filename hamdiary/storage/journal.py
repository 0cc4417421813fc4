"""Appending to the journal and letting the tables follow from it."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hamdiary.domain.journal import Change, FieldChange, Ref, Stamp, Stored, edit, state
from hamdiary.storage.rows import TABLES, change_of, fields_as_json, keys_of, shown_row


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
    """The change that this takes back."""
    redoes: Ref | None = None
    """The change that this brings back."""


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
    lamport = int(conn.execute("SELECT coalesce(max(lamport), 0) FROM changes").fetchone()[0])
    written: list[Change] = []
    for wanted, stamp in edits:
        earlier = changes_of(conn, wanted.kind, wanted.id)
        fields = edit(earlier, wanted.values)
        if not fields and not wanted.undoes and not wanted.redoes:
            continue
        lamport += 1
        change = _change(Ref(lamport, stamp.device), stamp, wanted, fields)
        _insert(conn, change)
        _show(conn, wanted.kind, wanted.id, [*earlier, change])
        written.append(change)
    return written


def _change(ref: Ref, stamp: Stamp, wanted: Edit, fields: Mapping[str, FieldChange]) -> Change:
    return Change(ref, stamp, wanted.kind, wanted.id, fields, wanted.undoes, wanted.redoes)


def _insert(conn: sqlite3.Connection, change: Change) -> None:
    stamp = change.stamp
    conn.execute(
        "INSERT INTO changes (device, lamport, at_utc, zone, carer, kind, id, fields, undoes, "
        "redoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            stamp.device, change.ref.lamport, stamp.at_utc, stamp.zone, stamp.carer, change.kind,
            change.id, fields_as_json(change.fields),
            str(change.undoes) if change.undoes else None,
            str(change.redoes) if change.redoes else None,
        ),
    )  # fmt: skip


def _show(conn: sqlite3.Connection, kind: str, thing: str, changes: list[Change]) -> None:
    table = TABLES[kind]
    row = shown_row(state(changes), measured_columns(conn, kind))
    _forget_notes(conn, kind, thing)
    if not row:
        conn.execute(f"DELETE FROM {table.name} WHERE id = ?", (thing,))  # noqa: S608
        return
    row |= {"id": thing, "changed_utc": changes[-1].stamp.at_utc, **keys_of(kind, thing)}
    names = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    newer = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")
    conn.execute(
        f"INSERT INTO {table.name} ({names}) VALUES ({marks}) "  # noqa: S608
        f"ON CONFLICT (id) DO UPDATE SET {newer}",
        row,
    )
    if row.get("note"):
        conn.execute(
            "INSERT INTO notes (rowid, note) SELECT row, note FROM nights WHERE id = ?", (thing,)
        )


def _forget_notes(conn: sqlite3.Connection, kind: str, thing: str) -> None:
    if kind == "night":
        conn.execute(
            "DELETE FROM notes WHERE rowid = (SELECT row FROM nights WHERE id = ?)", (thing,)
        )


def measured_columns(conn: sqlite3.Connection, kind: str) -> frozenset[str]:
    """The columns of a kind's table that hold recorded values, whoever declared them."""
    table = TABLES[kind]
    rows = conn.execute(f"PRAGMA table_info({table.name})").fetchall()
    return frozenset(row["name"] for row in rows) - {"row", "id", "changed_utc", *table.keys}
