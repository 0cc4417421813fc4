"""How things stand in tables: which columns there are, what they are called, how cells are written.

All of it follows from the declarations, so that a new measure or kind comes by itself.
"""

import re
from collections.abc import Mapping
from functools import cache

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Stored
from hamdiary.domain.language import english
from hamdiary.domain.measures import Measure, Quantity, Text, columns_of
from hamdiary.domain.things import KINDS, declaring_of, keys_of_kind
from hamdiary.storage.rows import TABLES

HAMSTER_NAME = "hamster_name"
"""A column for people: whose row it is. The id beside it is what counts."""

SPELT_OUT = {"g": "grams", "min": "minutes"}
"""Units that a column's name has in full."""

_LIVE = re.compile("'*[=+\\-@\t\r＝＋－＠]")
"""What a spreadsheet would take for a formula (traps §2), also behind a guard."""


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    """The field, key or "id"."""
    header: str
    """What stands in the first line: the name, with its unit."""
    measure: Measure | None
    """What is recorded there; None for the id, keys, and the hamster's name."""

    @property
    def is_free_text(self) -> bool:
        """Whether an owner's own words can stand there."""
        if self.measure is None:
            return self.name == HAMSTER_NAME
        return isinstance(self.measure.kind, Text)


@cache
def columns(kind: str) -> tuple[Column, ...]:
    """The columns of a kind's table, in their order."""
    declaring = declaring_of(kind)
    keys = keys_of_kind(kind)
    has_id = "id" in declaring.__dataclass_fields__  # type: ignore[attr-defined]
    found = [Column("id", "id", None)] if has_id else []
    for key in keys:
        found.append(Column(key, key, None))
        if key == "hamster":
            found.append(Column(HAMSTER_NAME, HAMSTER_NAME, None))
    found += [Column(name, header(name, each), each) for name, each in columns_of(declaring)]
    return tuple(found)


def header(name: str, measure: Measure) -> str:
    """A field's name with its unit, unless it ends in it: "weight_g", "ramp_every_nights"."""
    if not isinstance(measure.kind, Quantity):
        return name
    unit = english(measure.kind, "unit")
    last = name.rpartition("_")[2]
    if last in (unit, SPELT_OUT.get(unit)):
        return name
    return f"{name}_{re.sub('[^a-z0-9]+', '_', unit.casefold()).strip('_')}"


def table_names() -> dict[str, str]:
    """By kind, the name of its table, which is also its file's."""
    return {kind: TABLES[kind].name for kind in KINDS}


def line_of(kind: str, row: Mapping[str, Stored], name: str, guarded: bool) -> list[str]:
    """A thing as a line of its table; `name` is the hamster's."""
    named: Mapping[str, Stored] = {**row, HAMSTER_NAME: name}
    return [cell(column, named.get(column.name), guarded) for column in columns(kind)]


def cell(column: Column, value: Stored, guarded: bool) -> str:
    """A value as a cell's text: empty is not recorded, a decimal point, no idle zero."""
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    text = str(value)
    return f"'{text}" if guarded and column.is_free_text and _LIVE.match(text) else text


def unguarded(text: str) -> str:
    """A cell's text without the guard before it."""
    return text[1:] if text.startswith("'") and _LIVE.match(text) else text
