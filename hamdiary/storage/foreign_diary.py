"""Reading the journal of somebody else's diary file, which is trusted in nothing (traps §2)."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.storage.at_hand import require_file
from hamdiary.storage.connection import APPLICATION_ID
from hamdiary.storage.diary_files import is_at_rest, uri_of
from hamdiary.storage.entries import COLUMNS, LONGEST_CHANGE
from hamdiary.storage.errors import BadInput, CannotRead, NoDiary
from hamdiary.storage.version import SCHEMA_VERSION

MOST_STEPS = 20_000
"""Thousands of steps of SQLite's machine; ten years of five hamsters take a few thousand."""

MOST_CHANGES = 3_000_000
"""No diary has so many."""


@dataclass(frozen=True)
class ForeignDiary:
    """What a diary file holds: its name and the rows of its journal, not judged yet."""

    diary: str
    """The diary's id."""
    rows: list[tuple[Any, ...]]
    """The journal, its columns as those of an entry, whatever may stand in them."""


def is_database(path: Path) -> bool:
    """Whether the file begins as SQLite's do. A live diary of ours must not be opened for this."""
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def read_foreign_diary(path: Path) -> ForeignDiary:
    """The journal of a diary file; BadInput if it is none, CannotRead if it cannot be had."""
    try:
        require_file(path)
    except NoDiary as error:
        raise CannotRead(str(error)) from error
    mode = "mode=ro&immutable=1" if is_at_rest(path) else "mode=ro"
    try:
        with closing(sqlite3.connect(f"{uri_of(path)}?{mode}", uri=True, timeout=10)) as conn:
            return _read(conn, path)
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error):
            raise BadInput(
                t("{path} keeps on and on answering; it is no honest diary").format(path=path)
            ) from error
        raise CannotRead(
            t("{path} cannot be read: {error}").format(path=path, error=error)
        ) from error
    except sqlite3.DatabaseError as error:
        raise BadInput(
            t("{path} is damaged, or no diary; nothing was taken").format(path=path)
        ) from error


def _read(conn: sqlite3.Connection, path: Path) -> ForeignDiary:
    conn.row_factory = sqlite3.Row
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "query_only=ON"):
        conn.execute(f"PRAGMA {pragma}")
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_CHANGE)
    conn.set_progress_handler(_patience(), 1000)
    if conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise BadInput(t("{path} is a database, but no hamdiary diary").format(path=path))
    if conn.execute("PRAGMA user_version").fetchone()[0] > SCHEMA_VERSION:
        raise BadInput(
            t("{path} was written by a newer hamdiary; upgrade hamdiary first").format(path=path)
        )
    tables = conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    if not {"meta", "changes"} <= {row[0] for row in tables}:
        raise BadInput(t("{path} has no journal; nothing was taken").format(path=path))
    named = conn.execute("SELECT value FROM meta WHERE name = 'diary_id'").fetchone()
    rows = conn.execute(
        f"SELECT {COLUMNS} FROM changes ORDER BY lamport, device LIMIT ?",  # noqa: S608
        (MOST_CHANGES + 1,),
    ).fetchall()
    if named is None or len(rows) > MOST_CHANGES:
        raise BadInput(
            t("{path} is no diary that hamdiary wrote; nothing was taken").format(path=path)
        )
    return ForeignDiary(str(named[0]), [*map(tuple, rows)])


def _patience() -> Callable[[], int]:
    left = [MOST_STEPS]

    def step() -> int:
        """1 as soon as SQLite has taken all the steps that it is given."""
        left[0] -= 1
        return int(left[0] < 0)

    return step
