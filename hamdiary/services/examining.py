"""Looking a diary and its surroundings through: what `hamdiary doctor` finds, and what to do."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from hamdiary.domain.language import t, tn
from hamdiary.domain.text import clean_line
from hamdiary.services.examining_around import (
    about_backups,
    about_place,
    about_rights,
    about_room,
    about_settings,
    about_sqlite,
)
from hamdiary.services.findings import Finding, Level
from hamdiary.services.restoring import Shelf
from hamdiary.storage import inspecting, structure
from hamdiary.storage.at_hand import opened, require_file
from hamdiary.storage.checking import unlike_the_journal
from hamdiary.storage.connection import DiaryFile
from hamdiary.storage.diary import Diary
from hamdiary.storage.errors import DiaryBusy, DiaryTrouble, NotPermitted
from hamdiary.storage.lock import locked
from hamdiary.storage.meanwhile import Meanwhile
from hamdiary.storage.opening import lost_diary
from hamdiary.storage.version import SCHEMA_VERSION

MOST_NAMED = 5
"""How many differences are named one by one."""


def examine(environment: Mapping[str, str], path: str | None) -> list[Finding]:
    """Look at everything; a finding each, and nothing is changed. NoDiary where none ever was."""
    shelf = Shelf(environment, path)
    at = f" --diary {shelf.place}" if path else ""
    return [
        *_file(shelf, at),
        *about_rights(shelf),
        *about_place(shelf.place),
        about_room(shelf),
        *about_backups(shelf, environment, at),
        *about_settings(shelf),
        about_sqlite(),
    ]


def _file(shelf: Shelf, at: str) -> list[Finding]:
    place = shelf.place
    restore = t("hamdiary restore{at} brings back a backup").format(at=at)
    read = t("hamdiary doctor{at} --salvage NEW.db saves what can be read").format(at=at)
    salvage = f"{restore}; {read}"
    with ExitStack() as held:
        try:
            require_file(place)
            # Nobody writes meanwhile, so that one state is looked at, and it is closed in peace.
            with suppress(DiaryTrouble):
                held.enter_context(locked(place))
            file = held.enter_context(closing(opened(place)))
            return list(_inside(file, at, salvage))
        except (DiaryBusy, NotPermitted) as trouble:
            # It may well be whole: nothing is to be put in its place.
            todo = t("nothing of it could be looked at; when that is mended, hamdiary doctor again")
            return [Finding("file", Level.LOOK, str(trouble), todo)]
        except DiaryTrouble as trouble:
            if place.exists() and place.stat().st_size:
                return [Finding("file", Level.BAD, str(trouble), salvage)]
            lost = lost_diary(place, shelf.home)
            if lost is None and not shelf.backups():
                raise  # nothing ever was there
            return [Finding("file", Level.BAD, str(lost or trouble), restore)]


def _inside(file: DiaryFile, at: str, salvage: str) -> Iterator[Finding]:
    strange = inspecting.why_no_diary(file)
    if strange is not None:
        yield Finding("file", Level.BAD, strange, salvage)
        return
    yield Finding("file", Level.OK, str(file.path))
    # SQLite goes through the pages while we go through the journal; what that comes to is heard
    # only if the file is whole.
    with Meanwhile(lambda: _unlike_the_journal(file.path, file.read_only)) as journal:
        damage = inspecting.damage(file)
        if damage:
            yield _damaged(damage, salvage)
            return
        yield Finding("integrity", Level.OK, t("every page is as it should be"))
        yield _references(file, at)
        version = file.number("PRAGMA user_version")
        if version != SCHEMA_VERSION:
            yield _format(version)
            return
        gone = structure.lacking(file)
        yield from _structure(gone, structure.strange_triggers(file), at, salvage)
        if any(part.type == "table" for part in gone):
            return
        yield from _against_the_journal(file, journal.result(), at)
    if inspecting.has_litestream(file):
        words = t("Litestream replicates this diary; its tables are left alone")
        yield Finding("litestream", Level.NOTE, words)


def _damaged(damage: Sequence[str], salvage: str) -> Finding:
    said = tn("damaged: {n} fault: {first}", "damaged: {n} faults, the first: {first}", len(damage))
    words = said.format(n=len(damage), first=damage[0])
    return Finding("integrity", Level.BAD, words, salvage)


def _unlike_the_journal(path: Path, read_only: str | None) -> list[str]:
    with closing(DiaryFile(path, read_only)) as file:
        if file.number("PRAGMA user_version") != SCHEMA_VERSION:
            return []
        return unlike_the_journal(Diary(file))


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


def _structure(
    gone: Sequence[structure.Part], strange: Sequence[str], at: str, salvage: str
) -> Iterator[Finding]:
    """What is not there that belongs to a diary, and what writes to it and is none of ours."""
    repair = t("hamdiary doctor{at} --repair makes it as it was, after a backup").format(at=at)
    if gone:
        tables = {part.name for part in gone if part.type == "table"}
        words = t("missing: {parts}").format(parts=", ".join(part.name for part in gone))
        beyond = tables & structure.BEGINNING
        yield Finding(
            "structure",
            Level.BAD if tables else Level.LOOK,
            words,
            salvage if beyond else repair,
        )
    if strange:
        words = t("triggers that hamdiary did not make: {names}").format(names=", ".join(strange))
        yield Finding("structure", Level.LOOK, clean_line(words), repair)


def _against_the_journal(file: DiaryFile, found: Sequence[str], at: str) -> Iterator[Finding]:
    repair = t(
        "hamdiary doctor{at} --repair makes it anew from the journal, after a backup"
    ).format(at=at)
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
