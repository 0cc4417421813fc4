"""The labels below a plot: dates on day boundaries, or days of treatment (traps §8)."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from hamdiary.domain.manner import brief_month, brief_weekday, day_and_month
from hamdiary.domain.trends.series import Span
from hamdiary.domain.trends.treatment import treatment_day
from hamdiary.render.axis import LABEL, Axis


class Tick(NamedTuple):
    """One label."""

    x: int
    """Its first cell."""
    words: str
    """What it says."""
    role: str = "muted"
    """What it is: Mondays and other beginnings are bold."""
    evening: date | None = None
    """The night that it stands under, if it is that of one night only."""


Rows = list[list[Tick]]


def date_rows(axis: Axis) -> Rows:
    """One or two rows of dates: under every night where there is room, else under beginnings."""
    if not axis.by_night:
        return [_beginnings(axis)]
    days = [
        Tick(x + _inset(axis), f"{on.day:>2}", _role(on), on)
        for on, x in axis.nights()
        if axis.cell > 2 or on.weekday() == 0
    ]
    if axis.cell <= 3:
        return [days]
    names = [Tick(x + _inset(axis), brief_weekday(on), _role(on), on) for on, x in axis.nights()]
    return [days, names]


def night_tick(axis: Axis, evening: date, treatment: date | None) -> Tick:
    """The label of one night, whether or not there is room for it among the others."""
    words = f"{evening.day:>2}" if treatment is None else _signed(treatment_day(treatment, evening))
    return Tick(axis.x_of(evening) + _inset(axis), words, "chip", evening)


def point_tick(axis: Axis, evening: date, treatment: date | None) -> Tick:
    """The label of one night among columns of several: as near to its column as may be."""
    if treatment is None:
        words = f" {day_and_month(evening)} "
        if axis.span.first.year != axis.span.last.year:
            words = f"{words}{evening.year} "
    else:
        words = f" {_signed(treatment_day(treatment, evening))} "
    x = min(axis.x_of(evening) - len(words) // 2, axis.width - len(words))
    return Tick(max(LABEL, x), words, "chip", evening)


def beside(ticks: Sequence[Tick], point: Tick) -> list[Tick]:
    """The labels that leave room for that one, and it."""
    end = point.x + len(point.words)
    kept = [each for each in ticks if each.x > end or each.x + len(each.words) < point.x]
    return [*kept, point]


def treatment_rows(axis: Axis, start: date) -> Rows:
    """Days of treatment, as many as fit: every one, or every 5th, 10th and so on."""
    first, last = axis.span.first, axis.span.last
    widest = max(len(_signed(treatment_day(start, on))) for on in (first, last)) + 1
    step = next(
        (each for each in _DAY_STEPS if each * axis.cells >= widest * axis.span.nights),
        _DAY_STEPS[-1],
    )
    ticks = [
        Tick(axis.x_of(on) + _inset(axis), _signed(day), "bold" if day == 1 else "muted", on)
        for on, day in ((on, treatment_day(start, on)) for on in axis.span.evenings())
        if day == 1 or day % step == 0
    ]
    return [list(fitting(ticks, axis.width))]


_DAY_STEPS = (1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


def fitting(ticks: Sequence[Tick], width: int) -> Iterator[Tick]:
    """The labels that neither touch the one before nor leave the line; bold ones come first."""
    taken: list[tuple[int, int]] = []
    kept = []
    for tick in sorted(ticks, key=lambda each: each.role not in ("bold", "chip")):
        end = tick.x + len(tick.words)
        free = all(end < left or right < tick.x for left, right in taken)
        if free and end <= width:
            taken.append((tick.x, end))
            kept.append(tick)
    return iter(sorted(kept))


def period_named(axis: Axis) -> str:
    """What stands left of the dates: "Nov 2026", "Oct–Nov ’26", "2016–2026"."""
    first, last = axis.span.first, axis.span.last
    if not axis.by_night and first.year != last.year:
        return f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{brief_month(first)} {last.year}"
    return f"{brief_month(first)}–{brief_month(last)} ’{last.year % 100:02}"


def _inset(axis: Axis) -> int:
    return max(1, (axis.cell - 3) // 2) if axis.cell > 3 else 0


def _role(on: date) -> str:
    return "bold" if on.weekday() == 0 else "muted"


def _signed(day: int) -> str:
    return f"−{-day}" if day < 0 else str(day)


def _beginnings(axis: Axis) -> list[Tick]:
    """Where weeks, months or years begin: the finest of these whose labels do not touch."""
    for days, begins in _SCALES:
        if axis.span.nights // days * _SHORTEST > axis.cells:
            continue
        ticks = [Tick(axis.x_of(on), _named(on), _bold(on)) for on in begins(axis.span)]
        apart = all(after.x - before.x > len(before.words) for before, after in pairwise(ticks))
        inside = [tick for tick in ticks if tick.x + len(tick.words) <= axis.width]
        if apart and inside:
            return inside
    return [Tick(LABEL, _named(axis.span.first))]


def _named(on: date) -> str:
    if on.day != 1:
        return day_and_month(on)
    return str(on.year) if on.month == 1 else brief_month(on)


def _bold(on: date) -> str:
    return "bold" if on.month == on.day == 1 else "muted"


def _mondays(span: Span) -> Iterator[date]:
    first = span.first + timedelta(days=-span.first.weekday() % 7)
    for days in range(0, (span.last - first).days + 1, 7):
        yield first + timedelta(days=days)


def _months(every: int, span: Span) -> Iterator[date]:
    """The first days of every so many months, counted from January."""
    month = span.first.year * 12 + span.first.month - 1
    for number in range(month, span.last.year * 12 + span.last.month):
        first = date(number // 12, number % 12 + 1, 1)
        if number % every == 0 and first in span:
            yield first


_SHORTEST = 4
"""Cells of the shortest label and the blank behind it."""

_SCALES: tuple[tuple[int, Callable[[Span], Iterator[date]]], ...] = (
    (7, _mondays),
    *((30 * months, partial(_months, months)) for months in (1, 3, 6, 12, 24, 60, 120, 240, 600)),
)
"""About so many days apart, and where they begin."""
