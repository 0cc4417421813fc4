"""Levels over a long range: in each column their median, and behind it how far they spread."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hamdiary.domain.trends.columns import Column, in_columns
from hamdiary.domain.trends.series import Scores
from hamdiary.render.axis import LABEL, Axis
from hamdiary.render.canvas import Canvas
from hamdiary.render.marks import NOT_RECORDED, NOT_SEEN
from hamdiary.render.plots import DOTS_HIGH, DOTS_WIDE, Cells, Curve, field_of
from hamdiary.render.score_rows import Rows

Columns = Sequence[Column]
Points = Sequence[tuple[float, float | None]]
Ends = tuple[float, float] | None


def dot_of(level: float, pitch: int = 1) -> float:
    """The dot from the bottom at which a level stands, in the middle of its row."""
    return level * DOTS_HIGH * pitch + 2


def long_gait(canvas: Canvas, axis: Axis, rows: Rows, scores: Columns, case: Scores) -> None:
    """The median of each column, the published case and each column's spread behind it."""
    told = in_columns(case, axis.span, axis.columns) if case else []
    shown = heights(scores, rows.pitch)
    curves = [
        curve_of(dashed(heights(told, rows.pitch)), "faint", joined=False),
        curve_of(doubled(shown), "accent", joined=False),
    ]
    laid(canvas, field_of(axis.columns, len(rows.all), curves), rows.all)
    joined(canvas, rows.all, shown, "accent")
    spread(canvas, rows.all, [level_ends(each, rows.pitch) for each in scores])


def long_legs(canvas: Canvas, axis: Axis, rows: Rows, left: Columns, right: Columns) -> None:
    """Both legs' medians, the left solid and the right dotted; they take turns where equal."""
    lefts, rights = heights(left, rows.pitch), heights(right, rows.pitch)
    shown = [
        None if place % 2 and one == other else one
        for place, (one, other) in enumerate(zip(lefts, rights, strict=True))
    ]
    curves = [
        curve_of(dashed(rights), "second", joined=False),
        curve_of(doubled(shown), "mark", joined=False),
    ]
    laid(canvas, field_of(axis.columns, len(rows.all), curves), rows.all)
    joined(canvas, rows.all, shown, "mark")


def heights(columns: Columns, pitch: int) -> list[float | None]:
    """The dot of each column's median."""
    return [None if each.median is None else dot_of(each.median.value, pitch) for each in columns]


def level_ends(column: Column, pitch: int) -> Ends:
    """The dots of a column's lowest and highest level; None if they are the same."""
    if column.low is None or column.high is None or column.low == column.high:
        return None
    return dot_of(column.low, pitch), dot_of(column.high, pitch)


def doubled(heights: Sequence[float | None]) -> Points:
    """Two dots a column, so that one column alone is a line and not a speck."""
    return [
        (DOTS_WIDE * place + dot, height)
        for place, height in enumerate(heights)
        for dot in range(DOTS_WIDE)
    ]


def dashed(heights: Sequence[float | None]) -> Points:
    """One dot a column: a dotted line."""
    return [(DOTS_WIDE * place, height) for place, height in enumerate(heights)]


def curve_of(points: Points, role: str, joined: bool = True) -> Curve:
    """The curve through some points; a point without a height breaks it."""
    return Curve([x for x, _ in points], [y for _, y in points], role, joined)


def joined(canvas: Canvas, rows: range, dots: Sequence[float | None], role: str) -> None:
    """Join neighbouring columns by an upright in the later one.

    Steps are drawn here and not by plotext, where each of their dots costs as much as a point.
    """
    for x, (before, after) in enumerate(pairwise(dots), LABEL + 1):
        if before is not None and after is not None and before != after:
            for y, bits in _upright((before, after), rows):
                canvas.put(x, y, chr(BRAILLE + (bits | _bits(canvas.letter(x, y)))), role)


def _bits(letter: str) -> int:
    """The dots that a cell has already."""
    dots = ord(letter) - BRAILLE if letter else 0
    return dots if 0 <= dots <= 0xFF else 0


def spread(canvas: Canvas, rows: range, ends: Sequence[Ends]) -> None:
    """Behind the medians an upright line in each column from its lowest to its highest value."""
    for x, pair in enumerate(ends, LABEL):
        if pair is not None:
            for y, bits in _upright(pair, rows):
                canvas.under(x, y, chr(BRAILLE + bits), "faint")


def _upright(ends: tuple[float, float], rows: range) -> Iterator[tuple[int, int]]:
    """The rows of an upright between two dots, and the bits of its dots there."""
    low, high = sorted(min(max(round(dot), 0), len(rows) * DOTS_HIGH - 1) for dot in ends)
    for row in range(low // DOTS_HIGH, high // DOTS_HIGH + 1):
        inside = range(max(low, row * DOTS_HIGH), min(high + 1, (row + 1) * DOTS_HIGH))
        yield rows[-1 - row], sum(_LEFT_DOTS[dot % DOTS_HIGH] for dot in inside)


BRAILLE = 0x2800
"""The empty braille letter; each of its dots adds a bit."""

_LEFT_DOTS = (0x40, 0x04, 0x02, 0x01)
"""The bits of the left column of dots, from the bottom."""


def laid(canvas: Canvas, field: Cells, rows: range) -> None:
    """Put a field of curves on a canvas, right of the labels."""
    for y, row in zip(rows, field, strict=True):
        for x, (letter, role) in enumerate(row, LABEL):
            if role:
                canvas.put(x, y, letter, role)


def unscored_columns(canvas: Canvas, y: int, *each: Columns) -> None:
    """Say which columns have no score at all, and why."""
    for x, columns in enumerate(zip(*each, strict=True), LABEL):
        if not any(column.known for column in columns):
            seen = any(column.not_seen for column in columns)
            canvas.put(x, y, NOT_SEEN if seen else NOT_RECORDED, "muted")
