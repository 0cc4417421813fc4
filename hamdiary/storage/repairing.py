"""Making all that follows from the journal anew: the tables, the index of notes, open questions."""

import sqlite3

from hamdiary.storage.bulk import roomy
from hamdiary.storage.diary import Diary
from hamdiary.storage.merging import show_all
from hamdiary.storage.notes_index import make_notes_index
from hamdiary.storage.rows import TABLES
from hamdiary.storage.schema import add_missing_columns
from hamdiary.storage.structure import make_whole


def rebuild(diary: Diary) -> int:
    """Let every table hold exactly what the journal says; how many things are shown then.

    All of it or nothing. The journal itself is only read. DiaryTrouble if that cannot be done.
    """
    with roomy(diary.file), diary.file.writing() as conn:
        return rebuild_in(conn)


def rebuild_in(conn: sqlite3.Connection) -> int:
    """Do so inside the write unit."""
    conn.execute("DROP TABLE IF EXISTS notes")
    make_notes_index(conn)
    make_whole(conn)
    conn.execute("DELETE FROM conflicts")
    for table in TABLES.values():
        conn.execute(f"DELETE FROM {table.name}")  # noqa: S608
        add_missing_columns(conn, table)
    show_all(conn)
    counts = (f"SELECT count(*) FROM {table.name}" for table in TABLES.values())  # noqa: S608
    return sum(int(conn.execute(count).fetchone()[0]) for count in counts)
