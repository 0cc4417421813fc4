"""The last fourteen nights against the fourteen before: medians and counts, never means (§1.6)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import NotSeen
from hamdiary.domain.night import Night
from hamdiary.domain.trends.comparing import counts_of
from hamdiary.domain.trends.course import Course, DoseState
from hamdiary.domain.trends.series import (
    Median,
    Numbers,
    Scores,
    Span,
    median_of,
    nights_up_to,
    within,
)

COMPARED = 14
"""Nights on both sides of the comparison."""

Doses = Mapping[date, tuple[DoseState, ...]]
Nights = Mapping[date, Night]

_DUE: tuple[DoseState, ...] = ("given", "refused", "spat_out", "skipped", "missed")


@dataclass(frozen=True)
class Middle:
    """The middle of one measure over some nights, and how many of them it rests on."""

    median: Median | None
    """None if no night has a value."""
    nights: int
    """How many nights have one."""
    not_seen: int = 0
    """How many nights somebody looked and could not tell."""


@dataclass(frozen=True)
class Compared:
    """One measure: the last fourteen nights against the fourteen before."""

    name: str
    """The measure's name: "gait", "minutes", "weight_g"."""
    unit: str
    """"g", "ml", "min"; empty for a scale, whose levels have none."""
    now: Middle
    """The last nights."""
    before: Middle
    """As many nights before them."""
    up: int | None
    """Scored nights of the last ones that stand above the scored night before; None if no scale."""
    down: int | None
    """Those that stand below."""


@dataclass(frozen=True)
class Tally:
    """Nights of which something holds, of those that can tell."""

    nights: int
    """On how many it was so."""
    of: int
    """How many nights can tell."""


@dataclass(frozen=True)
class Counted:
    """One count: the last fourteen nights against the fourteen before."""

    name: str
    """"recorded", "goal", "droppings", "urine", "doses", "signs"."""
    now: Tally
    """The last nights."""
    before: Tally
    """As many nights before them."""


@dataclass(frozen=True)
class Comparison:
    """The last fourteen nights against the fourteen before."""

    now: Span
    """The last nights."""
    before: Span
    """As many nights before them."""
    measures: tuple[Compared, ...]
    """What has a middle."""
    counts: tuple[Counted, ...]
    """What is counted."""


def comparison_of(series: Course, nights: Nights, doses: Doses, last: date) -> Comparison:
    """The fourteen nights up to `last` against the fourteen before."""
    now = nights_up_to(last, COMPARED)
    before = nights_up_to(last - timedelta(days=COMPARED), COMPARED)
    measures = [
        *(_scale(name, getattr(series, name), now, before)
          for name in ("gait", "leg_left", "leg_right", "ate")),
        _number("weight_g", "g", series.weights, now, before),
        _number("minutes", "min", series.minutes, now, before),
        _number("water_ml", "ml", series.water, now, before),
    ]  # fmt: skip
    tallied: dict[str, Callable[[Span], Tally]] = {
        "goal": lambda span: _goal(series, span),
        "droppings": lambda span: _odd(nights, "droppings", span),
        "urine": lambda span: _odd(nights, "urine", span),
        "signs": lambda span: _signs(nights, span),
        "bad": lambda span: _bad(nights, span),
        "doses": lambda span: _given(doses, span),
        "recorded": lambda span: Tally(len(_inside(nights, span)), span.nights),
    }
    counts = [Counted(name, tally(now), tally(before)) for name, tally in tallied.items()]
    return Comparison(now, before, tuple(measures), tuple(counts))


def _scale(name: str, scores: Scores, now: Span, before: Span) -> Compared:
    # The first of the last fourteen is held against the scored night before it, too.
    both, earlier = counts_of(scores, Span(before.first, now.last)), counts_of(scores, before)
    up, down = both.up - earlier.up, both.down - earlier.down
    return Compared(name, "", _middle(scores, now), _middle(scores, before), up, down)


def _number(name: str, unit: str, numbers: Numbers, now: Span, before: Span) -> Compared:
    return Compared(name, unit, _middle(numbers, now), _middle(numbers, before), None, None)


def _middle(values: Scores | Numbers, span: Span) -> Middle:
    inside = within(values, span).values()
    known = [value for value in inside if not isinstance(value, NotSeen)]
    return Middle(median_of(known), len(known), len(inside) - len(known))


def _inside(nights: Nights, span: Span) -> list[Night]:
    return [night for on, night in nights.items() if on in span]


def _tally(answers: Iterable[bool]) -> Tally:
    told = list(answers)
    return Tally(sum(told), len(told))


def _odd(nights: Nights, name: str, span: Span) -> Tally:
    """Nights on which it was not normal, of those on which somebody looked and could tell."""
    values = (getattr(night, name) for night in _inside(nights, span))
    return _tally(value != "normal" for value in values if value and not isinstance(value, NotSeen))


def _signs(nights: Nights, span: Span) -> Tally:
    """Nights with any sign, of those on which signs were looked for."""
    return _tally(
        "yes" in night.signs.values()
        for night in _inside(nights, span)
        if any(answer != "not_checked" for answer in night.signs.values())
    )


def _bad(nights: Nights, span: Span) -> Tally:
    answers = (night.night_quality for night in _inside(nights, span))
    return _tally(answer == "bad" for answer in answers if answer is not None)


def _goal(series: Course, span: Span) -> Tally:
    """Nights that came up to their goal, of those that had both minutes and a goal."""
    spent = within(series.minutes, span)
    return _tally(minutes >= goal for on, minutes in spent.items() if (goal := series.goal.get(on)))


def _given(doses: Doses, span: Span) -> Tally:
    """Doses given, of those whose time is over; doses are counted here, not nights."""
    states: Iterator[DoseState] = (
        state for on, each in doses.items() if on in span for state in each
    )
    return _tally(state == "given" for state in states if state in _DUE)
