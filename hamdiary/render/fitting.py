"""How many rows each plot of a picture takes, so that all of it fits into the height there is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.trends.course import Course
from hamdiary.render.axis import Axis
from hamdiary.render.strips import STRIPS, Plot, Strip, strips_of

GAIT_LEVELS, LEG_LEVELS = 6, 5
"""Levels of the scales that are drawn as rows (domain §1.2, §1.3)."""


@dataclass(frozen=True)
class Fit:
    """What a picture has room for; as it stands, a page that is as long as it likes."""

    pitch: int = 1
    """Rows from one level to the next."""
    weight: int = 7
    """Rows of the weight at most."""
    weight_least: int = 5
    """Rows of the weight at least."""
    minutes: int = 4
    """Rows of the minutes at most."""
    water: bool = True
    """Whether there is a strip for water among others."""
    gaps: bool = True
    """Whether an empty row parts the plots."""
    gap_above_dates: bool = True
    """Whether another one stands above the dates."""
    dates: int = 2
    """Rows of dates at most."""


_SIZES = ((4, 15, 12), (3, 12, 10), (2, 12, 8), (2, 8, 6), (1, 9, 6), (1, 7, 4), (1, 5, 3))
"""Pitch, rows of weight, rows of minutes: from what fills a large window to the least."""

_TIGHTER: tuple[dict[str, bool | int], ...] = (
    {},
    {"gap_above_dates": False},
    {"gap_above_dates": False, "water": False},
    {"gap_above_dates": False, "gaps": False},
    {"gap_above_dates": False, "gaps": False, "dates": 1},
    {"gap_above_dates": False, "gaps": False, "dates": 1, "water": False},
)
"""What gives way at the smallest size, one after the other."""


def _fits() -> Iterator[Fit]:
    for pitch, weight, minutes in _SIZES[:-1]:
        yield Fit(pitch, weight, minutes=minutes)
    pitch, weight, minutes = _SIZES[-1]
    for less in _TIGHTER:
        yield replace(Fit(pitch, weight, minutes=minutes), **less)  # type: ignore[arg-type]


_FITS = tuple(_fits())


def fit_for(
    course: Course, axis: Axis, plots: Sequence[Plot], height: int, more: int = 0
) -> Fit | None:
    """The most that `height` rows hold besides `more` others; None if they do not hold the least.

    Below the plots stand the dates.
    """
    room = height - more
    fit = next((fit for fit in _FITS if rows_of(course, axis, plots, fit) <= room), None)
    if fit is not None and tuple(plots) == ("weight",):
        return replace(fit, weight_least=fit.weight)  # alone it fills its room
    return fit


def rows_of(course: Course, axis: Axis, plots: Sequence[Plot], fit: Fit) -> int:
    """The rows that these plots take at most, their letters and dates among them."""
    large = [plot for plot in plots if plot not in STRIPS]
    strips = shown_strips(plots, fit)
    rows = sum(_rows(course, plot, fit) for plot in large) + len(strips)
    parts = len(large) + bool(strips)
    letters = 0 if plots[0] == "gait" or not course.marks else 1
    dates = min(fit.dates, 2 if axis.cell > 3 else 1)
    return letters + rows + fit.gaps * (parts - 1) + fit.gap_above_dates + dates


def shown_strips(plots: Sequence[Plot], fit: Fit) -> tuple[Strip, ...]:
    """The strips that are asked for one by one."""
    wanted = tuple(plot for plot in STRIPS if plot in plots)
    return nightly_strips(wanted, fit)


def nightly_strips(strips: Sequence[Strip], fit: Fit) -> tuple[Strip, ...]:
    """Some strips, without water where there is no room for it beside others."""
    return tuple(each for each in strips if fit.water or each != "water" or len(strips) == 1)


def _rows(course: Course, plot: Plot, fit: Fit) -> int:
    match plot:
        case "gait":
            return (GAIT_LEVELS - 1) * fit.pitch + 3
        case "legs":
            return (LEG_LEVELS - 1) * fit.pitch + 3
        case "weight":
            return fit.weight + 1
        case "minutes":
            return fit.minutes + 1
        case _:
            return len(nightly_strips(strips_of(course), fit))
