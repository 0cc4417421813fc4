"""Rows of a stranger's table as nights: whose, which evening, what was recorded."""

from collections.abc import Mapping, Sequence
from datetime import date, tzinfo

from hamdiary.domain.column_days import Order, Unreadable, day_of_cell, night_of_cell
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.measures import Value
from hamdiary.domain.text import names_look_alike
from hamdiary.domain.typed_dates import short_day
from hamdiary.services.transfer.cells import Decimal, Wrong, read_cell
from hamdiary.services.transfer.grid import Grid, Row
from hamdiary.services.transfer.headers import BESIDES, EVENING, HAMSTER, TIME, Uses, fields
from hamdiary.services.transfer.plan import Remark


@dataclass(frozen=True)
class Found:
    """One value for one night, and where it stands."""

    value: Value
    """The value."""
    line: int
    """The line it comes from."""


Nights = dict[tuple[str, date], dict[str, Found]]
"""By hamster's id and evening, the values found by field."""


@dataclass(frozen=True)
class Reader:
    """What is needed to read the rows."""

    uses: Uses
    """By header, what a column is."""
    order: Order
    """The order of day and month."""
    decimal: Decimal | None
    """The decimal sign, where it is known."""
    hamster: Hamster
    """Whose nights they are where no column says it."""
    hamsters: Sequence[Hamster]
    """All that a column can name."""
    zone: tzinfo
    """The zone of the wall clock here."""
    today: date
    """The day it is."""
    whole_days: bool = False
    """Whether the column of nights has days without times, however they are written."""


def read_rows(grid: Grid, reader: Reader) -> tuple[Nights, list[Remark]]:
    """All nights that the rows tell of, and what is wrong with the others."""
    nights: Nights = {}
    wrong: list[Remark] = []
    for row in grid.rows:
        cells = _by_use(grid, row, reader.uses)
        which = _which(cells, reader)
        if isinstance(which, Wrong):
            wrong.append(Remark(row.line, which.reason))
            continue
        for header, use in reader.uses.items():
            if use.field is None or use.field in BESIDES:
                continue
            measure = fields()[use.field]
            cell = row.cells[grid.headers.index(header)]
            value = read_cell(measure, cell, use.unit, reader.decimal, reader.today)
            if isinstance(value, Wrong):
                wrong.append(Remark(row.line, f"{header}: {value.reason}"))
            elif value is not None:
                trouble = _add(nights, which, use.field, Found(value, row.line))
                wrong += [Remark(row.line, f"{header}: {trouble}")] if trouble else []
    return nights, wrong


def _by_use(grid: Grid, row: Row, uses: Uses) -> Mapping[str, str]:
    """The cells that say which night it is."""
    return {
        use.field: row.cells[grid.headers.index(header)]
        for header, use in uses.items()
        if use.field in BESIDES and use.field is not None
    }


def _which(cells: Mapping[str, str], reader: Reader) -> tuple[str, date] | Wrong:
    time = cells.get(TIME, "")
    if reader.whole_days and not time.strip():
        evening = day_of_cell(cells[EVENING], reader.order, reader.today)
    else:
        evening = night_of_cell(cells[EVENING], time, reader.order, reader.zone, reader.today)
    if isinstance(evening, Unreadable):
        return Wrong(evening.reason)
    name = cells.get(HAMSTER, "").strip()
    if not name:
        return reader.hamster.id, evening
    found = [
        each
        for each in reader.hamsters
        if each.id == name or (each.name and names_look_alike(each.name, name))
    ]
    if len(found) != 1:
        there = ", ".join(each.called for each in reader.hamsters)
        return Wrong(
            t("there is no one hamster called “{name}” here; there is {there}").format(
                name=name[:30], there=there
            )
        )
    return found[0].id, evening


def _add(nights: Nights, which: tuple[str, date], field: str, found: Found) -> str | None:
    """Keep a value; or why it cannot be: another row says something else of that night."""
    night = nights.setdefault(which, {})
    before = night.setdefault(field, found)
    if before.value == found.value:
        return None
    return t("line {line} says something else of the night of {night}").format(
        line=before.line, night=short_day(which[1])
    )
