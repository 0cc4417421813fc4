"""Many nights in few columns, so that what is drawn depends on the width and not on the diary."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeVar

from hamdiary.domain.measures import NotSeen
from hamdiary.domain.trends.series import Median, Numbers, Scores, Span

Kept = TypeVar("Kept")


class Column(NamedTuple):
    """What was recorded on the nights that share one column; a long plot has a thousand of them."""

    low: float | None
    """The lowest value; None if there is none."""
    median: Median | None
    """The middle value."""
    high: float | None
    """The highest value."""
    known: int
    """How many of the nights have a value."""
    not_seen: int
    """How many of them somebody looked at and could not tell."""


EMPTY = Column(None, None, None, 0, 0)
"""A column of which nothing is recorded."""


def split(span: Span, columns: int) -> list[Span]:
    """The span in `columns` parts whose lengths differ by one night at most.

    There are never more parts than nights.
    """
    count = max(1, min(columns, span.nights))
    edges = [place * span.nights // count for place in range(count + 1)]
    return [
        Span(span.first + timedelta(days=edges[place]), span.first + timedelta(days=after - 1))
        for place, after in enumerate(edges[1:])
    ]


def column_of(span: Span, columns: int, evening: date) -> int:
    """In which of the parts that `split` makes an evening lies."""
    return _places(span.nights, columns)[(evening - span.first).days]


@lru_cache(maxsize=4)
def _places(nights: int, columns: int) -> tuple[int, ...]:
    """The part of each night: asked for by every mark and date."""
    count = max(1, min(columns, nights))
    return tuple(((night + 1) * count - 1) // nights for night in range(nights))


def sorted_into(values: Mapping[date, Kept], span: Span, columns: int) -> list[list[Kept]]:
    """The values of a span, those of each part together, in the order of their evenings."""
    evenings = sorted(values)
    kept = [values[evening] for evening in evenings]
    edges = [bisect_left(evenings, start) for start in _starts(span, columns)]
    return [kept[first:end] for first, end in pairwise(edges)]


@lru_cache(maxsize=4)
def _starts(span: Span, columns: int) -> tuple[date, ...]:
    """The first evening of each part, and the one after the last: asked for once a series."""
    return (*(part.first for part in split(span, columns)), span.last + timedelta(days=1))


def in_columns(values: Scores | Numbers, span: Span, columns: int) -> list[Column]:
    """The values of a span, each part in one column."""
    return [_column(part) if part else EMPTY for part in sorted_into(values, span, columns)]


def _column(values: Sequence[float | NotSeen]) -> Column:
    # NaN is the only number that is not itself; an infinite one cannot be drawn either.
    seen = [value for value in values if not isinstance(value, NotSeen)]
    numbers = sorted([value for value in seen if value - value == 0])
    not_seen = len(values) - len(seen)
    if not numbers:
        return Column(None, None, None, 0, not_seen)
    middle = Median(numbers[(len(numbers) - 1) // 2], numbers[len(numbers) // 2])
    return Column(numbers[0], middle, numbers[-1], len(numbers), not_seen)
