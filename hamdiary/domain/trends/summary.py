"""A course in as many columns as a plot has, worked out once for all that is drawn of it."""

from collections.abc import Mapping, Sequence
from datetime import date

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import Choice, NotSeen, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.trends.columns import Column, in_columns, sorted_into
from hamdiary.domain.trends.course import Course, DoseState
from hamdiary.domain.trends.series import Span

ORDINARY = "normal"
"""The droppings that need no second look."""

WORST_FIRST: tuple[DoseState, ...] = (
    "refused", "spat_out", "missed", "skipped", "due", "later", "given",
)  # fmt: skip
"""Of the doses of several nights the one that an owner must not overlook."""


@dataclass(frozen=True)
class Summary:
    """What the nights of each column come to."""

    span: Span
    """The nights that are shown."""
    gait: Sequence[Column]
    """The gait."""
    leg_left: Sequence[Column]
    """Its own left leg."""
    leg_right: Sequence[Column]
    """Its own right leg."""
    weights: Sequence[Column]
    """Grams."""
    minutes: Sequence[Column]
    """Minutes out of the cage."""
    goal: Sequence[Column]
    """The goal, of the nights that had one."""
    ate: Sequence[Column]
    """How much was eaten."""
    water: Sequence[Column]
    """Millilitres."""
    droppings: Sequence[str | NotSeen | None]
    """The droppings furthest from normal; None where nothing is recorded."""
    doses: Sequence[DoseState | None]
    """The dose that must not be overlooked."""


def summary_of(course: Course, columns: int) -> Summary:
    """The course in `columns` columns, or in as many as it has nights."""
    span = course.span
    goal = {on: minutes for on, minutes in course.goal.items() if minutes is not None}
    return Summary(
        span=span,
        gait=in_columns(course.gait, span, columns),
        leg_left=in_columns(course.leg_left, span, columns),
        leg_right=in_columns(course.leg_right, span, columns),
        weights=in_columns(course.weights, span, columns),
        minutes=in_columns(course.minutes, span, columns),
        goal=in_columns(goal, span, columns),
        ate=in_columns(course.ate, span, columns),
        water=in_columns(course.water, span, columns),
        droppings=_oddest(course.droppings, span, columns),
        doses=_weightiest(course.doses, span, columns),
    )


def _oddest(
    droppings: Mapping[date, str | NotSeen], span: Span, columns: int
) -> list[str | NotSeen | None]:
    kind = measures_of(Night)["droppings"].kind
    assert isinstance(kind, Choice)
    usual = kind.codes.index(ORDINARY)
    away = {code: abs(place - usual) for place, code in enumerate(kind.codes)}
    parts = sorted_into(droppings, span, columns)
    # What was not seen counts only where nothing was: it comes after the least odd code.
    return [max(part, key=lambda code: away.get(code, -1)) if part else None for part in parts]


def _weightiest(
    doses: Mapping[date, tuple[DoseState, ...]], span: Span, columns: int
) -> list[DoseState | None]:
    parts = sorted_into(doses, span, columns)
    states = [{state for night in part for state in night} for part in parts]
    return [next((each for each in WORST_FIRST if each in found), None) for found in states]
