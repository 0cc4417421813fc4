"""Somebody else's SQLite file: its tables only, read only, for a limited time (traps §2)."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.storage.connection import APPLICATION_ID
from hamdiary.storage.diary_files import uri_of, wal_of
from hamdiary.storage.errors import BadInput

SECONDS = 10.0
"""How long reading may take."""

STEPS = 10_000
"""Steps of SQLite's machine between two looks at the clock."""

MOST_ROWS = 200_000
"""Rows of a table that are read."""


@dataclass(frozen=True)
class ForeignTable:
    """One table of somebody else's database, as text."""

    name: str
    """The table's name."""
    headers: tuple[str, ...]
    """Its columns."""
    rows: tuple[tuple[str, ...], ...]
    """Its rows; NULL is empty, bytes are empty too."""


def tables_of(path: Path) -> list[str]:
    """The names of its ordinary tables; BadInput if it is none, or a diary of hamdiary."""
    with closing(_opened(path)) as conn:
        return _tables(conn, path)


def table_in(path: Path, name: str) -> ForeignTable:
    """A table by its name; BadInput if there is none or reading it takes too long."""
    with closing(_opened(path)) as conn:
        if name not in _tables(conn, path):
            raise BadInput(t("the database has no table {table}").format(table=name[:40]))
        quoted = '"' + name.replace('"', '""') + '"'
        try:
            found = conn.execute(f"SELECT * FROM {quoted} LIMIT {MOST_ROWS + 1}")  # noqa: S608
            headers = tuple(str(each[0]) for each in found.description)
            rows = tuple(tuple(map(_as_text, row)) for row in found.fetchall())
        except sqlite3.Error as error:
            raise _trouble(path, error) from error
    if len(rows) > MOST_ROWS:
        raise BadInput(
            t("the table {table} has more than {most} rows").format(table=name[:40], most=MOST_ROWS)
        )
    return ForeignTable(name, headers, rows)


def _opened(path: Path) -> sqlite3.Connection:
    # As an unchanging file nothing is made beside it, unless its last rows still lie beside it.
    still = "" if wal_of(path).exists() else "&immutable=1"
    conn = sqlite3.connect(f"{uri_of(path)}?mode=ro{still}", uri=True, isolation_level=None)
    conn.text_factory = lambda raw: raw.decode("utf-8", "replace")
    until = time.monotonic() + SECONDS
    conn.set_progress_handler(lambda: time.monotonic() > until, STEPS)
    for pragma in ("trusted_schema=OFF", "query_only=ON", "cell_size_check=ON"):
        conn.execute(f"PRAGMA {pragma}")
    return conn


def _tables(conn: sqlite3.Connection, path: Path) -> list[str]:
    try:
        if conn.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
            raise BadInput(
                t("{path} is a diary of hamdiary; hamdiary merge takes it in").format(path=path)
            )
        rows = conn.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
            "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid"
        ).fetchall()
    except sqlite3.Error as error:
        raise _trouble(path, error) from error
    return [str(row[0]) for row in rows]


def _as_text(value: object) -> str:
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return str(value) if isinstance(value, str | int) else ""


def _trouble(path: Path, error: sqlite3.Error) -> BadInput:
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
        return BadInput(t("reading {path} takes too long; it was given up").format(path=path))
    return BadInput(t("{path} cannot be read as a database").format(path=path))
