"""A table of the report in cells: beside each other, wrapped, or one below the other."""

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len

from hamdiary.domain.language import t
from hamdiary.domain.text import clean
from hamdiary.render.report.table import Cell, Table
from hamdiary.tui.guide.rows import Row
from hamdiary.tui.widgets.lines import Line, Span, flowed, line, wrapped

GAP = 2
"""Cells between columns."""

LEAST = 14
"""Cells below which a column of words is not squeezed."""

INKS = {"": "text", "strong": "bold", "warn": "warn", "muted": "muted"}
"""The ink of each tone."""

NOTHING = "–"
"""What stands in a cell of which nothing is recorded."""

UNITS = {"Weight": " g", "Water": " ml", "Out": " min"}
"""The units that the log names below it; beside each other a number and its unit never part."""

FEW = 6
"""Up to so many columns every cell is said where the table is taken apart."""


def table_rows(table: Table, width: int) -> list[Row]:
    """The table in `width` cells; without rows there is nothing to show."""
    if not table.rows:
        return []
    columns = _columns(table, width)
    if columns is None:
        return _apart(table, width)
    heads = [Cell(name, "muted") for name, _ in table.heads]
    rows = [heads, *table.rows]
    return [Row(each) for cells in rows for each in _beside(cells, table, columns)]


def _columns(table: Table, width: int) -> list[int] | None:
    """How wide each column is; None if they do not fit beside each other."""
    wanted = [
        max([cell_len(head), *(_widest(row[place]) for row in table.rows)])
        for place, (head, _) in enumerate(table.heads)
    ]
    missing = sum(wanted) + GAP * (len(wanted) - 1) - width
    while missing > 0:
        broad = max(range(len(wanted)), key=lambda place: wanted[place])
        if wanted[broad] <= LEAST or table.heads[broad][1] == "right":
            return None
        others = [each for each in wanted if each < wanted[broad]]
        less = min(missing, max(1, wanted[broad] - max([LEAST, *others])))
        wanted[broad] -= less
        missing -= less
    return wanted


def _widest(cell: Cell) -> int:
    return max(map(cell_len, clean(cell.words).split("\n")))


def _beside(cells: Sequence[Cell], table: Table, columns: Sequence[int]) -> list[Line]:
    texts = [wrapped(clean(each.words), room) for each, room in zip(cells, columns, strict=True)]
    lines = []
    for parts in zip_longest(*texts, fillvalue=""):
        row = line()
        for place, part in enumerate(parts):
            room = columns[place]
            blanks = " " * max(0, room - cell_len(part))
            start = blanks if table.heads[place][1] == "right" else ""
            row = row.plus(start).plus(part, INKS[cells[place].tone])
            if place + 1 < len(parts):
                row = row.plus(("" if start else blanks) + " " * GAP)
        lines.append(row)
    return lines


def _apart(table: Table, width: int) -> list[Row]:
    """Each row by itself: what it is about, then every cell with the name of its column."""
    rows: list[Row] = []
    for cells in table.rows:
        about = clean(cells[0].words)
        rows += [Row(line(Span(each, "bold"))) for each in wrapped(about, width)]
        parts = [
            part for place in range(1, len(cells)) for part in _said(table, cells, place, width)
        ]
        rows += [Row(line("  ").then(each)) for each in flowed(parts, width - 2, 3)]
    return rows


def _said(table: Table, cells: Sequence[Cell], place: int, width: int) -> list[Line]:
    """A cell with its column's name before it; the words of the last of many need none."""
    many = len(table.heads) > FEW
    head, ink = table.heads[place][0], INKS[cells[place].tone]
    words = " ".join(clean(cells[place].words).split())
    if not words or (words == NOTHING and many):
        return []
    unit = (
        {t(name): each for name, each in UNITS.items()}.get(head, "")
        if many and words[0].isdigit()
        else ""
    )
    name = line() if many and place == len(cells) - 1 else line(Span(f"{head} ", "muted"))
    if name.width + cell_len(words) + 4 <= width - 2:
        return [name.plus(f"{words}{unit}", ink)]
    told = [line(Span(each, ink)) for each in wrapped(words, max(8, width - 2))]
    return [name, *told] if name.width else told
