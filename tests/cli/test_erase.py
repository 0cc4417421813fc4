"""Erased for good: no trace in any file of the diary, and plain words about what is elsewhere."""

import json
import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from hamdiary.cli.calling import run
from hamdiary.services.drafts import DraftKeeper
from hamdiary.services.session import open_session

NOW = "2026-11-22T21:16:00+01:00"

SECRET = "quizzaciously"
YES = ("--confirm", "Biscuit", "--no-backup")


@pytest.fixture(scope="module")
def home_of_two(tmp_path_factory):
    """A home with the diary of Biscuit, of whom a secret is told everywhere, and Clover."""
    home = tmp_path_factory.mktemp("two") / "home"
    environment = {
        **os.environ, "HAMDIARY_HOME": str(home), "HAMDIARY_NOW": NOW, "TZ": "Europe/Berlin",
    }  # fmt: skip

    def call(*arguments):
        with CliRunner().isolation():
            assert run(list(arguments), environment) == 0, arguments

    call("setup", "--name", "Biscuit", "--species", "syrian")
    call("setup", "--edit", "Biscuit", "--vet-phone", "01234 987654")
    call("setup", "--name", "Clover")
    for number in range(40):
        for name in ("Biscuit", "Clover"):
            words = f"{SECRET} {number} " + "x" * 200 if name == "Biscuit" else f"clover {number}"
            call("log", "--hamster", name, "--night", f"-{number}d", "--note", words)
    call("happening", "add", "vet-visit", "--note", f"{SECRET} at the vet", "--hamster", "Biscuit")
    call("medicine", "add", f"{SECRET} drops", "--dose", "2 drops", "--at", "21:00",
         "--days", "3", "--hamster", "Biscuit")  # fmt: skip
    call("log", "--hamster", "Biscuit", "--note", "changed since")
    call("hamsters", "switch", "Biscuit")
    call("log", "--gait", "0")
    return home


@pytest.fixture
def two(home_of_two, hamdiary, tmp_path):
    """The command line with a copy of that home, as if it had been made there."""
    here = tmp_path / "home"
    shutil.copytree(home_of_two, here)
    (here / "device-place").unlink()
    known = here / "known-diaries.json"
    known.write_text(known.read_text().replace(str(home_of_two), str(here)))
    return hamdiary


def id_of(run, name: str) -> str:
    hamsters = run("hamsters", "--json").json["hamsters"]
    return next(each["id"] for each in hamsters if each["name"] == name)


def files_with(folder: Path, *words: str) -> list[str]:
    """The files below that hold any of these words, in whatever letters."""
    return sorted(
        each.name
        for each in folder.rglob("*")
        if each.is_file()
        and any(word.encode().lower() in each.read_bytes().lower() for word in words)
    )


def test_no_word_of_the_hamster_is_left_in_any_file_of_the_diary(two, tmp_path):
    hamster = id_of(two, "Biscuit")
    assert files_with(tmp_path / "home", SECRET, "987654")
    done = two("erase", "Biscuit", *YES, "--backups-too")
    assert done.code == 0, done.err
    assert files_with(tmp_path / "home", SECRET, "Biscuit", "987654", "drops") == []
    conn = sqlite3.connect(tmp_path / "home" / "diary.db")
    meta = dict(conn.execute("SELECT name, value FROM meta").fetchall())
    conn.close()
    assert f"erased:{hamster}" in meta, "so that no merge brings it back"


def test_the_others_are_as_they_were(two):
    before = two("list", "--json", "--hamster", "Clover", "--nights", "60").json["nights"]
    history = two("history", "--json", "--hamster", "Clover").json
    two("erase", "Biscuit", *YES)
    assert two("list", "--json", "--hamster", "Clover", "--nights", "60").json["nights"] == before
    assert two("history", "--json", "--hamster", "Clover").json == history
    assert [each["name"] for each in two("hamsters", "--json").json["hamsters"]] == ["Clover"]
    assert two("search", "clover").out.count("clover") >= 40
    assert "No note" in two("search", SECRET).out
    assert two("backup").code == 0
    assert two("doctor").code == 0


