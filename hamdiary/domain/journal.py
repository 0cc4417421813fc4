"""The journal's rules, without a database: what changes say about a thing, and their inverses.

A thing (a night, a hamster) is nothing but the changes made to it. Each changed field names the
changes whose value it replaces, so that edits made apart are known exactly as two heads; the head
with the highest reference is shown until somebody chooses (design §5).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from hamdiary.domain.frozen import dataclass

Stored = int | float | str | None
"""A value as the journal keeps it: JSON's plain types."""


class Ref(NamedTuple):
    """A change's name. References sort by the journal's own count, never by a wall clock."""

    lamport: int
    """1 + the highest number that the device had seen anywhere."""
    device: str
    """Which device wrote it."""

    def __str__(self) -> str:
        return f"{self.lamport}@{self.device}"

    @classmethod
    def parse(cls, text: str) -> "Ref":
        """The reference that `str` wrote; ValueError if it is none."""
        lamport, _, device = text.partition("@")
        return cls(int(lamport), device)


@dataclass(frozen=True)
class Stamp:
    """Who writes, where and when."""

    device: str
    """The device's id."""
    at_utc: str
    """UTC, "2026-11-22T20:16:00Z"."""
    zone: str
    """The zone of the writer's wall clock."""
    carer: str | None = None
    """Initials of who writes, if they are known."""


@dataclass(frozen=True)
class FieldChange:
    """One field's new value and what it replaces."""

    to: Stored
    """The new value; None clears the field."""
    over: tuple[Ref, ...] = ()
    """The changes whose value this one replaces; empty if nothing was recorded before."""


@dataclass(frozen=True)
class Change:
    """One row of the journal: what one act changed of one thing."""

    ref: Ref
    """Its name."""
    stamp: Stamp
    """Who wrote it, when and where."""
    kind: str
    """What sort of thing: "night", "hamster"."""
    id: str
    """Which one."""
    fields: Mapping[str, FieldChange]
    """Only the fields that changed."""
    undoes: Ref | None = None
    """The change that this one takes back, if it is an undo."""
    redoes: Ref | None = None
    """The change that this one brings back, if it is a redo."""


Heads = dict[str, list[Change]]
"""Per field the changes whose values stand, the shown one last."""

Chain = dict[Ref, Change]
"""One field's changes, in the journal's order."""


def heads(changes: Iterable[Change]) -> Heads:
    """The changes of each field of one thing whose values stand, in any order of `changes`.

    An undo stands for what it brought back: the values themselves, and all of them if its target
    had chosen between several; nothing at all where others have replaced them meanwhile.
    """
    return {
        name: [*chain.values()] if len(chain) == 1 else meant(name, chain, unreplaced(name, chain))
        for name, chain in by_field(changes).items()
    }


def by_field(changes: Iterable[Change]) -> dict[str, Chain]:
    """The changes of each field of one thing, in the journal's order."""
    chains: dict[str, Chain] = {}
    for change in sorted(changes, key=lambda each: each.ref):
        for name in change.fields:
            chains.setdefault(name, {})[change.ref] = change
    return chains


def unreplaced(name: str, chain: Chain) -> list[Change]:
    """The changes of a field that no other names as replaced; a new one has to name them all."""
    replaced = {ref for each in chain.values() for ref in each.fields[name].over}
    return [each for ref, each in chain.items() if ref not in replaced]


def meant(name: str, chain: Chain, standing: list[Change]) -> list[Change]:
    """The changes whose values stand, once each undo among `standing` is what it brought back."""
    if not any(each.undoes in chain for each in standing):
        return standing
    undone = _Undone(name, chain)
    undone.add(each for each in standing if each.undoes in chain)
    found = {each.ref: each for each in standing if each.undoes not in chain} | undone.brought_back
    # Nothing could stand only in a journal with holes; then the undo itself has the last word.
    return [found[ref] for ref in sorted(found)] or standing


