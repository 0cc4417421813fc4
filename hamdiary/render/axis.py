"""Where each night stands: whole cells per night for short ranges, shared columns for long ones."""

from collections.abc import Iterator
from datetime import date, timedelta

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.trends.columns import column_of, split
from hamdiary.domain.trends.series import Span

LABEL = 12
"""Cells of the label column (look.md, Plots)."""

SMALLEST_WIDTH = 20
"""Narrower plots are not drawn: their labels would overwrite one another (traps §8)."""

WIDEST_NIGHT, NARROWEST_NIGHT = 5, 2
"""Cells that a night of a short range takes (look.md, Plots)."""


@dataclass(frozen=True)
class Axis:
    """The columns of a plot, the same for every plot and strip above one another."""

    span: Span
    """The nights that are shown."""
    cell: int
    """Cells of each night; 1 where a column is one night or several."""
    columns: int
    """How many columns there are; as many as nights unless several share one."""

    @property
    def cells(self) -> int:
        """Cells of all columns together."""
        return self.cell * self.columns

    @property
    def width(self) -> int:
        """Cells of a whole line, its label among them."""
        return LABEL + self.cells

    @property
    def by_night(self) -> bool:
        """Whether every night has a column of its own that is wide enough for its marks."""
        return self.cell >= NARROWEST_NIGHT

    def x_of(self, evening: date) -> int:
        """The first cell of a night, counted from the left edge of the line."""
        return LABEL + self.cell * column_of(self.span, self.columns, evening)

    def cells_of(self, evening: date | None) -> range:
        """The cells of a night; none for a night that is not shown."""
        if evening is None or evening not in self.span:
            return range(0)
        first = self.x_of(evening)
        return range(first, first + self.cell)

    def parts(self) -> list[Span]:
        """The nights of each column."""
        return split(self.span, self.columns)

    def nights(self) -> Iterator[tuple[date, int]]:
        """Every night with its first cell, for short ranges."""
        for night in range(self.span.nights):
            yield self.span.first + timedelta(days=night), LABEL + night * self.cell


def axis_for(span: Span, width: int, widest: int = WIDEST_NIGHT) -> Axis | None:
    """The axis that shows the span in lines of `width` cells; None if that is too narrow.

    A night takes at most `widest` cells.
    """
    room = width - LABEL
    if width < SMALLEST_WIDTH:
        return None
    cell = min(room // span.nights, widest)
    if cell >= NARROWEST_NIGHT:
        return Axis(span, cell, span.nights)
    return Axis(span, 1, min(span.nights, room))
