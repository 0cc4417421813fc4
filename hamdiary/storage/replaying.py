"""What changes add up to, quickly: ten years are 90,000 of them.

Nearly every field's changes follow one another, each naming the one before. For those the last
value stands, and nothing has to be built to know it; the others are worked out as always.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Heads, Stored, heads, shown
from hamdiary.storage.connection import DiaryFile
from hamdiary.storage.entries import COLUMNS, Entry, Fields, FieldTexts, change_from

Thing = tuple[str, str]
"""A kind and an id."""


class Standing:
    """What one thing shows, and by which change each field came to it."""

    __slots__ = ("_behind", "_last", "at_utc", "tangled", "values")

    def __init__(self) -> None:
        self.values: dict[str, Stored] = {}
        self.at_utc = ""
        """When the last of its changes was written."""
        self.tangled = False
        """Whether its changes do not simply follow one another; `values` mean nothing then."""
        self._behind: list[tuple[Entry, Fields]] = []
        self._last: dict[str, str] = {}

    def follow(self, entry: Entry, said: Fields) -> None:
        """Let it show what the next change says."""
        to, over = said
        if over or not self.values.keys().isdisjoint(to):
            last = self._last_of_each()
            for field in to:
                before = last.get(field)
                if over.get(field) != (None if before is None else [before]):
                    self.tangled = True
        if entry.undoes is not None or entry.redoes is not None:
            self.tangled = True
        self.at_utc = entry.at_utc
        self.values.update(to)
        self._behind.append((entry, said))

    def _last_of_each(self) -> dict[str, str]:
        """The name of the change that each field had last; most fields have one change."""
        for entry, said in self._behind:
            self._last.update(dict.fromkeys(said.to, f"{entry.lamport}@{entry.device}"))
        self._behind.clear()
        return self._last


@dataclass(frozen=True)
class Replayed:
    """The state that changes describe."""

    things: Mapping[str, Mapping[str, Standing]]
    """By kind and id every thing, in the order in which things were begun."""
    standing: Mapping[Thing, Heads]
    """The heads of things whose changes do not simply follow one another."""
    unreadable: tuple[str, ...]
    """The names of changes that cannot be read; they are left out."""

    def of_kind(self, kind: str) -> Iterator[tuple[str, Mapping[str, Stored], str]]:
        """Each thing of a kind with what it shows and when it was changed last."""
        for thing, found in self.things.get(kind, {}).items():
            if found.tangled:
                yield thing, shown(self.standing[kind, thing]), found.at_utc
            else:
                yield thing, found.values, found.at_utc


def replayed(file: DiaryFile) -> Replayed:
    """Read the whole journal."""
    rows = file.rows(f"SELECT {COLUMNS} FROM changes ORDER BY lamport, device")  # noqa: S608
    return replay([*map(Entry._make, rows)], FieldTexts())


def replay(entries: Sequence[Entry], texts: FieldTexts) -> Replayed:
    """What entries add up to that are all there are of their things, in the journal's order."""
    kinds: dict[str, dict[str, Standing]] = {}
    unreadable = []
    for entry in entries:
        said = texts[entry.fields]
        if said is None:
            unreadable.append(f"{entry.lamport}@{entry.device}")
            continue
        things = kinds.get(entry.kind)
        if things is None:
            things = kinds[entry.kind] = {}
        standing = things.get(entry.id)
        if standing is None:
            standing = things[entry.id] = Standing()
        standing.follow(entry, said)
    return Replayed(kinds, _heads(entries, kinds, texts), tuple(unreadable))


def _heads(
    entries: Iterable[Entry], kinds: Mapping[str, Mapping[str, Standing]], texts: FieldTexts
) -> dict[Thing, Heads]:
    tangled: dict[Thing, list[Entry]] = {
        (kind, thing): []
        for kind, things in kinds.items()
        for thing, standing in things.items()
        if standing.tangled
    }
    if not tangled:
        return {}
    for entry in entries:
        of_thing = tangled.get((entry.kind, entry.id))
        if of_thing is not None and texts[entry.fields] is not None:
            of_thing.append(entry)
    return {thing: heads(map(change_from, found)) for thing, found in tangled.items()}
