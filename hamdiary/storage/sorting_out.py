"""Which of the changes that were written elsewhere a diary lacks, and whether it can take them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from hamdiary.domain.conflicts import Conflict
from hamdiary.domain.foreign import trouble_with
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Change, Ref
from hamdiary.domain.language import t
from hamdiary.domain.things import hamster_of
from hamdiary.storage.entries import Columns, Entry, Name, change_from, entry_of, in_order
from hamdiary.storage.errors import BadInput
from hamdiary.storage.field_texts import Fields, FieldTexts
from hamdiary.storage.judging import Judge
from hamdiary.storage.marks import erased_in, floor_in
from hamdiary.storage.replaying import Replayed, Thing, Things, replay

COUNT_TO_SPARE = 1_000_000
"""How far the highest count may lie above the number of changes: for changes erased since."""


class NotOurs(BadInput):
    """What came from elsewhere cannot stand in this journal; nothing of it was taken."""


class WroteTwice(NotOurs):
    """One change, two contents: a home was copied, or an older diary put back by hand."""


@dataclass(frozen=True)
class Taken:
    """What taking in foreign changes has come to."""

    entries: Sequence[Entry]
    """Changes that the diary did not have, in the journal's order."""
    known: int
    """How many it had already."""
    erased: int = 0
    """How many are about a hamster that was erased here for good; they were left out."""
    conflicts: Sequence[Conflict] = ()
    """Every open question of the things that were touched, as it stands afterwards."""

    @property
    def new(self) -> list[Change]:
        """The changes that the diary did not have, each made of its entry."""
        return [*map(change_from, self.entries)]


@dataclass(frozen=True)
class Sorted:
    """Changes from elsewhere, held against what a diary has; all of them can be taken."""

    taken: Taken
    """What is new, and what is known."""
    replayed: Replayed
    """What the things come to that are touched, with all that was known of them before."""
    moved: Mapping[Thing, set[str]]
    """The fields that are touched, of things that were there before."""


class Present:
    """The entries that a diary has already."""

    def __init__(self, rows: Iterable[Columns], noted: Sequence[Sequence[Any]] = ()) -> None:
        self.entries: dict[Name, Columns] = {(row[1], row[0]): row for row in rows}
        self.erased = erased_in(noted)
        """Hamsters that were erased here for good."""
        self.floor = floor_in(noted)
        """Up to here numbers were given that a restore or an erasure has taken away."""


def sorted_out(
    changes: Iterable[Change | Entry],
    present: Present | None = None,
    own: str | None = None,
    texts: FieldTexts | None = None,
) -> Sorted:
    """Which changes are not `present`, without it in a new diary; NotOurs for one that is none."""
    present = Present([]) if present is None else present
    texts = FieldTexts() if texts is None else texts
    entries, left_out = _not_erased([*_entries(changes)], present.erased)
    new = _new_among(entries, present)
    _require_sound(new.values(), Judge(texts), own, present.floor)
    ordered = sorted(new.values(), key=in_order)
    moved, touching = _touching(present, ordered, texts)
    replayed = replay(touching, texts)
    if own is not None:
        _require_whole(new, present, texts, replayed.things)
    known = len(entries) - len(new)
    return Sorted(Taken(ordered, known, left_out), replayed, moved)


def _entries(changes: Iterable[Change | Entry]) -> Iterator[Entry]:
    for change in changes:
        yield change if isinstance(change, Entry) else _entry(change)


def _entry(change: Change) -> Entry:
    if change.stamp.device == change.ref.device:
        with suppress(ValueError):
            return entry_of(change)
    raise NotOurs(
        t("change {name}: {trouble}; nothing was taken").format(
            name=_name(change.ref), trouble=trouble_with(change)
        )
    )


def _not_erased(entries: list[Entry], erased: Collection[str]) -> tuple[list[Entry], int]:
    """Those about hamsters that were not erased here for good, and how many others there are."""
    if not erased:
        return entries, 0
    left = [each for each in entries if hamster_of(each.id) not in erased]
    return left, len(entries) - len(left)


