"""The only door to plotext 5: it draws the curves of long ranges and keeps its traps in (traps §8).

Only the field of points is plotext's. Labels, ticks and frame are ours, because its date axes are
wrong outside UTC, its ticks are not round and its labels overwrite one another. Points are handed
over as dots of the field, so that they are inside its limits and no scale has to be guessed.
"""

from collections.abc import Sequence
from math import isfinite
from typing import Any

from hamdiary.domain.frozen import dataclass

SMALLEST = (8, 5)
"""Columns and rows that plotext is given at least: a plot of 20 by 6, less labels and title.

A smaller field is cut out of that (traps §8).
"""

DOTS_WIDE, DOTS_HIGH = 2, 4
"""Dots of a braille cell."""

Dots = Sequence[float | None]


@dataclass(frozen=True)
class Curve:
    """A line through dots; None breaks it."""

    x: Dots
    """Dots from the left edge; at most two a column of cells on average."""
    y: Dots
    """Dots from the bottom; what lies outside the field is drawn at its edge."""
    role: str
    """The role of its cells."""
    joined: bool = True
    """Whether neighbouring points are joined."""


Cells = list[list[tuple[str, str]]]
"""Rows from top to bottom: a letter and its role in every cell; " " and "" where nothing is."""


def field_of(columns: int, rows: int, curves: Sequence[Curve]) -> Cells:
    """The curves drawn into `columns` by `rows` cells, a later one over an earlier one."""
    # Never the module's own functions: their figure is shared by the whole process. A plot of our
    # own has no public name in 5.3; it takes any size, where plot_size() obeys the terminal's.
    import plotext  # type: ignore[import-untyped]

    shared = plotext.active()
    plot = type(shared.monitor)()
    plot.set_date(shared.date)
    wide, high = max(columns, SMALLEST[0]), max(rows, SMALLEST[1])
    plot.set_size((wide, high))
    plot.set_frame(False)
    plot.set_xfrequency(0)
    plot.set_yfrequency(0)
    plot.set_xlim(0, wide * DOTS_WIDE - 1)
    plot.set_ylim(0, high * DOTS_HIGH - 1)
    # A colour is only a number here that finds the way back to the role.
    for number, curve in enumerate(curves):
        _draw(plot, curve, number, columns, rows)
    plot.build_plot()
    field = _cells(plot.matrix, [curve.role for curve in curves])
    return [row[:columns] for row in field[high - rows :]]


def _draw(plot: Any, curve: Curve, number: int, columns: int, rows: int) -> None:
    xs = [_dot(x, columns * DOTS_WIDE) for x in curve.x]
    ys = [_dot(y, rows * DOTS_HIGH) for y in curve.y]
    if any(x is not None and y is not None for x, y in zip(xs, ys, strict=True)):
        plot.draw(xs, ys, lines=curve.joined, marker="braille", color=number)


def _dot(value: float | None, dots: int) -> int | None:
    """The nearest dot; a value far outside its limits would hang plotext for a minute."""
    if value is None or not isfinite(value):
        return None
    return round(min(max(value, 0), dots - 1))


def _cells(matrix: Any, roles: Sequence[str]) -> Cells:
    # Read as it is: building ANSI text only to take it apart again costs half as much more.
    return [
        [
            (letter, roles[color] if isinstance(color, int) and letter != " " else "")
            for letter, color in zip(letters, colors, strict=True)
        ]
        for letters, colors in zip(matrix.marker[::-1], matrix.fullground[::-1], strict=True)
    ]
