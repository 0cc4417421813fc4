"""What a device remembers besides the journal, as its programs read and change it."""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hamdiary.storage.diary import Diary


def put_setting(conn: sqlite3.Connection, device: str, name: str, value: str | None) -> None:
    """Remember a value under a name, None forgets it; inside the write unit."""
    if value is None:
        conn.execute("DELETE FROM device_settings WHERE device = ? AND name = ?", (device, name))
        return
    conn.execute(
        "INSERT INTO device_settings VALUES (?, ?, ?) "
        "ON CONFLICT (device, name) DO UPDATE SET value = excluded.value",
        (device, name, value),
    )


def change_setting(
    diary: "Diary", device: str, name: str, change: Callable[[str | None], str | None]
) -> None:
    """Remember what `change` makes of what is remembered; nobody writes between the two.

    If it makes the same of it, nothing is written.
    """
    with diary.file.writing() as conn:
        found = conn.execute(_READ, (device, name)).fetchone()
        before = None if found is None else str(found[0])
        after = change(before)
        if after != before:
            put_setting(conn, device, name, after)


def hand_over(diary: "Diary", before: str, after: str) -> None:
    """Let a device know under its new name what it knew and what was being typed on it."""
    with diary.file.writing() as conn:
        conn.execute(
            "INSERT OR IGNORE INTO device_settings (device, name, value) "
            "SELECT ?, name, value FROM device_settings WHERE device = ?",
            (after, before),
        )
        conn.execute("UPDATE OR IGNORE drafts SET device = ? WHERE device = ?", (after, before))


_READ = "SELECT value FROM device_settings WHERE device = ? AND name = ?"


def names_remembered(diary: "Diary", beginning: str) -> list[str]:
    """The names with that beginning under which anything is remembered, on any device."""
    rows = diary.file.rows(
        "SELECT DISTINCT name FROM device_settings WHERE substr(name, 1, length(?1)) = ?1",
        (beginning,),
    )
    return [str(row["name"]) for row in rows]
