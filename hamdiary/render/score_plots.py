"""Gait, and both legs: a plot each, night by night or in columns, with the reason for every gap."""

from collections.abc import Mapping, Sequence
from datetime import date

from hamdiary.domain.language import marked, t
from hamdiary.domain.measures import Scale, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.summary import Summary
from hamdiary.domain.trends.treatment import published_gait
from hamdiary.render.axis import LABEL, Axis
from hamdiary.render.canvas import Canvas
from hamdiary.render.frame import grid, labels, title
from hamdiary.render.long_rows import long_gait, long_legs, unscored_columns
from hamdiary.render.score_rows import (
    CASE,
    GAIT,
    LEFT,
    RIGHT,
    Rows,
    held,
    leg_cells,
    steps,
    two_legs,
    unscored,
)

_TOP = 1
"""The row below a plot's title."""


def gait_canvas(
    course: Course, axis: Axis, summary: Summary | None, compare: bool = False, pitch: int = 1
) -> Canvas:
    """Gait, `pitch` rows a level, and the row that says why there is no score."""
    names = _levels("gait")
    rows = Rows(_TOP, len(names), pitch)
    told = _case(course) if compare else {}
    canvas = Canvas(axis.width, rows.unscored + 1)
    title(canvas, t("Gait"))
    _labelled(canvas, rows, names)
    if summary is None:
        _case_steps(canvas, axis, rows, told)
        steps(canvas, axis, rows, course.gait, GAIT, axis.cell // 2)
        unscored(canvas, axis, rows.unscored, [(course.gait, axis.cell // 2)])
    else:
        case = held(told, axis) if told else {}
        long_gait(canvas, axis, rows, summary.gait, case)
        unscored_columns(canvas, rows.unscored, summary.gait)
    grid(canvas, rows.each)
    return canvas


def is_case_in(course: Course) -> bool:
    """Whether any day of the published case falls into the span."""
    told = _case(course)
    return bool(told) and min(told) <= course.span.last and max(told) >= course.span.first


def _case(course: Course) -> Mapping[date, int]:
    return published_gait(course.treatment_start) if course.treatment_start else {}


def _case_steps(canvas: Canvas, axis: Axis, rows: Rows, told: Mapping[date, int]) -> None:
    if told:
        steps(canvas, axis, rows, held(told, axis), CASE._replace(marker=CASE.flat), 0)
        for on, level in told.items():
            if on in axis.span:
                canvas.put(axis.x_of(on) + axis.cell // 2, rows.of(level), CASE.marker, CASE.role)


def legs_canvas(course: Course, axis: Axis, summary: Summary | None, pitch: int = 1) -> Canvas:
    """Both legs in one plot, apart by line and marker as well as by colour."""
    names = _levels("leg_left")
    rows = Rows(_TOP, len(names), pitch)
    canvas = Canvas(axis.width, rows.unscored + 1)
    _labelled(canvas, rows, names)
    _legs_title(canvas, axis.by_night)
    if summary is None:
        left, right = course.leg_left, course.leg_right
        two_legs(canvas, axis, rows, left, right)
        left_at, right_at = leg_cells(axis)
        unscored(canvas, axis, rows.unscored, [(left, left_at), (right, right_at)])
    else:
        long_legs(canvas, axis, rows, summary.leg_left, summary.leg_right)
        unscored_columns(canvas, rows.unscored, summary.leg_left, summary.leg_right)
    grid(canvas, rows.each)
    return canvas


def _labelled(canvas: Canvas, rows: Rows, names: Sequence[str]) -> None:
    for y, name in zip(rows.each, names, strict=True):
        labels(canvas, [name], y)
    labels(canvas, [t("no score")], rows.unscored)


def _legs_title(canvas: Canvas, by_night: bool) -> None:
    title(canvas, t("Legs"))
    samples = ("─◄─", "╌►╌") if by_night else ("⠤⠤⠤", "⠄⠄⠄")
    x = LABEL
    for sample, pen, side in zip(samples, (LEFT, RIGHT), (t("left"), t("right")), strict=True):
        canvas.put(x, 0, sample, pen.role)
        canvas.put(x + 4, 0, side, "muted")
        x += 4 + len(side) + 3
    own = t(_OWN)
    if canvas.width >= x + len(own):
        canvas.put(x, 0, own, "muted")


_OWN = marked("its own left and right")


def _levels(name: str) -> list[str]:
    """Digit and short word of each level, the highest first."""
    kind = measures_of(Night)[name].kind
    assert isinstance(kind, Scale)
    return [f"{level} {step.short}" for level, step in reversed(list(enumerate(kind.steps)))]
