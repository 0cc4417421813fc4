"""Looking through what is around a diary: who reads it, where it lies, its room and backups."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from hamdiary.domain.language import t, tn
from hamdiary.services.clock import Clock
from hamdiary.services.findings import Finding, Level
from hamdiary.services.restoring import Shelf
from hamdiary.services.room import ROOM_WANTED
from hamdiary.services.settings import settings_or_defaults
from hamdiary.services.shelved import Shelved
from hamdiary.storage import surroundings
from hamdiary.storage.at_hand import opened
from hamdiary.storage.diary_files import beside, kept_by_sqlite
from hamdiary.storage.errors import DiaryTrouble

BACKUP_AGE = timedelta(days=7)
"""How much older than the last change the newest backup may be."""


def readable_by_others(shelf: Shelf) -> list[Path]:
    """The files and folders of that diary that others on this computer can read."""
    diary = (shelf.place, *kept_by_sqlite(shelf.place))
    backups = shelf.home.backups.glob("diary-*") if shelf.home.backups.is_dir() else ()
    places = [shelf.home.folder, shelf.home.backups, *diary, *backups]
    return [each for each in dict.fromkeys(places) if surroundings.open_to_others(each)]


def about_rights(shelf: Shelf) -> Iterator[Finding]:
    """Whether you can write what has to be written, and nobody else can read it."""
    closed = _closed_to_the_owner(shelf)
    if closed:
        words = t("{place} may not be written by you, so that not everything can be saved").format(
            place=closed[0]
        )
        todo = t("give yourself the right to write there, or move the diary to a folder of yours")
        yield Finding("rights", Level.LOOK, _and_more(words, closed), todo)
    others = readable_by_others(shelf)
    if others:
        words = t("others on this computer can read {place}").format(place=others[0])
        todo = t("hamdiary doctor --repair closes them")
        yield Finding("rights", Level.LOOK, _and_more(words, others), todo)
    elif not closed:
        yield Finding("rights", Level.OK, t("only you can read the diary and its backups"))


def _closed_to_the_owner(shelf: Shelf) -> list[Path]:
    place, home = shelf.place, shelf.home
    places = [place.parent, place, *beside(place), home.folder, home.backups]
    return [each for each in dict.fromkeys(places) if surroundings.is_closed_to_us(each)]


def _and_more(words: str, places: list[Path]) -> str:
    if len(places) == 1:
        return words
    return t("{named} and {n} more").format(named=words, n=len(places) - 1)


def about_place(place: Path) -> list[Finding]:
    """Whether the diary lies where entries can be lost."""
    kind, service = surroundings.network_file_system(place), surroundings.synced_by(place)
    todo = t("move it to a folder of this computer, and put backups there: backups.copies_in")
    if kind is not None:
        words = t("the diary lies on another computer ({kind}); entries can be lost there").format(
            kind=kind
        )
        return [Finding("place", Level.LOOK, words, todo)]
    if service is not None:
        words = t(
            "the diary lies in a folder that {service} synchronises; entries can be lost"
        ).format(service=service)
        return [Finding("place", Level.LOOK, words, todo)]
    return [Finding("place", Level.OK, t("on a disk of this computer, in no synchronised folder"))]


def about_room(shelf: Shelf) -> Finding:
    """Whether there is room for more entries."""
    free = surroundings.room_at(shelf.place.parent)
    if free is None:
        return Finding("room", Level.NOTE, t("how much room is left cannot be told"))
    size = shelf.place.stat().st_size if shelf.place.exists() else 0
    words = t("{megabytes:.0f} MB free").format(megabytes=free / 1e6)
    if free < max(ROOM_WANTED, 2 * size):
        return Finding("room", Level.LOOK, words, t("make room, or an entry cannot be saved"))
    return Finding("room", Level.OK, words)


def about_backups(shelf: Shelf, environment: Mapping[str, str], at: str) -> Iterator[Finding]:
    """Whether there is a verified backup, not much older than the last change."""
    known = shelf.backups()
    broken, whole = (
        [each for each in known if not each.whole],
        [each for each in known if each.whole],
    )
    make = t("hamdiary backup{at} makes one now").format(at=at)
    if broken:
        first = broken[0]
        words = t("{broken} of {known} not whole; {first}: {trouble}").format(
            broken=len(broken), known=len(known), first=first.backup.label, trouble=first.trouble
        )
        yield Finding("backups", Level.LOOK, words, make)
    if not whole:
        words = shelf.unlooked or t("there is no verified backup")
        yield Finding("backups", Level.LOOK, words, make)
        return
    age = Clock(environment).now().wall - datetime.fromisoformat(whole[0].backup.made_utc)
    said = _said_age(age).format(n=len(whole), hours=_hours(age), days=_hours(age) // 24)
    if age > BACKUP_AGE and _changed_since(shelf, whole[0]):
        yield Finding(
            "backups",
            Level.LOOK,
            t("{verified}, and the diary has changed since").format(verified=said),
            make,
        )
    else:
        yield Finding("backups", Level.OK, said)


def about_settings(shelf: Shelf) -> Iterator[Finding]:
    """What is wrong with the settings file, if anything is: the diary works on without it."""
    trouble = settings_or_defaults(shelf.home)[1]
    if trouble is not None:
        todo = t("mend that line; until then nothing rings, and all is set as at first")
        yield Finding("settings", Level.LOOK, trouble, todo)


def _changed_since(shelf: Shelf, newest: Shelved) -> bool:
    try:
        with closing(opened(shelf.place)) as file:
            return file.number("SELECT count(*) FROM changes") != newest.backup.changes
    except (DiaryTrouble, OSError):
        return True


def _said_age(age: timedelta) -> str:
    if _hours(age) >= 48:
        return t("{n} verified, the newest {days} days old")
    if not _hours(age):
        return t("{n} verified, the newest less than an hour old")
    return tn(
        "{n} verified, the newest {hours} hour old",
        "{n} verified, the newest {hours} hours old",
        _hours(age),
    )


def _hours(age: timedelta) -> int:
    return max(0, int(age.total_seconds() // 3600))


def about_sqlite() -> Finding:
    """Whether the SQLite of this computer is one that can damage a file."""
    version = surroundings.sqlite_version()
    if not surroundings.has_wal_reset_bug():
        return Finding("SQLite", Level.OK, version)
    words = t(
        "{version}: two programs that write at one instant can damage a "
        "file (mended in 3.51.3); hamdiary's own programs keep out of each "
        "other's way"
    ).format(version=version)
    todo = t("let no other program write to the diary while it is open")
    return Finding("SQLite", Level.NOTE, words, todo)
