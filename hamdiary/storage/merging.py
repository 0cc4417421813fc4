"""Taking changes that were written elsewhere into a diary: a set union, then a replay."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from hamdiary.domain.conflicts import Conflict
from hamdiary.domain.foreign import trouble_with
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Change, Ref, Stored, heads, shown
from hamdiary.domain.things import hamster_of
from hamdiary.storage.conflicts import mark_conflicts
from hamdiary.storage.diary import Diary
from hamdiary.storage.errors import BadInput
from hamdiary.storage.journal import insert_all
from hamdiary.storage.marks import erased_in, floor_in
from hamdiary.storage.rows import TABLES, change_of, row_of
from hamdiary.storage.shown import ShownTable

Thing = tuple[str, str]
"""A kind and an id."""

COUNT_TO_SPARE = 1_000_000
"""How far the highest count may lie above the number of changes: for changes erased since."""


class NotOurs(BadInput):
    """What came from elsewhere cannot stand in this journal; nothing of it was taken."""


class WroteTwice(NotOurs):
    """One change, two contents: a home was copied, or an older diary put back by hand."""


@dataclass(frozen=True)
class Taken:
    """What taking in foreign changes has come to."""

    new: Sequence[Change]
    """Changes that the diary did not have, in the journal's order."""
    known: int
    """How many it had already."""
    erased: int = 0
    """How many are about a hamster that was erased here for good; they were left out."""
    conflicts: Sequence[Conflict] = ()
    """Every open question of the things that were touched, as it stands afterwards."""


def take_in(
    diary: Diary,
    changes: Iterable[Change],
    becomes: str | None = None,
    own: str | None = None,
    looked_at: Taken | None = None,
) -> Taken:
    """Add the changes that the diary lacks and show what follows: all of them, or none.

    A diary in which nothing was ever written becomes a copy of the one named `becomes`. With `own`,
    this device's name, the changes have to be another's whole journal: nobody else can know what
    was written here, and what a change builds on has to be there too. The count goes on above the
    highest that came. Raises NotOurs for a change that cannot be one. What `looked_at`, the answer
    of `what_is_new`, found new and sound is not judged a second time.
    """
    with diary.file.writing() as conn:
        empty = conn.execute("SELECT 1 FROM changes LIMIT 1").fetchone() is None
        try:
            taken = take_into(conn, changes, own, looked_at)
        except sqlite3.IntegrityError as error:
            raise NotOurs("a change cannot be shown in a table; nothing was taken") from error
        if empty and taken.new and becomes is not None:
            conn.execute("UPDATE meta SET value = ? WHERE name = 'diary_id'", (becomes,))
    return taken


def what_is_new(diary: Diary, changes: Iterable[Change], own: str | None = None) -> Taken:
    """What `take_in` would take, without taking it."""
    rows, noted = diary.file.rows("SELECT * FROM changes"), diary.file.rows("SELECT * FROM meta")
    return sorted_out(changes, _Present(rows, noted), own)


def take_into(
    conn: sqlite3.Connection,
    changes: Iterable[Change],
    own: str | None = None,
    looked_at: Taken | None = None,
) -> Taken:
    """Do so inside the write unit."""
    noted = conn.execute("SELECT * FROM meta").fetchall()
    present = _Present(conn.execute("SELECT * FROM changes").fetchall(), noted)
    taken = sorted_out(changes, present, own, looked_at)
    insert_all(conn, taken.new)
    return replace(taken, conflicts=tuple(_replay(conn, taken.new, present)))


def show_all(conn: sqlite3.Connection) -> None:
    """Show all that the journal says in tables that are empty; inside the write unit."""
    rows = conn.execute("SELECT * FROM changes ORDER BY lamport, device").fetchall()
    _replay(conn, [*map(change_of, rows)], _Present([]))


class _Present:
    """The changes that the diary has already; each is only read as one when it is asked for."""

    def __init__(self, rows: Sequence[sqlite3.Row], noted: Sequence[sqlite3.Row] = ()) -> None:
        self._rows = {(row["lamport"], row["device"]): row for row in rows}
        self._things: dict[Thing, list[sqlite3.Row]] = defaultdict(list)
        for row in rows:
            self._things[row["kind"], row["id"]].append(row)
        self.erased = erased_in(noted)
        """Hamsters that were erased here for good."""
        self.floor = floor_in(noted)
        """Up to here numbers were given that a restore or an erasure has taken away."""

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, ref: Ref) -> bool:
        return ref in self._rows

    def __getitem__(self, ref: Ref) -> Change:
        return change_of(self._rows[ref])

    def is_the_same(self, change: Change) -> bool:
        """Whether the change of that name says the same."""
        row = self._rows[change.ref]
        return tuple(row) == row_of(change) or change_of(row) == change

    def hamsters(self) -> set[str]:
        """The ids of all hamsters that were ever set up."""
        return {thing for kind, thing in self._things if kind == "hamster"}

    def of(self, thing: Thing) -> list[Change]:
        """The changes of one thing."""
        return [change_of(row) for row in self._things.get(thing, ())]


