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
"""Per field the changes that nothing has replaced, the shown one last."""


def heads(changes: Iterable[Change]) -> Heads:
    """The unreplaced changes of each field of one thing, in any order of `changes`."""
    by_field: Heads = {}
    replaced: set[tuple[str, Ref]] = set()
    for change in sorted(changes, key=lambda each: each.ref):
        for name, field in change.fields.items():
            by_field.setdefault(name, []).append(change)
            replaced.update((name, ref) for ref in field.over)
    return {
        name: [each for each in chain if (name, each.ref) not in replaced]
        for name, chain in by_field.items()
    }


def state(changes: Iterable[Change]) -> dict[str, Stored]:
    """The value shown of every field that was ever set; None where it was cleared."""
    return {name: chain[-1].fields[name].to for name, chain in heads(changes).items()}


def edit(changes: Sequence[Change], values: Mapping[str, Stored]) -> dict[str, FieldChange]:
    """What has to be written so that `values` are shown: only fields that really change."""
    current = heads(changes)
    return {
        name: FieldChange(value, tuple(head.ref for head in current.get(name, ())))
        for name, value in values.items()
        if not _stands_already(name, value, current.get(name, []))
    }


def _stands_already(name: str, value: Stored, chain: list[Change]) -> bool:
    if not chain:
        return value is None
    shown = chain[-1].fields[name].to
    # 3 and 3.0 are one weight, but True is not 1.
    return len(chain) == 1 and shown == value and isinstance(shown, str) == isinstance(value, str)


def before(changes: Iterable[Change], target: Change) -> dict[str, Stored]:
    """What each field of `target` showed before it; None where nothing was recorded."""
    known = {each.ref: each for each in changes}
    values: dict[str, Stored] = {}
    for name, field in target.fields.items():
        replaced = [known[ref] for ref in sorted(field.over) if ref in known]
        values[name] = replaced[-1].fields[name].to if replaced else None
    return values


def taking_back(changes: Sequence[Change], target: Change) -> dict[str, Stored]:
    """The values that undo `target`, leaving alone every field that was changed since."""
    current, earlier, authors = heads(changes), before(changes, target), _Authors(changes)
    return {
        name: earlier[name]
        for name in target.fields
        if authors.of(name, current[name][-1]) == target.ref
    }


def bringing_back(changes: Sequence[Change], target: Change) -> dict[str, Stored]:
    """The values that redo `target`, leaving alone every field that was changed since."""
    current, authors = heads(changes), _Authors(changes)
    return {
        name: field.to
        for name, field in target.fields.items()
        if authors.of(name, current[name][-1]) == authors.of(name, authors.replaced(name, target))
    }


class _Authors:
    """Which change somebody made a value stand, seen through undoing and redoing.

    Equal values do not tell: a carer who typed the same value again wants it to stay.
    """

    def __init__(self, changes: Iterable[Change]) -> None:
        self._known = {each.ref: each for each in changes}

    def of(self, name: str, change: Change | None) -> Ref | None:
        """The change that the value of `change` goes back to; None for "not recorded"."""
        while change is not None and change.undoes in self._known:
            change = self.replaced(name, self._known[change.undoes])
        return None if change is None else change.redoes or change.ref

    def replaced(self, name: str, change: Change) -> Change | None:
        """The change whose value of that field `change` replaced."""
        over = [ref for ref in change.fields[name].over if ref in self._known]
        return self._known[max(over)] if over else None


def undo_and_redo(own: Iterable[Change]) -> tuple[list[Ref], list[Ref]]:
    """What one device can undo and redo, the next one last, from its changes in order."""
    done: list[Ref] = []
    undone: list[Ref] = []
    for change in sorted(own, key=lambda each: each.ref):
        if change.undoes is not None:
            _move(change.undoes, done, undone)
        elif change.redoes is not None:
            _move(change.redoes, undone, done)
        else:
            done.append(change.ref)
            undone.clear()
    return done, undone


def _move(ref: Ref, source: list[Ref], target: list[Ref]) -> None:
    if ref in source:
        source.remove(ref)
    target.append(ref)
