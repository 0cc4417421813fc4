"""What a diary consists of besides its rows: tables, indexes, the journal's guards, the view.

Somebody who opens it with another program can lose a part of it, or add a trigger that writes.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hamdiary.storage.connection import DiaryFile

BEGINNING = frozenset({"meta", "changes", "hamsters", "nights"})
"""Tables without which a diary cannot be opened, so that nothing can be made anew in it."""

_PARTS = (
    "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND type <> 'trigger' "
    "AND tbl_name NOT LIKE '\\_sqlite\\_%' ESCAPE '\\' AND tbl_name NOT LIKE 'notes\\_%' "
    "ESCAPE '\\' UNION ALL SELECT type, name, sql FROM sqlite_schema WHERE type = 'trigger'"
)


class Part(NamedTuple):
    """A part of a diary's structure."""

    type: str
    """table, index, view or trigger."""
    name: str
    """What it is called."""
    sql: str
    """What makes it."""


@cache
def parts() -> Sequence[Part]:
    """All that a diary of this version consists of, in an order in which it can be made."""
    from hamdiary.storage.schema import migrate

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        conn.row_factory = sqlite3.Row
        conn.execute("BEGIN")
        migrate(conn)
        return tuple(Part(*row) for row in conn.execute(_PARTS).fetchall())


def lacking(file: "DiaryFile") -> list[Part]:
    """The parts that are not there."""
    return _not_among(parts(), {row[0] for row in file.rows(_NAMES)})


def strange_triggers(file: "DiaryFile") -> list[str]:
    """Triggers that are none of ours; whatever they do, the journal does not know of it."""
    return _strange({row[0] for row in file.rows(_TRIGGERS)})


def make_whole(conn: sqlite3.Connection) -> None:
    """Make what is lacking, empty, and take strange triggers out; inside the write unit."""
    for name in _strange({row[0] for row in conn.execute(_TRIGGERS).fetchall()}):
        quoted = name.replace('"', '""')
        conn.execute(f'DROP TRIGGER "{quoted}"')
    for part in _not_among(parts(), {row[0] for row in conn.execute(_NAMES).fetchall()}):
        conn.execute(part.sql)


_NAMES = "SELECT name FROM sqlite_schema"
_TRIGGERS = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"


def _not_among(wanted: Sequence[Part], there: set[str]) -> list[Part]:
    return [part for part in wanted if part.name not in there]


def _strange(there: set[str]) -> list[str]:
    return sorted(there - {part.name for part in parts() if part.type == "trigger"})