def sorted_out(
    changes: Iterable[Change],
    present: "_Present | None" = None,
    own: str | None = None,
    looked_at: Taken | None = None,
) -> Taken:
    """Which changes are not `present`, without it in a new diary; NotOurs for one that is none."""
    present = _Present([]) if present is None else present
    sound = {each.ref: each for each in looked_at.new} if looked_at is not None else {}
    new: dict[Ref, Change] = {}
    known = left_out = 0
    for change in changes:
        if hamster_of(change.id) in present.erased:
            left_out += 1
            continue
        if change.ref in present:
            same = present.is_the_same(change)
        elif change.ref in new:
            same = new[change.ref] == change
        else:
            if sound.get(change.ref) is not change:
                _require(change, own, present.floor)
            new[change.ref] = change
            continue
        if not same:
            raise WroteTwice(
                f"change {_name(change.ref)} stands here in other words: two computers wrote under "
                "one name, or the file was altered; nothing was taken"
            )
        known += 1
    # What was there when it was looked at is there still: the journal only grows.
    if own is not None and not (sound and new.keys() <= sound.keys()):
        _require_whole(new, present)
    return Taken([new[ref] for ref in sorted(new)], known, left_out)


def _require(change: Change, own: str | None, floor: int) -> None:
    trouble = trouble_with(change)
    # What a restore has taken away here may have been sent before, and comes back.
    if trouble is None and change.ref.device == own and change.ref.lamport > floor:
        trouble = "it bears this computer's name, but was not written here"
    if trouble is not None:
        raise NotOurs(f"change {_name(change.ref)}: {trouble}; nothing was taken")


def _require_whole(new: Mapping[Ref, Change], present: _Present) -> None:
    """What a change builds on has to be here too, and no count may run away."""
    highest = max(len(new) + len(present), present.floor) + COUNT_TO_SPARE
    hamsters = present.hamsters() | {each.id for each in new.values() if each.kind == "hamster"}
    for ref, change in new.items():
        trouble = None
        if ref.lamport > highest:
            trouble = "its count is higher than there are changes"
        elif hamster_of(change.id) not in hamsters:
            trouble = "it is about a hamster that is not there"
        elif not all(_is_about(change, *named, new, present) for named in _named_by(change)):
            trouble = "what it builds on is not there"
        if trouble is not None:
            raise NotOurs(f"change {_name(ref)}: {trouble}; nothing was taken")


def _named_by(change: Change) -> Iterator[tuple[Ref, str | None]]:
    """The changes that one names, each with the field that it is named for."""
    for ref in (change.undoes, change.redoes):
        if ref is not None:
            yield ref, None
    for name, field in change.fields.items():
        for ref in field.over:
            yield ref, name


def _is_about(
    change: Change, ref: Ref, field: str | None, new: Mapping[Ref, Change], present: _Present
) -> bool:
    """Whether the change of that name is there and is about the same thing and field."""
    named = new.get(ref)
    if named is None:
        if ref not in present:
            return False
        named = present[ref]
    same = named.id == change.id and named.kind == change.kind
    return same and (field is None or field in named.fields)


def _name(ref: Ref) -> str:
    return ascii(str(ref))[1:60].rstrip("'")


def _replay(conn: sqlite3.Connection, new: Sequence[Change], present: _Present) -> list[Conflict]:
    """Show every thing that was touched, in the order in which they were begun."""
    by_kind: dict[str, dict[str, list[Change]]] = defaultdict(lambda: defaultdict(list))
    for change in new:
        by_kind[change.kind][change.id].append(change)
    found: list[Conflict] = []
    for kind, things in by_kind.items():
        if kind in TABLES:  # else it is of a newer version, which will show it
            found += _show(conn, ShownTable(conn, kind), things, present)
    return found


def _show(
    conn: sqlite3.Connection,
    table: ShownTable,
    things: Mapping[str, list[Change]],
    present: _Present,
) -> list[Conflict]:
    """Let a kind's table show what all changes of the touched things add up to."""
    found: list[Conflict] = []
    begun: list[tuple[str, Mapping[str, Stored], str]] = []
    for thing, new in things.items():
        earlier = present.of((new[0].kind, thing))
        changes = sorted([*earlier, *new], key=lambda each: each.ref) if earlier else new
        standing, at_utc = heads(changes), changes[-1].stamp.at_utc
        if earlier:
            moved = {name for change in new for name in change.fields}
            table.show_fields(thing, moved, shown(standing), at_utc)
        else:
            begun.append((thing, shown(standing), at_utc))
        if earlier or any(len(chain) > 1 for chain in standing.values()):
            found += mark_conflicts(conn, new[0].kind, thing, standing)
    table.show_new(begun)
    return found
