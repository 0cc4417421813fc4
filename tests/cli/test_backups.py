"""Backups by themselves and on demand, and the way back from every loss."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

HOME = "home"


def diary_of(folder: Path) -> Path:
    return folder / HOME / "diary.db"


def shelf_of(folder: Path) -> list[str]:
    return sorted(each.name for each in (folder / HOME / "backups").glob("*.db"))


def gait_tonight(run) -> object:
    return run("tonight", "--json").json["night"]["gait"]


def next_day(days: int) -> dict[str, str]:
    return {"HAMDIARY_NOW": f"2026-11-{22 + days}T21:16:00+01:00"}


# By itself


def test_the_first_change_of_a_day_is_backed_up_and_later_ones_are_not(biscuit, tmp_path):
    assert len(shelf_of(tmp_path)) == 1
    biscuit("log", "--gait", "3")
    assert len(shelf_of(tmp_path)) == 1
    done = biscuit("log", "--gait", "4", **next_day(1))
    assert (done.code, done.err) == (0, "")
    assert len(shelf_of(tmp_path)) == 2
    biscuit("log", "--ate", "all", **next_day(1))
    assert len(shelf_of(tmp_path)) == 2


def test_looking_makes_no_backup(biscuit, tmp_path):
    for command in ("tonight", "list", "hamsters", "hints"):
        biscuit(command, **next_day(1))
    assert len(shelf_of(tmp_path)) == 1


def test_a_refused_entry_makes_no_backup(biscuit, tmp_path):
    assert biscuit("log", "--weight-g", "9999", **next_day(1)).code == 2
    assert len(shelf_of(tmp_path)) == 1


def test_the_days_backup_holds_the_change_that_made_it(biscuit):
    biscuit("log", "--gait", "3", **next_day(1))
    newest = biscuit("backups", "--json").json["backups"][0]
    assert (newest["reason"], newest["nights"], newest["verified"]) == ("daily", 1, True)


def test_where_no_backup_can_be_made_it_is_said_once_a_day_and_the_entry_stands(biscuit, tmp_path):
    backups = tmp_path / HOME / "backups"
    for each in backups.iterdir():
        each.unlink()
    backups.rmdir()
    backups.write_text("mine")
    first, second = biscuit("log", "--gait", "3"), biscuit("log", "--ate", "all")
    assert (first.code, second.code) == (0, 0)
    assert "no backup can be kept" in first.err and first.err.count("\n") == 1
    assert second.err == ""
    assert "no backup" in biscuit("log", "--ate", "most", **next_day(1)).err
    assert gait_tonight(biscuit) == 3
    assert biscuit("backup").code == 74


AS_NOBODY = """
import os, sys
from pathlib import Path
from hamdiary.cli.calling import run
home = Path(sys.argv[1])
run(["log", "--gait", "3"], {**os.environ, "HAMDIARY_NOW": "2026-11-23T21:16:00+01:00"})
for each in (home, *home.rglob("*")):
    os.chown(each, 65534, 65534)
