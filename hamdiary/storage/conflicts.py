"""Which fields have several values; a table of names, so that nobody reads the journal for it."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from hamdiary.domain.conflicts import Conflict, conflicts_among, conflicts_in
from hamdiary.domain.journal import Heads
from hamdiary.storage.diary import Diary
from hamdiary.storage.rows import change_of


def mark_conflicts(
    conn: sqlite3.Connection, kind: str, thing: str, standing: Heads
) -> list[Conflict]:
    """Let the table name exactly the open questions of one thing; inside the write unit."""
    found = conflicts_among(kind, thing, standing)
    mark_found(conn, [(kind, thing)], found)
    return found


def mark_found(
    conn: sqlite3.Connection, things: Iterable[tuple[str, str]], found: Iterable[Conflict]
) -> None:
    """Let the table name `found` in the place of what it names of `things` by kind and id."""
    conn.executemany("DELETE FROM conflicts WHERE kind = ? AND id = ?", things)
    conn.executemany(
        "INSERT INTO conflicts VALUES (?, ?, ?)",
        [(each.kind, each.id, each.field) for each in found],
    )


def has_conflicts(diary: Diary, hamster: str | None = None) -> bool:
    """Whether anything waits to be chosen, of one hamster or of all."""
    return bool(_named(diary, hamster, 1))


def conflicts(diary: Diary, hamster: str | None = None) -> list[Conflict]:
    """Every open question of one hamster or of all, with its values; by thing and field."""
    found: list[Conflict] = []
    things = dict.fromkeys((row["kind"], row["id"]) for row in _named(diary, hamster, -1))
    for kind, thing in things:
        found += conflicts_of(diary, kind, thing)
    return found


def conflicts_of(diary: Diary, kind: str, thing: str) -> list[Conflict]:
    """The open questions of one thing."""
    rows = diary.file.rows("SELECT * FROM changes WHERE kind = ? AND id = ?", (kind, thing))
    return conflicts_in(kind, thing, map(change_of, rows))


def evenings_in_conflict(diary: Diary, hamster: str) -> frozenset[date]:
    """The evenings of one hamster's nights of which a field waits to be chosen."""
    rows = diary.file.rows(
        "SELECT DISTINCT id FROM conflicts WHERE kind = 'night' AND id > ? AND id < ?",
        (f"{hamster}/", f"{hamster}0"),
    )
    return frozenset(date.fromisoformat(row["id"].partition("/")[2]) for row in rows)


def _named(diary: Diary, hamster: str | None, limit: int) -> list[sqlite3.Row]:
    return diary.file.rows(
        "SELECT * FROM conflicts WHERE ?1 IS NULL OR id = ?1 "
        "OR substr(id, 1, length(?1) + 1) = ?1 || '/' ORDER BY id, kind, field LIMIT ?2",
        (hamster, limit),
    )
