"""The tables' shape, derived from what a night and a hamster declare, and the numbered steps to it.

Imported only when a diary is made or migrated, because sqlite-utils is slow to import.
"""

import sqlite3
from typing import assert_never

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from hamdiary.domain.measures import (
    ANSWERS,
    Checklist,
    Choice,
    Day,
    Instant,
    Kind,
    Quantity,
    Scale,
    Text,
    Times,
    columns_of,
    measures_of,
    sign_column,
)
from hamdiary.domain.night import Night
from hamdiary.storage.connection import APPLICATION_ID
from hamdiary.storage.notes_index import make_notes_index
from hamdiary.storage.rows import TABLES, Table
from hamdiary.storage.version import SCHEMA_VERSION

_steps = Migrations("hamdiary")


def migrate(conn: sqlite3.Connection) -> None:
    """Bring the tables up to date; to be called inside BEGIN IMMEDIATE."""
    db = Database(conn, execute_plugins=False)
    _steps.apply(db)
    for table in TABLES.values():
        add_missing_columns(conn, table)
    # It names every column, so it is made anew whenever one may have come.
    conn.execute("DROP VIEW IF EXISTS diary")
    conn.execute(_diary_view())
    conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


@_steps()
def journal_and_tables(db: Database) -> None:
    """Version 1: the journal, hamsters, nights with their notes' index, and drafts."""
    for statement in _JOURNAL:
        db.conn.execute(statement)
    _make_tables(db.conn, "hamster", "night")
    db.conn.execute("CREATE UNIQUE INDEX nights_by_evening ON nights (hamster, evening)")
    # Kept by the write unit, not by triggers: with trusted_schema=OFF a trigger may not touch
    # a full-text table.
    make_notes_index(db.conn)


@_steps()
def outings_medicines_and_happenings(db: Database) -> None:
    """Version 2: outings, medicines with their doses, happenings, skipped reminders."""
    _make_tables(db.conn, "outing", "medicine", "dose", "happening", "skip")
    for table, columns in (
        ("outings", "hamster, evening"),
        ("medicines", "hamster"),
        ("doses", "hamster, evening"),
        ("happenings", "hamster, on_day"),
        ("skips", "hamster, evening"),
    ):
        db.conn.execute(f"CREATE INDEX {table}_in_order ON {table} ({columns})")
    # Every look at what is due asks for the clock that runs; it must not read all outings.
    db.conn.execute(
        "CREATE INDEX outings_running ON outings (hamster) "
        "WHERE started_utc IS NOT NULL AND ended_utc IS NULL AND minutes IS NULL"
    )


@_steps()
def notes_about_hints(db: Database) -> None:
    """Version 3: what was done about hints: the vet told, or seen."""
    _make_tables(db.conn, "hint_note")
    db.conn.execute("CREATE INDEX hint_notes_in_order ON hint_notes (hamster, evening)")


@_steps()
def servings_clips_and_questions(db: Database) -> None:
    """Version 4: servings and nights without, clips, questions for the vet, quality of life."""
    _make_tables(db.conn, "serving", "no_extras", "clip", "question", "wellbeing")
    for table, columns in (
        ("servings", "hamster, evening"),
        ("nights_without_extras", "hamster, evening"),
        ("clips", "hamster, evening"),
        ("questions", "hamster, asked_on"),
        ("wellbeing", "hamster, evening"),
    ):
        db.conn.execute(f"CREATE INDEX {table}_in_order ON {table} ({columns})")
    # Which fields two carers wrote apart follows from the journal, but reading all of it at every
    # start would take a second on a long diary.
    db.conn.execute(
        "CREATE TABLE conflicts (kind TEXT NOT NULL, id TEXT NOT NULL, field TEXT NOT NULL, "
        "PRIMARY KEY (kind, id, field)) STRICT"
    )


def _make_tables(conn: sqlite3.Connection, *kinds: str) -> None:
    for table in (TABLES[kind] for kind in kinds):
        keys = [f"{key} TEXT NOT NULL{_KEY_CHECKS.get(key, '')}" for key in table.keys]
        shown = [f"{name} {_column(name, each.kind)}" for name, each in columns_of(table.shows)]
        # All columns at once: each that is added later makes SQLite read the whole shape anew.
        columns = ",\n  ".join(
            (
                "row INTEGER PRIMARY KEY",
                "id TEXT NOT NULL UNIQUE",
                *keys,
                "changed_utc TEXT NOT NULL",
                *shown,
            )
        )
        conn.execute(f"CREATE TABLE {table.name} (\n  {columns}\n) STRICT")


