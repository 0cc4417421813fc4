"""Changes of the journal in one line each: whose, which night, from what to what."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.journal import Change, Stamp, Stored
from hamdiary.domain.measures import columns_of
from hamdiary.domain.night import Night
from hamdiary.domain.saying import field_label, said
from hamdiary.domain.typed_dates import say_day
from hamdiary.domain.values import loaded
from hamdiary.render.cells import cut

LONGEST_VALUE = 40
"""Cells of a value in a line of history; longer texts are cut."""

MANY_SIGNS = 3
"""More signs than this are counted instead of named."""

Moved = Mapping[str, tuple[Stored, Stored]]
"""Each field that changed: its value before and after."""


def moved(change: Change, earlier: Mapping[str, Stored]) -> Moved:
    """What a change moved, given what its fields showed before."""
    return {name: (earlier.get(name), field.to) for name, field in change.fields.items()}


def change_line(change: Change, about: str, fields: Moved) -> str:
    """One line of history: "2026-11-22 21:16  Biscuit, night of …: gait … -> …"."""
    who = f" {change.stamp.carer}" if change.stamp.carer else ""
    mark = "undone, " if change.undoes else "redone, " if change.redoes else ""
    words = fields_in_words(change.kind, fields, again=bool(mark))
    return f"{wall_time(change.stamp)}{who}  {mark}{about}: {words}"


def about(kind: str, name: str, change: Change) -> str:
    """What a change is about: "Biscuit, night of Sunday 22 November 2026", or the hamster."""
    if kind != "night":
        return name
    return f"{name}, night of {say_day(date.fromisoformat(change.id.rpartition('/')[2]))}"


def fields_in_words(kind: str, fields: Moved, again: bool = True) -> str:
    """Every field that moved: "gait 3 stands -> 2 pushes; droppings soft -> not recorded".

    `again` tells that it was undone or redone.
    """
    signs, others = many_signs(fields)
    closed, others = closing_in_words(kind, others, again)
    parts = [_move(kind, name, label_of(kind, name), move) for name, move in others.items()]
    if signs:
        parts.append(_signs(kind, signs))
    return "; ".join([*closed, *parts]) or "nothing"


def many_signs(fields: Moved) -> tuple[Moved, Moved]:
    """The signs that moved, if they are too many to be named, and all other fields."""
    signs = {name: move for name, move in fields.items() if name.startswith("sign_")}
    if len(signs) <= MANY_SIGNS:
        return {}, fields
    return signs, {name: move for name, move in fields.items() if name not in signs}


def closing_in_words(kind: str, fields: Moved, again: bool) -> tuple[list[str], Moved]:
    """That a diary was closed or opened, if it was, and the fields that are not said by it."""
    old, new = fields.get("closed_because", (None, None))
    if kind != "hamster" or (old is None) == (new is None):
        return [], fields
    others = {name: fields[name] for name in fields if name not in ("closed_because", "closed_on")}
    if new is None:
        return ["the diary is open again"], others
    if again:
        return ["the diary is closed again"], others
    on = fields.get("closed_on", (None, None))[1]
    when = f" on {_value(kind, 'closed_on', on)}" if on else ""
    return [f"the diary is closed: {_value(kind, 'closed_because', new)}{when}"], others


def _signs(kind: str, signs: Moved) -> str:
    name, move = next(iter(signs.items()))
    if len(set(signs.values())) == 1:
        return _move(kind, name, f"{len(signs)} signs", move)
    if len({new for _, new in signs.values()}) == 1:
        return f"{len(signs)} signs -> {_value(kind, name, move[1])}"
    return f"{len(signs)} signs changed"


def label_of(kind: str, field: str) -> str:
    """A field's label in the middle of a sentence."""
    label = field_label(Night if kind == "night" else Hamster, field)
    return label[:1].lower() + label[1:]


def wall_time(stamp: Stamp) -> str:
    """When it was written, as the writer's clock showed it: "2026-11-22 21:16"."""
    at = datetime.fromisoformat(stamp.at_utc)
    return _in_zone(at, stamp.zone).strftime("%Y-%m-%d %H:%M")


def _move(kind: str, field: str, label: str, move: tuple[Stored, Stored]) -> str:
    old, new = (_value(kind, field, raw) for raw in move)
    return f"{label} {old} -> {new}"


def _value(kind: str, field: str, raw: Stored) -> str:
    measure = dict(columns_of(Night if kind == "night" else Hamster)).get(field)
    words = str(raw) if measure is None else said(measure, loaded(measure.kind, raw))
    return cut(" ".join(words.split()), LONGEST_VALUE)


def _in_zone(at: datetime, zone: str) -> datetime:
    from zoneinfo import ZoneInfo

    if zone.startswith("UTC") and len(zone) == len("UTC+01:00"):
        sign = -1 if zone[3] == "-" else 1
        offset = timedelta(hours=int(zone[4:6]), minutes=int(zone[7:9]))
        return at.astimezone(timezone(sign * offset))
    try:
        return at.astimezone(ZoneInfo(zone))
    except (OSError, ValueError, KeyError):
        return at
