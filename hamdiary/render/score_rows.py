"""Levels of an ordinal scale as steps, one row a level, where every night has its own cells."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from hamdiary.domain.measures import Level, NotSeen
from hamdiary.domain.trends.series import Scores
from hamdiary.render.axis import Axis
from hamdiary.render.canvas import Canvas
from hamdiary.render.marks import NOT_RECORDED, NOT_SEEN


class Pen(NamedTuple):
    """How one line of steps is drawn (look.md, Plots)."""

    role: str
    """Its role."""
    marker: str
    """The mark of a scored night."""
    flat: str
    """A piece of line along a level."""
    upright: str
    """A piece of line between levels."""
    rising: tuple[str, str]
    """Where it leaves a level upwards, and where it arrives on the upper one."""
    falling: tuple[str, str]
    """Where it leaves a level downwards, and where it arrives on the lower one."""


GAIT = Pen("accent", "●", "━", "┃", ("┛", "┏"), ("┓", "┗"))
LEFT = Pen("mark", "◄", "─", "│", ("╯", "╭"), ("╮", "╰"))
RIGHT = Pen("second", "►", "╌", "┆", ("╯", "╭"), ("╮", "╰"))
CASE = Pen("faint", "○", "╌", "┆", ("╯", "╭"), ("╮", "╰"))
"""The published case: faint, and dashed because most of its days were not told."""


class Rows(NamedTuple):
    """Where the levels of one scale stand on a canvas."""

    top: int
    """The row of the highest level."""
    levels: int
    """How many levels there are."""
    pitch: int = 1
    """Rows from one level to the next; more where there is room."""

    def of(self, level: Level) -> int:
        """The row of a level; one that this version does not know is drawn at the edge."""
        return self.top + (self.levels - 1 - min(max(level, 0), self.levels - 1)) * self.pitch

    @property
    def all(self) -> range:
        """The rows from the highest level to the lowest, and those between levels."""
        return range(self.top, self.of(0) + 1)

    @property
    def each(self) -> range:
        """The row of each level, the highest first."""
        return self.all[:: self.pitch]

    @property
    def unscored(self) -> int:
        """The row that says why there is no score."""
        return self.all.stop


def steps(canvas: Canvas, axis: Axis, rows: Rows, scores: Scores, pen: Pen, at: int) -> None:
    """Draw scored nights with their marker in cell `at`; no line goes across a gap."""
    before: Level | None = None
    for evening, x in axis.nights():
        value = scores.get(evening)
        level = None if value is None or isinstance(value, NotSeen) else value
        if level is not None:
            canvas.fill(range(x, x + axis.cell), rows.of(level), pen.flat, pen.role)
            if before is not None and rows.of(before) != rows.of(level):
                _joined(canvas, x, rows.of(before), rows.of(level), pen)
            canvas.put(x + at, rows.of(level), pen.marker, pen.role)
        before = level


def _joined(canvas: Canvas, x: int, start: int, end: int, pen: Pen) -> None:
    leaves, arrives = pen.rising if end < start else pen.falling
    for y in range(min(start, end) + 1, max(start, end)):
        canvas.put(x, y, pen.upright, pen.role)
    canvas.put(x, start, leaves, pen.role)
    canvas.put(x, end, arrives, pen.role)


def two_legs(canvas: Canvas, axis: Axis, rows: Rows, left: Scores, right: Scores) -> None:
    """Both legs in one plot; where they are equal each keeps its own half of the night."""
    left_at, right_at = leg_cells(axis)
    steps(canvas, axis, rows, right, RIGHT, right_at)
    steps(canvas, axis, rows, left, LEFT, left_at)
    for evening, x in axis.nights():
        level = right.get(evening)
        if level is None or isinstance(level, NotSeen):
            continue
        if left.get(evening) == level:
            rest = range(x + left_at + 1, x + axis.cell)
            canvas.fill(rest, rows.of(level), RIGHT.flat, RIGHT.role)
        canvas.put(x + right_at, rows.of(level), RIGHT.marker, RIGHT.role)


def leg_cells(axis: Axis) -> tuple[int, int]:
    """The cells of a night in which the left and the right leg's markers stand."""
    return (1, 3) if axis.cell > 3 else (0, axis.cell - 1)


def unscored(canvas: Canvas, axis: Axis, y: int, each: Sequence[tuple[Scores, int]]) -> None:
    """Say in a row of its own why nights have no score; each series in its own cell."""
    for scores, at in each:
        for evening, x in axis.nights():
            value = scores.get(evening)
            if value is None:
                canvas.put(x + at, y, NOT_RECORDED, "muted")
            elif isinstance(value, NotSeen):
                canvas.put(x + at, y, NOT_SEEN, "muted")


def held(told: Mapping[date, Level], axis: Axis) -> dict[date, Level]:
    """The published case's levels, each held until the next day that was told."""
    known = sorted(told)
    levels: dict[date, Level] = {}
    for evening in axis.span.evenings():
        past = [on for on in known if on <= evening]
        if past and evening <= known[-1]:
            levels[evening] = told[past[-1]]
    return levels
