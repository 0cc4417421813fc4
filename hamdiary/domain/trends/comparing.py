"""How the scores of some nights stand against others: medians, counts and which way they tend."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise
from math import sqrt

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import Level, NotSeen
from hamdiary.domain.trends.series import (
    Median,
    Numbers,
    Scores,
    Span,
    median_of,
    nights_up_to,
    scored,
    within,
)

COMPARED_NIGHTS = 7
"""The last seven nights stand against the seven before them (domain §1.6, D)."""

FEWEST_SCORED = 7
"""Below so many scored nights nothing is said of a trend (domain §1.6, D)."""

LEAST_SHARE = 1 / 3
"""This share of all pairs of nights must go one way, net, to be called a trend (D)."""

LEAST_SPREADS = 1.645
"""And the net count must reach so many of the spreads that it has in nights of no order (D).

With seven scored nights that asks for 11 of the 21 pairs, and fewer where levels repeat. Nights are
correlated, so this is no test and no p-value is told; it only keeps "tends" from noise.
"""


@dataclass(frozen=True)
class Compared:
    """The median of the last nights against that of as many nights before them."""

    now: Median | None
    """Of the last seven nights; None if none of them is scored."""
    before: Median | None
    """Of the seven nights before."""
    nights_now: int
    """How many of the last seven are scored."""
    nights_before: int
    """How many of the seven before are scored."""

    @property
    def enough(self) -> bool:
        """Whether there are both, and enough nights to tell them apart by."""
        both = self.now is not None and self.before is not None
        return both and self.nights_now + self.nights_before >= FEWEST_SCORED


def compared(numbers: Scores | Numbers, evening: date) -> Compared:
    """The seven nights up to `evening` against the seven before; "not seen" is no score."""
    middle = evening - timedelta(days=COMPARED_NIGHTS)
    now = _numbers(numbers, nights_up_to(evening, COMPARED_NIGHTS))
    before = _numbers(numbers, nights_up_to(middle, COMPARED_NIGHTS))
    return Compared(median_of(now), median_of(before), len(now), len(before))


def _numbers(numbers: Scores | Numbers, span: Span) -> list[float]:
    # Both kinds are numbers but for the nights on which nothing could be seen.
    return [each for each in within(numbers, span).values() if not isinstance(each, NotSeen)]


@dataclass(frozen=True)
class Counts:
    """The nights of a span: how the scored ones moved, and how many are not scored."""

    up: int
    """Scored nights that stand above the scored night before them."""
    same: int
    """Scored nights on the same level as the one before."""
    down: int
    """Scored nights below the one before."""
    scored: int
    """All scored nights; the first of them has none before it."""
    not_seen: int
    """Nights on which somebody looked and could not tell."""
    not_recorded: int
    """Nights of which this was not recorded."""


def counts_of(scores: Scores, span: Span) -> Counts:
    """How many nights of the span went up, down or neither, and how many cannot be told."""
    inside = within(scores, span)
    levels = [level for _, level in scored(inside)]
    moves = Counter((after > before) - (after < before) for before, after in pairwise(levels))
    return Counts(
        up=moves[1],
        same=moves[0],
        down=moves[-1],
        scored=len(levels),
        not_seen=len(inside) - len(levels),
        not_recorded=span.nights - len(inside),
    )


class Tendency(Enum):
    """Which way the scored nights of a span went, all in all."""

    UP = "tends up"
    FLAT = "flat"
    DOWN = "tends down"
    TOO_FEW = "too few nights"


def sign_count(levels: Sequence[Level]) -> int:
    """Of all pairs of nights, those that went up less those that went down: Mann-Kendall's S."""
    earlier: Counter[Level] = Counter()
    net = 0
    for level in levels:
        for other, nights in earlier.items():
            net += nights * ((level > other) - (level < other))
        earlier[level] += 1
    return net


def tendency(scores: Scores, span: Span) -> Tendency:
    """Which way the scored nights of the span tend, told from ranks only (domain §1.6)."""
    levels = [level for _, level in scored(within(scores, span))]
    if len(levels) < FEWEST_SCORED:
        return Tendency.TOO_FEW
    net = sign_count(levels)
    pairs = len(levels) * (len(levels) - 1) // 2
    if abs(net) < max(LEAST_SHARE * pairs, LEAST_SPREADS * _spread(levels)):
        return Tendency.FLAT
    return Tendency.UP if net > 0 else Tendency.DOWN


def _spread(levels: Sequence[Level]) -> float:
    """The standard deviation that S has if the order is chance, with its correction for ties."""

    def part(count: int) -> int:
        """What one tie of so many levels adds to, or takes from, the variance."""
        return count * (count - 1) * (2 * count + 5)

    return sqrt((part(len(levels)) - sum(map(part, Counter(levels).values()))) / 18)
