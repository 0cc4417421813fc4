"""The weight as a line through its weighings, in % of the usual one (look.md, Plots)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from hamdiary.domain.language import t
from hamdiary.domain.manner import figures
from hamdiary.domain.trends.columns import Column
from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.series import Median, Numbers, finite, median_of, runs, within
from hamdiary.domain.trends.summary import Summary
from hamdiary.domain.trends.weighing import Usual
from hamdiary.render.axis import LABEL, Axis
from hamdiary.render.canvas import Canvas
from hamdiary.render.frame import grid, labels, title
from hamdiary.render.long_rows import Ends, Points, curve_of, doubled, laid, spread
from hamdiary.render.plots import DOTS_WIDE, field_of
from hamdiary.render.round_values import Rows, rows_for

FEWEST_ROWS, MOST_ROWS = 5, 7

PERCENT_A_ROW = 2
"""A row is worth 2 % where that is enough (look.md, Plots)."""

CLAMPED = 0.5
"""A weight further than this share from the middle is drawn at the edge, so that one slip does not
flatten all the others."""


def weight_canvas(
    course: Course,
    axis: Axis,
    summary: Summary | None,
    fewest: int = FEWEST_ROWS,
    most: int = MOST_ROWS,
) -> Canvas:
    """The line, its round values, and arrows at the edge for what lies outside.

    It takes from `fewest` to `most` rows besides its title.
    """
    factor = 100 / course.usual.grams if course.usual else 1.0
    known = finite(course.weights) if summary is None else {}
    nights = {on: grams * factor for on, grams in within(known, course.span).items()}
    columns = [_scaled(each, factor) for each in summary.weights] if summary else []
    values = [*nights.values(), *chain.from_iterable(map(_both, columns))]
    rows = _rows(values, course.usual, fewest, most)
    canvas, across = Canvas(axis.width, rows.count + 1), range(1, rows.count + 1)
    title(canvas, t("Weight"), _beside(course.usual))
    labels(canvas, _labels(rows, course.usual))
    points = _path(nights, rows, axis) if nights else _medians(columns, rows)
    laid(canvas, field_of(axis.cells, rows.count, [curve_of(points, "accent")]), across)
    spread(canvas, across, [_ends(each, rows) for each in columns])
    _arrows(canvas, axis, nights, columns, rows)
    grid(canvas, across)
    return canvas


def _scaled(column: Column, factor: float) -> Column:
    if column.low is None or column.high is None or column.median is None:
        return column
    middle = column.median.value * factor
    return column._replace(
        low=column.low * factor, median=Median(middle, middle), high=column.high * factor
    )


def _both(column: Column) -> list[float]:
    return [end for end in (column.low, column.high) if end is not None]


def _beside(usual: Usual | None) -> str:
    if usual is None:
        return t("grams; its usual is not known yet")
    return t("% of its usual {grams} g").format(grams=figures(usual.as_on_a_scale, 4))


def _rows(values: Sequence[float], usual: Usual | None, fewest: int, most: int) -> Rows:
    middle = 100.0 if usual else _middle(values)
    low, high = middle * (1 - CLAMPED), middle * (1 + CLAMPED)
    inside = [value for value in values if low <= value <= high] or [middle]
    return rows_for(inside, PERCENT_A_ROW if usual else 1, fewest, most)


def _middle(values: Sequence[float]) -> float:
    median = median_of(values)
    return median.value if median else 100.0


def _labels(rows: Rows, usual: Usual | None) -> list[str]:
    unit = "%" if usual else "g"
    texts = [f"{figures(value)} {unit}" for value in rows.values]
    return [text.rjust(max(map(len, texts))) for text in texts]


def _path(values: Mapping[date, float], rows: Rows, axis: Axis) -> Points:
    """From weighing to weighing, through every dot of each one's block; broken at gaps."""
    paths = (
        chain(
            chain.from_iterable(_block(axis, on, rows.dot_of(values[on])) for on in run),
            [(0, None)],
        )
        for run in runs(list(values))
    )
    return list(chain.from_iterable(paths))


def _block(axis: Axis, on: date, height: float) -> Iterator[tuple[float, float | None]]:
    """A weighing, two dots wide and three high; at most two points a column of cells."""
    left = (axis.x_of(on) - LABEL + axis.cell // 2) * DOTS_WIDE
    around = ((0, -1), (0, 1), (1, 1), (1, -1))
    for x, y in around if axis.cell < 3 else ((0, 0), *around, (1, 0)):
        yield left + x, height + y


def _medians(columns: Sequence[Column], rows: Rows) -> Points:
    middles = [each.median.value if each.median else None for each in columns]
    return doubled([None if middle is None else rows.dot_of(middle) for middle in middles])


def _ends(column: Column, rows: Rows) -> Ends:
    if column.low is None or column.high is None or column.low == column.high:
        return None
    return rows.dot_of(column.low), rows.dot_of(column.high)


def _arrows(
    canvas: Canvas, axis: Axis, nights: Numbers, columns: Sequence[Column], rows: Rows
) -> None:
    """An arrow at the edge for every weight that lies beyond it."""
    placed = [(axis.x_of(on) + axis.cell // 2, value) for on, value in nights.items()]
    placed += [(x, value) for x, each in enumerate(columns, LABEL) for value in _both(each)]
    for x, value in placed:
        way = rows.outside(value)
        if way:
            canvas.put(x, 1 if way > 0 else rows.count, "▲" if way > 0 else "▼", "warn")
