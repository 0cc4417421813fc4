"""What can be recorded: the kinds of measure, and those that a class declares.

Form lines, command-line options, columns and JSON all derive from `measures_of`; how a class
declares them is in `declaring`.
A measure says what it is; how a screen shows it is the screen's business.
"""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import shows, t


class NotSeen(StrEnum):
    """The owner looked and could not tell: neither "not recorded" (None) nor "normal"."""

    NOT_SEEN = "not_seen"
    NOT_CHECKED = "not_checked"

    @property
    def words(self) -> str:
        """The value as an owner reads it, "not seen" or "not checked"."""
        return t("not seen") if self is NotSeen.NOT_SEEN else t("not checked")


Level = int
"""A step on an ordinal scale, counted from 0; never averaged or summed (domain §1.6)."""

Value = int | float | str | date | datetime | NotSeen
"""Whatever one measure can hold once it is recorded."""


@shows("full")
@shows("short", "words", context="of")
@dataclass(frozen=True)
class Step:
    """One level of a scale or one option of a choice."""

    code: str
    """How it is stored and typed, for a choice; for a scale a second way to type it."""
    short: str
    """One or two words, for narrow places: "stands"."""
    words: str
    """A few words: "stands, 1–9 steps in a row"."""
    full: str
    """The whole wording that lets two people agree."""
    of: str = ""
    """The label of what it is a level of: "none" is another word of food than of urine."""


@dataclass(frozen=True)
class Scale:
    """Ordered levels 0..n, stored as the number."""

    steps: tuple[Step, ...]
    """The levels from worst to best."""
    unseen: NotSeen | None
    """The value for "looked and could not tell", if there is one."""


@dataclass(frozen=True)
class Choice:
    """One option of several, stored as its code."""

    steps: tuple[Step, ...]
    """The options in the order in which their digits are typed."""
    unseen: NotSeen | None
    """The value for "looked and could not tell", if there is one."""
    ordered: bool
    """Whether the options go from less to more."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that can be stored."""
        return tuple(step.code for step in self.steps)


@shows("unit")
@dataclass(frozen=True)
class Quantity:
    """A number with a unit."""

    unit: str
    """The unit that is shown and stored: g, ml, cm or min."""
    low: float
    """Below this the owner is asked "is that right?"; the value may still be kept."""
    high: float
    """Above this the owner is asked."""
    most: float
    """Nothing above this is a number of this kind; it is refused."""
    also: tuple[tuple[str, float], ...]
    """Other units that may be typed, each with its factor to `unit`."""
    places: int
    """Decimal places that are kept."""


@dataclass(frozen=True)
class Checklist:
    """Several signs, each yes, no or not checked, recorded one by one."""

    items: tuple[Step, ...]
    """The signs, in the order in which they are asked."""


@dataclass(frozen=True)
class Text:
    """Words of the owner's own."""

    lines: bool
    """Whether it may have several lines."""
    most: int
    """The longest text in characters that is taken."""


@dataclass(frozen=True)
class Day:
    """A calendar date."""

    ahead: bool
    """Whether one without a year may lie ahead: the nearest is meant then, else the last."""


@dataclass(frozen=True)
class Instant:
    """A point in time to the second, kept in UTC; typed as a time of the night it belongs to."""


@dataclass(frozen=True)
class Times:
    """Times of day on the wall clock, earliest first: "09:00 21:00"."""

    most: int
    """How many there can be."""


Kind = Scale | Choice | Quantity | Checklist | Text | Day | Instant | Times
"""The kinds of measure; a night uses the first five."""


@shows("label", "hint")
@dataclass(frozen=True)
class Measure:
    """One declared field: its name in the data, its label, its kind."""

    name: str
    """The field's name: attribute, column, option and JSON key alike."""
    label: str
    """What the owner reads in front of it."""
    kind: Kind
    """What values it takes."""
    hint: str
    """How to look or what to type, one line; may be empty."""
    aside: bool
    """Whether it only tells how another thing was looked at, so that it is not counted."""


ANSWERS = ("yes", "no", "not_checked")
"""What a sign of a checklist can be, besides not recorded."""


def measures_of(declaring: type[Any]) -> dict[str, Measure]:
    """Every measure that the dataclass declares, by name, in the order of declaration."""
    known = _MEASURES.get(declaring)
    if known is None:
        known = _MEASURES[declaring] = {
            each.name: Measure(each.name, *each.metadata["measure"])
            for each in fields(declaring)
            if "measure" in each.metadata
        }
    return known


_MEASURES: dict[type[Any], dict[str, Measure]] = {}


def columns_of(declaring: type[Any]) -> Iterator[tuple[str, Measure]]:
    """Each stored column with its measure: one a measure, and one a sign for a checklist."""
    for measure in measures_of(declaring).values():
        if isinstance(measure.kind, Checklist):
            for item in measure.kind.items:
                yield sign_column(item.code), measure
        else:
            yield measure.name, measure


def sign_column(sign: str) -> str:
    """The column and journal field of one sign of a checklist."""
    return f"sign_{sign}"


def recorded_count(thing: object) -> tuple[int, int]:
    """How many of the measures asked every night are recorded, and how many are asked."""
    asked = [name for name, measure in measures_of(type(thing)).items() if not measure.aside]
    values = [getattr(thing, name) for name in asked]
    return sum(value is not None and value != {} for value in values), len(asked)