_DATE = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_MOMENT = f"{_DATE}T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z"
_KEY_CHECKS = {"evening": f" CHECK (evening GLOB '{_DATE}')"}

_JOURNAL = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE changes (
  device TEXT NOT NULL,
  lamport INTEGER NOT NULL CHECK (lamport > 0),
  at_utc TEXT NOT NULL CHECK (at_utc GLOB '????-??-??T??:??:??Z'),
  zone TEXT NOT NULL,
  carer TEXT,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (fields GLOB '{*}'),
  undoes TEXT,
  redoes TEXT,
  PRIMARY KEY (device, lamport)
) STRICT""",
    "CREATE INDEX changes_of_one_thing ON changes (kind, id)",
    "CREATE INDEX changes_in_order ON changes (lamport)",
    """CREATE TRIGGER changes_are_never_edited BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER changes_are_never_removed BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TABLE drafts (
  device TEXT NOT NULL,
  window TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  base TEXT,
  at_utc TEXT NOT NULL,
  PRIMARY KEY (device, window, kind, id, field)
) STRICT""",
    """CREATE TABLE device_settings (
  device TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (device, name)
) STRICT""",
)


def _diary_view() -> str:
    """The nights with the hamster's name and all that a night declares, for curious owners."""
    shown = [
        f"{_signs_seen(measure.kind)} AS {name}"
        if isinstance(measure.kind, Checklist)
        else f"nights.{name}"
        for name, measure in measures_of(Night).items()
    ]
    columns = ",\n  ".join(["hamsters.name AS hamster", "nights.evening", *shown])
    return (
        f"CREATE VIEW diary AS SELECT\n  {columns}\n"
        "FROM nights JOIN hamsters ON hamsters.id = nights.hamster\n"
        "ORDER BY hamsters.name, nights.evening DESC"
    )


def _signs_seen(kind: Checklist) -> str:
    """SQL for the signs that are yes, "none seen" without one, NULL if nothing is recorded."""
    columns = [f"nights.{sign_column(item.code)}" for item in kind.items]
    listed = " || ".join(
        f"iif({column} = 'yes', ', {item.code}', '')"
        for column, item in zip(columns, kind.items, strict=True)
    )
    answered = f"iif(coalesce({', '.join(columns)}) IS NULL, NULL, 'none seen')"
    return f"coalesce(nullif(substr({listed}, 3), ''), {answered})"


def add_missing_columns(conn: sqlite3.Connection, table: Table) -> None:
    """Give a table the columns of measures that are declared since it was made."""
    present = {row["name"] for row in conn.execute(f"PRAGMA table_info({table.name})").fetchall()}
    for column, measure in columns_of(table.shows):
        if column not in present:
            declared = _column(column, measure.kind)
            conn.execute(f"ALTER TABLE {table.name} ADD COLUMN {column} {declared}")


def _column(name: str, kind: Kind) -> str:
    match kind:
        case Scale():
            levels = [*range(len(kind.steps)), *([kind.unseen.value] if kind.unseen else [])]
            return f"ANY CHECK ({_one_of(name, levels)})"
        case Choice():
            codes = [*kind.codes, *([kind.unseen.value] if kind.unseen else [])]
            return f"TEXT CHECK ({_one_of(name, codes)})"
        case Quantity():
            return f"REAL CHECK ({name} BETWEEN 0 AND {kind.most})"
        case Checklist():
            return f"TEXT CHECK ({_one_of(name, ANSWERS)})"
        case Text():
            return f"TEXT CHECK ({name} <> '')"
        case Day():
            return f"TEXT CHECK ({name} GLOB '{_DATE}')"
        case Instant():
            return f"TEXT CHECK ({name} GLOB '{_MOMENT}')"
        case Times():
            return f"TEXT CHECK ({name} GLOB '[0-2][0-9]:[0-5][0-9]*')"
        case _:
            assert_never(kind)


def _one_of(name: str, values: "list[int | str] | list[str] | tuple[str, ...]") -> str:
    """That a column is one of several values.

    With IN, SQLite makes a small table of them for every check of every row; looking a long diary
    through takes three times as long then.
    """
    return " OR ".join(f"{name} = {value!r}" for value in values)
