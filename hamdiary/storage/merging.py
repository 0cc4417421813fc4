"""Taking changes that were written elsewhere into a diary: a set union, then a replay."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from hamdiary.domain.conflicts import Conflict, conflicts_among
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Change, Stored
from hamdiary.domain.language import t
from hamdiary.storage.bulk import in_bulk, insert_ready_rows, make_rows_ready, roomy
from hamdiary.storage.conflicts import mark_found
from hamdiary.storage.connection import plain_rows
from hamdiary.storage.diary import Diary
from hamdiary.storage.entries import COLUMNS, Entry
from hamdiary.storage.field_texts import FieldTexts
from hamdiary.storage.marks import GENERATION
from hamdiary.storage.replaying import Replayed, Thing, replay
from hamdiary.storage.rows import TABLES
from hamdiary.storage.shown import ShownTable
from hamdiary.storage.sorting_out import NotOurs, Present, Sorted, Taken, sorted_out

Query = Callable[[str], list[tuple[Any, ...]]]
"""Answers a query with all its rows."""

Values = Mapping[str, Stored]

NOTHING_YET = (0, 0, None)
"""The mark of a journal to which nothing was ever written."""

_EVERYTHING = f"SELECT {COLUMNS} FROM changes"  # noqa: S608


@dataclass(frozen=True)
class Looked:
    """What a look at foreign changes has found, while the journal was as `seen` says."""

    found: Sorted
    """What is new, and what it comes to."""
    seen: tuple[object, ...]
    """How many changes there were, the place of the last, and which generation it was."""


def take_in(
    diary: Diary,
    changes: Iterable[Change | Entry],
    becomes: str | None = None,
    own: str | None = None,
    looked: Looked | None = None,
) -> Taken:
    """Add the changes that the diary lacks and show what follows: all of them, or none.

    A diary in which nothing was ever written becomes a copy of the one named `becomes`. With `own`,
    this device's name, the changes have to be another's whole journal: nobody else can know what
    was written here, and what a change builds on has to be there too. The count goes on above the
    highest that came. Raises NotOurs for a change that cannot be one. What was `looked` at for the
    same changes is not looked at again, unless something was written meanwhile.
    """
    if looked is None or looked.seen != _mark(diary.file.plain_rows):
        looked = look(diary, changes, own)
    with roomy(diary.file):
        with diary.file.aside() as conn:
            ready = Ready(conn, looked)
        with diary.file.writing() as conn:
            empty = conn.execute("SELECT 1 FROM changes LIMIT 1").fetchone() is None
            try:
                taken = take_into(conn, changes, own, ready)
            except sqlite3.IntegrityError as error:
                raise NotOurs(
                    t("a change cannot be shown in a table; nothing was taken")
                ) from error
            if empty and taken.entries and becomes is not None:
                conn.execute("UPDATE meta SET value = ? WHERE name = 'diary_id'", (becomes,))
    return taken


class Ready:
    """What a look has found, made ready to be written: nobody has to wait while that is done."""

    def __init__(self, conn: sqlite3.Connection, looked: Looked) -> None:
        self.looked = looked
        """What was found."""
        found = looked.found
        make_rows_ready(conn, found.taken.entries)
        self.shown = ReadyToShow(conn, found.replayed, found.moved)
        """What follows for the tables."""


class ReadyToShow:
    """What the tables are to show of all touched things, made ready."""

    def __init__(
        self, conn: sqlite3.Connection, replayed: Replayed, moved: Mapping[Thing, set[str]]
    ) -> None:
        self._replayed = replayed
        self._tables: list[tuple[ShownTable, list[tuple[str, set[str], Values, str]]]] = []
        for kind in replayed.things:
            if kind not in TABLES:
                continue  # it is of a newer version, which will show it
            begun, touched = [], []
            for thing, values, at_utc in replayed.of_kind(kind):
                fields = moved.get((kind, thing))
                if fields is None:
                    begun.append((thing, values, at_utc))
                else:
                    touched.append((thing, fields, values, at_utc))
            table = ShownTable(conn, kind)
            table.make_ready(begun)
            self._tables.append((table, touched))
        self._conflicts = [
            conflict
            for (kind, thing), standing in replayed.standing.items()
            if kind in TABLES
            for conflict in conflicts_among(kind, thing, standing)
        ]

    def show(self, conn: sqlite3.Connection) -> list[Conflict]:
        """Let the tables show it, and name the questions that are open then."""
        for table, touched in self._tables:
            for thing, fields, values, at_utc in touched:
                table.show_fields(thing, fields, values, at_utc)
            table.show_ready()
        rows = conn.execute("SELECT DISTINCT kind, id FROM conflicts").fetchall()
        things = self._replayed.things
        settled = [(kind, thing) for kind, thing in rows if thing in things.get(kind, ())]
        mark_found(conn, settled, self._conflicts)
        return self._conflicts


@dataclass(frozen=True)
class Kept:
    """What a diary keeps, read whole."""

    present: Present
    """Its changes."""
    seen: tuple[object, ...]
    """The mark of its journal, taken before."""


def kept_by(diary: Diary) -> Kept:
    """What the diary keeps now."""
    return _kept(diary.file.plain_rows)


def look(
    diary: Diary,
    changes: Iterable[Change | Entry],
    own: str | None = None,
    texts: FieldTexts | None = None,
    kept: Kept | None = None,
) -> Looked:
    """What `take_in` would take, without taking it. `texts` may know the fields already."""
    return _look(kept or kept_by(diary), changes, own, texts)


def look_for_a_new_diary(changes: Iterable[Change | Entry], texts: FieldTexts) -> Looked:
    """What a diary would take of somebody's whole journal in which nothing was ever written."""
    # "" is nobody's device.
    return Looked(sorted_out(changes, own="", texts=texts), NOTHING_YET)


def what_is_new(diary: Diary, changes: Iterable[Change | Entry], own: str | None = None) -> Taken:
    """What `take_in` would take, in short."""
    return look(diary, changes, own).found.taken


def _kept(query: Query) -> Kept:
    # First the mark: what is written between the two is found out then, and looked at again.
    seen = _mark(query)
    return Kept(Present(query(_EVERYTHING), query("SELECT * FROM meta")), seen)


def _look(
    kept: Kept,
    changes: Iterable[Change | Entry],
    own: str | None,
    texts: FieldTexts | None = None,
) -> Looked:
    return Looked(sorted_out(changes, kept.present, own, texts), kept.seen)


def _mark(query: Query) -> tuple[object, ...]:
    """What is another whenever the journal is: it only grows, or another generation begins."""
    (row,) = query(
        "SELECT count(*), coalesce(max(rowid), 0), "  # noqa: S608
        f"(SELECT value FROM meta WHERE name = '{GENERATION}') FROM changes"
    )
    return row


def take_into(
    conn: sqlite3.Connection,
    changes: Iterable[Change | Entry],
    own: str | None = None,
    ready: Ready | None = None,
) -> Taken:
    """Do so inside the write unit, where what was made ready meanwhile may not hold any more."""
    query = partial(plain_rows, conn)
    if ready is None or ready.looked.seen != _mark(query):
        ready = Ready(conn, _look(_kept(query), changes, own))
    taken = ready.looked.found.taken
    with in_bulk(conn, "changes", len(taken.entries)):
        insert_ready_rows(conn)
    return replace(taken, conflicts=tuple(ready.shown.show(conn)))


def show_all(conn: sqlite3.Connection) -> None:
    """Show all that the journal says in tables that are empty; inside the write unit."""
    rows = plain_rows(conn, f"{_EVERYTHING} ORDER BY lamport, device")
    ReadyToShow(conn, replay(rows, FieldTexts()), {}).show(conn)
