"""Making all that follows from the journal anew: the tables, the index of notes, open questions."""

import sqlite3

from hamdiary.storage.diary import Diary
from hamdiary.storage.merging import show_all
from hamdiary.storage.notes_index import make_notes_index
from hamdiary.storage.rows import TABLES
from hamdiary.storage.schema import add_missing_columns

ROOMY = -100_000
"""SQLite's cache while all is written anew, in kB: it would else write pages again and again."""


def rebuild(diary: Diary) -> int:
    """Let every table hold exactly what the journal says; how many things are shown then.

    All of it or nothing. The journal itself is only read. DiaryTrouble if that cannot be done.
    """
    diary.file.rows(f"PRAGMA cache_size = {ROOMY}")
    try:
        with diary.file.writing() as conn:
            return rebuild_in(conn)
    finally:
        diary.file.rows("PRAGMA cache_size = -2000")


def rebuild_in(conn: sqlite3.Connection) -> int:
    """Do so inside the write unit."""
    conn.execute("DROP TABLE IF EXISTS notes")
    make_notes_index(conn)
    conn.execute("DELETE FROM conflicts")
    for table in TABLES.values():
        conn.execute(f"DELETE FROM {table.name}")  # noqa: S608
        add_missing_columns(conn, table)
    show_all(conn)
    counts = (f"SELECT count(*) FROM {table.name}" for table in TABLES.values())  # noqa: S608
    return sum(int(conn.execute(count).fetchone()[0]) for count in counts)
