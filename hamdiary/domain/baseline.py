"""The hamster's own usual weight, which every weight is compared with (domain §3.1)."""

from collections.abc import Sequence
from datetime import date, timedelta

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.night import Night

BASELINE_DAYS = 14
"""The baseline looks back this far (domain §3.1, D)."""

LATEST_LEFT_OUT = 3
"""The last days are left out, so that a fall does not pull its own yardstick down."""

FEWEST = 3
"""Fewer weights than this make no baseline."""


@dataclass(frozen=True)
class WeightChange:
    """How a weight stands against an earlier one."""

    grams: float
    """Grams gained (above 0) or lost (below 0)."""
    nights: int
    """How many nights lie between the two."""


def valid_weights(nights: Sequence[Night]) -> list[tuple[date, float]]:
    """Evening and grams of every weighing that does not say the pouches were full."""
    return [
        (night.evening, night.weight_g)
        for night in sorted(nights, key=lambda each: each.evening)
        if night.weight_g is not None and night.pouches_empty != "no"
    ]


def weighed_lately(nights: Sequence[Night], evening: date) -> list[float]:
    """Grams of the weighings that a baseline on `evening` looks at first (domain §3.1, D)."""
    return in_window(valid_weights(nights), evening)


def in_window(weights: Sequence[tuple[date, float]], evening: date) -> list[float]:
    """The same from valid weights, oldest first, that somebody has already at hand."""
    first = evening - timedelta(days=BASELINE_DAYS)
    last = evening - timedelta(days=LATEST_LEFT_OUT)
    return [grams for on, grams in weights if first <= on <= last]


def weight_baseline(nights: Sequence[Night], evening: date) -> float | None:
    """Own usual weight in grams on `evening`; None below three weighings (domain §3.1, D)."""
    return baseline_of(valid_weights(nights), evening)


def baseline_of(weights: Sequence[tuple[date, float]], evening: date) -> float | None:
    """The same baseline from valid weights, oldest first."""
    window = in_window(weights, evening)
    if len(window) >= FEWEST:
        return median(window)
    opening = [grams for on, grams in weights if on <= evening][:FEWEST]
    return median(opening) if len(opening) == FEWEST else None


def median(values: Sequence[float]) -> float:
    """The middle value, of an even number the two in the middle halved.

    `statistics` would do the same, and costs every start that shows a weight its import.
    """
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def weight_change(nights: Sequence[Night], evening: date) -> WeightChange | None:
    """Tonight's weight against the one nearest to seven nights before, 5 to 10 nights back."""
    weights = dict(valid_weights(nights))
    now = weights.get(evening)
    if now is None:
        return None
    back = [days for days in (7, 6, 8, 5, 9, 10) if evening - timedelta(days=days) in weights]
    if not back:
        return None
    grams = now - weights[evening - timedelta(days=back[0])]
    return WeightChange(round(grams, 1), back[0])
