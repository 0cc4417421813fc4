"""The folder of backups: what lies there, whether it is whole, and what makes room."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from hamdiary.domain.language import t
from hamdiary.domain.system_words import small_reason_of
from hamdiary.domain.thinning import Kept, to_remove
from hamdiary.storage.backup import hash_of, looked_through
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.storage.manifest import NAMED, Backup, manifest_of, order_of, read_manifest


def backups_in(folder: Path, diary_id: str | None = None) -> list[Backup]:
    """The backups in a folder, of all diaries or one, the newest first; by their manifests."""
    return [each for each in map(_described, files_in(folder, diary_id)) if each is not None]


def files_in(folder: Path, diary_id: str | None = None) -> list[Path]:
    """The files that are named as backups are, the newest first; nothing of them is read."""
    try:
        named = [(NAMED.fullmatch(each.name), each) for each in folder.iterdir()]
    except OSError:
        return []
    found = [
        each
        for match, each in named
        if match and (diary_id is None or match["diary"] == diary_id[:8]) and each.is_file()
    ]
    return sorted(found, key=lambda each: order_of(each.name), reverse=True)


def why_unlooked(folder: Path) -> str | None:
    """Why what lies there cannot be told; None if it can, or if there is no such folder."""
    try:
        next(folder.iterdir(), None)
    except FileNotFoundError:
        return None
    except OSError as error:
        return t("cannot look into {folder}: {reason}").format(
            folder=folder, reason=small_reason_of(error)
        )
    return None


def why_not_whole(backup: Backup) -> str | None:
    """What is wrong with a backup, by its size and hash; None if it is what was verified."""
    if not backup.sha256:
        return t("it is damaged")
    try:
        size = backup.path.stat().st_size
        if size != backup.size:
            return t("it has {size} bytes in place of {wanted}").format(
                size=size, wanted=backup.size
            )
        return None if hash_of(backup.path) == backup.sha256 else t("its contents have changed")
    except OSError as error:
        return small_reason_of(error, t("it cannot be read"))


def _described(path: Path) -> Backup | None:
    """A backup by its manifest, or by its contents where that is lost; None if it is damaged."""
    known = read_manifest(path)
    if known is not None:
        return known
    named = NAMED.fullmatch(path.name)
    assert named is not None
    try:
        found = looked_through(path)
        size, digest = path.stat().st_size, hash_of(path)
    except (OSError, DiaryTrouble):
        return _unreadable(path)
    return Backup(
        path=path,
        made_utc=_moment(named["at"]),
        device=named["device"],
        diary_id=found.diary_id,
        reason="",
        format=found.format,
        size=size,
        sha256=digest,
        counts=found.counts,
        newest=found.newest,
    )


def _unreadable(path: Path) -> Backup | None:
    named = NAMED.fullmatch(path.name)
    assert named is not None
    with suppress(OSError):
        size = path.stat().st_size
        return Backup(path, _moment(named["at"]), named["device"], "", "", 0, size, "", {}, 0)
    return None


def _moment(at: str) -> str:
    return f"{at[:4]}-{at[4:6]}-{at[6:11]}:{at[11:13]}:{at[13:15]}Z"


def thin(folder: Path, diary_id: str, device: str, now_utc: str) -> list[Path]:
    """Remove the backups of one diary and device that make room for others; what was removed.

    Only those count that have their manifest and the size it names; what is damaged never stands
    in for a good one, and is not removed unasked.
    """
    described = map(read_manifest, files_in(folder, diary_id))
    whole = {
        each.label: each
        for each in described
        if each is not None and each.device == device and _has_its_size(each)
    }
    known = [
        Kept(name, datetime.fromisoformat(each.made_utc), each.changes)
        for name, each in whole.items()
    ]
    removed = [whole[name].path for name in to_remove(known, datetime.fromisoformat(now_utc))]
    for path in removed:
        remove(path)
    return removed


def remove(path: Path) -> None:
    """Remove a backup and what describes it."""
    path.unlink(missing_ok=True)
    manifest_of(path).unlink(missing_ok=True)


def _has_its_size(backup: Backup) -> bool:
    try:
        return backup.path.stat().st_size == backup.size
    except OSError:
        return False
