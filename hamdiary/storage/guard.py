"""The journal's guard against removal, taken down for the two deeds that need it: an erasure, and
the parting of two copies of a diary. Each does so within the one transaction in which it writes;
a kill leaves all of it or nothing.
"""

import sqlite3

GUARD = "changes_are_never_removed"
"""The trigger that keeps changes from being removed."""


class GuardDown:
    """The journal without its guard, for as long as the block lasts; inside the write unit."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._sql = ""

    def __enter__(self) -> None:
        row = self._conn.execute(
            "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?", (GUARD,)
        ).fetchone()
        if row is not None:
            self._sql = str(row[0])
            self._conn.execute(f"DROP TRIGGER {GUARD}")

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        # After an error the transaction is rolled back, and the guard stands as before.
        if kind is None and self._sql:
            self._conn.execute(self._sql)
