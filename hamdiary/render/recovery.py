"""The plots of recovery, one above the other on one axis (design §6, look.md Plots)."""

from collections.abc import Iterator, Sequence
from datetime import date

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.manner import day_and_month
from hamdiary.domain.text import clean_line
from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.summary import Summary, summary_of
from hamdiary.domain.trends.treatment import CASE_LABEL
from hamdiary.render.axis import LABEL, Axis
from hamdiary.render.bars import minutes_canvas
from hamdiary.render.canvas import Canvas, Line, Span, plain, wrapped_line
from hamdiary.render.cells import cells, padded
from hamdiary.render.fitting import Fit, nightly_strips, shown_strips
from hamdiary.render.frame import dates, letters_row, marked, put_letters
from hamdiary.render.score_plots import gait_canvas, is_case_in, legs_canvas
from hamdiary.render.score_rows import CASE
from hamdiary.render.strips import STRIPS, nightly_canvas, strips_of
from hamdiary.render.strips import Plot as Plot
from hamdiary.render.weight_plot import weight_canvas

PLOTS: tuple[Plot, ...] = ("gait", "legs", "weight", "minutes", "nightly")
"""Every plot, from top to bottom; each strip of the last is also one by itself."""

Part = Canvas | Sequence[Line]
"""A plot, or lines between plots."""


@dataclass(frozen=True)
class Picture:
    """Plots that are drawn already, through which only the cursor still moves."""

    axis: Axis
    """Where the nights stand."""
    parts: tuple[Part, ...]
    """The plots and what stands between them, from top to bottom."""
    treatment: date | None
    """The first day of treatment, if days are counted from it in place of dates."""
    date_rows: int
    """Rows of dates at most."""

    def lines(self, cursor: date | None = None) -> list[Line]:
        """All of it, and the dates below; `cursor` is the night that is read out."""
        here = self.axis.cells_of(cursor)
        below = dates(self.axis, cursor, self.treatment, self.date_rows)
        return [
            line
            for part in (*self.parts, below)
            for line in (part.lines(here) if isinstance(part, Canvas) else part)
        ]


def picture(
    course: Course,
    axis: Axis,
    plots: Sequence[Plot] = PLOTS,
    *,
    cursor: date | None = None,
    compare: bool = False,
    by_treatment_day: bool = False,
    summary: Summary | None = None,
) -> list[Line]:
    """Some plots above one another, and the dates below; `cursor` is the night that is read out.

    Whoever draws one long course again and again hands over its `summary`.
    """
    drawn = draw(
        course, axis, plots, compare=compare, by_treatment_day=by_treatment_day, summary=summary
    )
    return drawn.lines(cursor)


def draw(
    course: Course,
    axis: Axis,
    plots: Sequence[Plot] = PLOTS,
    *,
    fit: Fit | None = None,
    compare: bool = False,
    by_treatment_day: bool = False,
    summary: Summary | None = None,
) -> Picture:
    """The same without a cursor, in as many rows as the `fit` allows."""
    fit, summary = fit or Fit(), summary or summary_for(course, axis)
    parts: list[Part] = []
    # Gait has room for the letters beside its title; other titles say what their numbers are.
    letters = letters_row(axis, course.marks)
    if plots[0] != "gait" and any(plain(line) for line in letters.lines()):
        parts.append(letters)
    for number, block in enumerate(_blocks(course, axis, plots, summary, compare, fit)):
        parts += [Canvas(axis.width, 1), *block] if number and fit.gaps else block
    if fit.gap_above_dates:
        parts.append(Canvas(axis.width, 1))
    start = course.treatment_start if by_treatment_day else None
    return Picture(axis, tuple(parts), start, fit.dates)


def _blocks(
    course: Course,
    axis: Axis,
    plots: Sequence[Plot],
    summary: Summary | None,
    compare: bool,
    fit: Fit,
) -> Iterator[list[Part]]:
    """Each plot with its marks, then the strips."""
    for plot in (plot for plot in plots if plot not in STRIPS):
        canvas = canvas_of(course, axis, plot, summary, compare, fit)
        if plot != "nightly":
            marked(canvas, axis, course.marks)
        if plot == plots[0] == "gait":
            put_letters(canvas, axis, course.marks)
        is_case_shown = plot == "gait" and compare and is_case_in(course)
        yield [canvas, case_caption(axis)] if is_case_shown else [canvas]
    strips = shown_strips(plots, fit)
    if strips:
        yield [nightly_canvas(course, axis, summary, strips)]


def case_caption(axis: Axis) -> list[Line]:
    """What stands below the gait wherever the published case is drawn into it."""
    words = f"{CASE.marker} {CASE_LABEL}"
    if LABEL + len(words) <= axis.width:
        return [(Span(" " * LABEL + words, CASE.role),)]
    return wrapped_line((Span(words, CASE.role),), axis.width)


def summary_for(course: Course, axis: Axis) -> Summary | None:
    """What the columns of a long range come to; a short one is drawn night by night."""
    return None if axis.by_night else summary_of(course, axis.columns)


def canvas_of(
    course: Course,
    axis: Axis,
    plot: Plot,
    summary: Summary | None,
    compare: bool = False,
    fit: Fit | None = None,
) -> Canvas:
    """One plot without its dates."""
    fit = fit or Fit()
    match plot:
        case "gait":
            return gait_canvas(course, axis, summary, compare, fit.pitch)
        case "legs":
            return legs_canvas(course, axis, summary, fit.pitch)
        case "weight":
            return weight_canvas(course, axis, summary, fit.weight_least, fit.weight)
        case "minutes":
            return minutes_canvas(course, axis, summary, fit.minutes)
        case "nightly":
            return nightly_canvas(course, axis, summary, nightly_strips(strips_of(course), fit))
        case _:
            return nightly_canvas(course, axis, summary, (plot,))


def marks_listed(course: Course) -> list[Line]:
    """What the letters stand for: those of the span, and those still to come."""
    shown = [mark for mark in course.marks if mark.evening >= course.span.first]
    one_year = len({on.year for on in (course.span.first, course.span.last)}) == 1
    return [
        (
            Span(f"{mark.letter} ", "bold"),
            Span(f"{_day(mark.evening, one_year)}  ", "muted"),
            Span(clean_line(mark.words)),
        )
        for mark in shown
    ]


_TWO_DIGITS = date(2026, 11, 22)
"""A day that is as wide as any."""


def _day(on: date, one_year: bool) -> str:
    day = padded(day_and_month(on), cells(day_and_month(_TWO_DIGITS)), right=True)
    return day if one_year else f"{day} {on.year}"
