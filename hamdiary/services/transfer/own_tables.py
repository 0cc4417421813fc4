"""hamdiary's own tables, read back: which table it is, and each row's id and values."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date, datetime

from hamdiary.domain.column_days import Order, Unreadable, day_of_cell
from hamdiary.domain.foreign import names_a_thing
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Stored
from hamdiary.domain.language import t
from hamdiary.domain.measures import Day, Instant, Measure, Quantity, Times, Value
from hamdiary.domain.things import keys_of_kind
from hamdiary.domain.values import BadValue, stored
from hamdiary.services.transfer.cells import Decimal, Wrong, value_typed
from hamdiary.services.transfer.columns import HAMSTER_NAME, columns, table_names, unguarded
from hamdiary.services.transfer.grid import Grid, Row
from hamdiary.services.transfer.plan import Remark

NAMED_BY_KEYS = frozenset({"night", "skip", "dose"})
"""Kinds whose id is nothing but their keys: hamster and evening, or the like."""


@dataclass(frozen=True)
class OwnRow:
    """A row of one of hamdiary's tables."""

    kind: str
    """What sort of thing it is."""
    id: str
    """Which one."""
    values: Mapping[str, Stored]
    """Every field that has a column; None where the cell is empty."""
    line: int
    """Its line in the file."""
    file: str
    """The file's name."""


def kind_of(grid: Grid, name: str) -> str | None:
    """Which kind's table it is, by its headers and its file's name; None if it is none."""
    headers = set(grid.headers)
    fitting = [
        kind for kind in table_names() if headers >= _named_by(kind) and headers & _fields(kind)
    ]
    by_name = next((kind for kind in fitting if name == f"{table_names()[kind]}.csv"), None)
    if by_name or not fitting:
        return by_name
    best = max(fitting, key=lambda kind: len(headers & _fields(kind)))
    # A stranger's table may well have an "id" and a "note".
    known = _fields(best) | _named_by(best) | {HAMSTER_NAME, *keys_of_kind(best)}
    return best if headers <= known else None


def _named_by(kind: str) -> set[str]:
    keys = set(keys_of_kind(kind))
    return keys if kind in NAMED_BY_KEYS else {"id", *keys}


def _fields(kind: str) -> set[str]:
    return {column.header for column in columns(kind) if column.measure is not None}


@dataclass(frozen=True)
class Writing:
    """How days and numbers are written, since a spreadsheet may have written them anew."""

    order: Order
    """The order of day and month where a year comes last."""
    decimal: Decimal | None
    """The decimal sign, where it is known."""
    today: date
    """The day it is."""


def days_in(grid: Grid, kind: str) -> list[str]:
    """All cells of a table that are days."""
    names = {"evening"} | {
        column.header
        for column in columns(kind)
        if column.measure is not None and isinstance(column.measure.kind, Day)
    }
    return [cell for header in grid.headers if header in names for cell in grid.column(header)]


def numbers_in(grid: Grid, kind: str) -> list[str]:
    """All cells of a table that are numbers."""
    names = {
        column.header
        for column in columns(kind)
        if column.measure is not None and isinstance(column.measure.kind, Quantity)
    }
    return [cell for header in grid.headers if header in names for cell in grid.column(header)]


def rows_in(
    grid: Grid, kind: str, file: str, writing: Writing
) -> tuple[list[OwnRow], list[Remark]]:
    """The rows of a table, and what is wrong with the others."""
    rows: list[OwnRow] = []
    wrong = [Remark(each.line, f"{file}: {each.text}") for each in grid.troubles]
    seen: dict[str, int] = {}
    for row in grid.rows:
        cells = dict(zip(grid.headers, row.cells, strict=True))
        thing = _id(kind, cells, row, writing)
        if isinstance(thing, Wrong):
            wrong.append(Remark(row.line, f"{file}: {thing.reason}"))
            continue
        if thing in seen:
            wrong.append(
                Remark(
                    row.line,
                    t("{file}: the same as line {seen} once more").format(
                        file=file, seen=seen[thing]
                    ),
                )
            )
        seen[thing] = row.line
        values, troubles = _values(kind, cells, writing)
        wrong += [Remark(row.line, f"{file}: {trouble}") for trouble in troubles]
        rows.append(OwnRow(kind, thing, values, row.line, file))
    return rows, wrong


def _values(
    kind: str, cells: Mapping[str, str], writing: Writing
) -> tuple[dict[str, Stored], list[str]]:
    """What the cells of one row say, by field, and what is wrong with the others."""
    values: dict[str, Stored] = {}
    wrong: list[str] = []
    for column in columns(kind):
        if column.measure is not None and column.header in cells:
            value = _value(column.measure, cells[column.header], writing)
            if isinstance(value, Wrong):
                wrong.append(f"{column.header}: {value.reason}")
            else:
                values[column.name] = value
    return values, wrong


def _id(kind: str, cells: Mapping[str, str], row: Row, writing: Writing) -> str | Wrong:
    """The id that a row names; one without gets an id that follows from what it says."""
    keys = [_key(key, cells.get(key, "").strip(), writing) for key in keys_of_kind(kind)]
    named = cells.get("id", "").strip()
    if kind == "hamster":
        thing = named
    elif kind in NAMED_BY_KEYS:
        thing = "/".join(keys)
    else:
        digest = hashlib.sha256("\0".join(row.cells).encode("utf-8", "replace")).hexdigest()
        thing = named or "/".join([*keys, digest[:16]])
    if named and (named != thing or (keys and not f"{thing}/".startswith("/".join(keys) + "/"))):
        return Wrong(t("its id and the columns beside it do not fit together"))
    return (
        thing
        if names_a_thing(kind, thing)
        else Wrong(t("it does not say which {kind} it is").format(kind=kind))
    )


def _key(key: str, cell: str, writing: Writing) -> str:
    if key != "evening":
        return cell
    day = day_of_cell(cell, writing.order, writing.today)
    return cell if isinstance(day, Unreadable) else day.isoformat()


def _value(measure: Measure, cell: str, writing: Writing) -> Stored | Wrong:
    """What the journal would keep of a cell."""
    text = unguarded(cell)
    if not text.strip():
        return None
    try:
        value = _read(measure, text, writing)
        return value if isinstance(value, Wrong) else stored(measure, value)
    except BadValue as error:
        return Wrong(str(error))


def _read(measure: Measure, text: str, writing: Writing) -> Value | Wrong:
    if isinstance(measure.kind, Day):
        day = day_of_cell(text, writing.order, writing.today)
        return Wrong(day.reason) if isinstance(day, Unreadable) else day
    if isinstance(measure.kind, Instant):
        return _moment(text.strip())
    if isinstance(measure.kind, Times):
        text = re.sub(r"\b([0-9]{2}:[0-9]{2}):00\b", r"\1", text)
    return value_typed(measure, text, writing.decimal, writing.today, numbered=False)


def _moment(text: str) -> Value | Wrong:
    """A moment as hamdiary writes it."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return Wrong(t("“{text}” is not written like 2026-11-22T20:16:00Z").format(text=text[:30]))
    return (
        moment
        if moment.utcoffset() is not None
        else Wrong(t("“{text}” lacks its Z").format(text=text[:30]))
    )
