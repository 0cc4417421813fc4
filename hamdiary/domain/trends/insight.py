"""Two kinds of night side by side, with their counts; this does not show cause (issue 5)."""

from collections.abc import Mapping
from datetime import date, timedelta

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked
from hamdiary.domain.trends.series import (
    Median,
    Numbers,
    Scores,
    Span,
    finite,
    median_of,
    scored,
    within,
)

FEWEST_EACH = 7
"""Both kinds of night must have been scored so often."""

LONG_OUTING = 20
"""Minutes out of the cage from which an evening counts as one with a long outing."""

NOT_CAUSE = marked("this does not show cause")
"""What is said beside every insight."""


@dataclass(frozen=True)
class Insight:
    """The scores of nights that follow one kind of evening, and those that follow the others."""

    after: Median
    """Median of the nights that follow."""
    nights_after: int
    """How many these are."""
    others: Median
    """Median of the nights that follow other evenings."""
    nights_others: int
    """How many those are."""


def after_evenings(scores: Scores, evenings: Mapping[date, bool], span: Span) -> Insight | None:
    """Nights right after the `evenings` that are true against those after the ones that are not.

    A night whose evening before is not known counts for neither; None with fewer than
    `FEWEST_EACH` nights on a side.
    """
    sides: dict[bool, list[float]] = {True: [], False: []}
    for on, level in scored(within(scores, span)):
        kind = evenings.get(on - timedelta(days=1))
        if kind is not None:
            sides[kind].append(level)
    after, others = median_of(sides[True]), median_of(sides[False])
    if after is None or others is None or min(map(len, sides.values())) < FEWEST_EACH:
        return None
    return Insight(after, len(sides[True]), others, len(sides[False]))


def after_long_outings(scores: Scores, minutes: Numbers, span: Span) -> Insight | None:
    """Nights after `LONG_OUTING` minutes or more against nights after a shorter time or none."""
    return after_evenings(
        scores, {on: spent >= LONG_OUTING for on, spent in finite(minutes).items()}, span
    )
