"""How a form's lines share its height: what gives way first when there is little room."""

from collections.abc import Sequence

from hamdiary.domain.frozen import dataclass


@dataclass(frozen=True)
class Layout:
    """What of a form is shown."""

    gaps: bool
    """An empty row between groups."""
    header: bool
    """The row that says "last night"."""
    ruled: bool
    """The dashed row above the help."""
    help_rows: int
    """Rows that explain the focused line."""
    rows: int
    """Rows left for the form's lines; the others are reached by scrolling."""

    @classmethod
    def of(cls, height: int, lines: int, gaps: int, header: bool) -> "Layout":
        """The layout of `lines` lines in groups with `gaps` gaps; `height` cells in all."""
        whole = height - lines - gaps - header - 1
        if whole >= ROOM_FOR_ALL:
            return cls(True, header, True, whole, lines + gaps)
        for with_gaps, with_header, ruled, help_rows in _FROM_AIRY_TO_TIGHT:
            shows_header = with_header and header
            taken = shows_header + ruled + help_rows
            if lines + (gaps if with_gaps else 0) + taken <= height:
                return cls(with_gaps, shows_header, ruled, help_rows, height - taken)
        help_rows = 1 if height < 16 else 2
        return cls(False, False, False, help_rows, max(1, height - help_rows))

    def with_more_help(self, more: int) -> "Layout":
        """The same with so many lines fewer, and as many more rows below them."""
        rows, help_rows = self.rows - more, self.help_rows + more
        return Layout(self.gaps, self.header, self.ruled, help_rows, rows)


ROOM_FOR_ALL = 18
"""Rows below the lines from which on the whole wording of the focused one is shown."""

_FROM_AIRY_TO_TIGHT = (
    (True, True, True, 5),
    (True, True, True, 4),
    (True, True, True, 3),
    (True, True, True, 2),
    (True, False, True, 2),
    (False, True, True, 2),
    (False, False, True, 2),
    (False, False, True, 1),
    (False, False, False, 1),
)


def first_visible(first: int, focused: int, total: int, rows: int) -> int:
    """The first row to show so that the focused one is in sight and little moves."""
    if focused < first:
        first = focused
    if focused >= first + rows:
        first = focused - rows + 1
    return max(0, min(first, total - rows))


def with_gaps(groups: Sequence[Sequence[int]], gaps: bool) -> list[int | None]:
    """The lines' numbers in order, None standing for an empty row."""
    rows: list[int | None] = []
    for group in groups:
        if rows and gaps:
            rows.append(None)
        rows += group
    return rows
