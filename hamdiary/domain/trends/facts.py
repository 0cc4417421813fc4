"""What is said beside the plots, as facts; `render` puts them into words."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import get_args

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import NotSeen
from hamdiary.domain.trends.comparing import (
    Compared,
    Counts,
    Tendency,
    compared,
    counts_of,
    tendency,
)
from hamdiary.domain.trends.course import Course, DoseState
from hamdiary.domain.trends.insight import Insight, after_long_outings
from hamdiary.domain.trends.legs import Balance, balance_of
from hamdiary.domain.trends.milestones import Reached
from hamdiary.domain.trends.series import Numbers, Scores, Span, finite, within
from hamdiary.domain.trends.weighing import Usual, Weighed, weighed


@dataclass(frozen=True)
class ScoreFacts:
    """What can be said of one ordinal scale over a span."""

    counts: Counts
    """How the nights moved."""
    compared: Compared
    """The last seven nights against the seven before."""
    tendency: Tendency
    """Which way all of them tend."""


@dataclass(frozen=True)
class NumberFacts:
    """What can be said of minutes or millilitres over a span."""

    recorded: int
    """Nights with a number."""
    compared: Compared
    """The last seven nights against the seven before."""


@dataclass(frozen=True)
class KindFacts:
    """How often each option of a choice was recorded over a span."""

    nights: tuple[tuple[str, int], ...]
    """Nights of each code that occurred, most nights first."""
    not_seen: int
    """Nights on which somebody looked and could not tell, or did not look."""
    not_recorded: int
    """Nights of which this was not recorded."""


@dataclass(frozen=True)
class Facts:
    """All that is said of a course."""

    span: Span
    """Of which nights."""
    recorded: int
    """Nights of which anything was recorded."""
    gait: ScoreFacts
    """The gait."""
    leg_left: ScoreFacts
    """Its own left leg."""
    leg_right: ScoreFacts
    """Its own right leg."""
    legs: Balance
    """Left against right."""
    usual: Usual | None
    """The weight that others are compared with."""
    weighed: Weighed | None
    """Where the weight stands."""
    pouches_full: int
    """Weighings left out because the pouches were full."""
    minutes: NumberFacts
    """Time out of the cage."""
    goal_reached: int
    """Nights on which the minutes came up to that night's goal."""
    goal_nights: int
    """Nights with both minutes and a goal."""
    ate: ScoreFacts
    """How much was eaten."""
    droppings: KindFacts
    """What the droppings were like."""
    water: NumberFacts
    """How much was drunk."""
    doses: tuple[tuple[DoseState, int], ...]
    """How many doses are in each state that occurs."""
    milestones: tuple[Reached, ...]
    """Milestones ever reached."""
    outings: Insight | None
    """Nights after long outings against others."""


def facts_of(course: Course) -> Facts:
    """Everything that is said of a course."""
    span = course.span
    reached = _goals(course)
    return Facts(
        span=span,
        recorded=course.recorded,
        gait=score_facts(course.gait, span),
        leg_left=score_facts(course.leg_left, span),
        leg_right=score_facts(course.leg_right, span),
        legs=balance_of(course.leg_left, course.leg_right, span),
        usual=course.usual,
        weighed=weighed(course.weights, span, course.usual),
        pouches_full=course.pouches_full,
        minutes=number_facts(course.minutes, span),
        goal_reached=sum(reached),
        goal_nights=len(reached),
        ate=score_facts(course.ate, span),
        droppings=kind_facts(course.droppings, span),
        water=number_facts(course.water, span),
        doses=_doses(course),
        milestones=course.milestones,
        outings=after_long_outings(course.gait, course.minutes, span),
    )


def score_facts(scores: Scores, span: Span) -> ScoreFacts:
    """What can be said of one scale; the seven nights before may lie before the span."""
    return ScoreFacts(counts_of(scores, span), compared(scores, span.last), tendency(scores, span))


def number_facts(numbers: Numbers, span: Span) -> NumberFacts:
    """What can be said of numbers that are not scores."""
    known = finite(numbers)
    return NumberFacts(len(within(known, span)), compared(known, span.last))


def kind_facts(values: Mapping[date, str | NotSeen], span: Span) -> KindFacts:
    """How often each option of a choice was recorded."""
    inside = within(values, span)
    codes = Counter(value for value in inside.values() if not isinstance(value, NotSeen))
    nights = tuple(sorted(codes.items(), key=lambda each: (-each[1], each[0])))
    return KindFacts(nights, len(inside) - codes.total(), span.nights - len(inside))


def _goals(course: Course) -> list[bool]:
    """For each night with minutes and a goal, whether it was reached."""
    inside = within(finite(course.minutes), course.span)
    goals = ((spent, course.goal.get(on)) for on, spent in inside.items())
    return [spent >= goal for spent, goal in goals if goal is not None]


def _doses(course: Course) -> tuple[tuple[DoseState, int], ...]:
    inside = within(course.doses, course.span)
    found = Counter(state for states in inside.values() for state in states)
    return tuple((state, found[state]) for state in get_args(DoseState) if found[state])
