"""Plots and words of recovery as one page for a terminal, a pipe or a screen reader."""

from collections.abc import Mapping, Sequence
from datetime import date

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import marked, t
from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.facts import facts_of
from hamdiary.domain.trends.series import Span, within
from hamdiary.domain.typed_dates import say_day
from hamdiary.render.axis import Axis, axis_for
from hamdiary.render.canvas import Line, wrapped_line
from hamdiary.render.canvas import Span as Words
from hamdiary.render.nights_table import counted, legend
from hamdiary.render.recovery import Plot, marks_listed, picture
from hamdiary.render.recovery_words import columns_in_words, milestones_in_words, words_of
from hamdiary.render.strips import droppings_legend, legend_of_doses

_NOTHING = {
    "gait": marked("no gait recorded"),
    "legs": marked("no leg scores recorded"),
    "weight": marked("no weight recorded"),
    "minutes": marked("no outings recorded"),
    "droppings": marked("no droppings recorded"),
    "ate": marked("not recorded how much was eaten"),
    "water": marked("no water recorded"),
    "doses": marked("no doses recorded"),
}


def has_any(course: Course, plot: Plot) -> bool:
    """Whether anything of a plot was recorded within the span, be it only "not seen"."""
    series: Mapping[Plot, Sequence[Mapping[date, object]]] = {
        "gait": [course.gait],
        "legs": [course.leg_left, course.leg_right],
        "weight": [course.weights],
        "minutes": [course.minutes],
        "droppings": [course.droppings],
        "ate": [course.ate],
        "water": [course.water],
        "doses": [course.doses],
    }
    return any(within(each, course.span) for each in series[plot])


def nothing_said(hamster: Hamster, plots: Sequence[Plot], span: Span) -> str:
    """One line that says what there is nothing to draw of, and when."""
    what = t(_NOTHING[plots[0]]) if len(plots) == 1 else t("nothing recorded that could be drawn")
    return f"{hamster.called}: {what}, {_period(span)}."


def recovery_page(
    hamster: Hamster,
    course: Course,
    plots: Sequence[Plot],
    width: int,
    *,
    compare: bool = False,
    by_treatment_day: bool = False,
) -> list[Line]:
    """The plots of which there is anything on one axis, what the marks mean, and the words."""
    shown = [plot for plot in plots if has_any(course, plot)]
    if not shown:
        return [(Words(nothing_said(hamster, plots, course.span)),)]
    lines: list[Line] = [(Words(f"{hamster.called}, {_period(course.span)}"),), ()]
    axis = axis_for(course.span, width)
    if axis is not None:
        lines += picture(course, axis, shown, compare=compare, by_treatment_day=by_treatment_day)
        lines += [(), *_legend(course, axis, shown, width)]
    return [*lines, *_words(course, shown, width)]


def _legend(course: Course, axis: Axis, plots: Sequence[Plot], width: int) -> list[Line]:
    """What marks, letters and columns stand for."""
    notes = [f"{legend()}.", columns_in_words(course.span, axis.columns)]
    if "droppings" in plots:
        notes.append(droppings_legend(axis))
    if "doses" in plots:
        notes.append(legend_of_doses())
    listed = [line for mark in marks_listed(course) for line in wrapped_line(mark, width)]
    said = [_muted(note, width) for note in notes if note]
    return [*listed, *(line for each in said for line in each), ()]


def _words(course: Course, plots: Sequence[Plot], width: int) -> list[Line]:
    """The words of each plot, then the milestones, and how many nights they rest on."""
    facts = facts_of(course)
    said = [line for plot in plots for line in words_of(facts, plot)]
    if {"gait", "legs"} & set(plots):
        said += milestones_in_words(facts)
    said.append((Words(counted(course.recorded, course.span.first, course.span.last), "muted"),))
    return [line for sentence in said for line in wrapped_line(sentence, width)]


def _muted(words: str, width: int) -> list[Line]:
    return wrapped_line((Words(words, "muted"),), width)


def _period(span: Span) -> str:
    if span.nights == 1:
        return t("night of {day}").format(day=say_day(span.first))
    return t("{first} to {last}").format(first=say_day(span.first), last=say_day(span.last))
