"""What changes add up to, quickly: ten years are 90,000 of them.

Nearly every field's changes follow one another, each naming the one before. For those the last
value stands, and nothing has to be built to know it; the others are worked out as always.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Change, Heads, Stored, heads, shown
from hamdiary.storage.connection import DiaryFile
from hamdiary.storage.entries import COLUMNS, Columns, change_saying
from hamdiary.storage.field_texts import Fields, FieldTexts

Thing = tuple[str, str]
"""A kind and an id."""


class Standing(NamedTuple):
    """What one thing shows after all of its changes."""

    values: Mapping[str, Stored]
    """The value of every field that has one; of the others the heads tell."""
    at_utc: str
    """When the last of its changes was written."""
    tangled: bool
    """Whether its changes do not simply follow one another."""


Things = Mapping[str, Mapping[str, Standing]]
"""What all things of each kind show, by kind and id."""


@dataclass(frozen=True)
class Replayed:
    """The state that changes describe."""

    things: Things
    """By kind and id every thing, in the order in which things were begun."""
    standing: Mapping[Thing, Heads]
    """The heads of the fields whose value does not simply follow, of the things that have any."""
    unreadable: tuple[str, ...]
    """The names of changes that cannot be read; they are left out."""

    def of_kind(self, kind: str) -> Iterator[tuple[str, Mapping[str, Stored], str]]:
        """Each thing of a kind with what it shows and when it was changed last."""
        for thing, found in self.things.get(kind, {}).items():
            several = self.standing.get((kind, thing)) if found.tangled else None
            values = found.values if several is None else {**found.values, **shown(several)}
            yield thing, values, found.at_utc


def replayed(file: DiaryFile) -> Replayed:
    """Read the whole journal."""
    rows = file.plain_rows(f"SELECT {COLUMNS} FROM changes ORDER BY lamport, device")  # noqa: S608
    return replay(rows, FieldTexts())


def replay(entries: Sequence[Columns], texts: FieldTexts) -> Replayed:
    """What entries add up to that are all there are of their things, in the journal's order."""
    unreadable: list[str] = []
    kinds: dict[str, dict[str, Standing]] = {}
    standing: dict[Thing, Heads] = {}
    for kind, things in _by_thing(entries, texts, unreadable).items():
        found = kinds[kind] = {}
        for thing, its in things.items():
            found[thing], apart = _standing(its, texts)
            if apart:
                values, several = _heads_of(apart, its, texts)
                found[thing] = found[thing]._replace(values={**found[thing].values, **values})
                if several:
                    standing[kind, thing] = several
    return Replayed(kinds, standing, tuple(unreadable))


def _by_thing(
    entries: Iterable[Columns], texts: FieldTexts, unreadable: list[str]
) -> Mapping[str, Mapping[str, list[Columns]]]:
    kinds: defaultdict[str, defaultdict[str, list[Columns]]]
    kinds = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        device, lamport, _, _, _, kind, thing, fields, _, _ = entry
        if texts[fields] is None:
            unreadable.append(f"{lamport}@{device}")
            continue
        kinds[kind][thing].append(entry)
    return kinds


def _standing(its: Sequence[Columns], texts: FieldTexts) -> tuple[Standing, Collection[str]]:
    """What one thing comes to, and which fields have to be looked at closer.

    Most things have one change, or a few that replace nothing.
    """
    values: dict[str, Stored] = {}
    written = 0
    for _, _, at_utc, _, _, _, _, fields, undoes, redoes in its:
        said = texts[fields]
        assert said is not None
        if said.over or undoes is not None or redoes is not None:
            return _followed(its, texts)
        if len(its) == 1:
            return Standing(said.to, at_utc, False), ()
        values.update(said.to)
        written += len(said.to)
    if written == len(values):
        return Standing(values, its[-1][2], False), ()
    # A field that was written twice would have named what it replaces.
    return _followed(its, texts)


def _followed(its: Sequence[Columns], texts: FieldTexts) -> tuple[Standing, Collection[str]]:
    """The same, seen whether each change names what its fields had last, and only that."""
    values: dict[str, Stored] = {}
    last: dict[str, Columns] = {}
    apart: set[str] = set()
    follows = True
    for entry in its:
        said = texts[entry[7]]
        assert said is not None
        to, over, _ = said
        if entry[8] is not None or entry[9] is not None:
            follows = False
            apart.update(to)
        elif over:
            apart.update([field for field in to if not _names(over.get(field), last.get(field))])
        elif not last.keys().isdisjoint(to):
            apart.update(last.keys() & to)
        values.update(to)
        last.update(dict.fromkeys(to, entry))
    return Standing(values, its[-1][2], bool(apart) or not follows), apart


def _names(over: Sequence[str] | None, last: Columns | None) -> bool:
    """Whether what a field replaces is what it had last, and only that; nothing if it had none."""
    if over is None or last is None:
        return over is None and last is None
    return len(over) == 1 and over[0] == f"{last[1]}@{last[0]}"


def _heads_of(
    apart: Collection[str], its: Sequence[Columns], texts: FieldTexts
) -> tuple[Mapping[str, Stored], Heads]:
    """Of those fields the values where one stands, and the heads where several may.

    Changes are made only of the entries that stand, and of all of a field's where some are undone.
    """
    values: dict[str, Stored] = {}
    several: Heads = {}
    made = _Made(texts)
    for field in sorted(apart):
        chain: list[Columns] = []
        replaced: set[str] = set()
        for entry in its:
            said = made.said(entry)
            if field in said.to:
                chain.append(entry)
                replaced.update(said.over.get(field, ()))
        left = _not_in(replaced, chain)
        if not left or (len(chain) > 1 and any(each[8] is not None for each in left)):
            several[field] = heads([made[each] for each in chain])[field]
        elif len(left) > 1:
            several[field] = [made[each] for each in left]
        else:
            values[field] = made.said(left[0]).to[field]
    return values, several


def _not_in(gone: Collection[str], chain: Iterable[Columns]) -> list[Columns]:
    return [each for each in chain if f"{each[1]}@{each[0]}" not in gone]


class _Made(dict[Columns, Change]):
    """The changes that entries of one thing tell of, each made once."""

    def __init__(self, texts: FieldTexts) -> None:
        self._texts = texts

    def __missing__(self, entry: Columns) -> Change:
        change = self[entry] = change_saying(entry, self.said(entry))
        return change

    def said(self, entry: Columns) -> Fields:
        """What the text of its fields says, which can be read."""
        said = self._texts[entry[7]]
        assert said is not None
        return said
