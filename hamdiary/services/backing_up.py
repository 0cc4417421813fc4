"""Backing a diary up: on demand, before something large, and once a day by itself."""

from collections.abc import Mapping
from pathlib import Path

from hamdiary.domain.frozen import dataclass
from hamdiary.services.session import Session
from hamdiary.storage.backup import back_up
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.storage.manifest import Backup
from hamdiary.storage.shelf import thin

REASONS: Mapping[str, str] = {
    "daily": "first change of the day",
    "asked": "asked for",
    "migrate": "before a new version changed the file",
    "import": "before an import",
    "merge": "before a merge",
    "restore": "before a restore",
    "repair": "before a repair",
    "erase": "before something was erased",
}
"""Why a backup is made, and how that is said."""


@dataclass(frozen=True)
class Made:
    """What came of a backup."""

    backup: Backup
    """The verified backup."""
    removed: tuple[Path, ...]
    """Older ones that made room."""


def back_up_now(session: Session, reason: str = "asked") -> Made:
    """Put a verified copy of the diary, as it stands, beside the others.

    `reason` is a key of REASONS. On return it is on the disk; DiaryTrouble says why there is none.
    """
    assert reason in REASONS
    folder, now = session.home.backups, session.now().utc_text
    made = back_up(session.diary.file, folder, now, session.device, reason)
    removed = thin(folder, made.diary_id, session.device, now)
    return Made(made, tuple(removed))


def back_up_before(session: Session, what: str) -> Backup:
    """A backup before "import", "merge", "restore", "erase" or the like begins.

    DiaryTrouble if it cannot be had: then what was to be done must not begin.
    """
    try:
        return back_up_now(session, what).backup
    except DiaryTrouble as error:
        raise type(error)(f"{error}; so nothing was begun") from error