def test_undo_does_not_bring_it_back_and_the_journal_is_guarded_again(two, tmp_path):
    two("erase", "Biscuit", *YES)
    two("undo")
    assert "Biscuit" not in two("hamsters").out
    conn = sqlite3.connect(tmp_path / "home" / "diary.db")
    for attempt in ("DELETE FROM changes", "UPDATE changes SET carer = 'x'"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            conn.execute(attempt)
    conn.close()


def test_numbers_of_erased_changes_are_never_given_again(two, tmp_path):
    def newest() -> int:
        conn = sqlite3.connect(tmp_path / "home" / "diary.db")
        found = conn.execute("SELECT max(lamport) FROM changes").fetchone()[0]
        conn.close()
        return int(found)

    before = newest()
    two("erase", "Biscuit", *YES)
    assert newest() < before
    two("log", "--hamster", "Clover", "--gait", "2")
    assert newest() > before


def test_words_being_typed_go_too(two, settings, tmp_path):
    with open_session(settings) as session:
        keeper = DraftKeeper(session)
        hamster = session.hamster("Biscuit")
        keeper.keep("night", f"{hamster.id}/2026-11-22", "note", f"{SECRET} being typed", None)
        keeper.close()
    two("erase", "Biscuit", *YES, "--backups-too")
    assert files_with(tmp_path / "home", SECRET) == []


def test_a_window_that_is_open_does_not_keep_it_once_it_is_closed(two, settings, tmp_path):
    with open_session(settings) as session:
        before = session.diary.generation
        session.diary.hamsters()
        assert two("erase", "Biscuit", *YES, "--backups-too").code == 0
        assert session.diary.generation != before
    assert files_with(tmp_path / "home", SECRET) == []


def test_what_still_holds_it_is_named_and_can_be_removed(two, tmp_path):
    two("backup")
    done = two("erase", "Biscuit", *YES, "--json").json
    assert len(done["still_held_by"]["backups"]) == 2
    held = Path(done["still_held_by"]["backups"][0])
    assert SECRET.encode() in held.read_bytes()
    again = two("backup", "--json").json["backup"]["path"]
    assert SECRET.encode() not in Path(again).read_bytes()


def test_a_last_backup_is_made_if_it_is_wanted(two):
    done = two("erase", "Biscuit", "--confirm", "Biscuit", "--backup", "--json").json
    assert done["backup"] in done["still_held_by"]["backups"]
    assert two("restore", Path(done["backup"]).name, "--yes").code == 0
    assert "Biscuit" in two("hamsters").out


def test_bundles_that_hold_it_are_named(two, tmp_path):
    folder = tmp_path / "bundles"
    folder.mkdir()
    two("settings", "set", "merge.folder", str(folder))
    assert two("bundle").code == 0, two("bundle").err
    done = two("erase", "Biscuit", *YES, "--json").json
    assert [Path(each).parent for each in done["still_held_by"]["bundles"]] == [folder]


def test_bundles_that_were_written_to_be_sent_are_named_while_they_are_there(two, tmp_path):
    for name in ("by-mail.hamdiary", "on-a-stick.hamdiary"):
        assert two("bundle", "-o", str(tmp_path / name)).code == 0
    (tmp_path / "on-a-stick.hamdiary").unlink()
    done = two("erase", "Biscuit", *YES, "--json").json
    assert done["still_held_by"]["bundles"] == [str(tmp_path / "by-mail.hamdiary")]


def test_what_a_killed_restore_or_backup_left_lying_is_named(two, tmp_path):
    home = tmp_path / "home"
    left = [home / ".diary.db-0a1b2c3d", home / "backups" / ".0a1b2c3d4e5f.part"]
    for each in left:
        each.write_bytes((home / "diary.db").read_bytes())
    done = two("erase", "Biscuit", *YES, "--json").json
    assert done["still_held_by"]["set_aside"] == [str(each) for each in left]
    said = two("erase", "Clover", "--confirm", "Clover", "--no-backup").out
    assert "left behind" in said and str(left[0]) in said


def test_a_replica_of_litestream_is_named(two, tmp_path):
    conn = sqlite3.connect(tmp_path / "home" / "diary.db")
    conn.execute("CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)")
    conn.close()
    assert "Litestream may still hold it" in two("erase", "Biscuit", *YES).out


def test_a_bundle_brings_nothing_back_and_that_is_said(two, tmp_path):
    there = tmp_path / "x.hamdiary"
    two("bundle", "-o", str(there))
    two("erase", "Biscuit", *YES)
    said = two("merge", str(there)).out
    assert "nothing new" in said and "erased here for good were left out" in said
    assert "Biscuit" not in two("hamsters").out


def test_a_damaged_file_that_was_set_aside_is_named(two, tmp_path):
    diary = tmp_path / "home" / "diary.db"
    content = bytearray(diary.read_bytes())
    content[:16] = bytes(16)
    diary.write_bytes(content)
    two("restore", "--yes")
    done = two("erase", "Biscuit", *YES, "--json").json
    assert len(done["still_held_by"]["set_aside"]) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--confirm", "Biscuit"],
        ["--confirm", "Clover", "--no-backup"],
        ["--confirm", "", "--no-backup"],
        ["--no-backup"],
        ["--confirm", "Biscuit", "--backup", "--backups-too"],
    ],
)
def test_without_the_name_and_a_word_about_backups_nothing_is_erased(two, arguments):
    done = two("erase", "Biscuit", *arguments)
    assert done.code in (1, 2) and done.err.count("\n") == 1
    assert "Biscuit" in two("hamsters").out


def test_an_unknown_name_is_refused(two):
    assert two("erase", "Nobody", "--confirm", "Nobody", "--no-backup").code == 66


def test_at_a_terminal_the_name_is_typed_and_backups_are_asked_about(two, at_terminal):
    done = at_terminal("erase", "Biscuit", typed="Biscuit\nn\ny\n")
    assert done.code == 0, done.out
    assert "Type the name" in done.out and "backups removed" in done.out
    assert "Biscuit" not in two("hamsters").out


def test_a_wrong_name_at_the_terminal_erases_nothing(two, at_terminal):
    assert at_terminal("erase", "Biscuit", typed="biskit\n").code == 1
    assert "Biscuit" in two("hamsters").out


def test_the_last_hamster_can_be_erased_and_another_set_up(biscuit):
    assert biscuit("erase", "Biscuit", *YES).code == 0
    assert biscuit("tonight").code == 66
    assert biscuit("setup", "--name", "Clover").code == 0


def test_the_answer_names_no_word_of_the_diary(two):
    done = two("erase", "Biscuit", *YES, "--json")
    assert SECRET not in json.dumps(done.json)
