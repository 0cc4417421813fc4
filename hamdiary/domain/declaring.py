"""How a class declares what can be recorded: each measure once, as a field.

`scale`, `choice`, `quantity`, `checklist`, `text`, `day`, `instant` and `times` make such fields;
`measures.measures_of` reads them.
"""

from dataclasses import field
from typing import Any

from hamdiary.domain.language import english
from hamdiary.domain.measures import (
    Checklist,
    Choice,
    Day,
    Instant,
    Kind,
    NotSeen,
    Quantity,
    Scale,
    Step,
    Text,
    Times,
)


def _declared(label: str, kind: Kind, hint: str, aside: bool = False) -> Any:
    """A dataclass field that carries its measure; typed as the value so that rules stay plain."""
    # A checklist is never None: an empty mapping is "no sign recorded".
    metadata = {"measure": (label, kind, hint, aside)}
    if isinstance(kind, Checklist):
        return field(default_factory=dict, metadata=metadata)
    return field(default=None, metadata=metadata)


def step(code: str, words: str, full: str, short: str = "", of: str = "") -> Step:
    """A level or option; `short` is the part of `words` before the comma unless given.

    `of` is what it is a level of, where several measures share it; else the measure's label.
    """
    return Step(code, short or words.split(",")[0], words, full, of)


def _levels_of(label: str, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The same levels, each knowing what it is a level of."""
    return tuple(
        Step(
            each.code,
            english(each, "short"),
            english(each, "words"),
            english(each, "full"),
            each.of or label,
        )
        for each in steps
    )


def scale(label: str, *steps: Step, unseen: NotSeen | None = None, hint: str = "") -> Any:
    """Ordered levels 0..n from worst to best; stored as `Level`."""
    return _declared(label, Scale(_levels_of(label, steps), unseen), hint)


def choice(
    label: str,
    *steps: Step,
    unseen: NotSeen | None = None,
    ordered: bool = False,
    hint: str = "",
    aside: bool = False,
) -> Any:
    """One of several options, stored as its code."""
    return _declared(label, Choice(_levels_of(label, steps), unseen, ordered), hint, aside)


def quantity(
    label: str,
    *,
    unit: str,
    low: float,
    high: float,
    most: float,
    also: tuple[tuple[str, float], ...] = (),
    places: int = 1,
    hint: str = "",
) -> Any:
    """A number in `unit`, from 0 to `most`, unusual outside `low`..`high`."""
    return _declared(label, Quantity(unit, low, high, most, also, places), hint)


def checklist(label: str, *items: Step, hint: str = "") -> Any:
    """Signs that are each yes, no or not checked; stored as a mapping from sign to answer."""
    return _declared(label, Checklist(_levels_of(label, items)), hint)


def text(
    label: str, *, lines: bool = False, most: int = 200, hint: str = "", aside: bool = False
) -> Any:
    """The owner's own words, up to `most` characters."""
    return _declared(label, Text(lines, most), hint, aside)


def day(label: str, *, hint: str = "", ahead: bool = False) -> Any:
    """A calendar date; `ahead` if it may well be one to come."""
    return _declared(label, Day(ahead), hint)


def instant(label: str, *, hint: str = "") -> Any:
    """A point in time, an aware datetime."""
    return _declared(label, Instant(), hint)


def times(label: str, *, most: int = 12, hint: str = "") -> Any:
    """Times of day on the wall clock, as text like "09:00 21:00"."""
    return _declared(label, Times(most), hint)
