"""What the whole journal adds up to, quickly: ten years are 90,000 changes.

Nearly every field's changes follow one another, each naming the one before. For those the last
value stands, and nothing has to be built to know it; the others are worked out as always.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Change, Heads, Stored, heads, shown
from hamdiary.storage.connection import DiaryFile
from hamdiary.storage.rows import change_of

Thing = tuple[str, str]
"""A kind and an id."""


@dataclass(frozen=True)
class Replayed:
    """The state that the journal describes."""

    values: Mapping[Thing, Mapping[str, Stored]]
    """What every thing shows, in the order in which things were begun."""
    standing: Mapping[Thing, Heads]
    """The heads of things whose changes do not simply follow one another."""
    unreadable: tuple[str, ...]
    """The names of changes that cannot be read; they are left out."""


def replayed(file: DiaryFile) -> Replayed:
    """Read the whole journal."""
    reading = _Reading()
    rows = file.rows(
        "SELECT kind, id, lamport, device, fields, undoes FROM changes ORDER BY lamport, device"
    )
    for row in rows:
        reading.take(*row)
    standing = {thing: heads(_changes(file, thing, reading)) for thing in reading.tangled}
    values = reading.values | {thing: shown(found) for thing, found in standing.items()}
    return Replayed(values, standing, tuple(reading.unreadable))


class _Reading:
    def __init__(self) -> None:
        self.values: dict[Thing, Mapping[str, Stored]] = {}
        self.tangled: dict[Thing, None] = {}
        self.unreadable: list[str] = []
        self._states: dict[Thing, tuple[dict[str, Stored], dict[str, str]]] = {}

    def take(
        self, kind: str, thing: str, lamport: int, device: str, fields: str, undoes: str | None
    ) -> None:
        ref = f"{lamport}@{device}"
        changed = _fields(fields)
        if changed is None:
            self.unreadable.append(ref)
            return
        state = self._states.get((kind, thing))
        if state is None:
            state = self._states[kind, thing] = ({}, {})
            self.values[kind, thing] = state[0]
        values, last = state
        follows = undoes is None
        for name, field in changed.items():
            before = last.get(name)
            if (field.get("over") or None) != (None if before is None else [before]):
                follows = False
            values[name], last[name] = field["to"], ref
        if not follows:
            self.tangled[kind, thing] = None


def _fields(text: str) -> dict[str, Any] | None:
    try:
        found, end = _SCAN(text, 0)
    except (StopIteration, ValueError, RecursionError):
        return None
    if end != len(text) or not isinstance(found, dict):
        return None
    if not all(isinstance(each, dict) and "to" in each for each in found.values()):
        return None
    return found


_SCAN: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]
"""`json.loads` without its two looks for blanks, which take as long again."""


def _changes(file: DiaryFile, thing: Thing, reading: _Reading) -> list[Change]:
    rows = file.rows("SELECT * FROM changes WHERE kind = ? AND id = ?", thing)
    unreadable = set(reading.unreadable)
    return [change_of(row) for row in rows if f"{row['lamport']}@{row['device']}" not in unreadable]
