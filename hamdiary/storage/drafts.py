"""Text being typed that is not yet a change, kept so that no kill or power cut loses it."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from hamdiary.domain.journal import Change, Stamp, Stored, state
from hamdiary.storage.connection import DiaryFile
from hamdiary.storage.journal import Edit, append, changes_of
from hamdiary.storage.marks import require_not_erased


@dataclass(frozen=True)
class Draft:
    """What stood in one field of one window when it was kept last."""

    device: str
    """The device on which it was typed."""
    window: str
    """The window in which it was typed."""
    kind: str
    """What sort of thing it is about: "night", "hamster"."""
    id: str
    """Which one."""
    field: str
    """Which field."""
    text: str
    """What stood there."""
    base: str | None
    """What the diary held when typing began; None if nothing was recorded."""
    at_utc: str
    """When it was kept."""


class Drafts:
    """The drafts in one diary; they are no part of the journal."""

    def __init__(self, file: DiaryFile) -> None:
        self._file = file

    def keep(self, draft: Draft) -> None:
        """Keep a draft in place of the earlier one of that field and window."""
        with self._file.writing() as conn:
            require_not_erased(conn, draft.id)
            keep_in(conn, draft)

    def of_device(self, device: str) -> list[Draft]:
        """All drafts typed on one device, the oldest first."""
        rows = self._file.rows(
            "SELECT * FROM drafts WHERE device = ? ORDER BY at_utc, rowid", (device,)
        )
        return [Draft(**dict(row)) for row in rows]

    def drop(self, device: str, window: str, kind: str, thing: str, field: str) -> None:
        """Forget the draft of one field; nothing happens if there is none."""
        key = (device, window, kind, thing, field)
        if self._file.rows(f"SELECT 1 FROM drafts WHERE {_IS_THIS}", key):  # noqa: S608
            with self._file.writing() as conn:
                conn.execute(f"DELETE FROM drafts WHERE {_IS_THIS}", key)  # noqa: S608

    def settle(
        self, draft: Draft, stamp: Stamp, becomes: Callable[[Stored], Stored]
    ) -> Change | None:
        """Turn a draft into a change in one go: `becomes` makes the new value of the shown one.

        None if the draft is gone (another window was quicker) or the value stands already.
        """
        with self._file.writing() as conn:
            done = conn.execute(f"DELETE FROM drafts WHERE {_IS_THIS}", _key(draft))  # noqa: S608
            if done.rowcount == 0:
                return None
            shown = state(changes_of(conn, draft.kind, draft.id)).get(draft.field)
            edit = Edit(draft.kind, draft.id, {draft.field: becomes(shown)})
            written = append(conn, [(edit, stamp)])
            return written[0] if written else None


def keep_in(conn: sqlite3.Connection, draft: Draft) -> None:
    """Do so inside the write unit."""
    conn.execute(
        "INSERT INTO drafts (device, window, kind, id, field, text, base, at_utc) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (device, window, kind, id, field) "
        "DO UPDATE SET text = excluded.text, base = excluded.base, at_utc = excluded.at_utc",
        (*_key(draft), draft.text, draft.base, draft.at_utc),
    )


_IS_THIS = "device = ? AND window = ? AND kind = ? AND id = ? AND field = ?"


def _key(draft: Draft) -> tuple[str, ...]:
    return draft.device, draft.window, draft.kind, draft.id, draft.field
