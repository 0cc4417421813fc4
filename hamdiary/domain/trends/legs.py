"""Left against right, said only where it is more than the scores' own scatter (domain §1.6)."""

from datetime import date
from typing import Literal

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import NotSeen
from hamdiary.domain.trends.series import Scores, Span, within

Side = Literal["left", "right"]

NIGHTS_ALIKE = 3
"""One leg must be higher on so many scored nights (domain §1.6, D)."""

WIDE = 2
"""Or so many levels apart on one night (domain §1.6, D)."""


@dataclass(frozen=True)
class Balance:
    """How the two legs compare on the nights on which both were scored."""

    scored: int
    """Nights on which both were."""
    left: int
    """Of these, nights on which the left was higher."""
    right: int
    """Nights on which the right was."""
    side: Side | None
    """Which was higher on the latest of these nights; None if they were the same."""
    run: int
    """On how many of the latest of these nights, without a break, that side was higher."""
    widest: tuple[date, int] | None
    """The latest night with `WIDE` or more levels between them, and left less right."""

    @property
    def worth_saying(self) -> bool:
        """Whether the difference is more than scatter."""
        return max(self.left, self.right) >= NIGHTS_ALIKE or self.widest is not None


def balance_of(left: Scores, right: Scores, span: Span) -> Balance:
    """The legs against each other over a span."""
    gaps = _gaps(within(left, span), within(right, span))
    signs = [(gap > 0) - (gap < 0) for _, gap in gaps]
    latest = signs[-1] if signs else 0
    wide = [(on, gap) for on, gap in gaps if abs(gap) >= WIDE]
    return Balance(
        scored=len(signs),
        left=signs.count(1),
        right=signs.count(-1),
        side={1: "left", -1: "right"}.get(latest),  # type: ignore[arg-type]
        run=_run(signs, latest) if latest else 0,
        widest=wide[-1] if wide else None,
    )


def _gaps(left: Scores, right: Scores) -> list[tuple[date, int]]:
    gaps = []
    for evening in sorted(left.keys() & right.keys()):
        one, other = left[evening], right[evening]
        if not isinstance(one, NotSeen) and not isinstance(other, NotSeen):
            gaps.append((evening, one - other))
    return gaps


def _run(signs: list[int], latest: int) -> int:
    run = 0
    while run < len(signs) and signs[-1 - run] == latest:
        run += 1
    return run
