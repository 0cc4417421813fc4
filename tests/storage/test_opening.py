"""A diary is made once, opened as what it is, and nothing empty ever takes its place."""

import os
import sqlite3
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from on_disk import (
    EVENING,
    HAMSTER,
    beside,
    home_of,
    new_diary,
    output_of,
    record,
    reopened,
    started,
)

from hamdiary.storage.connection import APPLICATION_ID
from hamdiary.storage.errors import CannotCreate, DiaryTrouble, DiskTrouble, NoDiary, NotPermitted
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary, open_diary
from hamdiary.storage.version import SCHEMA_VERSION

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX file modes")


def place(folder: Path) -> Path:
    return home_of(folder).diary


def refused(path: Path, folder: Path) -> DiaryTrouble:
    """The one line with which opening is refused; the file must be as it was."""
    earlier = path.read_bytes() if path.is_file() else None
    with pytest.raises(DiaryTrouble) as trouble:
        open_diary(path, home_of(folder))
    assert "\n" not in str(trouble.value)
    assert (path.read_bytes() if path.is_file() else None) == earlier
    return trouble.value


def closed_diary(folder: Path) -> Path:
    with new_diary(folder) as diary:
        record(diary, gait=3, note="slept")
    return place(folder)


def test_a_new_diary_is_marked_as_ours(tmp_path: Path) -> None:
    with new_diary(tmp_path) as diary:
        assert diary.file.number("PRAGMA application_id") == APPLICATION_ID == 0x48414D44
        assert diary.file.number("PRAGMA user_version") == SCHEMA_VERSION


def test_a_diary_keeps_its_id_for_good(tmp_path: Path) -> None:
    with new_diary(tmp_path) as diary:
        known = diary.id
    with reopened(tmp_path) as diary:
        assert diary.id == known and len(known) == 32


@needs_posix
def test_only_the_owner_may_read_the_diary(tmp_path: Path) -> None:
    with new_diary(tmp_path) as diary:
        record(diary, gait=3)
        modes = {
            each.name: stat.S_IMODE(each.stat().st_mode) for each in diary.path.parent.iterdir()
        }
        assert modes.pop("diary.db-wal") == 0o600
        assert set(modes.values()) == {0o600}
        assert stat.S_IMODE(diary.path.parent.stat().st_mode) == 0o700


@needs_posix
def test_no_umask_makes_the_diary_readable_for_others(tmp_path: Path) -> None:
    code = "os.umask(0)\nd = new_diary(folder)\nrecord(d, gait=3)\nd.close()"
    output_of(started(code, tmp_path))
    assert stat.S_IMODE(place(tmp_path).stat().st_mode) == 0o600
    assert stat.S_IMODE(place(tmp_path).parent.stat().st_mode) == 0o700


def test_at_rest_a_diary_is_one_file(tmp_path: Path) -> None:
    assert beside(closed_diary(tmp_path)) == {"diary.db"}


