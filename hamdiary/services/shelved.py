"""A backup as it lies on a shelf, or anywhere else as a file that somebody names."""

from pathlib import Path

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.storage.backup import Contents, hash_of, looked_through
from hamdiary.storage.diary_files import is_at_rest, wal_of
from hamdiary.storage.errors import DiaryTrouble, NoDiary
from hamdiary.storage.manifest import Backup, read_manifest
from hamdiary.storage.shelf import why_not_whole


class NoSuchBackup(NoDiary):
    """No backup answers to what was asked for; one line for the owner."""


@dataclass(frozen=True)
class Shelved:
    """One backup in the list of backups."""

    number: int
    """Its place in the list, from 1: the newest."""
    backup: Backup
    """What its manifest says."""
    trouble: str | None
    """What is wrong with it; None if it was verified just now."""

    @property
    def whole(self) -> bool:
        """Whether it was verified just now."""
        return self.trouble is None


def backup_at(path: Path) -> Shelved:
    """The backup in that file, verified; NoSuchBackup says why it is none."""
    if not path.is_file():
        raise NoSuchBackup(t("there is no file {path}").format(path=path))
    known = read_manifest(path)
    if known is not None:
        return Shelved(0, known, why_not_whole(known))
    try:
        found = looked_through(path)
    except DiaryTrouble as error:
        raise NoSuchBackup(str(error)) from error
    if not is_at_rest(path):
        raise NoSuchBackup(
            t("{path} is a diary in use and no backup: {name} lies beside it").format(
                path=path, name=wal_of(path).name
            )
        )
    return Shelved(0, _as_backup(path, found), None)


def _as_backup(path: Path, found: Contents) -> Backup:
    """A diary's file that was copied by somebody else than us: nobody says when and why."""
    return Backup(
        path=path,
        made_utc="",
        device="",
        diary_id=found.diary_id,
        reason="",
        format=found.format,
        size=path.stat().st_size,
        sha256=hash_of(path),
        counts=found.counts,
        newest=found.newest,
    )
