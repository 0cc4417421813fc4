"""Changes of the journal in one line each: whose, which night, from what to what."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeGuard

from hamdiary.domain.evening import zone_named
from hamdiary.domain.journal import Change, Stamp, Stored
from hamdiary.domain.language import t, tn
from hamdiary.domain.manner import clock_time, in_sentence, moment
from hamdiary.domain.saying import field_label, said
from hamdiary.domain.things import KINDS, declaring_of, evening_of_thing, measure_of
from hamdiary.domain.typed_dates import say_day, short_day
from hamdiary.domain.values import loaded
from hamdiary.render.cells import cut
from hamdiary.render.counts import counted

LONGEST_VALUE = 40
"""Cells of a value in a line of history; longer texts are cut."""

MANY_SIGNS = 3
"""More signs than this are counted instead of named."""

UNSAID = frozenset({"zone", "evening"})
"""Fields of outings and doses that are written with others and mean nothing by themselves."""

Moved = Mapping[str, tuple[Stored, Stored]]
"""Each field that changed: its value before and after."""


def moved(change: Change, earlier: Mapping[str, Stored]) -> Moved:
    """What a change moved, given what its fields showed before."""
    return {name: (earlier.get(name), field.to) for name, field in change.fields.items()}


def change_line(change: Change, about: str, fields: Moved) -> str:
    """One line of history: "Sun 22 Nov 2026 21:16  Biscuit, night of …: gait … -> …"."""
    who = f" {change.stamp.carer}" if change.stamp.carer else ""
    mark = t("undone, ") if change.undoes else t("redone, ") if change.redoes else ""
    words = fields_in_words(change.kind, fields, again=bool(mark), zone=change.stamp.zone)
    when = moment(wall_time(change.stamp), listed=True)
    return f"{when}{who}  {mark}{about}: {words}"


def about(kind: str, name: str, change: Change, shown: Mapping[str, Stored] = {}) -> str:
    """What a change is about: "Biscuit, night of Sunday 22 November 2026", or the hamster.

    `shown` is what the thing shows, by which an outing or a medicine is told from others.
    """
    evening = evening_of_thing(kind, change.id)
    if kind == "night" and evening is not None:
        return t("{name}, night of {day}").format(name=name, day=say_day(evening))
    words = _thing(kind, change.id, shown, change.stamp.zone)
    return f"{name}, {words}" if words else name


def _thing(kind: str, thing: str, shown: Mapping[str, Stored], zone: str) -> str:
    match kind:
        case "outing":
            on = shown.get("evening")
            if not on:
                return t("outing")
            return t("outing of {day}").format(day=short_day(date.fromisoformat(str(on))))
        case "medicine":
            return _named(t("medicine {name}"), shown.get("name"))
        case "dose":
            due = thing.rpartition("/")[2]
            if due.startswith("extra-"):
                return t("dose as needed")
            return t("dose due {at}").format(at=_due(due, zone))
        case "happening":
            return t("happening")
        case "hint_note":
            return t("hint {hint}").format(hint=thing.split("/")[1].partition(":")[0])
        case "serving":
            return _named(t("serving {name}"), shown.get("food"))
        case "no_extras":
            on = thing.rpartition("/")[2]
            return t("extra food of {day}").format(day=short_day(date.fromisoformat(on)))
        case "clip":
            return t("clip")
        case "question":
            return t("question for the vet")
        case "wellbeing":
            return t("quality-of-life check")
        case "skip":
            return t("reminder {name}").format(name=thing.rpartition("/")[2])
    return "" if kind in KINDS else kind


def _named(words: str, name: Stored) -> str:
    return cut(words.format(name=name or "").strip(), LONGEST_VALUE)


def fields_in_words(kind: str, fields: Moved, again: bool = True, zone: str = "UTC") -> str:
    """Every field that moved: "gait 3 stands -> 2 pushes; droppings soft -> not recorded".

    `again` tells that it was undone or redone; moments are said on the wall clock of `zone`.
    """
    signs, others = many_signs(worth_saying(fields))
    closed, others = closing_in_words(kind, others, again)
    parts = [_move(kind, name, label_of(kind, name), move, zone) for name, move in others.items()]
    if signs:
        parts.append(_signs(kind, signs))
    return "; ".join([*closed, *parts]) or t("nothing")


def worth_saying(fields: Moved) -> Moved:
    """The fields without those that only tell how others are to be read."""
    if fields.keys() <= UNSAID:
        return fields
    return {name: move for name, move in fields.items() if name not in UNSAID}


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
        return [t("the diary is open again")], others
    if again:
        return [t("the diary is closed again")], others
    on = fields.get("closed_on", (None, None))[1]
    why = _value(kind, "closed_because", new)
    if not on:
        return [t("the diary is closed: {why}").format(why=why)], others
    day = _value(kind, "closed_on", on)
    return [t("the diary is closed: {why} on {day}").format(why=why, day=day)], others


def _signs(kind: str, signs: Moved) -> str:
    name, move = next(iter(signs.items()))
    count = counted(len(signs), "sign")
    if len(set(signs.values())) == 1:
        return _move(kind, name, count, move)
    if len({new for _, new in signs.values()}) == 1:
        return f"{count} -> {_value(kind, name, move[1])}"
    n = len(signs)
    return tn("{n} sign changed", "{n} signs changed", n).format(n=n)


def _due(written: str, zone: str) -> str:
    """When a dose was due: by the wall clock, or in UTC if it ends in Z."""
    due = datetime.fromisoformat(written)
    wall = due if due.tzinfo is None else due.astimezone(zone_named(zone))
    return f"{short_day(wall.date())} {clock_time(wall)}"


def label_of(kind: str, field: str) -> str:
    """A field's label in the middle of a sentence."""
    return in_sentence(field_label(declaring_of(kind), field) if kind in KINDS else field)


def wall_time(stamp: Stamp) -> datetime:
    """When it was written, as the writer's clock showed it."""
    return datetime.fromisoformat(stamp.at_utc).astimezone(zone_named(stamp.zone))


def _move(kind: str, field: str, label: str, move: tuple[Stored, Stored], zone: str = "UTC") -> str:
    old, new = (_value(kind, field, raw, zone) for raw in move)
    if move[0] == move[1]:
        # The value that was shown, over another carer's.
        return t("{label} {new}, chosen").format(label=label, new=new)
    return f"{label} {old} -> {new}"


def word_of(kind: str, field: str, raw: Stored, zone: str) -> str:
    """A stored value in the owner's words, a moment on the wall clock of `zone`."""
    measure = measure_of(kind, field)
    if measure is None:
        return str(raw)
    value = loaded(measure.kind, raw)
    return said(measure, value.astimezone(zone_named(zone)) if is_moment(value) else value)


def is_moment(value: object) -> TypeGuard[datetime]:
    """Whether it is a point in time, not a day."""
    return isinstance(value, datetime)


def _value(kind: str, field: str, raw: Stored, zone: str = "UTC") -> str:
    words = word_of(kind, field, raw, zone)
    return cut(" ".join(words.split()), LONGEST_VALUE)
