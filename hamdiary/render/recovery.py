"""The plots of recovery, one above the other on one axis (design §6, look.md Plots)."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from hamdiary.domain.text import clean_line
from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.summary import Summary, summary_of
from hamdiary.domain.trends.treatment import CASE_LABEL
from hamdiary.domain.typed_dates import MONTHS
from hamdiary.render.axis import LABEL, Axis
from hamdiary.render.bars import minutes_canvas
from hamdiary.render.canvas import Canvas, Line, Span, plain, wrapped_line
from hamdiary.render.frame import dates, labels, letters_row, marked, put_letters
from hamdiary.render.score_plots import gait_canvas, is_case_in, legs_canvas
from hamdiary.render.score_rows import CASE, LEFT, RIGHT
from hamdiary.render.strips import STRIPS, Strip, level_strip, lowest_strip, nightly_canvas
from hamdiary.render.weight_plot import weight_canvas

Plot = Literal["gait", "legs", "weight", "minutes", "nightly"] | Strip

PLOTS: tuple[Plot, ...] = ("gait", "legs", "weight", "minutes", "nightly")
"""Every plot, from top to bottom; each strip of the last is also one by itself."""


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
    summary = summary or summary_for(course, axis)
    here = axis.cells_of(cursor)
    # Gait has room for the letters beside its title; other titles say what their numbers are.
    letters = [] if plots[0] == "gait" else letters_row(axis, course.marks).lines(here)
    lines = [line for line in letters if plain(line)]
    strips = tuple(plot for plot in STRIPS if plot in plots)
    large = [plot for plot in plots if plot not in STRIPS]
    for plot in large:
        canvas = canvas_of(course, axis, plot, summary, compare)
        if plot != "nightly":
            marked(canvas, axis, course.marks)
        if plot == plots[0] == "gait":
            put_letters(canvas, axis, course.marks)
        lines += canvas.lines(here)
        if plot == "gait" and compare and is_case_in(course):
            lines += case_caption(axis)
        lines.append(())
    if strips:
        lines += [*nightly_canvas(course, axis, summary, strips).lines(here), ()]
    start = course.treatment_start if by_treatment_day else None
    return [*lines, *dates(axis, cursor, start).lines(here)]


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
    course: Course, axis: Axis, plot: Plot, summary: Summary | None, compare: bool = False
) -> Canvas:
    """One plot without its dates."""
    match plot:
        case "gait":
            return gait_canvas(course, axis, summary, compare)
        case "legs":
            return legs_canvas(course, axis, summary)
        case "weight":
            return weight_canvas(course, axis, summary)
        case "minutes":
            return minutes_canvas(course, axis, summary)
        case "nightly":
            return nightly_canvas(course, axis, summary)
        case _:
            return nightly_canvas(course, axis, summary, (plot,))


def small_picture(course: Course, axis: Axis, cursor: date | None = None) -> list[Line]:
    """What stands on Tonight: gait, and each leg as a row of blocks."""
    summary = summary_for(course, axis)
    gait = gait_canvas(course, axis, summary)
    legs = Canvas(axis.width, 2)
    labels(legs, ["Left  ◄", "Right ►"], 0)
    if summary is None:
        level_strip(legs, axis, 0, course.leg_left, LEFT.role)
        level_strip(legs, axis, 1, course.leg_right, RIGHT.role)
    else:
        lowest_strip(legs, 0, summary.leg_left, LEFT.role)
        lowest_strip(legs, 1, summary.leg_right, RIGHT.role)
    marked(gait, axis, course.marks)
    below = dates(axis, cursor)
    return [line for part in (gait, legs, below) for line in part.lines(axis.cells_of(cursor))][1:]


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


def _day(on: date, one_year: bool) -> str:
    day = f"{on.day:>2} {MONTHS[on.month - 1][:3]}"
    return day if one_year else f"{day} {on.year}"
