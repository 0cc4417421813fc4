"""What was recorded, by evening: a gap stays a gap, and "not seen" stays apart from it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import isfinite
from typing import NamedTuple, TypeVar

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import Level, NotSeen, Value
from hamdiary.domain.night import Night

Kept = TypeVar("Kept")

Scores = Mapping[date, Level | NotSeen]
"""Levels of an ordinal scale by evening; an evening that is missing was not recorded."""

Numbers = Mapping[date, float]
"""Grams, millilitres or minutes by evening; an evening that is missing was not recorded."""

SMOOTHED_OVER = 3
"""The running median is that of so many scored nights (domain §1.6, D)."""


@dataclass(frozen=True)
class Span:
    """The nights from one evening to another, both included."""

    first: date
    """The first evening."""
    last: date
    """The last evening."""

    @property
    def nights(self) -> int:
        """How many nights these are."""
        return (self.last - self.first).days + 1

    def __contains__(self, evening: date) -> bool:
        return self.first <= evening <= self.last

    def evenings(self) -> Iterator[date]:
        """Every evening, the first one first."""
        for days in range(self.nights):
            yield self.first + timedelta(days=days)


def nights_up_to(last: date, nights: int) -> Span:
    """The span of so many nights that ends on `last`."""
    return Span(last - timedelta(days=nights - 1), last)


class Median(NamedTuple):
    """The middle of some values; of an even number it lies between two of them."""

    low: float
    """The lower of the two middle values; of an odd number the middle one."""
    high: float
    """The upper of the two."""

    @property
    def value(self) -> float:
        """The point halfway, where a picture draws it."""
        return (self.low + self.high) / 2


def median_of(values: Iterable[float]) -> Median | None:
    """The middle of the values that are numbers; None if there is none."""
    ordered = sorted(value for value in values if isfinite(value))
    if not ordered:
        return None
    return Median(ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2])


def recorded(nights: Iterable[Night], name: str) -> dict[date, Value]:
    """One measure of the nights that recorded it, oldest first."""
    values = ((night.evening, getattr(night, name)) for night in nights)
    return in_order({evening: value for evening, value in values if value is not None})


def within(values: Mapping[date, Kept], span: Span) -> dict[date, Kept]:
    """What was recorded on the evenings of a span, oldest first."""
    first, last = span.first, span.last
    return in_order({on: value for on, value in values.items() if first <= on <= last})


def in_order(values: Mapping[date, Kept]) -> dict[date, Kept]:
    """The same by evening, oldest first."""
    return {evening: values[evening] for evening in sorted(values)}


def scored(scores: Scores) -> list[tuple[date, Level]]:
    """The nights that have a level, oldest first."""
    return [(on, level) for on, level in sorted(_levels(scores))]


def _levels(scores: Scores) -> Iterator[tuple[date, Level]]:
    for evening, level in scores.items():
        if not isinstance(level, NotSeen):
            yield evening, level


def finite(numbers: Numbers) -> dict[date, float]:
    """The numbers that can be drawn, oldest first."""
    return in_order({on: number for on, number in numbers.items() if isfinite(number)})


def running_median(scores: Scores) -> dict[date, Median]:
    """On each scored night the median of it and the two scored before; none on the first two."""
    nights = scored(scores)
    running: dict[date, Median] = {}
    for place in range(SMOOTHED_OVER - 1, len(nights)):
        around = nights[place - SMOOTHED_OVER + 1 : place + 1]
        middle = median_of(level for _, level in around)
        assert middle is not None
        running[nights[place][0]] = middle
    return running


def runs(evenings: Sequence[date]) -> Iterator[list[date]]:
    """Evenings in order, in runs without a night missing between them."""
    run: list[date] = []
    for evening in evenings:
        if run and (evening - run[-1]).days != 1:
            yield run
            run = []
        run.append(evening)
    if run:
        yield run