os.chown(home / "backups", 0, 0)
(home / "backups").chmod(0o555)
os.setgid(65534)
os.setuid(65534)
code = run(["log", "--gait", "4"], {**os.environ, "HAMDIARY_NOW": "2026-11-24T21:16:00+01:00"})
sys.exit(code)
"""


def test_a_backup_folder_that_may_not_be_written_holds_nothing_up(biscuit, tmp_path, settings):
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("needs to become another user; as root only")
    for each in (tmp_path, *tmp_path.parents):
        if each != Path("/") and not each.stat().st_mode & 0o001:
            each.chmod(0o711)
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(tmp_path / HOME)],
        env={**os.environ, **settings, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "no backup can be kept" in done.stderr and "is saved all the same" in done.stderr


def test_old_backups_make_room_for_new_ones(biscuit, tmp_path):
    for day in range(1, 31):
        for hour in (19, 20):
            now = {"HAMDIARY_NOW": f"2027-01-{day:02}T{hour}:00:00+01:00"}
            assert biscuit("backup", **now).code == 0
    found = biscuit("backups", "--json", HAMDIARY_NOW="2027-01-30T21:00:00+01:00").json["backups"]
    days = [each["made_utc"][:10] for each in found]
    assert len(days) < 25
    assert days[:4] == ["2027-01-30", "2027-01-30", "2027-01-29", "2027-01-29"]
    assert days[-1] == "2026-11-22"


# On demand


def test_a_backup_says_what_it_holds_and_where_it_is(biscuit, tmp_path):
    biscuit("log", "--gait", "3")
    done = biscuit("backup")
    assert "1 night, 2 changes" in done.out
    assert str(tmp_path / HOME / "backups") in done.out
    told = biscuit("backup", "--json").json["backup"]
    assert told["verified"] and told["counts"]["nights"] == 1


def test_the_list_is_newest_first_and_names_what_is_not_whole(biscuit, tmp_path):
    biscuit("backup", **next_day(1))
    biscuit("backup", **next_day(2))
    os.truncate(tmp_path / HOME / "backups" / shelf_of(tmp_path)[1], 5000)
    told = biscuit("backups", "--json").json["backups"]
    assert [each["number"] for each in told] == [1, 2, 3]
    assert [each["made_utc"][8:10] for each in told] == ["24", "23", "22"]
    assert [each["verified"] for each in told] == [True, False, True]
    lines = biscuit("backups").out.splitlines()
    assert "verified" in lines[0] and "!! not whole" in lines[1]


@pytest.mark.parametrize("width", ["20", "40", "60", "80", "200"])
def test_the_list_fits_any_width(biscuit, width):
    out = biscuit("backups", COLUMNS=width).out
    assert max(len(line) for line in out.splitlines()[:1]) <= int(width)


def test_a_backup_of_a_night_with_a_wrong_clock_is_not_the_newest_for_years(biscuit):
    wrong = {"HAMDIARY_NOW": "2036-01-01T21:16:00+01:00"}
    biscuit("backup", **wrong)
    biscuit("log", "--gait", "3")
    biscuit("backup")
    made = [each["made_utc"][:4] for each in biscuit("backups", "--json").json["backups"]]
    assert made[0] == "2026" and made[-1] == "2036"
    assert biscuit("restore", "--dry-run", "--json").json["lost"]["changes"] == 0
    told = biscuit("doctor", "--json", HAMDIARY_NOW="2026-12-30T21:16:00+01:00").json["findings"]
    assert any("days old" in each["words"] for each in told if each["about"] == "backups")
    assert biscuit("backups", "--json", **wrong).json["backups"][0]["made_utc"][:4] == "2036"


def test_a_copy_goes_into_another_folder_too(biscuit, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    assert biscuit("settings", "set", "backups.copies_in", str(stick)).code == 0
    made = biscuit("backup", "--json").json
    assert Path(made["copy"]).parent == stick
    assert {each.suffix for each in stick.iterdir()} == {".db", ".json"}
    assert len(biscuit("backups", "--json").json["backups"]) == 2
    (tmp_path / HOME / "backups" / Path(made["copy"]).name).unlink()
    assert biscuit("backups", "--json").json["backups"][0]["path"] == made["copy"]


def test_a_stick_that_is_not_there_is_said_and_the_backup_is_made(biscuit, tmp_path):
    biscuit("settings", "set", "backups.copies_in", str(tmp_path / "not there"))
    done = biscuit("backup")
    assert done.code == 0 and "no such folder" in done.err
    assert not (tmp_path / "not there").exists()


# Restoring


def test_restore_says_what_would_be_lost_and_gained_before_it_asks(biscuit):
    biscuit("log", "--gait", "3")
    biscuit("backup")
    biscuit("log", "--gait", "1")
    biscuit("log", "--gait", "2", "--night", "yesterday")
    done = biscuit("restore")
    assert done.code == 2
    assert "Lost: 1 night (Sat 21 Nov), 2 changes" in done.err
    assert "as they were then: 1 night (Sun 22 Nov)." in done.err
    assert gait_tonight(biscuit) == 1
    told = biscuit("restore", "--dry-run", "--json").json
    assert told["lost"] == {
        "changes": 2, "nights": 1, "evenings": ["2026-11-21"], "hamsters": [],
    }  # fmt: skip
    assert (told["gained"]["changes"], told["nights_changed"]) == (0, 1)


def test_of_many_nights_the_first_and_the_last_are_named(biscuit):
    biscuit("backup")
    for number in range(6):
        biscuit("log", "--gait", "3", "--night", f"-{number}d")
    said = biscuit("restore", "--dry-run").out
    assert "6 nights (Tuesday 17 November 2026 to Sunday 22 November 2026)" in said


def test_a_night_that_was_taken_back_since_comes_back_without_any_change(biscuit):
    biscuit("log", "--gait", "3")
    biscuit("backup")
    biscuit("undo")
    said = biscuit("restore", "--dry-run").out
    assert "Back again: 1 night (Sun 22 Nov) that only the backup has." in said


def test_restoring_keeps_what_was_there_and_can_be_taken_back(biscuit):
    biscuit("log", "--gait", "3")
    biscuit("backup")
    biscuit("log", "--gait", "1")
    told = biscuit("restore", "--yes", "--json").json
    assert gait_tonight(biscuit) == 3
    assert told["kept"]["reason"] == "restore"
    assert biscuit("restore", Path(told["kept"]["path"]).name, "--yes").code == 0
    assert gait_tonight(biscuit) == 1


def test_what_a_killed_restore_left_lying_is_swept_away_by_a_later_one(biscuit, tmp_path):
    biscuit("log", "--gait", "3")
    old, young = (tmp_path / "home" / f".diary.db-{name}" for name in ("0a1b2c3d", "4e5f6071"))
    for each in (old, young):
        each.write_bytes(b"SQLite format 3")
    os.utime(old, (1_000_000, 1_000_000))
    assert biscuit("restore", "--yes").code == 0
    assert young.exists() and not old.exists()


def test_numbers_of_lost_changes_are_never_given_again(biscuit, tmp_path):
    biscuit("backup")
    biscuit("log", "--gait", "1")
    lost = newest_number(tmp_path)
    biscuit("restore", "--yes")
    biscuit("log", "--gait", "2")
    assert newest_number(tmp_path) > lost


def newest_number(folder: Path) -> int:
    conn = sqlite3.connect(diary_of(folder))
    found = conn.execute("SELECT max(lamport) FROM changes").fetchone()[0]
    conn.close()
    return int(found)


@pytest.mark.parametrize("which", ["1", "2026-11-22", "22 nov", "yesterday"])
def test_a_backup_is_named_by_number_or_day(biscuit, which):
    now = next_day(1) if which == "yesterday" else {}
    assert biscuit("restore", which, "--dry-run", **now).code == 0


@pytest.mark.parametrize("which", ["99", "0", "2020-01-01", "rubbish", "/nowhere/x.db", "[/]"])
def test_a_backup_that_is_not_there_is_refused_in_one_line(biscuit, which):
    done = biscuit("restore", which, "--yes")
    assert done.code == 66
    assert done.err.count("\n") == 1 and "Traceback" not in done.err


def test_a_damaged_backup_is_not_restored(biscuit, tmp_path):
    biscuit("log", "--gait", "3")
    (name,) = shelf_of(tmp_path)
    os.truncate(tmp_path / HOME / "backups" / name, 9000)
    assert biscuit("restore", "1", "--yes").code == 74
    assert biscuit("restore", "--yes").code == 66
    assert gait_tonight(biscuit) == 3


def test_a_backup_of_another_diary_is_not_restored(biscuit, hamdiary, tmp_path):
    other = {"HAMDIARY_HOME": str(tmp_path / "other")}
    hamdiary("setup", "--name", "Clover", **other)
    made = hamdiary("backup", "--json", **other).json["backup"]["path"]
    done = biscuit("restore", made, "--yes")
    assert done.code == 74 and "another diary" in done.err


def test_a_file_that_is_no_diary_is_not_restored(biscuit, tmp_path):
    (tmp_path / "x.db").write_text("rubbish")
    assert biscuit("restore", str(tmp_path / "x.db"), "--yes").code == 66


def test_a_window_that_is_open_goes_on_after_a_restore(biscuit, settings):
    from hamdiary.services.recording import record_night
    from hamdiary.services.session import open_session

    biscuit("log", "--gait", "3")
    biscuit("backup")
    biscuit("log", "--gait", "1")
    with open_session(settings) as session:
        before = session.diary.generation
        assert biscuit("restore", "--yes").code == 0
        assert session.diary.generation != before
        hamster = session.hamster()
        assert session.diary.night(hamster.id, session.tonight).gait == 3
        record_night(session, hamster, session.tonight, {"gait": 5})
    assert gait_tonight(biscuit) == 5


# The drill: back up, damage, restore, compare


def ruin_header(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[:100] = bytes(100)
    path.write_bytes(content)


def ruin_page(path: Path) -> None:
    """Damage the first page of the nights."""
    conn = sqlite3.connect(path)
    page = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'nights'").fetchone()[0]
    conn.close()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(content)


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def overwrite(path: Path) -> None:
    path.write_text("Dear diary")


def remove(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("harm", [ruin_header, ruin_page, cut_short, empty, overwrite, remove])
def test_a_drill_brings_everything_back(biscuit, tmp_path, harm):
    for number, night in enumerate(("today", "yesterday", "-2d")):
        biscuit("log", "--night", night, "--gait", str(number), "--note", f"night {number}")
    biscuit("happening", "add", "vet-visit", "--on", "2026-11-20")
    biscuit("backup")
    before = biscuit("list", "--json").json
    history = biscuit("history", "--json").json
    harm(diary_of(tmp_path))
    lying = diary_of(tmp_path).read_bytes() if diary_of(tmp_path).exists() else None

    needs_no_nights = [] if harm is ruin_page else [["setup", "--name", "New"], ["hamsters"]]
    for command in (["tonight"], ["log", "--gait", "5"], ["list"], *needs_no_nights):
        done = biscuit(*command)
        assert done.code in (66, 74), command
        assert done.err.count("\n") == 1 and "hamdiary restore brings back" in done.err
        assert "2 verified backups" in done.err
    now = diary_of(tmp_path).read_bytes() if diary_of(tmp_path).exists() else None
    assert now == lying, "what is damaged is left as it is"

    done = biscuit("restore", "--yes")
    assert done.code == 0, done.err
    assert biscuit("list", "--json").json == before
    assert biscuit("history", "--json").json == history
    kept = list((tmp_path / HOME).glob("diary.db.damaged-*"))
    if lying:
        assert [each.read_bytes() for each in kept] == [lying]
    assert biscuit("log", "--gait", "5").code == 0
    assert gait_tonight(biscuit) == 5


def test_without_any_backup_it_is_said_plainly(biscuit, tmp_path):
    for each in (tmp_path / HOME / "backups").iterdir():
        each.unlink()
    ruin_header(diary_of(tmp_path))
    done = biscuit("tonight")
    assert done.code == 74 and "There is no backup" in done.err and "--salvage" in done.err
    assert biscuit("restore").code == 66


def test_a_diary_named_on_the_command_line_is_restored_there(hamdiary, tmp_path):
    place = str(tmp_path / "elsewhere" / "d.db")
    hamdiary("setup", "--name", "Pip", "--diary", place)
    hamdiary("setup", "--name", "Biscuit")
    Path(place).unlink()
    assert f"hamdiary restore --diary {place}" in hamdiary("tonight", "--diary", place).err
    assert hamdiary("restore", "--yes", "--diary", place).code == 0
    names = [
        each["name"] for each in hamdiary("hamsters", "--json", "--diary", place).json["hamsters"]
    ]
    assert names == ["Pip"]


def test_an_older_diary_is_backed_up_before_it_is_brought_up_to_date(hamdiary, tmp_path):
    conn = sqlite3.connect(tmp_path / "old.db")
    conn.executescript((Path(__file__).parents[1] / "storage" / "version_1.sql").read_text())
    conn.close()
    (tmp_path / HOME).mkdir()
    (tmp_path / "old.db").rename(diary_of(tmp_path))
    assert hamdiary("tonight").code == 0
    (found,) = hamdiary("backups", "--json").json["backups"]
    assert (found["reason"], found["format"], found["verified"]) == ("migrate", 1, True)


def test_json_of_the_list_is_json(biscuit):
    assert json.loads(biscuit("backups", "--json").out)["backups"][0]["sha256"]
