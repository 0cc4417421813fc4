"""A backup is a verified copy, or there is none."""

import json
import os
import shutil
import sqlite3
import stat
import sys
from pathlib import Path

import pytest
from on_disk import EVENING, HAMSTER, home_of, new_diary, output_of, record, reopened, started

from hamdiary.storage.backup import back_up, hash_of, looked_through
from hamdiary.storage.checking import differences
from hamdiary.storage.connection import DiaryFile
from hamdiary.storage.diary import Diary
from hamdiary.storage.errors import DiskTrouble, NotPermitted
from hamdiary.storage.locations import Home
from hamdiary.storage.manifest import Backup, manifest_of, read_manifest
from hamdiary.storage.opening import open_diary
from hamdiary.storage.restoring import restore
from hamdiary.storage.shelf import backups_in, thin, why_not_whole

NOW = "2026-11-22T20:16:00Z"


def backed_up(diary: Diary, folder: Path, at: str = NOW, reason: str = "asked") -> Backup:
    return back_up(diary.file, folder, at, "a1b2", reason)


def test_a_backup_holds_all_that_was_saved_and_says_so(diary: Diary, tmp_path: Path) -> None:
    record(diary, gait=3, note="slept")
    made = backed_up(diary, tmp_path / "shelf")
    assert (made.changes, made.nights, made.newest) == (1, 1, 1)
    assert (made.diary_id, made.device, made.reason) == (diary.id, "a1b2", "asked")
    assert read_manifest(made.path) == made
    assert why_not_whole(made) is None
    shutil.copy(made.path, tmp_path / "copy.db")
    with open_diary(tmp_path / "copy.db", Home(tmp_path / "other")) as copy:
        assert copy.night(HAMSTER, EVENING).note == "slept"
        assert differences(copy) == []


def test_no_word_of_the_diary_stands_in_a_manifest(diary: Diary, tmp_path: Path) -> None:
    record(diary, note="Biscuit slept")
    made = backed_up(diary, tmp_path / "shelf")
    assert "Biscuit" not in manifest_of(made.path).read_text()
    assert "Biscuit" not in made.path.name


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX file modes")
def test_only_the_owner_may_read_backups(tmp_path: Path) -> None:
    code = """
from hamdiary.storage.backup import back_up
os.umask(0)
diary = new_diary(folder)
record(diary, gait=3)
back_up(diary.file, folder / "shelf", "2026-11-22T20:16:00Z", "a1b2", "asked")
diary.close()
"""
    output_of(started(code, tmp_path))
    shelf = tmp_path / "shelf"
    assert stat.S_IMODE(shelf.stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in shelf.iterdir()} == {0o600}


def test_a_backup_leaves_nothing_but_itself_and_its_manifest(diary: Diary, tmp_path: Path) -> None:
    made = backed_up(diary, tmp_path / "shelf")
    lying = {each.name for each in (tmp_path / "shelf").iterdir()}
    assert lying == {made.path.name, manifest_of(made.path).name}


def test_two_backups_of_one_second_lie_beside_each_other(diary: Diary, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    made = [backed_up(diary, shelf) for _ in range(3)]
    assert len({each.path for each in made}) == 3
    assert {each.path for each in backups_in(shelf)} == {each.path for each in made}


def test_whatever_has_the_name_of_a_backup_is_left_as_it_is(diary: Diary, tmp_path: Path) -> None:
    first = backed_up(diary, tmp_path / "shelf")
    first.path.write_text("mine")
    manifest_of(first.path).unlink()
    assert backed_up(diary, tmp_path / "shelf").path != first.path
    assert first.path.read_text() == "mine"


def test_a_damaged_diary_gives_no_backup(tmp_path: Path) -> None:
    with new_diary(tmp_path) as diary:
        for number in range(200):
            record(diary, note=f"{number} " + "x" * 300)
    path = home_of(tmp_path).diary
    conn = sqlite3.connect(path)
    root = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'changes'").fetchone()[0]
    conn.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)
    with reopened(tmp_path) as diary, pytest.raises(DiskTrouble):
        backed_up(diary, tmp_path / "shelf")
    assert list((tmp_path / "shelf").iterdir()) == []


