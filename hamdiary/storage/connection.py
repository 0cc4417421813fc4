"""The open file: how it is opened, read, written to and closed so that nothing is lost.

Every guard here stands for a measured loss (traps §1): the lock, the check that the file is still
the one that was opened, BEGIN IMMEDIATE, WAL with synchronous=FULL, and no stray transaction.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from hamdiary.domain.language import t
from hamdiary.storage.diary_files import (
    Identity,
    identity_if_there,
    identity_of,
    is_at_rest,
    uri_of,
    wal_of,
)
from hamdiary.storage.errors import DiaryTrouble, DiskTrouble, NotPermitted
from hamdiary.storage.lock import WAIT_SECONDS, locked
from hamdiary.storage.sqlite_errors import in_words

APPLICATION_ID = 0x48414D44
"""Marks a SQLite file as a hamdiary diary ("HAMD")."""

CLOSING_WAIT_MS = 250
"""How long closing waits for others to end their reading before rows stay in the -wal."""


class DiaryFile:
    """A diary's open SQLite file. Belongs to the thread that opened it."""

    def __init__(self, path: Path, read_only: str | None = None) -> None:
        self.path = path
        self.read_only = read_only
        """Why the file cannot be written, in words; None if it can."""
        self._identity = identity_of(path)
        self._wal_identity: Identity | None = None
        self._settled = False
        with in_words(path):
            self._conn = _connected(path, read_only)

    def settle(self) -> None:
        """Make it a diary that is written to; only for a file that is known to be one.

        A database of somebody else's must not even have its journal mode changed.
        """
        with in_words(self.path):
            keep_on_disk(self._conn)
            # A file that was not in WAL mode yet, a backup say, gets its -wal at the first read.
            self._conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        self._settled = True
        self._wal_identity = identity_if_there(wal_of(self.path))

    def only_show(self, why: str) -> None:
        """Refuse every write from now on, and say `why`."""
        self.read_only = why
        with in_words(self.path):
            self._conn.execute("PRAGMA query_only=ON")

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """All rows of a query; never a lazy cursor, which would block checkpoints."""
        with in_words(self.path):
            return self._conn.execute(sql, values).fetchall()

    def plain_rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The same as plain tuples, for a hundred thousand of them."""
        with in_words(self.path):
            return plain_rows(self._conn, sql)

    def number(self, sql: str, values: Sequence[Any] = ()) -> int:
        """The first column of the first row of a query, as a whole number."""
        return int(self.rows(sql, values)[0][0])

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The one way to write: all that happens inside is committed, or none of it.

        When the block has ended without an error, the change is on the disk.
        """
        if self.read_only:
            raise NotPermitted(self.read_only)
        with locked(self.path):
            self._must_be_the_same_file()
            with in_words(self.path), self._transaction():
                yield self._conn
            if identity_if_there(wal_of(self.path)) != self._wal_identity:
                # Removed in these few milliseconds: what was committed is still in our hands.
                self._bring_home_or_say_so()

    @contextmanager
    def aside(self) -> Iterator[sqlite3.Connection]:
        """For temporary tables alone, which only this connection sees: nobody has to wait."""
        with in_words(self.path):
            self._conn.execute("BEGIN")
            try:
                yield self._conn
                self._conn.execute("COMMIT")
            finally:
                if self._conn.in_transaction:
                    self._conn.execute("ROLLBACK")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self._conn.in_transaction:
            self._conn.execute("ROLLBACK")
        self._conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._conn.execute("COMMIT")
            if self._conn.in_transaction:
                raise DiskTrouble(t("the diary did not take this; it was not saved, try again"))
        finally:
            if self._conn.in_transaction:
                self._conn.execute("ROLLBACK")

    def _must_be_the_same_file(self) -> None:
        if identity_if_there(self.path) != self._identity:
            raise DiskTrouble(
                t(
                    "the diary file was replaced or removed while it was open; nothing was saved. "
                    "Close hamdiary, look at {path}, then start again"
                ).format(path=self.path)
            )
        if identity_if_there(wal_of(self.path)) != self._wal_identity:
            # The removed -wal is still open here: move its rows into the diary itself.
            self._bring_home()
            raise DiskTrouble(
                t(
                    "another program removed {file} while the diary was open. Close hamdiary and "
                    "start it again; this entry was not saved"
                ).format(file=wal_of(self.path).name)
            )

    def _bring_home(self) -> bool:
        """Move all rows from the -wal into the diary itself; whether that could be done."""
        with suppress(sqlite3.Error):
            return not self._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return False

    def _bring_home_or_say_so(self) -> None:
        if not self._bring_home():
            raise DiskTrouble(
                t(
                    "another program removed {file} while this was written; close hamdiary, start "
                    "it again and see whether the entry is there"
                ).format(file=wal_of(self.path).name)
            )

    def copy_into(self, fresh: Path) -> None:
        """Write all that is committed, in one piece, into an empty file that is there already.

        Others may go on writing meanwhile; copying the file itself would tear it (traps §1).
        """
        with in_words(self.path):
            if self._conn.in_transaction:
                self._conn.execute("ROLLBACK")
            # It writes elsewhere only, but "read only" would forbid it that too.
            self._conn.execute("PRAGMA query_only=OFF")
            try:
                self._conn.execute("VACUUM INTO ?", (str(fresh),))
            finally:
                self._conn.execute(f"PRAGMA query_only={'ON' if self.read_only else 'OFF'}")

    def shrink(self) -> bool:
        """Write the file anew without what was deleted; whether nothing old is left in the -wal.

        It is not so while another program reads; then that goes when the last one closes.
        """
        with locked(self.path):
            self._must_be_the_same_file()
            with in_words(self.path):
                self._conn.execute("VACUUM")
            return self._bring_home()

    def version_seen(self) -> int:
        """A number that changes whenever another connection has written."""
        return self.number("PRAGMA data_version")

    def close(self) -> None:
        """Close so that at rest the diary is one file."""
        if self.read_only or not self._settled:
            self._conn.close()
            return
        try:
            with locked(self.path, wait=WAIT_SECONDS / 5):
                # Litestream reads without an end; what it keeps in the -wal is as safe there.
                with suppress(sqlite3.Error):
                    self._conn.execute(f"PRAGMA busy_timeout={CLOSING_WAIT_MS}")
                self._bring_home()
                self._conn.close()
        except DiaryTrouble:
            self._conn.close()


