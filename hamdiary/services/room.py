"""Whether there is room on the disk for what will be written."""

from pathlib import Path

from hamdiary.domain.language import t
from hamdiary.storage.surroundings import room_at

ROOM_WANTED = 50_000_000
"""Free bytes below which an owner is warned (traps §1)."""


def too_little_room(diary: Path, wanted: int = ROOM_WANTED) -> str | None:
    """What is wrong where the diary lies, in one line; None if there is room, or nobody can tell.

    With less than `wanted` bytes an entry may soon be refused.
    """
    free = room_at(diary.parent)
    if free is None or free >= wanted:
        return None
    return t(
        "Only {megabytes} MB are free where the diary lies. Make room soon, or an entry cannot be "
        "saved."
    ).format(megabytes=free // 1_000_000)
