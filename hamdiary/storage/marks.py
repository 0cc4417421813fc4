"""What a diary notes about itself in `meta`, besides its id.

A restore or an erasure takes changes away. Their numbers must never be given again, or two
different changes would bear one name where this diary's bundles have gone already; and who had the
diary open must notice that it is another one now.
"""

import os
import sqlite3
from collections.abc import Iterable
from typing import Any

from hamdiary.domain.language import t
from hamdiary.storage.errors import NotPermitted

GENERATION = "generation"
"""Random text that is new after every restore and erasure."""

FLOOR = "lamport_floor"
"""The highest number that this diary's journal ever had, if that is no longer in it."""

ERASED = "erased:"
"""Before a hamster's id: it was erased for good, and no merge brings it back."""


def highest(conn: sqlite3.Connection) -> int:
    """The highest number (lamport) that this diary has ever seen."""
    return int(conn.execute(*highest_seen()).fetchone()[0])


def highest_seen() -> tuple[str, tuple[str]]:
    """The query for that number, and its values."""
    sql = (
        "SELECT max(coalesce((SELECT max(lamport) FROM changes), 0), coalesce("
        "(SELECT CAST(value AS INTEGER) FROM meta WHERE name = ?), 0))"
    )
    return sql, (FLOOR,)


def begin_generation(conn: sqlite3.Connection, floor: int) -> None:
    """Note that the diary is another one from now on, whose numbers go on above `floor`."""
    _note(conn, FLOOR, str(max(floor, highest(conn))))
    _note(conn, GENERATION, os.urandom(8).hex())


def require_not_erased(conn: sqlite3.Connection, thing: str) -> None:
    """Refuse to write about a hamster that was erased, as a window may that was open meanwhile."""
    name = ERASED + thing.partition("/")[0]
    if conn.execute("SELECT 1 FROM meta WHERE name = ?", (name,)).fetchone() is not None:
        raise NotPermitted(t("this hamster was erased for good; nothing more is written about it"))


def note_erased(conn: sqlite3.Connection, hamster: str) -> None:
    """Note that a hamster was erased for good; only its random id stays."""
    _note(conn, f"{ERASED}{hamster}", "1")


def erased_in(noted: Iterable[Iterable[Any]]) -> frozenset[str]:
    """The ids of hamsters that were erased for good, from all rows of `meta`."""
    return frozenset(str(name)[len(ERASED) :] for name, _ in noted if str(name).startswith(ERASED))


def floor_in(noted: Iterable[Iterable[Any]]) -> int:
    """The highest number that the journal had before changes were taken away; 0 if none were."""
    return next((int(value) for name, value in noted if name == FLOOR), 0)


def _note(conn: sqlite3.Connection, name: str, value: str) -> None:
    conn.execute(
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )
