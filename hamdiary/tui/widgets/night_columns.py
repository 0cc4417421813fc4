"""Which columns of the list of nights there is room for, and where they stand."""

from rich.cells import cell_len

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked, t
from hamdiary.domain.measures import Choice, measures_of
from hamdiary.domain.night import Night


@dataclass(frozen=True)
class Column:
    """One column of the list."""

    measure: str
    """The measure's name."""
    head: str
    """What stands above it."""
    start: int
    """Its first cell, counted from the night's first letter."""
    width: int
    """Its cells."""


_COLUMNS = (
    ("gait", marked("Gait"), 2, 8),
    ("leg_left", "L", 3, 1),
    ("leg_right", "R", 1, 1),
    ("ate", marked("Ate"), 2, 6),
    ("droppings", marked("Droppings"), 2, 9),
    ("weight_g", marked("Weight"), 2, 7),
)
"""Measure, head, the gap before it and its cells, the most telling first (look.md, Widths).

A column of words is as wide as the longest of them in the language in use.
"""

LISTED = frozenset(name for name, *_ in _COLUMNS)
"""Measures that the list has a column for."""

NIGHT = 10
"""Cells of "Sun 22 Nov"."""

TIGHTENED = ("weight_g", "droppings", "ate", "leg_left", "gait")
"""Columns that move closer to the one before them, in this order, so that all find room."""

NOTE_CELLS = 12
"""Cells from which on a note says something; with less, its column goes first."""

AIRY = 70
"""From this width on there is an empty cell more between groups."""

SPARK_NIGHTS = 7
"""Nights up to each one whose gait stands in its line as a row of blocks (issue 5)."""

SPARK_GAP = 2
"""Empty cells before these."""


@dataclass(frozen=True)
class NightColumns:
    """The columns that there is room for."""

    columns: tuple[Column, ...]
    """From left to right."""
    note: int
    """Where the note begins."""
    width: int
    """The end of the line."""
    spark: int | None = None
    """Where the gait of the last nights begins; None where there is no room for it."""

    @classmethod
    def of(cls, width: int, with_note: bool = False, with_spark: bool = False) -> "NightColumns":
        """The columns of a list `width` cells wide; `with_note` if the note matters most.

        `with_spark` if the nights before each one are known.
        """
        gaps = _gaps(width)
        columns: list[Column] = []
        end = NIGHT
        room = width - NOTE_CELLS - 1 if with_note else width
        for measure, head, _, least in _COLUMNS:
            cells = _cells_of(measure, head, least)
            start = end + gaps[measure]
            if start + cells > room:
                break
            columns.append(Column(measure, t(head), start, cells))
            end = start + cells
        gap = 3 if width >= AIRY else 1
        spark: int | None = end + SPARK_GAP
        # The blocks give way before a note does.
        if (
            not with_spark
            or len(columns) < len(_COLUMNS)
            or width - end - SPARK_GAP - SPARK_NIGHTS - gap < NOTE_CELLS
        ):
            spark = None
        note = (end if spark is None else spark + SPARK_NIGHTS) + gap
        return cls(tuple(columns), note if width - note >= NOTE_CELLS else width, width, spark)

    @property
    def words(self) -> int:
        """Where words about the whole night stand."""
        return NIGHT + 2


def _gaps(width: int) -> dict[str, int]:
    """The empty cells before each column, fewer where not all columns would fit."""
    gaps = {name: gap if width >= AIRY else min(gap, 2) for name, _, gap, _ in _COLUMNS}
    cells = [_cells_of(measure, head, least) for measure, head, _, least in _COLUMNS]
    taken = NIGHT + sum(gaps.values()) + sum(cells)
    if 0 < taken - width <= len(TIGHTENED):
        gaps |= dict.fromkeys(TIGHTENED[: taken - width], 1)
    return gaps


def _cells_of(measure: str, head: str, least: int) -> int:
    kind = measures_of(Night)[measure].kind
    if not isinstance(kind, Choice):
        return least
    return max(cell_len(t(head)), *(cell_len(step.short) for step in kind.steps))
