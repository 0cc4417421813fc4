"""The backup that a diary gets by itself with the first change of a day.

It is made after "saved" was said, in the same run: whoever writes waits for nothing, a failure can
be told, and no process stays behind. Whether it is due is one look at the names in a folder, since
every command that writes pays for it.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hamdiary.domain.language import t
from hamdiary.services.clock import Clock
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.storage.locations import Home

if TYPE_CHECKING:
    from hamdiary.services.session import Session

TOLD = "backup_trouble_told"
"""Under which a device remembers on which day it said that no backup could be made."""


def is_due(home: Home, diary_id: str, now_utc: str) -> bool:
    """Whether that diary has no backup of this day yet (in UTC, as in the files' names)."""
    begins, holds = f"diary-{now_utc[:10].replace('-', '')}T", f"-{diary_id[:8]}"
    try:
        names = os.listdir(home.backups)  # noqa: PTH208
    except OSError:
        return True
    return not any(
        name.startswith(begins) and holds in name and name.endswith(".db") for name in names
    )


def back_up_if_due(
    environment: Mapping[str, str], home: Home, place: Path, diary_id: str
) -> str | None:
    """Back the diary at `place` up if it is due; why that failed, in one line, once a day."""
    now = Clock(environment).now().utc_text
    if not is_due(home, diary_id, now):
        return None
    from hamdiary.services.session import open_session

    with suppress(DiaryTrouble), open_session(environment, str(place)) as session:
        return daily(session)
    return None


def daily(session: "Session") -> str | None:
    """Back the diary up for today; why that failed, in one line, once a day."""
    from hamdiary.services.backing_up import back_up_now

    try:
        return back_up_now(session, "daily").trouble
    except DiaryTrouble as error:
        return _once_a_day(
            session, t("{error}; what was written is saved all the same").format(error=error)
        )


def _once_a_day(session: "Session", trouble: str) -> str | None:
    today = session.now().utc_text[:10]
    try:
        if session.diary.setting(session.device, TOLD) == today:
            return None
        session.diary.remember(session.device, TOLD, today)
    except DiaryTrouble:
        return None
    return trouble