def _new_among(entries: Sequence[Entry], present: Present) -> dict[Name, Entry]:
    """Those that are not present; WroteTwice where one name stands for two contents."""
    new = {} if present.entries else {(each[1], each[0]): each for each in entries}
    if len(new) == len(entries):
        return new
    there, new = present.entries, {}
    for entry in entries:
        name = (entry[1], entry[0])
        other = there.get(name)
        if other is None:
            other = new.setdefault(name, entry)
        if other is not entry:
            _require_same(entry, other)
    return new


def _require_sound(entries: Collection[Entry], judge: Judge, own: str | None, floor: int) -> None:
    for entry in judge.doubtful(entries):
        _require(entry, judge.trouble_with(entry))
    # What a restore has taken away here may have been sent before, and comes back.
    for entry in entries if own is not None else ():
        if entry[0] == own and entry[1] > floor:
            _require(entry, t("it bears this computer's name, but was not written here"))


def _require(entry: Entry, trouble: str | None) -> None:
    if trouble is not None:
        raise NotOurs(
            t("change {name}: {trouble}; nothing was taken").format(
                name=_name(_ref(entry)), trouble=trouble
            )
        )


def _require_same(entry: Entry, other: Columns) -> None:
    # Another version may have written the same fields in another order.
    if entry != other and change_from(entry) != change_from(other):
        raise WroteTwice(
            t(
                "change {name} stands here in other words: two computers wrote "
                "under one name, or the file was altered; nothing was taken"
            ).format(name=_name(_ref(entry)))
        )


def _touching(
    present: Present, new: Sequence[Entry], texts: FieldTexts
) -> tuple[dict[Thing, set[str]], Sequence[Columns]]:
    """The fields that move of things that are there, and all entries of what is touched."""
    if not present.entries:
        return {}, new
    touched = {each[5:7] for each in new}
    earlier = [each for each in present.entries.values() if each[5:7] in touched]
    moved: dict[Thing, set[str]] = {thing: set() for thing in {each[5:7] for each in earlier}}
    for entry in new if moved else ():
        fields, said = moved.get(entry[5:7]), texts[entry[7]]
        if fields is not None and said is not None:
            fields.update(said.to)
    return moved, sorted([*earlier, *new], key=in_order)


def _require_whole(
    new: Mapping[Name, Entry], present: Present, texts: FieldTexts, things: Things
) -> None:
    """What a change builds on has to be here too, and no count may run away."""
    highest = max(len(new) + len(present.entries), present.floor) + COUNT_TO_SPARE
    hamsters = {row[6] for row in present.entries.values() if row[5] == "hamster"}
    hamsters |= things.get("hamster", {}).keys()
    strange = {id for its in things.values() for id in its if hamster_of(id) not in hamsters}
    # Where changes simply follow one another, each has what it builds on.
    tangled = {
        (kind, thing)
        for kind, its in things.items()
        for thing, standing in its.items()
        if standing.tangled
    }
    for entry in new.values():
        if entry[1] > highest:
            _require(entry, t("its count is higher than there are changes"))
        if strange and entry[6] in strange:
            _require(entry, t("it is about a hamster that is not there"))
        if (
            tangled
            and (entry[5], entry[6]) in tangled
            and not _builds_on(entry, new, present, texts)
        ):
            _require(entry, t("what it builds on is not there"))


def _builds_on(
    entry: Entry, new: Mapping[Name, Entry], present: Present, texts: FieldTexts
) -> bool:
    """Whether the changes that one names are there, about the same thing and field."""

    def there(name: str) -> Fields | None:
        """The fields of the change of that name; None if it is not there or of others."""
        lamport, _, device = name.partition("@")
        key = (int(lamport), device)
        other = new.get(key) or present.entries.get(key)
        # A number can be written in several ways, of which the journal knows one.
        if other is None or other[5:7] != entry[5:7] or name != f"{other[1]}@{other[0]}":
            return None
        return texts[other[7]]

    said = texts[entry.fields]
    taken_back = [name for name in (entry.undoes, entry.redoes) if name is not None]
    if said is None or any(there(name) is None for name in taken_back):
        return False
    return all(
        (found := there(name)) is not None and field in found.to
        for field, over in said.over.items()
        for name in over
    )


def _ref(entry: Entry) -> Ref:
    return Ref(entry.lamport, entry.device)


def _name(ref: Ref) -> str:
    return ascii(str(ref))[1:60].rstrip("'")
