"""The doctor of diaries: what it finds, what it says to do, and what it can mend."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hamdiary.storage import surroundings


@pytest.fixture
def diary(biscuit, tmp_path) -> Path:
    """A diary with fourteen nights, notes and a visit to the vet."""
    for number in range(14):
        biscuit(
            "log", "--night", f"-{number}d", "--gait", str(number % 6), "--note", f"n{number} xylo"
        )
    biscuit("happening", "add", "vet-visit", "--on", "2026-11-20")
    return tmp_path / "home" / "diary.db"


def found(run, about: str) -> dict[str, str]:
    told = run("doctor", "--json").json["findings"]
    return next(each for each in told if each["about"] == about)


def changed(diary: Path, *statements: str) -> None:
    conn = sqlite3.connect(diary, isolation_level=None)
    for each in statements:
        conn.execute(each)
    conn.close()


def ruin(diary: Path, table: str, whole_tree: bool = False) -> None:
    """Overwrite pages of a table: its root, or one leaf."""
    conn = sqlite3.connect(diary)
    root = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
    conn.close()
    content = bytearray(diary.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = bytes(4096)
    diary.write_bytes(content)


def test_a_whole_diary_is_told_to_be_whole(biscuit, diary):
    done = biscuit("doctor")
    assert done.code == 0, done.out
    assert "The diary is whole" in done.out and done.err == ""
    told = biscuit("doctor", "--json").json
    assert told["code"] == 0
    assert {each["level"] for each in told["findings"]} <= {"ok", "note"}


def test_looking_changes_nothing(biscuit, diary):
    before = diary.read_bytes()
    biscuit("doctor")
    assert diary.read_bytes() == before
    assert [each.name for each in diary.parent.glob("diary.db*")] in (
        ["diary.db", "diary.db.lock"],
        ["diary.db.lock", "diary.db"],
    )


@pytest.mark.parametrize(
    "part, level",
    [
        ("TRIGGER changes_are_never_removed", "look"),
        ("INDEX doses_in_order", "look"),
        ("VIEW diary", "look"),
        ("TABLE conflicts", "bad"),
        ("TABLE drafts", "bad"),
        ("TABLE happenings", "bad"),
        ("TABLE notes", "bad"),
    ],
)
def test_a_part_of_the_diary_that_is_missing_is_named_and_made_anew(biscuit, diary, part, level):
    before = biscuit("show", "--json").json, biscuit("happening", "list").out
    changed(diary, f"DROP {part}")
    missing = found(biscuit, "structure")
    assert (missing["level"], part.split()[1] in missing["words"]) == (level, True)
    assert "--repair" in missing["todo"]
    assert biscuit("doctor").code == {"look": 1, "bad": 2}[level]
    assert biscuit("doctor", "--repair", "--yes").code == 0
    assert biscuit("doctor").code == 0, biscuit("doctor").out
    assert (biscuit("show", "--json").json, biscuit("happening", "list").out) == before
    assert biscuit("search", "xylo").code == 0


def test_without_the_nights_nothing_is_shown_as_empty_and_the_journal_brings_them_back(
    biscuit, diary, tmp_path
):
    before = biscuit("list", "--json").json["nights"]
    changed(diary, "DROP TABLE nights")
    assert biscuit("tonight").code == 74
    assert "--salvage" in found(biscuit, "structure")["todo"]
    out = str(tmp_path / "out.db")
    assert biscuit("doctor", "--salvage", out).code == 0
    assert biscuit("restore", out, "--yes").code == 0
    assert biscuit("list", "--json").json["nights"] == before


@pytest.mark.parametrize("table", ["nights", "hamsters", "meta", "changes"])
def test_without_a_table_that_it_needs_a_backup_is_brought_back(biscuit, diary, table):
    assert biscuit("backup").code == 0
    before = biscuit("list", "--json").json["nights"]
    changed(diary, "DROP TRIGGER changes_are_never_removed", f"DROP TABLE {table}")
    shown = biscuit("tonight")
    assert shown.code == 74 and "hamdiary restore brings back" in shown.err
    assert biscuit("doctor").code == 2
    done = biscuit("restore", "--yes")
    assert done.code == 0, done.err
    assert "the damaged file is kept" in done.out
    assert biscuit("list", "--json").json["nights"] == before


def test_a_table_that_is_missing_is_said_to_be_where_it_is_wanted(biscuit, diary):
    changed(diary, "DROP TABLE happenings", "DROP TABLE device_settings")
    for done in (biscuit("happening", "list"), biscuit("tonight")):
        assert done.code == 74 and "hamdiary doctor --repair" in done.err
    assert biscuit("doctor", "--repair", "--yes").code == 0
    assert "vet" in biscuit("happening", "list").out


def test_settings_that_cannot_be_followed_are_named(biscuit, diary):
    diary.with_name("settings.toml").write_text("[reminders]\nx = [\n")
    wrong = found(biscuit, "settings")
    assert wrong["level"] == "look" and "line 2" in wrong["words"]
    assert biscuit("doctor").code == 1
    diary.with_name("settings.toml").unlink()
    assert biscuit("doctor").code == 0


def test_a_trigger_that_somebody_put_there_is_named_and_taken_out(biscuit, diary):
    changed(
        diary,
        'CREATE TRIGGER "all \' zero" AFTER INSERT ON changes '
        "BEGIN UPDATE nights SET gait = 0; END",
    )
    strange = found(biscuit, "structure")
    assert strange["level"] == "look" and "all ' zero" in strange["words"]
    assert biscuit("doctor").code == 1
    assert biscuit("doctor", "--repair", "--yes").code == 0
    assert biscuit("doctor").code == 0
    assert biscuit("log", "--gait", "4").code == 0
    assert biscuit("doctor").code == 0


def test_what_does_not_follow_from_the_journal_is_found_and_made_anew(biscuit, diary):
    changed(
        diary, "UPDATE nights SET gait = 5 WHERE evening = '2026-11-22'", "DELETE FROM happenings"
    )
    journal = found(biscuit, "journal")
    assert journal["level"] == "bad"
    assert "another gait" in journal["words"] and "xylo" not in journal["words"]
    assert "--repair" in journal["todo"]
    assert biscuit("doctor").code == 2
    assert biscuit("doctor", "--repair").code == 2, "it asks first"
    assert biscuit("doctor", "--repair", "--yes").code == 0
    assert biscuit("doctor").code == 0
    assert biscuit("tonight", "--json").json["night"]["gait"] == 0
    assert len(biscuit("happening", "list", "--json").json["happenings"]) == 1
    assert biscuit("backups", "--json").json["backups"][0]["reason"] == "repair"


def test_a_damaged_index_of_notes_is_found_and_made_anew(biscuit, diary):
    changed(diary, "UPDATE notes_data SET block = zeroblob(8) WHERE id > 10")
    assert found(biscuit, "search index")["level"] == "bad"
    assert biscuit("doctor", "--repair", "--yes").code == 0
    assert found(biscuit, "search index")["level"] == "ok"
    assert "n3 xylo" in biscuit("search", "n3").out


def test_who_meets_a_damaged_index_of_notes_is_sent_to_the_repair_not_to_a_backup(biscuit, diary):
    changed(diary, "DELETE FROM notes_data WHERE id > 10")
    for command in (("search", "n3"), ("log", "--note", "one more")):
        done = biscuit(*command)
        assert done.code == 74 and done.err.count("\n") == 1
        assert "doctor --repair" in done.err and "restore" not in done.err
    biscuit("doctor", "--repair", "--yes")
    assert biscuit("log", "--note", "one more").code == 0


@pytest.mark.parametrize("content", [None, b""])
def test_a_diary_that_is_gone_is_told_from_one_that_never_was(hamdiary, diary, tmp_path, content):
    diary.unlink()
    if content is not None:
        diary.write_bytes(content)
    said = found(hamdiary, "file")
    assert said["level"] == "bad" and "was kept" in said["words"]
    assert "restore" in said["todo"]
    never = hamdiary("doctor", HAMDIARY_HOME=str(tmp_path / "new"))
    assert never.code == 66 and "setup begins one" in never.err and never.out == ""


def test_a_repair_changes_nothing_of_a_whole_diary(biscuit, diary):
    before = biscuit("list", "--json").json
    biscuit("doctor", "--repair", "--yes")
    assert biscuit("list", "--json").json == before
    assert biscuit("undo").code == 0


def test_a_damaged_page_is_found_and_the_ways_out_are_named(biscuit, diary):
    ruin(diary, "nights")
    done = biscuit("doctor")
    assert done.code == 2 and done.err == ""
    words = " ".join(done.out.split())
    assert "hamdiary restore brings back a backup" in words and "--salvage" in words
    repair = biscuit("doctor", "--repair", "--yes")
    assert repair.code == 74 and repair.err.count("\n") == 1


@pytest.mark.parametrize("content", [b"", b"Dear diary", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_what_is_no_diary_any_more_is_code_2(biscuit, diary, content):
    diary.write_bytes(content)
    done = biscuit("doctor")
    assert done.code == 2 and "Traceback" not in done.out + done.err
    assert diary.read_bytes() == content


def test_a_missing_diary_is_code_2_and_none_is_made(biscuit, diary):
    diary.unlink()
    assert biscuit("doctor").code == 2
    assert not diary.exists()


def test_no_verified_backup_is_to_be_seen_to(biscuit, diary):
    for each in (diary.parent / "backups").iterdir():
        each.unlink()
    backups = found(biscuit, "backups")
    assert backups["level"] == "look" and "hamdiary backup" in backups["todo"]
    assert biscuit("doctor").code == 1


def test_an_old_backup_matters_only_if_something_has_changed_since(biscuit, diary):
    later = {"HAMDIARY_NOW": "2026-12-30T21:16:00+01:00"}
    biscuit("backup")
    told = biscuit("doctor", "--json", **later).json["findings"]
    assert next(each for each in told if each["about"] == "backups")["level"] == "ok"
    biscuit("log", "--ate", "all")
    told = biscuit("doctor", "--json", **later).json["findings"]
    assert next(each for each in told if each["about"] == "backups")["level"] == "look"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX file modes")
def test_files_that_others_can_read_are_named_and_closed(biscuit, diary):
    diary.chmod(0o644)
    assert found(biscuit, "rights")["level"] == "look"
    assert biscuit("doctor").code == 1
    biscuit("doctor", "--repair", "--yes")
    assert diary.stat().st_mode & 0o777 == 0o600
    assert biscuit("doctor").code == 0


def test_litestreams_tables_are_recognised_and_left_alone(biscuit, diary):
    changed(
        diary,
        "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)",
        "CREATE TABLE _litestream_lock (id INTEGER)",
        "INSERT INTO _litestream_seq VALUES (1, 7)",
    )
    assert found(biscuit, "litestream")["level"] == "note"
    assert biscuit("doctor").code == 0
    biscuit("backup")
    biscuit("doctor", "--repair", "--yes")
    biscuit("restore", "--yes")
    assert biscuit("log", "--gait", "3").code == 0
    conn = sqlite3.connect(diary)
    assert conn.execute("SELECT seq FROM _litestream_seq").fetchone() == (7,)
    conn.close()


def test_a_diary_of_a_newer_version_is_named(biscuit, diary):
    changed(diary, "PRAGMA user_version = 99")
    assert found(biscuit, "format")["level"] == "look"


def test_the_doctor_looks_on_while_a_window_is_open(biscuit, diary, settings):
    from hamdiary.services.session import open_session

    with open_session(settings):
        assert biscuit("doctor").code == 0
        assert biscuit("log", "--gait", "1").code == 0


# The surroundings


MOUNTS = """/dev/vda / ext4 rw 0 0
server:/home /mnt/home nfs4 rw 0 0
//nas/x /mnt/my\\040nas cifs rw 0 0
tmpfs /mnt/home/local tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/mnt/home/me/diary.db", "nfs4"),
        ("/mnt/my nas/diary.db", "cifs"),
        ("/mnt/home/local/diary.db", None),
        ("/mnt/homework/diary.db", None),
        ("/var/diary.db", None),
    ],
)
def test_a_network_drive_is_known_by_the_table_of_mounts(path, kind):
    assert surroundings.network_file_system(Path(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox/hamster", "Dropbox"),
        ("OneDrive - Work/hamster", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("dropboxes/hamster", None),
        ("hamster", None),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(tmp_path, folder, service):
    assert surroundings.synced_by(tmp_path / folder / "diary.db") == service


def test_a_folder_of_syncthing_is_known_by_its_mark(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    assert surroundings.synced_by(tmp_path / "a" / "b" / "diary.db") == "Syncthing"


def test_a_diary_in_a_synchronised_folder_is_to_be_seen_to(hamdiary, tmp_path):
    place = str(tmp_path / "Dropbox" / "diary.db")
    hamdiary("setup", "--name", "Pip", "--diary", place)
    done = hamdiary("doctor", "--diary", place)
    assert done.code == 1 and "Dropbox" in done.out


@pytest.mark.parametrize(
    ("version", "has_it"),
    [((3, 6, 23), False), ((3, 7, 0), True), ((3, 40, 1), True), ((3, 51, 2), True),
     ((3, 51, 3), False), ((3, 52, 0), False)],
)  # fmt: skip
def test_the_bug_of_sqlite_is_known_by_its_versions(version, has_it):
    assert surroundings.has_wal_reset_bug(version) is has_it


# Salvage


def saved(run, out: Path) -> dict[str, object]:
    done = run("doctor", "--salvage", str(out), "--json")
    assert done.code == 0, done.err
    return done.json


def test_without_damage_everything_is_salvaged(biscuit, diary, tmp_path):
    before = biscuit("list", "--json").json["nights"]
    told = saved(biscuit, tmp_path / "out.db")
    assert (told["nights"], told["changes_lost"], told["from_tables"]) == (14, 0, 0)
    again = biscuit("list", "--json", "--diary", str(tmp_path / "out.db"))
    assert again.json["nights"] == before
    assert biscuit("doctor", "--diary", str(tmp_path / "out.db")).code == 0


def test_with_the_nights_gone_the_journal_brings_them_back(biscuit, diary, tmp_path):
    before = biscuit("list", "--json").json["nights"]
    ruin(diary, "nights")
    lying = diary.read_bytes()
    told = saved(biscuit, tmp_path / "out.db")
    assert (told["nights"], told["changes_lost"]) == (14, 0)
    assert "nights" in told["unread_tables"]
    assert diary.read_bytes() == lying
    assert biscuit("list", "--json", "--diary", str(tmp_path / "out.db")).json["nights"] == before


def test_with_the_journal_gone_the_tables_bring_the_nights_back(biscuit, diary, tmp_path):
    before = biscuit("list", "--json").json["nights"]
    ruin(diary, "changes")
    told = saved(biscuit, tmp_path / "out.db")
    assert (told["changes"], told["nights"]) == (0, 14)
    out = str(tmp_path / "out.db")
    assert biscuit("list", "--json", "--diary", out).json["nights"] == before
    assert biscuit("doctor", "--diary", out).code == 0
    assert "n3 xylo" in biscuit("search", "n3", "--diary", out).out


def test_of_a_long_journal_only_the_damaged_pages_are_lost(biscuit, diary, tmp_path):
    for number in range(150):
        biscuit("log", "--night", f"-{number}d", "--note", f"long {number} " + "x" * 300)
    conn = sqlite3.connect(diary)
    conn.execute("DELETE FROM nights WHERE evening < '2026-10-01'")
    conn.commit()
    conn.close()
    content = bytearray(diary.read_bytes())
    place = content.find(b'"to":"long 75 ')
    page = place // 4096 * 4096
    content[page : page + 4096] = b"\xff" * 4096
    diary.write_bytes(content)
    told = saved(biscuit, tmp_path / "out.db")
    assert 0 < int(str(told["changes_lost"])) < 20
    assert int(str(told["nights"])) > 130
    assert biscuit("doctor", "--diary", str(tmp_path / "out.db")).code == 0


def test_what_was_saved_can_take_the_damaged_ones_place(biscuit, diary, tmp_path):
    ruin(diary, "nights")
    saved(biscuit, tmp_path / "out.db")
    assert biscuit("restore", str(tmp_path / "out.db"), "--yes").code == 0
    assert biscuit("doctor").code == 0
    assert biscuit("tonight", "--json").json["night"]["gait"] == 0


def test_nothing_is_salvaged_over_another_file(biscuit, diary, tmp_path):
    (tmp_path / "out.db").write_text("mine")
    assert biscuit("doctor", "--salvage", str(tmp_path / "out.db")).code == 73
    assert (tmp_path / "out.db").read_text() == "mine"


def test_where_nothing_can_be_read_no_diary_is_made(biscuit, diary, tmp_path):
    diary.write_bytes(b"\xff" * 9000)
    done = biscuit("doctor", "--salvage", str(tmp_path / "out.db"))
    assert done.code in (66, 74) and done.err.count("\n") == 1
    assert not (tmp_path / "out.db").exists()


@pytest.mark.slow
def test_ten_years_are_backed_up_and_looked_through(tmp_path, settings, tell):
    """Both come to an end and find nothing wrong; the figures are printed."""
    home = tmp_path / "home"
    home.mkdir()
    run = [sys.executable, "-m", "hamdiary"]
    environment = {**os.environ, **settings}
    subprocess.run(
        [*run, "demo", "--years", "10", "--hamsters", "5", "--at", str(home / "diary.db")],
        env={**environment, "HAMDIARY_HOME": str(tmp_path / "making")},
        check=True,
        capture_output=True,
    )
    home.chmod(0o700)
    shutil.rmtree(tmp_path / "making", ignore_errors=True)
    took = {}
    for command in ("backup", "doctor"):
        before = os.times()
        began = time.perf_counter()
        done = subprocess.run([*run, command], env=environment, capture_output=True, text=True)
        after = os.times()
        assert done.returncode == 0, done.stdout
        took[command] = (
            after.children_user - before.children_user,
            time.perf_counter() - began,
        )
    figures = [f"{name} {cpu:.2f} s of CPU, {wall:.2f} s" for name, (cpu, wall) in took.items()]
    tell(f"ten years, five hamsters: {', '.join(figures)}")
