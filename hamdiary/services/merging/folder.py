"""A folder of bundles: the others' are taken in, one's own is put there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hamdiary.domain.language import t
from hamdiary.domain.settings import Settings
from hamdiary.services.merging.merging import Merged, look_at, merge
from hamdiary.services.merging.sending import Sent, own_bundle, send
from hamdiary.services.merging.sources import bundles_in
from hamdiary.services.session import Session
from hamdiary.storage.errors import CannotRead, DiaryTrouble


@dataclass
class Exchanged:
    """What came of a look into the folder."""

    merged: list[Merged] = field(default_factory=list)
    """What each bundle has brought, by name; those seen before are not among them."""
    troubles: list[str] = field(default_factory=list)
    """One line for each bundle that could not be taken in; the others were."""
    sent: Sent | None = None
    """What stands in one's own bundle now."""

    @property
    def new(self) -> int:
        """Changes that have come."""
        return sum(each.new for each in self.merged)


def folder_of(settings: Settings) -> Path | None:
    """The folder of bundles that the settings name."""
    chosen = settings.merge.folder
    return Path(chosen).expanduser().absolute() if chosen else None


def exchange(session: Session, folder: Path) -> Exchanged:
    """Take in what the others have put there, and put one's own bundle there."""
    done = take_from(session, folder)
    try:
        done.sent = send(session, folder)
    except DiaryTrouble as error:
        done.troubles.append(str(error))
    return done


def take_from(session: Session, folder: Path, only_changed: bool = False) -> Exchanged:
    """Take in every bundle of the folder but one's own; one that is broken stops no other.

    With `only_changed` those that were taken in before and have not changed since are left out.
    CannotRead if the folder is not there.
    """
    if not folder.is_dir():
        raise CannotRead(
            t("the folder {folder} is not there; is it mounted or synced?").format(folder=folder)
        )
    own = own_bundle(session, folder)
    done = Exchanged()
    for path in _others(session, bundles_in(folder), own):
        mark = _mark(path)
        if only_changed and session.diary.setting(session.device, _seen(path)) == mark:
            continue
        try:
            ready = look_at(session, path)
            if ready.is_another:
                done.troubles.append(_asks_first(path))
                continue
            done.merged.append(merge(session, ready))
        except DiaryTrouble as error:
            done.troubles.append(str(error))
            continue
        session.diary.remember(session.device, _seen(path), mark)
    return done


def _others(session: Session, bundles: Sequence[Path], own: Path) -> list[Path]:
    return [each for each in bundles if each != own]


def _asks_first(path: Path) -> str:
    return t(
        "{name} belongs to another diary, so it was left alone; hamdiary "
        "merge {name} explains and asks"
    ).format(name=path.name)


def _seen(path: Path) -> str:
    return f"seen-bundle:{path}"


def _mark(path: Path) -> str:
    try:
        stat = path.stat()
    except OSError:
        return ""
    return f"{stat.st_size}-{stat.st_mtime_ns}"
