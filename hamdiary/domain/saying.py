"""Recorded values in the owner's words, the same on every screen, page and line."""

from datetime import date, datetime
from typing import assert_never

from hamdiary.domain.language import Told, english, marked, t
from hamdiary.domain.manner import clock_time, clock_times, decimal, in_use, ounces, with_year
from hamdiary.domain.measures import (
    Checklist,
    Choice,
    Day,
    Instant,
    Measure,
    NotSeen,
    Quantity,
    Scale,
    Step,
    Text,
    Times,
    Value,
    columns_of,
)

NOT_RECORDED = marked("not recorded")

_ONE: Told[str, str] = Told({"days": "day", "nights": "night", "points": "point"})
"""Units that are words, by what many of them are called: what one of them is."""

_ANSWERS: Told[str, str] = Told(
    {
        "yes": "yes",
        "no": "no",
        "not_checked": "not checked",
    }
)
"""What becomes of a sign, as an owner reads it."""


def step_of(measure: Measure, value: Value | None) -> Step | None:
    """The level or option that the value stands for, if it stands for one."""
    kind = measure.kind
    if isinstance(kind, Scale) and isinstance(value, int):
        # A newer hamdiary may know more levels than this one.
        return kind.steps[value] if 0 <= value < len(kind.steps) else None
    if isinstance(kind, Choice) and isinstance(value, str) and not isinstance(value, NotSeen):
        return next((step for step in kind.steps if step.code == value), None)
    return None


def digit_of(measure: Measure, value: Value | None) -> int | None:
    """The digit that scores the value, if it has one."""
    step = step_of(measure, value)
    kind = measure.kind
    if step is None or not isinstance(kind, Scale | Choice):
        return None
    return kind.steps.index(step)


def said(measure: Measure, value: Value | None) -> str:
    """The value in a few words: "3 stands", "118.4 g", "not checked", "not recorded"."""
    if value is None:
        return t(NOT_RECORDED)
    if isinstance(value, NotSeen):
        return value.words
    kind = measure.kind
    match kind:
        case Scale():
            step = step_of(measure, value)
            return f"{value} {step.short}" if step else str(value)
        case Choice():
            step = step_of(measure, value)
            return step.short if step else str(value)
        case Quantity():
            return weighed(float(str(value)), kind)
        case Checklist():
            return str(_ANSWERS.get(value, value))
        case Text():
            return str(value)
        case Day():
            assert isinstance(value, date)
            return with_year(value)
        case Instant():
            # Whoever shows it has put it on the wall clock that is meant.
            assert isinstance(value, datetime)
            return clock_time(value)
        case Times():
            return clock_times(str(value))
        case _:
            assert_never(kind)


def weighed(value: float, kind: Quantity) -> str:
    """A number with its unit, and in ounces too where the owner likes to have them."""
    said = amount(value, kind)
    return f"{said} ({ounces(value)})" if kind.unit == "g" and in_use().ounces else said


def amount(value: float, kind: Quantity) -> str:
    """A number with its unit: one decimal for grams, none where it says nothing more."""
    if kind.unit == "g" and round(value, 1) == value:
        return f"{decimal(value, 1)} g"
    return plain_amount(value, kind)


def plain_amount(value: float, kind: Quantity) -> str:
    """A number with its unit as one would type it: "1184 g", "118.4 g"."""
    unit = _ONE.get(english(kind, "unit"), kind.unit) if value == 1 else kind.unit
    return f"{decimal(value, 0 if value == int(value) else kind.places)} {unit}"


def field_label(declaring: type, field: str) -> str:
    """What the owner calls a journal field; the field's own name if it is not known here."""
    measure = dict(columns_of(declaring)).get(field)
    if measure is None:
        return field
    if isinstance(measure.kind, Checklist):
        return next(i.short for i in measure.kind.items if field == f"sign_{i.code}")
    return measure.label
