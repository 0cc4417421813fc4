"""Erasing a hamster for good, and what still holds it elsewhere."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.text import names_look_alike
from hamdiary.domain.things import hamster_of
from hamdiary.services.backing_up import back_up_before, copies_folder
from hamdiary.services.session import Session
from hamdiary.services.settings import settings_or_defaults
from hamdiary.storage.erasing import erase, holding
from hamdiary.storage.errors import DiaryTrouble, DiskTrouble
from hamdiary.storage.inspecting import has_litestream
from hamdiary.storage.leftovers import left_lying
from hamdiary.storage.manifest import Backup
from hamdiary.storage.shelf import files_in, remove


@dataclass(frozen=True)
class Holders:
    """What holds a hamster besides the diary itself, as far as this computer can know."""

    backups: tuple[Path, ...]
    """Backups."""
    bundles: tuple[Path, ...]
    """Bundles in the folder of bundles, and those that were written here and are still there."""
    set_aside: tuple[Path, ...]
    """Damaged diaries that were moved aside when a backup was restored, and what a program left
    behind that was ended in the midst of a backup or a restore."""
    replicas: tuple[str, ...] = ()
    """Programs that keep a replica of the diary somewhere: "Litestream"."""

    @property
    def files(self) -> tuple[Path, ...]:
        """All of them."""
        return (*self.backups, *self.bundles, *self.set_aside)


@dataclass(frozen=True)
class Erased:
    """What was erased."""

    name: str
    """How the hamster was called."""
    changes: int
    """How many changes of the journal went."""
    kept: Backup | None
    """The backup that was made before; it holds the hamster."""
    clean: bool
    """Whether nothing old is left beside the diary; else when all other windows are closed."""
    holders: Holders
    """What still holds the hamster."""
    removed: tuple[Path, ...]
    """Backups that were removed too."""


def is_its_name(hamster: Hamster, typed: str) -> bool:
    """Whether what was typed is the hamster's name, or its id."""
    return typed == hamster.id or (
        hamster.name is not None and names_look_alike(hamster.name, typed)
    )


def holders_of(session: Session, hamster: str) -> Holders:
    """What else holds that hamster: every backup, bundle and damaged file that is known here."""
    other = copies_folder(session.home)
    folders = [session.home.backups, *([other] if other else [])]
    backups = [each for folder in folders for each in files_in(folder)]
    return Holders(
        tuple(holding(backups, hamster)),
        tuple(_bundles_with(session, hamster)),
        tuple(each for each in left_lying(session.diary.path, folders) if _names(each, hamster)),
        ("Litestream",) if has_litestream(session.diary.file) else (),
    )


def erase_for_good(
    session: Session, hamster: Hamster, keep_backup: bool, backups_too: bool
) -> Erased:
    """Remove the hamster from the diary, its journal, index, drafts and this device's memory.

    DiaryTrouble if that could not be done; then nothing was erased.
    """
    if keep_backup and backups_too:
        raise DiskTrouble(t("a backup cannot be kept and removed at once; choose one of them"))
    kept = back_up_before(session, "erase") if keep_backup else None
    gone = erase(session.diary, hamster.id)
    clean = session.diary.file.shrink()
    found = holders_of(session, hamster.id)
    removed: Sequence[Path] = ()
    if backups_too:
        removed = _removed(found.backups)
        left = tuple(each for each in found.backups if each not in removed)
        found = Holders(left, found.bundles, found.set_aside, found.replicas)
    return Erased(hamster.called, gone, kept, clean, found, tuple(removed))


def _removed(backups: Sequence[Path]) -> list[Path]:
    removed = []
    for each in backups:
        try:
            remove(each)
        except OSError:
            continue
        removed.append(each)
    return removed


def _names(path: Path, hamster: str) -> bool:
    try:
        return hamster.encode() in path.read_bytes()
    except OSError:
        return True


def _bundles_with(session: Session, hamster: str) -> list[Path]:
    from hamdiary.services.merging.folder import folder_of
    from hamdiary.services.merging.sending import sent_before
    from hamdiary.services.merging.sources import bundles_in, read_source

    folder = folder_of(settings_or_defaults(session.home)[0])
    there = bundles_in(folder) if folder is not None and folder.is_dir() else ()
    found = []
    for path in dict.fromkeys((*there, *sent_before(session))):
        try:
            entries = read_source(path).entries
        except DiaryTrouble:
            continue
        if any(hamster_of(each.id) == hamster for each in entries):
            found.append(path)
    return found


def holders_as_json(found: Holders) -> Mapping[str, list[str]]:
    """What still holds a hamster, for other programs."""
    return {
        "backups": [str(each) for each in found.backups],
        "bundles": [str(each) for each in found.bundles],
        "set_aside": [str(each) for each in found.set_aside],
        "replicas": [*found.replicas],
    }