def test_a_diary_is_never_made_over_anything(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("shopping list")
    with pytest.raises(CannotCreate, match="already a file"):
        create_diary(path, home_of(tmp_path))
    assert path.read_text() == "shopping list"
    assert {each.name for each in tmp_path.iterdir()} == {"notes.txt"}


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    assert isinstance(refused(tmp_path / "diary.db", tmp_path), NoDiary)
    assert not (tmp_path / "diary.db").exists()


def test_where_a_diary_is_known_to_have_been_none_is_begun_by_surprise(tmp_path: Path) -> None:
    closed_diary(tmp_path).unlink()
    assert "not there any more" in str(refused(place(tmp_path), tmp_path))
    with pytest.raises(CannotCreate, match="was kept"):
        create_diary(place(tmp_path), home_of(tmp_path))
    create_diary(place(tmp_path), home_of(tmp_path), anew=True).close()


def test_an_empty_file_is_not_taken_for_a_diary(tmp_path: Path) -> None:
    path = closed_diary(tmp_path)
    path.write_bytes(b"")
    assert "0 bytes" in str(refused(path, tmp_path))


@pytest.mark.parametrize("size", [1, 50, 100, 4096, 5000, 20_000])
def test_a_truncated_diary_is_refused(tmp_path: Path, size: int) -> None:
    path = closed_diary(tmp_path)
    assert path.stat().st_size > size
    os.truncate(path, size)
    assert isinstance(refused(path, tmp_path), NoDiary | DiskTrouble)


def test_a_text_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    path.write_text("Dear diary, " * 1000)
    assert "no hamdiary diary" in str(refused(path, tmp_path))
    assert beside(path) == {"diary.db"}


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_somebody_elses_database_is_refused_and_left_as_it_is(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "recipes.db"
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute(f"PRAGMA journal_mode={mode}")
    conn.execute("CREATE TABLE recipes (name TEXT)")
    conn.close()
    assert "no hamdiary diary" in str(refused(path, tmp_path))
    assert {each.name for each in tmp_path.iterdir()} == {"recipes.db"}


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "diary.db").mkdir()
    assert "not a file" in str(refused(tmp_path / "diary.db", tmp_path))


def test_a_diary_with_a_zeroed_page_gives_one_line_at_worst(tmp_path: Path) -> None:
    path = closed_diary(tmp_path)
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(bytes(4096))
    try:
        with open_diary(path, home_of(tmp_path)) as diary:
            diary.night(HAMSTER, EVENING)
    except DiaryTrouble as trouble:
        assert "\n" not in str(trouble)


def make_newer(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    conn.close()


def test_a_newer_diary_is_shown_but_not_changed(tmp_path: Path) -> None:
    path = closed_diary(tmp_path)
    make_newer(path)
    earlier = path.read_bytes()
    with open_diary(path, home_of(tmp_path)) as diary:
        assert "Upgrade hamdiary" in (diary.read_only or "")
        assert diary.night(HAMSTER, EVENING).gait == 3
        with pytest.raises(NotPermitted, match="Upgrade hamdiary"):
            record(diary, gait=5)
        with pytest.raises(DiaryTrouble):
            diary.file.rows("DELETE FROM nights")
    assert path.read_bytes() == earlier


AS_NOBODY = """
become_nobody()
try:
    with reopened(folder) as diary:
        print(diary.night(HAMSTER, EVENING).gait)
        print(diary.read_only)
        record(diary, gait=5)
except DiaryTrouble as trouble:
    print(type(trouble).__name__, trouble)
"""


def as_nobody(folder: Path) -> list[str]:
    """What somebody sees who may not write; root may write everything."""
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("needs to become another user; as root only")
    for each in (folder, *folder.parents):
        if each != Path("/") and not each.stat().st_mode & 0o001:
            each.chmod(0o711)
    return output_of(started(AS_NOBODY, folder)).splitlines()


def allow(path: Path, mode: int) -> None:
    path.chmod(mode)


def test_a_read_only_file_is_shown_for_reading(tmp_path: Path) -> None:
    path = closed_diary(tmp_path)
    allow(path.parent, 0o777)
    allow(path, 0o444)
    gait, why, refusal = as_nobody(tmp_path)
    assert gait == "3" and "may not be written by you" in why
    assert refusal == f"NotPermitted {why}"


def test_a_diary_in_a_read_only_folder_is_shown_for_reading(tmp_path: Path) -> None:
    path = closed_diary(tmp_path)
    allow(path, 0o666)
    allow(path.parent, 0o555)
    gait, why, refusal = as_nobody(tmp_path)
    assert gait == "3" and "folder" in why and refusal.startswith("NotPermitted")


def test_a_diary_that_may_not_be_read_is_refused_in_words(tmp_path: Path) -> None:
    path = closed_diary(tmp_path)
    allow(path.parent, 0o777)
    allow(path, 0o600)
    assert as_nobody(tmp_path) == [f"NotPermitted {path} may not be read by you"]


def test_a_folder_that_may_not_be_written_takes_no_diary(tmp_path: Path) -> None:
    allow(tmp_path, 0o555)
    code = AS_NOBODY.replace("reopened(folder)", "new_diary(folder)")
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("needs to become another user; as root only")
    for each in tmp_path.parents:
        if each != Path("/") and not each.stat().st_mode & 0o001:
            each.chmod(0o711)
    assert output_of(started(code, tmp_path)).startswith("CannotCreate cannot make a diary at")
    allow(tmp_path, 0o755)


def lose_a_column(conn: sqlite3.Connection) -> None:
    conn.execute("DROP VIEW diary")
    conn.execute("ALTER TABLE nights DROP COLUMN wheel")
    conn.execute("CREATE VIEW diary AS SELECT * FROM nights")


def lose_the_version(conn: sqlite3.Connection) -> None:
    conn.execute("PRAGMA user_version = 0")


@pytest.mark.parametrize("made_older", [lose_a_column, lose_the_version])
def test_an_older_diary_is_brought_up_to_date(
    tmp_path: Path, made_older: Callable[[sqlite3.Connection], None]
) -> None:
    conn = sqlite3.connect(closed_diary(tmp_path), isolation_level=None)
    made_older(conn)
    conn.close()
    with reopened(tmp_path) as diary:
        assert diary.file.number("PRAGMA user_version") == SCHEMA_VERSION
        record(diary, wheel="some")
        viewed = {row["name"] for row in diary.file.rows("PRAGMA table_info(diary)")}
        assert {"hamster", "evening", "wheel", "carer"} <= viewed
        night = diary.night(HAMSTER, EVENING)
        assert (night.gait, night.wheel, night.note) == (3, "some", "slept")


def test_an_up_to_date_diary_is_opened_without_the_schema_library(tmp_path: Path) -> None:
    closed_diary(tmp_path)
    code = "reopened(folder).close()\nprint('sqlite_utils' in sys.modules)"
    assert output_of(started(code, tmp_path)) == "False"


def test_a_diary_without_its_own_id_is_refused_in_words(tmp_path: Path) -> None:
    path = closed_diary(tmp_path)
    conn = sqlite3.connect(path)
    conn.execute("DELETE FROM meta")
    conn.commit()
    conn.close()
    assert isinstance(refused(path, tmp_path), DiskTrouble)


def test_a_failed_making_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    (folder / "diary.db").write_text("mine")
    with pytest.raises(CannotCreate):
        create_diary(folder / "diary.db", Home(tmp_path / "home"))
    assert {each.name for each in folder.iterdir()} == {"diary.db"}
