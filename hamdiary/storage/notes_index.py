"""The full-text index of notes: made, and filled from the notes that are shown."""

import sqlite3


def make_notes_index(conn: sqlite3.Connection) -> None:
    """Make the index, empty."""
    conn.execute(
        "CREATE VIRTUAL TABLE notes USING fts5 (note, tokenize = 'unicode61 remove_diacritics 2')"
    )


def make_notes_index_anew(conn: sqlite3.Connection) -> None:
    """Make it again from the notes that are shown; the old one keeps deleted words in segments."""
    conn.execute("DROP TABLE IF EXISTS notes")
    make_notes_index(conn)
    conn.execute(
        "INSERT INTO notes (rowid, note) SELECT row, note FROM nights WHERE note IS NOT NULL"
    )
