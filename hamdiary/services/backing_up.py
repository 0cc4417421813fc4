"""Backing a diary up: on demand, before something large, and once a day by itself."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked, t
from hamdiary.services.session import Session
from hamdiary.services.settings import settings_or_defaults
from hamdiary.storage.backup import back_up
from hamdiary.storage.copying import copy_to
from hamdiary.storage.errors import DiaryTrouble, added
from hamdiary.storage.locations import Home
from hamdiary.storage.manifest import Backup
from hamdiary.storage.shelf import thin

_REASONS: Mapping[str, str] = {
    "daily": marked("daily"),
    "asked": marked("asked for"),
    "migrate": marked("before an upgrade"),
    "import": marked("before an import"),
    "merge": marked("before a merge"),
    "restore": marked("before a restore"),
    "repair": marked("before a repair"),
    "erase": marked("before erasing"),
}
"""Why a backup is made, and how that is said."""


def reasons() -> dict[str, str]:
    """How it is said why a backup was made, by the word that it bears."""
    return {code: t(words) for code, words in _REASONS.items()}


@dataclass(frozen=True)
class Made:
    """What came of a backup."""

    backup: Backup
    """The verified backup."""
    copy: Path | None
    """The verified copy of it in the other folder; None if none is wanted or none could be made."""
    trouble: str | None
    """Why there is no such copy though one is wanted, in one line."""
    removed: tuple[Path, ...]
    """Older backups that made room."""


def back_up_now(session: Session, reason: str = "asked") -> Made:
    """Put a verified copy of the diary, as it stands, beside the others.

    `reason` is a key of `reasons`. On return it is on the disk; DiaryTrouble says why not.
    """
    assert reason in _REASONS
    home, now = session.home, session.now().utc_text
    made = back_up(session.diary.file, home.backups, now, session.device, reason)
    other, copy, trouble = copies_folder(home), None, None
    removed = thin(home.backups, made.diary_id, session.device, now)
    if other is not None:
        try:
            copy = copy_to(made, other)
            removed += thin(other, made.diary_id, session.device, now)
        except DiaryTrouble as error:
            trouble = str(error)
    return Made(made, copy, trouble, tuple(removed))


def back_up_before(session: Session, what: str) -> Backup:
    """A backup before "import", "merge", "erase" or the like begins.

    DiaryTrouble if it cannot be had: then what was to be done must not begin.
    """
    try:
        return back_up_now(session, what).backup
    except DiaryTrouble as error:
        raise added(error, t("so nothing was begun")) from error


def copies_folder(home: Home) -> Path | None:
    """The other folder that every backup is copied to, if the settings name one."""
    named = settings_or_defaults(home)[0].backups.copies_in
    if named is None:
        return None
    # expanduser fails for a user that does not exist; then it is a folder's odd name.
    with suppress(RuntimeError):
        return Path(named).expanduser()
    return Path(named)
