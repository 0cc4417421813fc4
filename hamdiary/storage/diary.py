"""A diary: what it shows, and the few ways in which it changes."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.journal import Change, Ref, Stamp
from hamdiary.domain.language import t
from hamdiary.domain.night import Night
from hamdiary.storage.connection import DiaryFile
from hamdiary.storage.errors import DamagedDiary
from hamdiary.storage.rows import change_of, hamster_of, night_id, nights_of

if TYPE_CHECKING:
    from hamdiary.storage.drafts import Drafts
    from hamdiary.storage.journal import Edit

UNDO_REACH = 500
"""How many of a device's last changes undo looks back over."""


class Diary:
    """One open diary. Everything that is returned is read completely and never changes."""

    def __init__(self, file: DiaryFile) -> None:
        self.file = file
        """Its open file; for the other parts of storage."""

    def __enter__(self) -> "Diary":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file so that it is one file at rest."""
        self.file.close()

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.file.path

    @property
    def read_only(self) -> str | None:
        """Why it cannot be written, in words, or None."""
        return self.file.read_only

    @property
    def id(self) -> str:
        """The diary's own id, the same in every copy."""
        found = self.file.rows("SELECT value FROM meta WHERE name = 'diary_id'")
        if not found:
            raise DamagedDiary(
                t("{path} has lost its own id; it was left as it is").format(path=self.path),
                self.path,
            )
        return str(found[0][0])

    @property
    def generation(self) -> str | None:
        """What changes when the diary is restored or something is erased for good, None before.

        Whoever had it open then must read all of it anew.
        """
        from hamdiary.storage.marks import GENERATION

        found = self.file.rows("SELECT value FROM meta WHERE name = ?", (GENERATION,))
        return str(found[0][0]) if found else None

    def version_seen(self) -> int:
        """A number that changes whenever another window or command has written."""
        return self.file.version_seen()

    def state_seen(self) -> tuple[int, int]:
        """Numbers that change whenever anything was written, here or by another program."""
        # By arrival: what a merge brings may bear low counts.
        newest = self.file.number("SELECT coalesce(max(rowid), 0) FROM changes")
        return self.version_seen(), newest

    # What it shows

    def hamsters(self) -> list[Hamster]:
        """All hamsters, in the order in which they were set up."""
        return [hamster_of(row) for row in self.file.rows("SELECT * FROM hamsters ORDER BY row")]

    def hamster(self, hamster: str) -> Hamster | None:
        """The hamster with that id, if there is one."""
        rows = self.file.rows("SELECT * FROM hamsters WHERE id = ?", (hamster,))
        return hamster_of(rows[0]) if rows else None

    def night(self, hamster: str, evening: date) -> Night:
        """One night; one of which nothing is recorded is all None."""
        rows = self.file.rows("SELECT * FROM nights WHERE id = ?", (night_id(hamster, evening),))
        return nights_of(rows)[0] if rows else Night(hamster, evening)

    def nights(self, hamster: str, first: date, last: date) -> list[Night]:
        """The recorded nights from `first` to `last`, both included, oldest first."""
        rows = self.file.rows(
            "SELECT * FROM nights WHERE hamster = ? AND evening BETWEEN ? AND ? ORDER BY evening",
            (hamster, first.isoformat(), last.isoformat()),
        )
        return nights_of(rows)

    def first_evening(self, hamster: str) -> date | None:
        """The evening of the oldest recorded night."""
        found = self.file.rows("SELECT min(evening) FROM nights WHERE hamster = ?", (hamster,))
        return date.fromisoformat(found[0][0]) if found[0][0] else None

    def count(self, hamster: str, first: date, last: date) -> int:
        """How many nights from `first` to `last` have anything recorded."""
        return self.file.number(
            "SELECT count(*) FROM nights WHERE hamster = ? AND evening BETWEEN ? AND ?",
            (hamster, first.isoformat(), last.isoformat()),
        )

    def search(self, words: str, hamster: str | None = None, limit: int = 200) -> list[Night]:
        """Nights whose note holds all the words, newest first.

        Words are matched from their beginning and without accents by the full-text index;
        where that finds nothing (scripts without spaces, punctuation), the note's letters are.
        """
        from hamdiary.storage.search import nights_found

        return nights_found(self.file, words, hamster, limit)

    def history(self, kind: str, thing: str) -> list[Change]:
        """Every change to one thing, oldest first."""
        rows = self.file.rows(
            "SELECT * FROM changes WHERE kind = ? AND id = ? ORDER BY lamport, device",
            (kind, thing),
        )
        return [change_of(row) for row in rows]

    def latest_changes(self, limit: int, hamster: str | None = None) -> list[Change]:
        """The last changes to anything, or to one hamster and its nights, newest first."""
        rows = self.file.rows(
            "SELECT * FROM changes WHERE ?1 IS NULL OR id = ?1 "
            "OR substr(id, 1, length(?1) + 1) = ?1 || '/' "
            "ORDER BY lamport DESC, device DESC LIMIT ?2",
            (hamster, limit),
        )
        return [change_of(row) for row in rows]

    # How it changes

    def record(self, edit: "Edit", stamp: Stamp) -> Change | None:
        """Make `edit` true; None if it was so already. On return it is on the disk."""
        written = self.record_all([edit], stamp)
        return written[0] if written else None

    def record_all(self, edits: "Sequence[Edit]", stamp: Stamp) -> list[Change]:
        """Make all the edits true, or none of them."""
        return self.write([(edit, stamp) for edit in edits])

    def write(self, edits: "Iterable[tuple[Edit, Stamp]]") -> list[Change]:
        """Write edits of several times and carers in one go: all of them, or none."""
        # Whoever only reads is spared the parts that write.
        from hamdiary.storage.journal import append

        with self.file.writing() as conn:
            return append(conn, edits)

    def undo(self, stamp: Stamp) -> tuple[Change, Change] | None:
        """Take back this device's last change: (that change, what was written), or None.

        A field that somebody has changed since is left alone.
        """
        return self._step(stamp, backwards=True)

    def redo(self, stamp: Stamp) -> tuple[Change, Change] | None:
        """Bring back what undo took last: (that change, what was written), or None."""
        return self._step(stamp, backwards=False)

    def _step(self, stamp: Stamp, backwards: bool) -> tuple[Change, Change] | None:
        from hamdiary.domain.undoing import undo_and_redo
        from hamdiary.storage.journal import Edit, append

        with self.file.writing() as conn:
            own = _own(conn.execute(_OWN_CHANGES, (stamp.device, UNDO_REACH)))
            done, undone = undo_and_redo(own.values())
            target = _last_known(done if backwards else undone, own)
            if target is None:
                return None
            mark = {"undoes": target.ref} if backwards else {"redoes": target.ref}
            edit = Edit(target.kind, target.id, {}, **mark)
            return target, append(conn, [(edit, stamp)])[0]

    def last_standing(self, device: str) -> Change | None:
        """The last change of a device that is not undone."""
        from hamdiary.domain.undoing import undo_and_redo

        own = _own(self.file.rows(_OWN_CHANGES, (device, UNDO_REACH)))
        return _last_known(undo_and_redo(own.values())[0], own)

    def last_written(self, device: str) -> str | None:
        """When a device last wrote a change, in UTC; None if it never did."""
        found = self.file.rows(
            "SELECT at_utc FROM changes WHERE device = ? ORDER BY lamport DESC LIMIT 1", (device,)
        )
        return str(found[0]["at_utc"]) if found else None

    # What belongs to this device only

    @property
    def drafts(self) -> "Drafts":
        """Text being typed that is not yet a change."""
        from hamdiary.storage.drafts import Drafts

        return Drafts(self.file)

    def asked_about(self, kind: str) -> frozenset[str]:
        """The ids of the things of a kind of which a field has two values, none chosen yet."""
        # A diary of an older version that may only be read has no table of them.
        if not self.file.rows("SELECT 1 FROM sqlite_schema WHERE name = 'conflicts'"):
            return frozenset()
        rows = self.file.rows("SELECT DISTINCT id FROM conflicts WHERE kind = ?", (kind,))
        return frozenset(row["id"] for row in rows)

    def setting(self, device: str, name: str) -> str | None:
        """What this device remembers under a name."""
        rows = self.file.rows(
            "SELECT value FROM device_settings WHERE device = ? AND name = ?", (device, name)
        )
        return str(rows[0][0]) if rows else None

    def remember(self, device: str, name: str, value: str | None) -> None:
        """Remember something on this device, None forgets it; not part of the journal."""
        from hamdiary.storage.device_state import put_setting

        with self.file.writing() as conn:
            put_setting(conn, device, name, value)


_OWN_CHANGES = "SELECT * FROM changes WHERE device = ? ORDER BY lamport DESC LIMIT ?"


def _own(rows: Iterable[sqlite3.Row]) -> dict[Ref, Change]:
    return {change.ref: change for change in map(change_of, rows)}


def _last_known(refs: list[Ref], own: dict[Ref, Change]) -> Change | None:
    return next((own[ref] for ref in reversed(refs) if ref in own), None)
