"""Minutes out of the cage as bars against each night's goal (look.md, Plots)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hamdiary.domain.language import marked, t
from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.series import finite
from hamdiary.domain.trends.summary import Summary
from hamdiary.render.axis import LABEL, Axis
from hamdiary.render.canvas import Canvas
from hamdiary.render.frame import grid, labels, title
from hamdiary.render.marks import NOT_RECORDED
from hamdiary.render.round_values import rows_from_zero

EIGHTHS = " ▁▂▃▄▅▆▇█"
"""A cell filled from below, by eighths."""

MINUTES_A_ROW = (1, 2, 5, 10, 20, 30, 60, 120, 240, 480)
"""What one row may be worth."""

MOST_ROWS = 4

GOAL = ("▁", "─")
"""The goal's line at the bottom of a row and in its middle."""


REST = marked("rest")
"""What stands in place of minutes on a night of ordered rest."""

_WORD = 4
"""A night needs more cells than this for the whole word."""


class _Bar(NamedTuple):
    x: int
    minutes: float | None
    goal: float | None
    rest: bool
    role: str


def minutes_canvas(
    course: Course, axis: Axis, summary: Summary | None, most: int = MOST_ROWS
) -> Canvas:
    """A bar a night with its minutes on top; in long ranges the median of each column."""
    bars = list(_nights(course, axis) if summary is None else _columns(summary))
    step, rows = rows_from_zero(_highest(bars), MINUTES_A_ROW, most)
    canvas = Canvas(axis.width, rows + 1)
    title(canvas, t("Out of cage"), _beside(bars, axis))
    values = [int(step * place) for place in reversed(range(rows))]
    labels(canvas, [f"{values[0]} min", *map(str, values[1:])])
    for bar in bars:
        _draw(canvas, axis, bar, step, rows)
    grid(canvas, [rows])
    return canvas


def _highest(bars: Sequence[_Bar]) -> float:
    return max((height for bar in bars for height in (bar.minutes, bar.goal) if height), default=1)


def _beside(bars: Sequence[_Bar], axis: Axis) -> str:
    parts = [t("minutes")]
    if any(bar.goal for bar in bars):
        parts.append(t("{mark} goal").format(mark=GOAL[0]))
    if axis.by_night and axis.cell <= _WORD and any(bar.rest for bar in bars):
        parts.append(t("{letter} rest").format(letter=_rest_letter()))
    return ", ".join(parts)


def _rest_letter() -> str:
    return t(REST)[:1]


def _nights(course: Course, axis: Axis) -> Iterator[_Bar]:
    minutes = finite(course.minutes)
    for evening, x in axis.nights():
        goal = course.goal.get(evening)
        rest = goal is None and evening in course.goal
        role = "accent" if evening == course.span.last else "mark"
        yield _Bar(x, minutes.get(evening), goal, rest, role)


def _columns(summary: Summary) -> Iterator[_Bar]:
    for x, (spent, aim) in enumerate(zip(summary.minutes, summary.goal, strict=True), LABEL):
        minutes = spent.median.value if spent.median else None
        yield _Bar(x, minutes, aim.median.value if aim.median else None, False, "mark")


def _draw(canvas: Canvas, axis: Axis, bar: _Bar, step: float, rows: int) -> None:
    if bar.goal:
        _goal(canvas, axis, bar.x, bar.goal / step, rows)
    if bar.minutes is None:
        rest = t(REST) if axis.cell > _WORD else _rest_letter()
        words = rest if bar.rest else NOT_RECORDED
        at = 0 if len(words) > 1 else axis.cell // 2
        canvas.put(bar.x + at, rows, words, "muted")
        return
    height = min(max(bar.minutes, 0) / step, rows - 1)
    _filled(canvas, _bar_cells(axis, bar.x), height, rows, bar.role)
    number = f"{bar.minutes:.0f}"
    if axis.by_night and len(number) < axis.cell:
        x = bar.x + (axis.cell - len(number)) // 2
        canvas.put(x, rows - (int(height) + (height % 1 > 0)), number, "text")


def _filled(canvas: Canvas, columns: range, height: float, rows: int, role: str) -> None:
    full, part = int(height), round(height % 1 * 8)
    for y in range(rows, rows - full, -1):
        canvas.fill(columns, y, EIGHTHS[-1], role)
    if part:
        canvas.fill(columns, rows - full, EIGHTHS[part], role)
    elif not full:
        # No minutes at all are something that was recorded, so they leave a trace.
        canvas.fill(columns, rows, EIGHTHS[1], role)


def _bar_cells(axis: Axis, x: int) -> range:
    wide = {1: 1, 2: 1, 3: 2}.get(axis.cell, 3)
    return range(x + (axis.cell - wide) // 2, x + (axis.cell - wide) // 2 + wide)


def _goal(canvas: Canvas, axis: Axis, x: int, height: float, rows: int) -> None:
    row, over = int(height), height % 1
    if over > 0.75:
        row, over = row + 1, 0.0
    letter = GOAL[over >= 0.25]
    for place in range(x, x + axis.cell):
        canvas.under(place, max(rows - row, 1), letter, "muted")
