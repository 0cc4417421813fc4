"""What every plot has around its marks: title, label column, grid, happenings, dates below."""

from collections.abc import Sequence
from datetime import date

from hamdiary.domain.language import t
from hamdiary.domain.trends.course import Mark
from hamdiary.render.axis import LABEL, Axis
from hamdiary.render.canvas import Canvas
from hamdiary.render.cells import cells, cut, wrapped
from hamdiary.render.marks import GRID, MARK_LINE
from hamdiary.render.ticks import (
    Rows,
    Tick,
    beside,
    date_rows,
    fitting,
    night_tick,
    period_named,
    point_tick,
    treatment_rows,
)


def title(canvas: Canvas, words: str, beside: str = "") -> None:
    """The plot's name in row 0, and what its numbers are."""
    canvas.put(0, 0, words, "bold")
    canvas.put(max(LABEL, cells(words) + 1), 0, beside, "muted")


def labels(canvas: Canvas, rows: Sequence[str], first: int = 1) -> None:
    """One label a row."""
    for y, label in enumerate(rows, first):
        canvas.put(0, y, cut(label, LABEL - 1), "muted")


def grid(canvas: Canvas, rows: Sequence[int]) -> None:
    """Faint lines through the free cells of some rows."""
    for y in rows:
        for x in range(LABEL, canvas.width):
            canvas.under(x, y, GRID, "grid")


def marked(canvas: Canvas, axis: Axis, marks: Sequence[Mark]) -> None:
    """A dashed line below the title for each dated event of the span."""
    for x in _letters(axis, marks):
        for y in range(1, canvas.height):
            canvas.under(x, y, MARK_LINE, "faint")


def put_letters(canvas: Canvas, axis: Axis, marks: Sequence[Mark]) -> None:
    """The events' letters in the row of the title; what shares a column is a plus."""
    for x, letter in _letters(axis, marks).items():
        canvas.put(x, 0, letter, "bold")


def letters_row(axis: Axis, marks: Sequence[Mark]) -> Canvas:
    """The events' letters in a row of their own."""
    canvas = Canvas(axis.width, 1)
    put_letters(canvas, axis, marks)
    return canvas


def _letters(axis: Axis, marks: Sequence[Mark]) -> dict[int, str]:
    letters: dict[int, str] = {}
    for mark in marks:
        if mark.evening in axis.span:
            x = axis.x_of(mark.evening)
            letters[x] = mark.letter if letters.get(x, mark.letter) == mark.letter else "+"
    return letters


def dates(
    axis: Axis, cursor: date | None = None, treatment: date | None = None, most: int = 2
) -> Canvas:
    """The rows below a plot: dates, or days of `treatment` counted from its first."""
    if treatment is None:
        rows, names = date_rows(axis), [period_named(axis)]
    else:
        rows = treatment_rows(axis, treatment)
        whole, brief = t("Day of treatment"), t("Day treated")
        names = wrapped(whole, LABEL - 1) if most > 1 else [brief]
    rows = rows[:most]
    canvas = Canvas(axis.width, max(len(rows), len(names)))
    labels(canvas, names, 0)
    inside = cursor is not None and cursor in axis.span
    if cursor is not None and inside and not axis.by_night:
        rows[0] = beside(rows[0], point_tick(axis, cursor, treatment))
    for y, ticks in enumerate(rows):
        for tick in fitting(ticks, axis.width):
            canvas.put(tick.x, y, tick.words, tick.role)
    if cursor is not None and inside and axis.by_night:
        _reverse(canvas, axis, rows, night_tick(axis, cursor, treatment))
    return canvas


def _reverse(canvas: Canvas, axis: Axis, rows: Rows, here: Tick) -> None:
    """The cursor's date in reverse, also where there is no room for those beside it."""
    for y, ticks in enumerate(rows):
        canvas.fill(axis.cells_of(here.evening), y, " ", "chip")
        shown = next((tick for tick in ticks if tick.evening == here.evening), None)
        tick = shown or (here if y == 0 else None)
        if tick is not None:
            canvas.put(tick.x, y, tick.words[: axis.cell], "chip")
