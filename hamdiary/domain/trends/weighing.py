"""The weight against the hamster's own usual one, and the dates this rests on (domain §3.1)."""

from collections.abc import Mapping
from datetime import date, timedelta

from hamdiary.domain.baseline import (
    BASELINE_DAYS,
    FEWEST,
    LATEST_LEFT_OUT,
    WeightChange,
    weight_baseline,
    weight_change,
)
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.night import Night
from hamdiary.domain.trends.series import Numbers, Span, finite, within


@dataclass(frozen=True)
class Usual:
    """The hamster's own usual weight and where it comes from."""

    grams: float
    """Grams."""
    weighings: int
    """Of how many weighings it is the median; 0 if the owner said it."""
    first: date | None
    """The first of these weighings; None if the owner said it."""
    last: date | None
    """The last of them."""

    @property
    def as_on_a_scale(self) -> float:
        """Grams in tenths: the median of an even number of weighings lies between two of them."""
        return round(self.grams, 1)


@dataclass(frozen=True)
class Weighed:
    """Where the weight stands at the end of a span."""

    latest: tuple[date, float]
    """The last weighing of the span, evening and grams."""
    percent: float | None
    """It in % of the usual weight; None while that is not known."""
    change: WeightChange | None
    """It against the weighing nearest to seven nights before it."""


def usual_weight(weights: Numbers, evening: date, said_by_owner: float | None) -> Usual | None:
    """What the owner called usual, else the median of the weighings that domain §3.1 names."""
    if said_by_owner:
        return Usual(said_by_owner, 0, None, None)
    known = {on: grams for on, grams in finite(weights).items() if on <= evening}
    window = within(
        known,
        Span(evening - timedelta(days=BASELINE_DAYS), evening - timedelta(days=LATEST_LEFT_OUT)),
    )
    taken = list(window) if len(window) >= FEWEST else list(known)[:FEWEST]
    nights = _as_nights({on: known[on] for on in taken})
    grams = weight_baseline(nights, evening)
    return Usual(grams, len(taken), taken[0], taken[-1]) if grams else None


def weighed(weights: Numbers, span: Span, usual: Usual | None) -> Weighed | None:
    """The last weighing of the span and what it is compared with; None if there is none."""
    known = finite(weights)
    inside = within(known, span)
    if not inside:
        return None
    on, grams = list(inside.items())[-1]
    lately = within(known, Span(on - timedelta(days=BASELINE_DAYS), on))
    return Weighed(
        latest=(on, grams),
        percent=percent_of(grams, usual) if usual else None,
        change=weight_change(_as_nights(lately), on),
    )


def percent_of(grams: float, usual: Usual) -> float:
    """A weight in % of the usual one."""
    return grams / usual.grams * 100


def _as_nights(weights: Mapping[date, float]) -> list[Night]:
    return [Night("", on, weight_g=grams) for on, grams in weights.items()]
