"""What a device remembers and several of its programs change at once."""

from collections.abc import Callable

from hamdiary.storage.diary import Diary


def change_setting(
    diary: Diary, device: str, name: str, change: Callable[[str | None], str | None]
) -> None:
    """Remember what `change` makes of what is remembered; nobody writes between the two.

    If it makes the same of it, nothing is written.
    """
    with diary.file.writing() as conn:
        found = conn.execute(_READ, (device, name)).fetchone()
        before = None if found is None else str(found[0])
        after = change(before)
        if after == before:
            return
        if after is None:
            conn.execute(
                "DELETE FROM device_settings WHERE device = ? AND name = ?", (device, name)
            )
        else:
            conn.execute(
                "INSERT INTO device_settings VALUES (?, ?, ?) "
                "ON CONFLICT (device, name) DO UPDATE SET value = excluded.value",
                (device, name, after),
            )


_READ = "SELECT value FROM device_settings WHERE device = ? AND name = ?"
