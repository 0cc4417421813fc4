"""A diary that another program holds, or that may not be written, is not a damaged one."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

HELD = (("PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE"), ("BEGIN IMMEDIATE",))


@pytest.fixture
def home(biscuit, tmp_path, monkeypatch) -> Path:
    """The folder of a diary with a backup and a later change; nobody waits long for others."""
    for room in ("connection", "restoring"):
        monkeypatch.setattr(f"hamdiary.storage.{room}.WAIT_SECONDS", 0.05)
    biscuit("log", "--gait", "3")
    biscuit("backup")
    biscuit("log", "--gait", "4")
    return tmp_path / "home"


@contextmanager
def held_by_another(diary: Path, *statements: str) -> Iterator[None]:
    other = sqlite3.connect(diary, isolation_level=None)
    try:
        for each in statements:
            other.execute(each)
        other.execute("UPDATE meta SET value = value")
        yield
        other.execute("ROLLBACK")
    finally:
        other.close()


@pytest.mark.parametrize("statements", HELD)
def test_a_diary_that_another_program_holds_is_not_moved_aside_by_a_restore(
    biscuit, home, statements
):
    which = biscuit("backups", "--json").json["backups"][0]["path"]
    before = sorted(each.name for each in home.iterdir() if not each.name.startswith("diary.db-"))
    with held_by_another(home / "diary.db", *statements):
        done = biscuit("restore", "--yes")
        assert done.code == 75 and "another program holds the diary" in done.err
        assert "damaged" not in done.err
    after = sorted(each.name for each in home.iterdir() if not each.name.startswith("diary.db-"))
    assert after == before
    assert "4 wobbly" in biscuit("tonight").out
    assert biscuit("restore", which, "--yes").code == 0
    assert "3 stands" in biscuit("tonight").out


def test_of_a_diary_that_another_program_holds_the_doctor_says_no_damage(biscuit, home):
    with held_by_another(home / "diary.db", *HELD[0]):
        told = biscuit("doctor", "--json").json
    about_file = next(each for each in told["findings"] if each["about"] == "file")
    assert told["code"] == 1 and about_file["level"] == "look"
    assert "another program holds the diary" in about_file["words"]
    assert "restore" not in about_file["todo"] and "salvage" not in about_file["todo"]


@contextmanager
def without_the_rights_of_root(home: Path) -> Iterator[None]:
    """As the owner of that folder who is nobody special, whoever runs the tests."""
    if not sys.platform.startswith("linux") and os.geteuid() == 0:
        pytest.skip("becoming another user and root again needs Linux")
    if os.geteuid() != 0:
        yield
        return
    for each in (home, *home.rglob("*")):
        os.chown(each, 65534, 65534)
    for each in home.parents:
        if each != Path("/") and not each.stat().st_mode & 0o001:
            each.chmod(0o711)
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


CLOSED = {"": 0o500, "diary.db": 0o400, "diary.db.lock": 0o400, "backups": 0o500}


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX file modes")
@pytest.mark.parametrize("name", CLOSED)
def test_the_doctor_names_what_the_owner_may_not_write(biscuit, home, name):
    assert biscuit("doctor").code == 0  # loads all that it needs
    place = home / name if name else home
    usual = place.stat().st_mode & 0o777
    with without_the_rights_of_root(home):
        place.chmod(CLOSED[name])
        told = biscuit("doctor", "--json").json
        place.chmod(usual)
    rights = next(each for each in told["findings"] if each["about"] == "rights")
    assert rights["level"] == "look" and f"{place} may not be written by you" in rights["words"]
    assert told["code"] == 1
    assert biscuit("doctor").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX file modes")
def test_a_diary_that_may_not_be_read_is_neither_damaged_nor_moved_aside(biscuit, home):
    biscuit("doctor")
    biscuit("restore", "--dry-run")
    with without_the_rights_of_root(home):
        (home / "diary.db").chmod(0)
        told, done = biscuit("doctor", "--json").json, biscuit("restore", "--yes")
        (home / "diary.db").chmod(0o600)
    about_file = next(each for each in told["findings"] if each["about"] == "file")
    assert about_file["level"] == "look" and "may not be read by you" in about_file["words"]
    assert done.code == 77 and "damaged" not in done.err
    assert "4 wobbly" in biscuit("tonight").out


@pytest.mark.parametrize("command", [("backups",), ("restore", "--yes")])
def test_a_folder_of_backups_that_cannot_be_looked_into_is_not_an_empty_one(biscuit, home, command):
    (home / "backups").rename(home / "elsewhere")
    (home / "backups").write_text("no folder")
    done = biscuit(*command)
    assert done.code == 66 and f"cannot look into {home / 'backups'}" in done.err
    told = biscuit("doctor", "--json").json["findings"]
    assert any("cannot look into" in each["words"] for each in told if each["about"] == "backups")


def test_settings_that_cannot_be_read_are_named_by_the_doctor(biscuit, home):
    (home / "settings.toml").mkdir()
    told = biscuit("doctor", "--json").json
    wrong = next(each for each in told["findings"] if each["about"] == "settings")
    assert told["code"] == 1 and wrong["level"] == "look" and "settings.toml" in wrong["words"]
    assert biscuit("backup").code == 0