def test_a_changed_byte_shows(diary: Diary, tmp_path: Path) -> None:
    made = backed_up(diary, tmp_path / "shelf")
    content = bytearray(made.path.read_bytes())
    content[-1] ^= 1
    made.path.write_bytes(content)
    assert why_not_whole(made) == "its contents have changed"
    made.path.write_bytes(content[:-10])
    assert "bytes in place of" in str(why_not_whole(made))


def test_a_backup_without_its_manifest_is_looked_through(diary: Diary, tmp_path: Path) -> None:
    record(diary, gait=3)
    made = backed_up(diary, tmp_path / "shelf")
    manifest_of(made.path).unlink()
    (found,) = backups_in(tmp_path / "shelf", diary.id)
    assert (found.made_utc, found.changes, found.sha256) == (NOW, 1, hash_of(made.path))


@pytest.mark.parametrize("rubbish", ["", "[]", "{}", '{"hamdiary_backup": 1}', "[" * 100_000])
def test_a_manifest_of_rubbish_does_no_harm(diary: Diary, tmp_path: Path, rubbish: str) -> None:
    made = backed_up(diary, tmp_path / "shelf")
    manifest_of(made.path).write_text(rubbish)
    assert [each.path for each in backups_in(tmp_path / "shelf")] == [made.path]


def test_a_backup_of_rubbish_is_named_as_damaged(diary: Diary, tmp_path: Path) -> None:
    made = backed_up(diary, tmp_path / "shelf")
    manifest_of(made.path).unlink()
    made.path.write_text("rubbish")
    (found,) = backups_in(tmp_path / "shelf")
    assert why_not_whole(found) == "it is damaged"


def test_others_go_on_writing_while_a_backup_is_made(tmp_path: Path) -> None:
    with new_diary(tmp_path) as mine, reopened(tmp_path) as other:
        record(other, gait=3)
        made = backed_up(mine, tmp_path / "shelf")
        record(other, gait=4)
        assert made.changes == 1
        assert mine.night(HAMSTER, EVENING).gait == 4


WRITE = """
diary = reopened(folder)
print("ready", flush=True)
number = 0
while not (folder / "stop").exists():
    number += 1
    record(diary, device=sys.argv[2], water_ml=float(number % 400), note="x" * 500)
diary.close()
"""


@pytest.mark.slow
def test_under_load_no_backup_is_torn(tmp_path: Path) -> None:
    new_diary(tmp_path).close()
    writers = [started(WRITE, tmp_path, device) for device in ("aaaa", "bbbb")]
    for writer in writers:
        assert writer.stdout is not None and writer.stdout.readline() == "ready\n"
    with reopened(tmp_path) as diary:
        made = [backed_up(diary, tmp_path / "shelf") for _ in range(20)]
    (tmp_path / "stop").touch()
    for writer in writers:
        output_of(writer)
    for each in made:
        assert looked_through(each.path).counts == each.counts
    assert made[0].changes < made[-1].changes


