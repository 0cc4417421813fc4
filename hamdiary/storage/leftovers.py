"""What a program leaves lying that is ended in the midst of a backup or a restore."""

from collections.abc import Iterable
from contextlib import suppress
from glob import escape
from pathlib import Path

PART = ".part"
"""How the name of a backup ends that is being made."""

ABANDONED = 3600.0
"""Seconds after which what was being made was given up by a program that is gone."""


def unfinished_backups(folder: Path) -> list[Path]:
    """Backups in that folder that were never finished, or are being made."""
    return sorted(folder.glob(f".*{PART}*"))


def unfinished_copies(diary: Path) -> list[Path]:
    """What was to take that diary's place and never did, or is about to."""
    # Litestream keeps a folder beside the diary that is named almost so.
    return sorted(diary.parent.glob(f".{escape(diary.name)}-{'[0-9a-f]' * 8}*"))


def left_lying(diary: Path, folders: Iterable[Path]) -> list[Path]:
    """All that may hold something of the diary and is neither it nor a backup of it."""
    aside = sorted(diary.parent.glob(f"{escape(diary.name)}.damaged-*"))
    parts = [each for folder in folders for each in unfinished_backups(folder)]
    return [each for each in (*aside, *unfinished_copies(diary), *parts) if each.is_file()]


def sweep(left: Iterable[Path], now: float) -> None:
    """Remove what was given up long before `now`, a time as files bear it."""
    for each in left:
        with suppress(OSError):
            if now - each.stat().st_mtime > ABANDONED:
                each.unlink()
