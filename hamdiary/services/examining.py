"""Looking a diary and its surroundings through: what `hamdiary doctor` finds, and what to do."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, suppress
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked, shows, t, tn
from hamdiary.services.clock import Clock
from hamdiary.services.restoring import Shelf, Shelved
from hamdiary.services.room import ROOM_WANTED
from hamdiary.storage import inspecting, surroundings
from hamdiary.storage.checking import unlike_the_journal
from hamdiary.storage.connection import DiaryFile, require_file, why_read_only
from hamdiary.storage.diary import Diary
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.storage.lock import locked
from hamdiary.storage.version import SCHEMA_VERSION

BACKUP_AGE = timedelta(days=7)
"""How much older than the last change the newest backup may be."""

MOST_NAMED = 5
"""How many differences are named one by one."""


class Level(StrEnum):
    """How a finding is meant."""

    OK = "ok"
    """All is well."""
    NOTE = "note"
    """Good to know; nothing to do now."""
    LOOK = "look"
    """Something to see to, and nothing is damaged."""
    BAD = "bad"
    """The diary is damaged."""


ABOUT = (
    marked("file"),
    marked("integrity"),
    marked("references"),
    marked("format"),
    marked("journal"),
    marked("search index"),
    marked("rights"),
    marked("place"),
    marked("room"),
    marked("backups"),
)
"""What is looked at; SQLite and Litestream are names."""


@shows("about")
@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    about: str
    """What: "integrity", "journal", "backups" …"""
    level: Level
    """How it is."""
    words: str
    """What was found, in one line and without a word of the diary."""
    todo: str = ""
    """What to do about it; empty if nothing."""


def examine(environment: Mapping[str, str], path: str | None) -> list[Finding]:
    """Look at everything; a finding each, and nothing is changed."""
    shelf = Shelf(environment, path)
    at = f" --diary {shelf.place}" if path else ""
    return [
        *_file(shelf.place, at),
        *_rights(shelf),
        *_place(shelf.place),
        _room(shelf),
        *_backups(shelf, environment, at),
        _sqlite(),
    ]


def exit_code(findings: list[Finding]) -> int:
    """0 all well, 1 something to see to, 2 damaged."""
    levels = {each.level for each in findings}
    return 2 if Level.BAD in levels else 1 if Level.LOOK in levels else 0


def _file(place: Path, at: str) -> list[Finding]:
    restore = t("hamdiary restore{at} brings back a backup").format(at=at)
    read = t("hamdiary doctor{at} --salvage NEW.db saves what can be read").format(at=at)
    salvage = f"{restore}; {read}"
    with ExitStack() as held:
        try:
            require_file(place)
            # Nobody writes meanwhile, so that one state is looked at, and it is closed in peace.
            with suppress(DiaryTrouble):
                held.enter_context(locked(place))
            file = held.enter_context(closing(DiaryFile(place, why_read_only(place))))
            return list(_inside(file, at, salvage))
        except DiaryTrouble as trouble:
            todo = salvage if place.exists() and place.stat().st_size else restore
            return [Finding("file", Level.BAD, str(trouble), todo)]


def _inside(file: DiaryFile, at: str, salvage: str) -> Iterator[Finding]:
    strange = inspecting.why_no_diary(file)
    if strange is not None:
        yield Finding("file", Level.BAD, strange, salvage)
        return
    yield Finding("file", Level.OK, str(file.path))
    damage = inspecting.damage(file)
    if damage:
        said = tn(
            "damaged: {n} fault: {first}", "damaged: {n} faults, the first: {first}", len(damage)
        )
        words = said.format(n=len(damage), first=damage[0])
        yield Finding("integrity", Level.BAD, words, salvage)
        return
    yield Finding("integrity", Level.OK, t("every page is as it should be"))
    yield _references(file, at)
    version = file.number("PRAGMA user_version")
    if version != SCHEMA_VERSION:
        yield _format(version)
        return
    yield from _against_the_journal(file, at)
    if inspecting.has_litestream(file):
        words = t("Litestream replicates this diary; its tables are left alone")
        yield Finding("litestream", Level.NOTE, words)


def _references(file: DiaryFile, at: str) -> Finding:
    count = inspecting.broken_references(file)
    if count:
        words = tn(
            "{n} row names something that is not there",
            "{n} rows name something that is not there",
            count,
        ).format(n=count)
        return Finding("references", Level.BAD, words, f"hamdiary doctor{at} --repair")
    return Finding("references", Level.OK, t("every row names what is there"))


def _format(version: int) -> Finding:
    if version > SCHEMA_VERSION:
        words = t("format {version}, written by a newer hamdiary").format(version=version)
        return Finding("format", Level.LOOK, words, t("upgrade hamdiary"))
    words = t("format {version}; it is brought up to date when it is next opened").format(
        version=version
    )
    return Finding("format", Level.NOTE, words)


def _against_the_journal(file: DiaryFile, at: str) -> Iterator[Finding]:
    repair = t(
        "hamdiary doctor{at} --repair makes it anew from the journal, after a backup"
    ).format(at=at)
    found = unlike_the_journal(Diary(file))
    if found:
        words, more = "; ".join(found[:MOST_NAMED]), len(found) - MOST_NAMED
        if more > 0:
            words = t("{named} and {n} more").format(named=words, n=more)
        yield Finding("journal", Level.BAD, words, repair)
    else:
        count = file.number("SELECT count(*) FROM changes")
        said = tn(
            "all tables follow from its {n} change", "all tables follow from its {n} changes", count
        )
        yield Finding("journal", Level.OK, said.format(n=count))
    trouble = inspecting.index_trouble(file)
    if trouble is not None:
        yield Finding("search index", Level.BAD, trouble, repair)
    else:
        yield Finding("search index", Level.OK, t("finds every note"))


def readable_by_others(shelf: Shelf) -> list[Path]:
    """The files and folders of that diary that others on this computer can read."""
    beside = (shelf.place.with_name(shelf.place.name + end) for end in ("", "-wal", "-shm"))
    backups = shelf.home.backups.glob("diary-*") if shelf.home.backups.is_dir() else ()
    places = [shelf.home.folder, shelf.home.backups, *beside, *backups]
    return [each for each in dict.fromkeys(places) if surroundings.open_to_others(each)]


def _rights(shelf: Shelf) -> list[Finding]:
    others = readable_by_others(shelf)
    if not others:
        return [Finding("rights", Level.OK, t("only you can read the diary and its backups"))]
    words = t("others on this computer can read {place}").format(place=others[0])
    if len(others) > 1:
        words = t("{named} and {n} more").format(named=words, n=len(others) - 1)
    return [Finding("rights", Level.LOOK, words, t("hamdiary doctor --repair closes them"))]


def _place(place: Path) -> list[Finding]:
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


def _room(shelf: Shelf) -> Finding:
    free = surroundings.room_at(shelf.place.parent)
    if free is None:
        return Finding("room", Level.NOTE, t("how much room is left cannot be told"))
    size = shelf.place.stat().st_size if shelf.place.exists() else 0
    words = t("{megabytes:.0f} MB free").format(megabytes=free / 1e6)
    if free < max(ROOM_WANTED, 2 * size):
        return Finding("room", Level.LOOK, words, t("make room, or an entry cannot be saved"))
    return Finding("room", Level.OK, words)


def _backups(shelf: Shelf, environment: Mapping[str, str], at: str) -> Iterator[Finding]:
    known = shelf.backups()
    broken, whole = [each for each in known if not each.whole], [e for e in known if e.whole]
    make = t("hamdiary backup{at} makes one now").format(at=at)
    if broken:
        first = broken[0]
        words = t("{broken} of {known} not whole; {first}: {trouble}").format(
            broken=len(broken), known=len(known), first=first.backup.label, trouble=first.trouble
        )
        yield Finding("backups", Level.LOOK, words, make)
    if not whole:
        yield Finding("backups", Level.LOOK, t("there is no verified backup"), make)
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


def _changed_since(shelf: Shelf, newest: Shelved) -> bool:
    try:
        with closing(DiaryFile(shelf.place, why_read_only(shelf.place))) as file:
            return file.number("SELECT count(*) FROM changes") != newest.backup.changes
    except (DiaryTrouble, OSError):
        return True


def _said_age(age: timedelta) -> str:
    if _hours(age) >= 48:
        return t("{n} verified, the newest {days} days old")
    return tn(
        "{n} verified, the newest {hours} hour old",
        "{n} verified, the newest {hours} hours old",
        _hours(age),
    )


def _hours(age: timedelta) -> int:
    return max(0, int(age.total_seconds() // 3600))


def _sqlite() -> Finding:
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
