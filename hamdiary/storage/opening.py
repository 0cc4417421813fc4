"""Making a diary and opening one, never by surprise an empty one."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hamdiary.domain.language import t
from hamdiary.domain.measures import columns_of
from hamdiary.storage.at_hand import opened, require_file
from hamdiary.storage.connection import APPLICATION_ID, DiaryFile
from hamdiary.storage.diary import Diary
from hamdiary.storage.diary_files import beside
from hamdiary.storage.errors import (
    CannotCreate,
    DamagedDiary,
    DiaryTrouble,
    LostDiary,
    NoDiary,
    added,
)
from hamdiary.storage.inspecting import is_cut_short
from hamdiary.storage.locations import Home
from hamdiary.storage.rows import TABLES
from hamdiary.storage.sqlite_errors import damaged, in_words
from hamdiary.storage.version import SCHEMA_VERSION


def open_diary(path: Path, home: Home, now_utc: Callable[[], str] | None = None) -> Diary:
    """The diary at `path`, migrated if it is older; DiaryTrouble says why it cannot be had.

    Before it is migrated it is backed up, at the time that `now_utc` tells. DamagedDiary and
    LostDiary are for what can be restored; nothing is ever made or moved here.
    """
    try:
        require_file(path)
    except NoDiary as error:
        raise (lost_diary(path, home) or error) from error
    try:
        file = opened(path)
    except NoDiary as error:
        raise _damaged(path, home, error) from error
    try:
        try:
            _require_ours(file)
        except NoDiary as error:
            raise _damaged(path, home, error) from error
        _require_whole(file)
        _make_ready(file, home, now_utc or _by_this_computer)
        diary = Diary(file)
        home.remember(path, diary.id)
    except BaseException:
        file.close()
        raise
    return diary


def create_diary(path: Path, home: Home, anew: bool = False) -> Diary:
    """A new diary at `path`; refused over anything, and where a diary is known to have been."""
    if home.knows(path) and not anew:
        raise CannotCreate(
            t(
                "a diary was kept at {path} before; it is not there now. Put it back, or say setup "
                "--anew to begin an empty one"
            ).format(path=path)
        )
    from hamdiary.storage.placing import new_file

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}-{os.urandom(4).hex()}")
        new_file(fresh)
    except OSError as error:
        from hamdiary.domain.system_words import reason_of

        raise CannotCreate(
            t("cannot make a diary at {path}: {reason}").format(path=path, reason=reason_of(error))
        ) from error
    try:
        _fill(fresh)
        _put_in_place(fresh, path)
    finally:
        for left in (fresh, *beside(fresh)):
            left.unlink(missing_ok=True)
    return open_diary(path, home)


def lost_diary(path: Path, home: Home) -> LostDiary | None:
    """The trouble that a diary which is known to have been kept there is missing or empty."""
    if not home.knows(path) or path.is_dir():
        return None
    if path.exists():
        return LostDiary(
            t("{path} is empty (0 bytes); the diary that was kept there is gone").format(path=path),
            path,
        )
    return LostDiary(
        t(
            "the diary that was kept at {path} is not there any more. If it was moved, name it "
            "with --diary; hamdiary setup --anew begins an empty one"
        ).format(path=path),
        path,
    )


def _damaged(path: Path, home: Home, error: NoDiary) -> DiaryTrouble:
    if not home.knows(path):
        return error
    return DamagedDiary(
        t("{path} is no diary any more; it was left as it is").format(path=path), path
    )


def _by_this_computer() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _fill(fresh: Path) -> None:
    # The file is empty and known to nobody yet, so the guards for a diary in use do not apply.
    from hamdiary.storage.schema import migrate

    with in_words(fresh):
        conn = sqlite3.connect(fresh, isolation_level=None)
        conn.row_factory = sqlite3.Row
        try:
            conn.execute("PRAGMA journal_mode=WAL")
            conn.execute("PRAGMA synchronous=FULL")
            conn.execute("BEGIN IMMEDIATE")
            migrate(conn)
            conn.execute("INSERT INTO meta VALUES ('diary_id', ?)", (os.urandom(16).hex(),))
            conn.execute("COMMIT")
        finally:
            conn.close()


def _put_in_place(fresh: Path, path: Path) -> None:
    from hamdiary.storage.placing import put_in_place

    try:
        put_in_place(fresh, path)
    except FileExistsError as error:
        raise CannotCreate(
            t("there is already a file at {path}; it was left as it is").format(path=path)
        ) from error


def _require_ours(file: DiaryFile) -> None:
    if file.number("PRAGMA application_id") != APPLICATION_ID:
        raise NoDiary(
            t("{path} is a database, but no hamdiary diary; it was left as it is").format(
                path=file.path
            )
        )


def _require_whole(file: DiaryFile) -> None:
    if is_cut_short(file):
        raise DamagedDiary(
            t("{path} is cut short; it was left as it is").format(path=file.path), file.path
        )


def _make_ready(file: DiaryFile, home: Home, now_utc: Callable[[], str]) -> None:
    version = file.number("PRAGMA user_version")
    if version > SCHEMA_VERSION:
        file.only_show(
            t(
                "{path} was written by a newer hamdiary; it is shown, but not changed. Upgrade "
                "hamdiary to write to it"
            ).format(path=file.path)
        )
    if file.read_only:
        return
    file.settle()
    if version < SCHEMA_VERSION or _lacks_columns(file):
        from hamdiary.storage.backup import back_up
        from hamdiary.storage.schema import migrate
        from hamdiary.storage.shelf import thin

        try:
            made = back_up(file, home.backups, now_utc(), home.device(), "migrate")
        except DiaryTrouble as error:
            raise added(error, t("so the diary was not brought up to date")) from error
        with file.writing() as conn:
            migrate(conn)
        # Only now: until then each of the older ones may be wanted.
        with suppress(OSError):
            thin(home.backups, made.diary_id, made.device, made.made_utc)


def _lacks_columns(file: DiaryFile) -> bool:
    # The tables that everyday commands read; those of other things get theirs when written to.
    for table in (TABLES["hamster"], TABLES["night"]):
        present = {row["name"] for row in file.rows(f"PRAGMA table_info({table.name})")}
        if not present:
            # Made anew it would be empty, and that is how the diary would look.
            raise damaged(file.path)
        if not present.issuperset(column for column, _ in columns_of(table.shows)):
            return True
    return False
