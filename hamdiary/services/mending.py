"""Repairing a diary from its journal, and saving what can be read of a damaged one."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.services.backing_up import back_up_before
from hamdiary.services.clock import Clock
from hamdiary.services.examining_around import readable_by_others
from hamdiary.services.restoring import Shelf
from hamdiary.services.session import Session, open_session
from hamdiary.storage.errors import CannotCreate, NoDiary, NotPermitted
from hamdiary.storage.manifest import Backup
from hamdiary.storage.opening import create_diary
from hamdiary.storage.repairing import rebuild
from hamdiary.storage.salvaging import Salvaged, fill, read_what_is_left
from hamdiary.storage.surroundings import close_to_others


@dataclass(frozen=True)
class Repaired:
    """What a repair did."""

    backup: Backup
    """The diary as it was before."""
    things: int
    """How many things the tables show now, each following from the journal."""
    closed: tuple[Path, ...]
    """Files and folders that others could read, and cannot any more."""


def repair(environment: Mapping[str, str], path: str | None) -> Repaired:
    """Make tables, index and open questions anew from the journal, after a backup.

    DiaryTrouble if the file itself is damaged: then it is restored or salvaged.
    """
    with open_session(environment, path) as session:
        if session.diary.read_only:
            raise NotPermitted(session.diary.read_only)
        kept = back_up_before(session, "repair")
        things = rebuild(session.diary)
    closed = []
    for each in readable_by_others(Shelf(environment, path)):
        with suppress(OSError):
            close_to_others(each)
            closed.append(each)
    return Repaired(kept, things, tuple(closed))


def salvage(environment: Mapping[str, str], path: str | None, out: Path) -> Salvaged:
    """Save all that can be read of the diary into a new one at `out`; the damaged file stays.

    DiaryTrouble if nothing can be read, or if something lies at `out`.
    """
    shelf = Shelf(environment, path)
    if out.exists() or out.is_symlink():
        raise CannotCreate(
            t("there is already a file at {out}; name another for what is saved").format(out=out)
        )
    if not shelf.place.is_file():
        raise NoDiary(t("there is no file at {place}").format(place=shelf.place))
    found = read_what_is_left(shelf.place)
    # The id ties it to its backups and to the other carers' bundles.
    found = replace(found, diary_id=found.diary_id or shelf.diary_id)
    try:
        # Nothing lies there now; whoever threw away what was saved before may save it again.
        made = create_diary(out, shelf.home, anew=True)
        with Session(made, shelf.home, Clock(environment)) as session:
            saved = fill(session.diary, found, session.stamp())
            shelf.home.remember(out, session.diary.id)
    except BaseException:
        shelf.home.forget(out)
        out.unlink(missing_ok=True)
        raise
    return saved
