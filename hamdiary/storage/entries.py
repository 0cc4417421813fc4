"""The journal's rows as they are written, for whoever goes through a hundred thousand of them.

A Change with all its parts takes ten times as long to make as it takes to read its row. So what
comes from elsewhere stays a row until somebody wants to know more of it.
"""

from collections.abc import Callable
from operator import itemgetter
from typing import Any, NamedTuple

from hamdiary.domain.journal import Change, FieldChange, Ref, Stamp
from hamdiary.storage.field_texts import Fields
from hamdiary.storage.rows import change_with, row_of


class Entry(NamedTuple):
    """A row of `changes`, its columns in their order."""

    device: str
    """Which device wrote it."""
    lamport: int
    """Its number; with the device it is the change's name."""
    at_utc: str
    """When, in UTC."""
    zone: str
    """The zone of the writer's wall clock."""
    carer: str | None
    """Initials of who wrote, if they were given."""
    kind: str
    """The kind of thing it is about."""
    id: str
    """Which one."""
    fields: str
    """What changed, as JSON."""
    undoes: str | None
    """The change that it takes back."""
    redoes: str | None
    """The change that it brings back."""


LONGEST_CHANGE = 4_000_000
"""Bytes of one change; the longest note takes a million."""

Columns = tuple[str, int, str, str, str | None, str, str, str, str | None, str | None]
"""What an entry holds, also where its names would only take time."""

Name = tuple[int, str]
"""A change's number and device, which are its name."""

COLUMNS = ", ".join(Entry._fields)
"""The columns of `changes`, for a query whose rows are to be entries."""

in_order: Callable[[tuple[Any, ...]], tuple[int, str]] = itemgetter(1, 0)
"""What sorts entries as the journal does: the number, then the device."""


def entry_of(change: Change) -> Entry:
    """A change as it is written; ValueError where a value cannot be."""
    return Entry(*row_of(change))  # type: ignore[arg-type]


def change_from(entry: Columns) -> Change:
    """The change that an entry tells of."""
    return change_with(*entry)


def change_saying(entry: Columns, said: Fields) -> Change:
    """The same, where it is known already what its fields say."""
    device, lamport, at_utc, zone, carer, kind, thing, _, undoes, redoes = entry
    over = said.over
    return Change(
        Ref(lamport, device),
        Stamp(device, at_utc, zone, carer),
        kind,
        thing,
        {
            name: FieldChange(to, tuple(map(Ref.parse, over[name])) if name in over else ())
            for name, to in said.to.items()
        },
        None if undoes is None else Ref.parse(undoes),
        None if redoes is None else Ref.parse(redoes),
    )
