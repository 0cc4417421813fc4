"""A SQLite whose n-th statement fails, as on a disk that dies in the midst of something."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest


@dataclass
class Fault:
    """Which statement fails, and whether it has failed."""

    at: int
    """The number of the statement, counted from 1."""
    afterwards: bool
    """Whether it fails when it is done already: the answer is lost, not the deed."""
    seen: list[str] = field(default_factory=list)
    """The statements so far."""
    went_well: bool = False
    """Whether whoever did it thinks so."""

    @property
    def has_struck(self) -> bool:
        """Whether so many statements came."""
        return len(self.seen) >= self.at

    def is_due(self, sql: str) -> bool:
        """Count a statement; whether it is the one. Taking back is left to work."""
        if sql.lstrip().upper().startswith("ROLLBACK"):
            return False
        self.seen.append(" ".join(sql.split())[:60])
        return len(self.seen) == self.at


class FaultyConnection(sqlite3.Connection):
    """A connection that fails when the fault says so; real in everything else."""

    fault: Fault

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        """Run a statement, unless it is the one that fails."""
        return self._tried(sql, partial(super().execute, sql, *values))

    def executemany(self, sql: str, *values: Any) -> sqlite3.Cursor:
        """Likewise."""
        return self._tried(sql, partial(super().executemany, sql, *values))

    def executescript(self, sql: str) -> sqlite3.Cursor:
        """Likewise."""
        return self._tried(sql, partial(super().executescript, sql))

    def backup(self, target: sqlite3.Connection, **options: Any) -> None:
        """Likewise."""
        self._tried("BACKUP", partial(super().backup, target, **options))

    def _tried(self, sql: str, run: Any) -> Any:
        is_due = self.fault.is_due(sql)
        if is_due and not self.fault.afterwards:
            raise _failure()
        done = run()
        if is_due:
            raise _failure()
        return done


def _failure() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    error.sqlite_errorname = "SQLITE_IOERR"
    return error


@contextmanager
def failing(at: int, afterwards: bool) -> Iterator[Fault]:
    """Let the n-th statement of whatever is opened inside fail."""
    fault = Fault(at, afterwards)
    made = type("Made", (FaultyConnection,), {"fault": fault})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=made))
        yield fault