def test_what_a_killed_backup_left_is_swept_away_later(diary: Diary, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    old, young = shelf / ".0011.part", shelf / ".2233.part"
    old.touch()
    young.touch()
    os.utime(old, (1_000_000, 1_000_000))
    backed_up(diary, shelf)
    assert young.exists() and not old.exists()


def test_the_shelf_of_a_diary_is_not_thinned_by_another(tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    with new_diary(tmp_path / "one") as one, new_diary(tmp_path / "two") as two:
        for day in range(10, 20):
            for diary in (one, two):
                backed_up(diary, shelf, f"2024-01-{day}T20:00:00Z")
                backed_up(diary, shelf, f"2024-01-{day}T21:00:00Z")
        removed = thin(shelf, one.id, "a1b2", NOW)
        assert len(removed) == 10
        assert len(backups_in(shelf, one.id)) == 10 and len(backups_in(shelf, two.id)) == 20
        assert thin(shelf, two.id, "other device", NOW) == []
        for path in removed:
            assert not manifest_of(path).exists()


def test_a_damaged_backup_never_stands_in_for_a_good_one(tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    with new_diary(tmp_path) as diary:
        record(diary, gait=3)
        good = backed_up(diary, shelf, "2024-01-10T20:00:00Z")
        torn = backed_up(diary, shelf, "2024-01-10T21:00:00Z")
        os.truncate(torn.path, 100)
        backed_up(diary, shelf, "2024-01-09T21:00:00Z")
        thin(shelf, diary.id, "a1b2", NOW)
        assert good.path.exists()


def test_a_folder_that_may_not_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("needs to become another user; as root only")
    new_diary(tmp_path).close()
    shelf = tmp_path / "shelf"
    shelf.mkdir(mode=0o555)
    for each in (tmp_path / "home").rglob("*"):
        each.chmod(0o777)
    (tmp_path / "home").chmod(0o777)
    for each in (tmp_path, *tmp_path.parents):
        if each != Path("/") and not each.stat().st_mode & 0o001:
            each.chmod(0o711)
    code = """
from hamdiary.storage.backup import back_up
become_nobody()
with reopened(folder) as diary:
    try:
        back_up(diary.file, folder / "shelf", "2026-11-22T20:16:00Z", "a1b2", "asked")
    except DiaryTrouble as trouble:
        print(type(trouble).__name__, trouble)
    record(diary, gait=3)
"""
    said = output_of(started(code, tmp_path))
    assert said == f"NotPermitted no backup can be kept in {shelf}: it may not be written by you"
    with reopened(tmp_path) as diary:
        assert diary.night(HAMSTER, EVENING).gait == 3


def test_where_a_file_lies_in_the_place_of_the_folder_it_is_said(
    diary: Diary, tmp_path: Path
) -> None:
    (tmp_path / "shelf").write_text("mine")
    with pytest.raises((DiskTrouble, NotPermitted), match="no backup can be kept"):
        backed_up(diary, tmp_path / "shelf")
    record(diary, gait=3)


def test_the_format_and_the_mark_of_a_diary_are_in_its_backup(diary: Diary, tmp_path: Path) -> None:
    made = backed_up(diary, tmp_path / "shelf")
    conn = sqlite3.connect(made.path)
    assert conn.execute("PRAGMA user_version").fetchone()[0] == made.format
    assert conn.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    conn.close()
    said = json.loads(manifest_of(made.path).read_text())
    assert (said["hamdiary_backup"], said["reason"]) == (1, "asked")


def test_a_diary_that_is_only_shown_can_be_backed_up(tmp_path: Path) -> None:
    with new_diary(tmp_path) as diary:
        record(diary, gait=3)
    with reopened(tmp_path) as diary:
        diary.file.only_show("because")
        assert backed_up(diary, tmp_path / "shelf").changes == 1


def test_a_restore_that_cannot_keep_the_present_changes_nothing(
    diary: Diary, tmp_path: Path
) -> None:
    record(diary, gait=1)
    made = back_up(diary.file, tmp_path / "kept", NOW, "a1b2", "asked")
    record(diary, gait=2)
    before = [*map(tuple, diary.file.rows("SELECT * FROM changes"))]
    beside = {each.name for each in diary.path.parent.iterdir()}

    def refuse(present: DiaryFile) -> None:
        raise DiskTrouble("no room")

    with pytest.raises(DiskTrouble, match="no room"):
        restore(diary.path, made.path, 0, NOW, refuse)
    assert [*map(tuple, diary.file.rows("SELECT * FROM changes"))] == before
    assert {each.name for each in diary.path.parent.iterdir()} == beside