class _Undone:
    """What the undos that stand have taken back of one field, and what that brings back."""

    def __init__(self, name: str, chain: Chain) -> None:
        self._name, self._chain = name, chain
        self._undos: Chain = {}
        self._covered: set[Ref] = set()
        self._replacing: dict[Ref | None, set[Ref]] = {}
        for ref, each in chain.items():
            for over in each.fields[name].over or (None,):
                self._replacing.setdefault(over, set()).add(ref)

    def add(self, undos: Iterable[Change]) -> None:
        """See these undos, and those that are brought back by them, as what they bring back."""
        new = list(undos)
        while new:
            self._undos |= {each.ref: each for each in new}
            for each in new:
                self._cover(each)
            below = (self._chain[ref] for ref in self._bases() if ref in self._chain)
            new = [each for each in below if self._is_further_undo(each)]

    @property
    def brought_back(self) -> Chain:
        """The values that stand through undoing; the undo itself where that is "not recorded"."""
        found = {
            ref: self._chain[ref]
            for ref in self._bases()
            if ref in self._chain and ref not in self._undos and self._stands(ref)
        }
        for ref, undo in self._undos.items():
            if not self._base(undo) and self._replacing.get(None, set()) <= self._covered:
                found[ref] = undo
        return found

    def _base(self, undo: Change) -> tuple[Ref, ...]:
        """What stood before the change that `undo` takes back."""
        return self._chain[_undone_by(undo)].fields[self._name].over

    def _bases(self) -> set[Ref]:
        return {ref for undo in self._undos.values() for ref in self._base(undo)}

    def _stands(self, ref: Ref) -> bool:
        """Whether all that has replaced it is taken back, and it is not taken back itself."""
        return ref not in self._covered and self._replacing[ref] <= self._covered

    def _is_further_undo(self, change: Change) -> bool:
        known = change.ref in self._undos or change.undoes not in self._chain
        return not known and self._replacing[change.ref] <= self._covered

    def _cover(self, undo: Change) -> None:
        """Walk back from an undo to what it brought back; all on the way is taken back."""
        base, ahead = set(self._base(undo)), [undo.ref]
        while ahead:
            ref = ahead.pop()
            if ref in base or ref in self._covered or ref not in self._chain:
                continue
            self._covered.add(ref)
            ahead.extend(self._chain[ref].fields[self._name].over)


def _undone_by(undo: Change) -> Ref:
    assert undo.undoes is not None
    return undo.undoes


def state(changes: Iterable[Change]) -> dict[str, Stored]:
    """The value shown of every field that was ever set; None where it was cleared."""
    return shown(heads(changes))


def shown(standing: Heads) -> dict[str, Stored]:
    """The value shown of every field whose heads are given."""
    return {name: chain[-1].fields[name].to for name, chain in standing.items()}


def edit(changes: Sequence[Change], values: Mapping[str, Stored]) -> dict[str, FieldChange]:
    """What has to be written so that `values` are shown: only fields that really change.

    An edit replaces every value that stands. Where there are two it counts as choosing: whoever
    edits has both before them, and undo brings both back.
    """
    chains = by_field(changes)
    fields: dict[str, FieldChange] = {}
    for name, value in values.items():
        chain = chains.get(name, {})
        standing = unreplaced(name, chain)
        if not _stands_already(name, value, meant(name, chain, standing)):
            fields[name] = FieldChange(value, tuple(each.ref for each in standing))
    return fields


def _stands_already(name: str, value: Stored, chain: list[Change]) -> bool:
    if not chain:
        return value is None
    shown = chain[-1].fields[name].to
    return len(chain) == 1 and same_value(shown, value)


def same_value(one: Stored, other: Stored) -> bool:
    """Whether two values are one: 3 and 3.0 are one weight, but a text is never a number."""
    return one == other and isinstance(one, str) == isinstance(other, str)


def before(changes: Iterable[Change], target: Change) -> dict[str, Stored]:
    """What each field of `target` showed before it; None where nothing was recorded."""
    known = {each.ref: each for each in changes}
    values: dict[str, Stored] = {}
    for name, field in target.fields.items():
        replaced = [known[ref] for ref in sorted(field.over) if ref in known]
        values[name] = replaced[-1].fields[name].to if replaced else None
    return values
