"""Taking changes that were written elsewhere into a diary: a set union, then a replay."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from hamdiary.domain.foreign import trouble_with
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Change, FieldChange, Ref, state
from hamdiary.storage.diary import Diary
from hamdiary.storage.errors import BadInput
from hamdiary.storage.journal import changes_of, insert
from hamdiary.storage.rows import TABLES, change_of
from hamdiary.storage.shown import ShownTable

Thing = tuple[str, str]
"""A kind and an id."""


class NotOurs(BadInput):
    """What came from elsewhere cannot stand in this journal; nothing of it was taken."""


@dataclass(frozen=True)
class Taken:
    """What taking in foreign changes has come to."""

    new: Sequence[Change]
    """Changes that the diary did not have, in the journal's order."""
    known: int
    """How many it had already."""


def take_in(diary: Diary, changes: Iterable[Change], becomes: str | None = None) -> Taken:
    """Add the changes that the diary lacks and show what follows: all of them, or none.

    A diary in which nothing was ever written becomes a copy of the one named `becomes`.
    Raises NotOurs for a change that cannot be one.
    """
    with diary.file.writing() as conn:
        empty = conn.execute("SELECT 1 FROM changes LIMIT 1").fetchone() is None
        taken = take_into(conn, changes)
        if empty and taken.new and becomes is not None:
            conn.execute("UPDATE meta SET value = ? WHERE name = 'diary_id'", (becomes,))
    return taken


def what_is_new(diary: Diary, changes: Iterable[Change]) -> Taken:
    """What `take_in` would take, without taking it."""
    return sorted_out(changes, _by_ref(diary.file.rows("SELECT * FROM changes")))


def take_into(conn: sqlite3.Connection, changes: Iterable[Change]) -> Taken:
    """Do so inside the write unit."""
    present = _by_ref(conn.execute("SELECT * FROM changes").fetchall())
    taken = sorted_out(changes, present)
    before = {(each.kind, each.id) for each in present.values()}
    for change in taken.new:
        insert(conn, change)
    _replay(conn, taken.new, before)
    return taken


def _by_ref(rows: Iterable[sqlite3.Row]) -> dict[Ref, Change]:
    return {change.ref: change for change in map(change_of, rows)}


def sorted_out(changes: Iterable[Change], present: Mapping[Ref, Change]) -> Taken:
    """Which changes are not `present`; NotOurs for one that cannot be one."""
    new: dict[Ref, Change] = {}
    known = 0
    for change in changes:
        standing = present.get(change.ref) or new.get(change.ref)
        if standing is None:
            trouble = trouble_with(change)
            if trouble is not None:
                raise NotOurs(f"change {_name(change.ref)}: {trouble}; nothing was taken")
            new[change.ref] = change
        elif standing != change:
            raise NotOurs(
                f"change {_name(change.ref)} stands there twice in different words: two computers "
                "wrote under one name, or the file was altered; nothing was taken"
            )
        else:
            known += 1
    return Taken([new[ref] for ref in sorted(new)], known)


def _name(ref: Ref) -> str:
    return ascii(str(ref))[1:60].rstrip("'")


def _replay(conn: sqlite3.Connection, new: Sequence[Change], before: set[Thing]) -> None:
    """Show every thing that was touched, in the order in which they were begun."""
    by_thing: dict[Thing, list[Change]] = {}
    for change in new:
        by_thing.setdefault((change.kind, change.id), []).append(change)
    tables: dict[str, ShownTable] = {}
    for thing, changes in by_thing.items():
        kind, id = thing
        if kind not in TABLES:
            continue  # of a newer version, which will show it
        table = tables.get(kind) or tables.setdefault(kind, ShownTable(conn, kind))
        show_anew(table, changes_of(conn, kind, id) if thing in before else changes)


def show_anew(table: ShownTable, changes: Sequence[Change]) -> None:
    """Let a thing's row show what all its changes, in the journal's order, add up to."""
    values, last = state(changes), changes[-1]
    every = {name: FieldChange(value) for name, value in values.items()}
    table.show(Change(last.ref, last.stamp, last.kind, last.id, every), values)
