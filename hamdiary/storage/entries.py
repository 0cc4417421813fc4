"""The journal's rows as they are written, for whoever goes through a hundred thousand of them.

A Change with all its parts takes ten times as long to make as it takes to read its row. So what
comes from elsewhere stays a row until somebody wants to know more of it, and each text of fields
is read once, however often it comes again: nights are much alike.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from json.encoder import encode_basestring
from operator import itemgetter
from typing import Any, NamedTuple

from hamdiary.domain.journal import Change, Stored
from hamdiary.storage.rows import change_with, field_as_json, row_of


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


COLUMNS = ", ".join(Entry._fields)
"""The columns of `changes`, for a query whose rows are to be entries."""

in_order: Callable[[tuple[Any, ...]], tuple[int, str]] = itemgetter(1, 0)
"""What sorts entries as the journal does: the number, then the device."""


def entry_of(change: Change) -> Entry:
    """A change as it is written; ValueError where a value cannot be."""
    return Entry(*row_of(change))  # type: ignore[arg-type]


def change_from(entry: Entry) -> Change:
    """The change that an entry tells of."""
    return change_with(*entry)


class Fields(NamedTuple):
    """What the text of a change's fields says."""

    to: Mapping[str, Stored]
    """Each field's new value."""
    over: Mapping[str, list[str]]
    """The names of the changes whose value a field replaces; most replace none."""


NOTHING_OVER: Mapping[str, list[str]] = {}

REFERENCE = "[1-9][0-9]{0,12}@[0-9A-Za-z_-]{1,40}"
"""The pattern of a change's name as it is written."""


class FieldTexts(dict[str, Fields | None]):
    """What texts of fields say, each read when it is first asked for; None if it says nothing."""

    def __missing__(self, text: str) -> Fields | None:
        found = self[text] = _said(text)
        return found

    def is_as_written(self, text: str) -> bool:
        """Whether that very text would be written again for what it says.

        Then no name stands in it twice, no NaN, and nothing between its parts.
        """
        found = self[text]
        try:
            return found is not None and _written(found) == text
        except (ValueError, TypeError):
            return False


def _said(text: str) -> Fields | None:
    try:
        found, end = _SCAN(text, 0)
    except (StopIteration, ValueError, RecursionError):
        return None
    if end != len(text) or not isinstance(found, dict):
        return None
    try:
        to = {name: field["to"] for name, field in found.items()}
    except (TypeError, KeyError):
        return None
    # A text without the word replaces nothing; a note with it only takes a little longer.
    if '"over"' not in text:
        return Fields(to, NOTHING_OVER)
    return Fields(to, {name: field["over"] for name, field in found.items() if field.get("over")})


_SCAN: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]
"""`json.loads` without its two looks for blanks, which take as long again."""


def is_reference(name: object) -> bool:
    """Whether it is the name of a change as it is written."""
    return isinstance(name, str) and _REFERENCE.fullmatch(name) is not None


_REFERENCE = re.compile(REFERENCE)


def _written(fields: Fields) -> str:
    over = fields.over
    told = [
        f"{encode_basestring(name)}:{field_as_json(_plain(to), _references(over.get(name, ())))}"
        for name, to in fields.to.items()
    ]
    return f"{{{','.join(told)}}}"


def _plain(value: Stored) -> Stored:
    if isinstance(value, dict | list):
        raise TypeError("to")
    return value


def _references(over: Iterable[str]) -> list[str]:
    """The names as they are; ValueError for one that is none."""
    named = list(over)
    if not all(map(is_reference, named)):
        raise ValueError("over")
    return named
