"""Between the journal's fields, the tables' rows and the domain's values; alone knows columns."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from json.encoder import encode_basestring
from math import isfinite
from typing import Any, TypeVar

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.journal import Change, FieldChange, Ref, Stamp, Stored
from hamdiary.domain.measures import Checklist, Kind, measures_of, sign_column
from hamdiary.domain.night import Night
from hamdiary.domain.things import declaring_of
from hamdiary.domain.values import loaded


@dataclass(frozen=True)
class Table:
    """The table that shows one kind of thing."""

    kind: str
    """The kind of thing, as `changes.kind` names it."""
    name: str
    """The table's name."""
    keys: tuple[str, ...]
    """Columns that follow from the id: what stands between its strokes."""

    @property
    def shows(self) -> type:
        """The dataclass whose measures are its columns."""
        return declaring_of(self.kind)


TABLES = {
    "hamster": Table("hamster", "hamsters", ()),
    "night": Table("night", "nights", ("hamster", "evening")),
    "outing": Table("outing", "outings", ("hamster",)),
    "medicine": Table("medicine", "medicines", ("hamster",)),
    "dose": Table("dose", "doses", ("hamster", "medicine", "due")),
    "happening": Table("happening", "happenings", ("hamster",)),
    "skip": Table("skip", "skips", ("hamster", "evening", "reminder")),
    "hint_note": Table("hint_note", "hint_notes", ("hamster", "hint")),
    "serving": Table("serving", "servings", ("hamster",)),
    "no_extras": Table("no_extras", "nights_without_extras", ("hamster", "evening")),
    "clip": Table("clip", "clips", ("hamster",)),
    "question": Table("question", "questions", ("hamster",)),
    "wellbeing": Table("wellbeing", "wellbeing", ("hamster",)),
}
"""By kind of thing, as `changes.kind` names it."""


def night_id(hamster: str, evening: date) -> str:
    """A night's id: two devices that log one night log the same night."""
    return f"{hamster}/{evening.isoformat()}"


def keys_of(kind: str, thing: str) -> dict[str, Stored]:
    """The key columns that an id stands for."""
    return dict(zip(TABLES[kind].keys, thing.split("/"), strict=False))


def own_id(hamster: str, *parts: str) -> str:
    """The id of a thing that belongs to a hamster."""
    return "/".join((hamster, *parts))


def nights_of(rows: Sequence[sqlite3.Row]) -> list[Night]:
    """Rows of `nights` as Nights."""
    plan = _plan(rows, Night)
    return [
        Night(
            hamster=row["hamster"],
            evening=date.fromisoformat(row["evening"]),
            **_values(row, plan),
        )
        for row in rows
    ]


Thing = TypeVar("Thing")


def things_of(rows: Sequence[sqlite3.Row], kind: str, shows: Callable[..., Thing]) -> list[Thing]:
    """Rows of the table of that kind as the dataclass that it shows."""
    table = TABLES[kind]
    plan = _plan(rows, table.shows)
    return [
        shows(
            id=row["id"],
            **dict(_key(name, row[name]) for name in table.keys),
            **_values(row, plan),
        )
        for row in rows
    ]


def _key(name: str, raw: str) -> tuple[str, str | date]:
    return name, date.fromisoformat(raw) if name == "evening" else raw


def hamster_of(row: sqlite3.Row) -> Hamster:
    """A row of `hamsters` as a Hamster."""
    return Hamster(id=row["id"], **_values(row, _plan([row], Hamster)))


Plan = Sequence[tuple[str, Kind, int | None, Sequence[tuple[str, int]]]]
"""Each measure by name, with its kind, where its column stands, and where those of its signs do."""


def _plan(rows: Sequence[sqlite3.Row], shows: type) -> Plan:
    """Where what a class declares stands in a query: a row asked by name looks through its names.

    A measure that nobody recorded yet stands nowhere: its column comes with its first value.
    """
    at = {name: place for place, name in enumerate(rows[0].keys())} if rows else {}
    return [
        (name, kind, at.get(name), [(sign, at[column]) for sign, column in signs if column in at])
        for name, kind, signs in _columns(shows)
    ]


def _values(row: sqlite3.Row, plan: Plan) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, kind, place, signs in plan:
        if isinstance(kind, Checklist):
            values[name] = {sign: row[at] for sign, at in signs if row[at] is not None}
        else:
            raw = None if place is None else row[place]
            values[name] = None if raw is None else loaded(kind, raw)
    return values


@cache
def _columns(shows: type) -> tuple[tuple[str, Kind, tuple[tuple[str, str], ...]], ...]:
    """Each measure by name, with its kind, and the columns of a checklist's signs."""
    return tuple(
        (name, measure.kind, tuple((i.code, sign_column(i.code)) for i in measure.kind.items))
        if isinstance(measure.kind, Checklist)
        else (name, measure.kind, ())
        for name, measure in measures_of(shows).items()
    )


def fields_as_json(fields: Mapping[str, FieldChange]) -> str:
    """The changed fields as the journal's `fields` column keeps them."""
    # json.dumps takes four times as long, and a merge writes fields by the hundred thousand.
    told = [
        f"{_as_json(name)}:{field_as_json(field.to, map(str, field.over))}"
        for name, field in fields.items()
    ]
    return f"{{{','.join(told)}}}"


def field_as_json(to: Stored, over: Iterable[str]) -> str:
    """One field's new value, and the names of the changes that it replaces."""
    if listed := ",".join([_as_json(name) for name in over]):
        return f'{{"to":{_as_json(to)},"over":[{listed}]}}'
    return f'{{"to":{_as_json(to)}}}'


def _as_json(value: Stored) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None:
        return "null"
    if type(value) is int or (type(value) is float and isfinite(value)):
        return repr(value)
    return json.dumps(value, allow_nan=False)


def row_of(change: Change) -> tuple[Stored, ...]:
    """A Change as a row of `changes`, its columns in their order."""
    stamp = change.stamp
    return (
        stamp.device, change.ref.lamport, stamp.at_utc, stamp.zone, stamp.carer, change.kind,
        change.id, fields_as_json(change.fields),
        str(change.undoes) if change.undoes else None,
        str(change.redoes) if change.redoes else None,
    )  # fmt: skip


def change_of(row: sqlite3.Row) -> Change:
    """A row of `changes` as a Change."""
    return change_with(
        row["device"], row["lamport"], row["at_utc"], row["zone"], row["carer"],
        row["kind"], row["id"], row["fields"], row["undoes"], row["redoes"],
    )  # fmt: skip


def change_with(
    device: str, lamport: int, at_utc: str, zone: str, carer: str | None,
    kind: str, thing: str, fields: str, undoes: str | None, redoes: str | None,
) -> Change:  # fmt: skip
    """The change that a row's columns tell of."""
    told: dict[str, dict[str, Any]] = json.loads(fields)
    return Change(
        ref=Ref(lamport, device),
        stamp=Stamp(device, at_utc, zone, carer),
        kind=kind,
        id=thing,
        fields={
            name: FieldChange(field["to"], tuple(map(Ref.parse, field.get("over", ()))))
            for name, field in told.items()
        },
        undoes=_ref(undoes),
        redoes=_ref(redoes),
    )


def _ref(text: str | None) -> Ref | None:
    return None if text is None else Ref.parse(text)


def shown_row(values: Mapping[str, Stored], columns: frozenset[str]) -> dict[str, Stored]:
    """The columns of a thing's row; empty if nothing of it is recorded any more."""
    row = {name: values.get(name) for name in columns}
    return row if any(value is not None for value in row.values()) else {}
