"""Writing very many rows at once: what SQLite does for each of them is done once for all."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from hamdiary.storage.connection import DiaryFile
from hamdiary.storage.entries import COLUMNS, Columns, Entry

ROOMY = -100_000
"""SQLite's cache meanwhile, in kB: it would else write pages again and again."""

USUAL = -2_000
"""SQLite's cache at all other times, as it is unless one says anything."""

AT_ONCE = 50
"""Rows that one statement makes ready; SQLite begins and ends fewer statements then."""

MANY = 2_000
"""Rows from which on it is worth while to make the indexes of a table anew."""


@contextmanager
def roomy(file: DiaryFile) -> Iterator[None]:
    """Give SQLite room in memory for much that is written in one go, and for what is made ready."""
    file.rows(f"PRAGMA cache_size = {ROOMY}")
    file.rows("PRAGMA temp_store = MEMORY")
    try:
        yield
    finally:
        file.rows(f"PRAGMA cache_size = {USUAL}")
        # All temporary tables go with it.
        file.rows("PRAGMA temp_store = DEFAULT")


@contextmanager
def in_bulk(conn: sqlite3.Connection, table: str, coming: int) -> Iterator[None]:
    """Add rows to a table that are known to be sound; inside the write unit.

    SQLite is spared its checks, some sixty a row, which take most of the time of a merge: each
    value has been held against its measure, from which the checks derive. Where more rows come
    than there are, the indexes are made anew afterwards.
    """
    indexes = _indexes(conn, table) if coming >= MANY and coming > _count(conn, table) else []
    for name, _ in indexes:
        conn.execute(f"DROP INDEX {_quoted(name)}")
    conn.execute("PRAGMA ignore_check_constraints=ON")
    try:
        yield
    finally:
        conn.execute("PRAGMA ignore_check_constraints=OFF")
    for _, sql in indexes:
        conn.execute(sql)


def _indexes(conn: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    rows = conn.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? "
        "AND sql IS NOT NULL ORDER BY rowid",
        (table,),
    ).fetchall()
    return [(str(name), str(sql)) for name, sql in rows]


def _count(conn: sqlite3.Connection, table: str) -> int:
    return int(conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def make_rows_ready(conn: sqlite3.Connection, rows: Sequence[Columns]) -> None:
    """Put rows for the journal into a temporary table, from where they come in far faster."""
    conn.execute("DROP TABLE IF EXISTS temp.ready_changes")
    conn.execute(f"CREATE TEMP TABLE ready_changes ({COLUMNS})")
    whole = len(rows) - len(rows) % AT_ONCE
    groups = (rows[first : first + AT_ONCE] for first in range(0, whole, AT_ONCE))
    conn.executemany(_adding(AT_ONCE), (tuple(chain.from_iterable(each)) for each in groups))
    conn.executemany(_adding(1), map(tuple, rows[whole:]))


def _adding(count: int) -> str:
    row = f"({', '.join('?' * len(Entry._fields))})"
    return f"INSERT INTO temp.ready_changes VALUES {', '.join([row] * count)}"  # noqa: S608


def insert_ready_rows(conn: sqlite3.Connection) -> None:
    """Write the rows that were made ready into the journal; inside the write unit."""
    conn.execute(
        f"INSERT INTO changes ({COLUMNS}) SELECT {COLUMNS} FROM temp.ready_changes ORDER BY rowid"  # noqa: S608
    )
