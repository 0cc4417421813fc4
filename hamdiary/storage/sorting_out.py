"""Which of the changes that were written elsewhere a diary lacks, and whether it can take them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from hamdiary.domain.conflicts import Conflict
from hamdiary.domain.foreign import trouble_with
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Change, Ref
from hamdiary.domain.language import t
from hamdiary.domain.things import hamster_of
from hamdiary.storage.entries import Entry, Fields, FieldTexts, change_from, entry_of, in_order
from hamdiary.storage.errors import BadInput
from hamdiary.storage.judging import Judge
from hamdiary.storage.marks import erased_in, floor_in
from hamdiary.storage.replaying import Replayed, Thing, replay

COUNT_TO_SPARE = 1_000_000
"""How far the highest count may lie above the number of changes: for changes erased since."""

Name = tuple[int, str]
"""A change's number and device, which are its name."""


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

    def __init__(
        self, rows: Iterable[Sequence[object]], noted: Sequence[Sequence[Any]] = ()
    ) -> None:
        self.entries: dict[Name, Entry] = {
            (entry.lamport, entry.device): entry for entry in map(Entry._make, rows)
        }
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
    moved, touching = _touching(present, new, texts)
    replayed = replay(touching, texts)
    if own is not None:
        _require_whole(_Whole(new, present, texts, touching, replayed))
    in_their_order = sorted(new.values(), key=in_order) if moved else touching
    known = len(entries) - len(new)
    return Sorted(Taken(in_their_order, known, left_out), replayed, moved)


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
    there = dict(present.entries)
    new = {}
    for entry in entries:
        name = (entry[1], entry[0])
        other = there.setdefault(name, entry)
        if other is entry:
            new[name] = entry
        else:
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


def _require_same(entry: Entry, other: Entry) -> None:
    # Another version may have written the same fields in another order.
    if entry != other and change_from(entry) != change_from(other):
        raise WroteTwice(
            t(
                "change {name} stands here in other words: two computers wrote "
                "under one name, or the file was altered; nothing was taken"
            ).format(name=_name(_ref(entry)))
        )


def _touching(
    present: Present, new: Mapping[Name, Entry], texts: FieldTexts
) -> tuple[dict[Thing, set[str]], list[Entry]]:
    """The fields that move of things that are there, and all entries of what is touched."""
    if not present.entries:
        return {}, sorted(new.values(), key=in_order)
    touched = {(entry.kind, entry.id) for entry in new.values()}
    earlier = [each for each in present.entries.values() if (each.kind, each.id) in touched]
    moved: dict[Thing, set[str]] = {(each.kind, each.id): set() for each in earlier}
    for entry in new.values() if moved else ():
        fields, said = moved.get((entry.kind, entry.id)), texts[entry.fields]
        if fields is not None and said is not None:
            fields.update(said.to)
    return moved, sorted([*earlier, *new.values()], key=in_order)


@dataclass(frozen=True)
class _Whole:
    """All that is needed to see whether what changes build on is there."""

    new: Mapping[Name, Entry]
    present: Present
    texts: FieldTexts
    touching: Sequence[Entry]
    replayed: Replayed

    def hamsters(self) -> set[str]:
        """The ids of all hamsters that were ever set up."""
        known = {each.id for each in self.present.entries.values() if each.kind == "hamster"}
        return known | self.replayed.things.get("hamster", {}).keys()


def _require_whole(whole: _Whole) -> None:
    """What a change builds on has to be here too, and no count may run away."""
    highest = max(len(whole.new) + len(whole.present.entries), whole.present.floor) + COUNT_TO_SPARE
    hamsters, things = whole.hamsters(), whole.replayed.things
    doubtful = {
        (kind, thing)
        for kind, of_kind in things.items()
        for thing, standing in of_kind.items()
        # Where changes simply follow one another, each has what it builds on.
        if standing.tangled or hamster_of(thing) not in hamsters
    }
    if not doubtful and all(entry.lamport <= highest for entry in whole.new.values()):
        return
    there = defaultdict[Thing, dict[str, Fields]](dict)
    for entry in whole.touching if doubtful else ():
        said = whole.texts[entry.fields]
        if said is not None and (entry.kind, entry.id) in doubtful:
            there[entry.kind, entry.id][f"{entry.lamport}@{entry.device}"] = said
    for entry in whole.new.values():
        of_thing = there.get((entry.kind, entry.id)) if doubtful else None
        trouble = None
        if entry.lamport > highest:
            trouble = t("its count is higher than there are changes")
        elif of_thing is not None and hamster_of(entry.id) not in hamsters:
            trouble = t("it is about a hamster that is not there")
        elif of_thing is not None and not _builds_on(entry, of_thing):
            trouble = t("what it builds on is not there")
        if trouble is not None:
            raise NotOurs(
                t("change {name}: {trouble}; nothing was taken").format(
                    name=_name(_ref(entry)), trouble=trouble
                )
            )


def _builds_on(entry: Entry, of_thing: Mapping[str, Fields]) -> bool:
    """Whether the changes that one names are there, about the same thing and field."""
    taken_back = (name for name in (entry.undoes, entry.redoes) if name is not None)
    said = of_thing.get(f"{entry.lamport}@{entry.device}")
    return (
        said is not None
        and all(name in of_thing for name in taken_back)
        and all(
            name in of_thing and field in of_thing[name].to
            for field, over in said.over.items()
            for name in over
        )
    )


def _ref(entry: Entry) -> Ref:
    return Ref(entry.lamport, entry.device)


def _name(ref: Ref) -> str:
    return ascii(str(ref))[1:60].rstrip("'")
