"""What the Recovery view can show at once, and how that depends on the room there is."""

from collections.abc import Sequence
from datetime import date

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import english, shows
from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.facts import Facts, facts_of
from hamdiary.domain.trends.summary import Summary
from hamdiary.render.axis import Axis, axis_for
from hamdiary.render.fitting import fit_for
from hamdiary.render.recovery import PLOTS, summary_for
from hamdiary.render.strips import Plot


class Told:
    """A course with all that follows from it, worked out once."""

    def __init__(self, course: Course) -> None:
        self.course = course
        """What was recorded."""
        self.facts: Facts = facts_of(course)
        """What is said of it."""
        self._summaries: dict[int, Summary | None] = {}

    def summary(self, axis: Axis) -> Summary | None:
        """What each column of a long range comes to."""
        if axis.by_night:
            return None
        if axis.columns not in self._summaries:
            self._summaries[axis.columns] = summary_for(self.course, axis)
        return self._summaries[axis.columns]


@shows("name")
@dataclass(frozen=True)
class Page:
    """Plots that are shown above one another."""

    name: str
    """What stands in the frame."""
    plots: tuple[Plot, ...]
    """Which plots; none for words alone."""

    @property
    def code(self) -> str:
        """By which it is remembered, whatever language its name is read in."""
        return english(self, "name")


ALL = Page("All four", PLOTS)
LEGS = Page("Legs", ("gait", "legs"))
GAIT, EACH_LEG = Page("Gait", ("gait",)), Page("Legs", ("legs",))
WEIGHT, OUT = Page("Weight", ("weight",)), Page("Out", ("minutes",))
NIGHTLY, WORDS = Page("Nightly", ("nightly",)), Page("Words", ())


@dataclass(frozen=True)
class Looks:
    """How an owner wants the plots to look."""

    page: str
    """The code of the page."""
    cursor: date
    """The night that is read out."""
    compare: bool = False
    """Whether the published case is drawn beside it."""
    by_treatment_day: bool = False
    """Whether days of treatment stand below in place of dates."""


WIDEST_NIGHT = 9
"""Cells of a night at most, in the widest windows."""

LEAST_WORDS = 3
"""Rows of words that stand with a plot where there is no column beside it."""

FEWER_WORDS = 2
"""Rows of words below which a plot rather stands alone."""


def axis_in(course: Course, width: int) -> Axis | None:
    """The axis in that many cells."""
    return axis_for(course.span, width, WIDEST_NIGHT)


def pages_for(course: Course, width: int, height: int, beside: bool) -> Sequence[Page]:
    """The pages that there is room for; `beside` stand words, so that none are needed below."""
    axis = axis_in(course, width)
    if axis is None:
        return (WORDS,)
    words = 0 if beside else LEAST_WORDS
    pages = [ALL] if fit_for(course, axis, PLOTS, height - words - (words > 0)) else []
    if fit_for(course, axis, LEGS.plots, height - words):
        return (*pages, LEGS, WEIGHT, OUT, NIGHTLY)
    alone = () if fit_for(course, axis, GAIT.plots, height - min(words, FEWER_WORDS)) else (WORDS,)
    return (*alone, GAIT, EACH_LEG, WEIGHT, OUT, NIGHTLY)


def page_named(pages: Sequence[Page], code: str) -> Page:
    """The page of that code, or the one that comes nearest in another size of window."""
    known = {page.code: page for page in pages}
    return known.get(code) or known.get({"Gait": "Legs"}.get(code, "")) or pages[0]