def plain_rows(conn: sqlite3.Connection, sql: str) -> list[tuple[Any, ...]]:
    """All rows of a query as tuples; they can be told apart and taken apart faster than others."""
    usual, conn.row_factory = conn.row_factory, None
    try:
        return conn.execute(sql).fetchall()
    finally:
        conn.row_factory = usual


def _connected(path: Path, read_only: str | None) -> sqlite3.Connection:
    conn = sqlite3.connect(
        f"{uri_of(path)}?{_mode(path, read_only)}",
        uri=True,
        timeout=WAIT_SECONDS,
        isolation_level=None,
    )
    conn.row_factory = sqlite3.Row
    for pragma in ("foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON"):
        conn.execute(f"PRAGMA {pragma}")
    return conn


def _mode(path: Path, read_only: str | None) -> str:
    if not read_only:
        return "mode=rw"
    # Without a folder to write in, a WAL diary can only be read as an unchanging file.
    return "mode=ro&immutable=1" if is_at_rest(path) else "mode=ro"


def keep_on_disk(conn: sqlite3.Connection) -> None:
    """Let every commit wait until the disk has it; DiskTrouble where that cannot be had."""
    mode = conn.execute("PRAGMA journal_mode=WAL").fetchone()[0]
    conn.execute("PRAGMA synchronous=FULL")
    level = conn.execute("PRAGMA synchronous").fetchone()[0]
    if mode != "wal" or level != 2:
        raise DiskTrouble(
            t(
                "this place cannot keep a diary safely (journal {mode}, level {level}); keep it on "
                "a disk of this computer, not on a network drive"
            ).format(mode=mode, level=level)
        )
