"""A diary of an older format, as that version wrote it, opens as one of today's."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from on_disk import home_of, reopened, stamp

from hamdiary.storage import care
from hamdiary.storage.backup import back_up
from hamdiary.storage.checking import differences
from hamdiary.storage.connection import DiaryFile
from hamdiary.storage.diary import Diary
from hamdiary.storage.journal import Edit
from hamdiary.storage.shelf import backups_in
from hamdiary.storage.version import SCHEMA_VERSION

OLDER = [Path(__file__).with_name(f"version_{number}.sql") for number in (1, 2, 3)]


@pytest.fixture(params=OLDER, ids=lambda path: path.stem)
def upgraded(request: pytest.FixtureRequest, tmp_path: Path) -> Diary:
    place = home_of(tmp_path).diary
    place.parent.mkdir(parents=True)
    conn = sqlite3.connect(place)
    conn.executescript(request.param.read_text(encoding="utf-8"))
    conn.close()
    return reopened(tmp_path)


def test_there_is_one_of_every_older_format() -> None:
    assert len(OLDER) == SCHEMA_VERSION - 1


def test_an_old_diary_shows_all_that_it_held(upgraded: Diary) -> None:
    (biscuit,) = upgraded.hamsters()
    night = upgraded.night(biscuit.id, date(2026, 11, 22))
    assert (biscuit.name, night.gait, night.weight_g, night.note) == ("Biscuit", 3, 118.4, "Stood")
    assert upgraded.file.number("PRAGMA user_version") == SCHEMA_VERSION


def test_an_old_diary_takes_what_is_new(upgraded: Diary) -> None:
    (biscuit,) = upgraded.hamsters()
    values = {"evening": "2026-11-22", "started_utc": "2026-11-22T20:00:00Z"}
    upgraded.record(Edit("outing", f"{biscuit.id}/a1", values), stamp())
    (outing,) = care.running_outings(upgraded, biscuit.id)
    assert outing.evening == date(2026, 11, 22)


def test_an_old_diary_takes_notes_about_hints(upgraded: Diary) -> None:
    (biscuit,) = upgraded.hamsters()
    values = {"kind": "told", "urgency": "soon", "evening": "2026-11-22", "said": "come in"}
    upgraded.record(Edit("hint_note", f"{biscuit.id}/R34/a1", values), stamp())
    note = care.hint_notes(upgraded, biscuit.id)[-1]
    assert (note.hint, note.kind, note.said) == ("R34", "told", "come in")
    assert differences(upgraded) == []


@pytest.mark.parametrize(
    ("kind", "values", "read"),
    [
        ("serving", {"evening": "2026-11-22", "food": "egg-hard-boiled"}, care.servings),
        ("clip", {"evening": "2026-11-22", "path": "/clips/walk.mp4"}, care.clips),
        ("wellbeing", {"evening": "2026-11-22", "hurt": 7.0}, care.wellbeing),
    ],
)
def test_an_old_diary_takes_servings_clips_and_checks(upgraded: Diary, kind, values, read) -> None:
    (biscuit,) = upgraded.hamsters()
    upgraded.record(Edit(kind, f"{biscuit.id}/a1", values), stamp())
    (thing,) = read(upgraded, biscuit.id, date(2026, 11, 22), date(2026, 11, 22))
    assert thing.evening == date(2026, 11, 22)
    assert differences(upgraded) == []


def test_an_old_diary_follows_from_its_journal(upgraded: Diary) -> None:
    assert differences(upgraded) == []


@pytest.mark.parametrize("older", OLDER, ids=lambda path: path.stem)
def test_an_old_diary_that_nobody_may_write_is_shown_all_the_same(
    tmp_path: Path, older: Path
) -> None:
    conn = sqlite3.connect(tmp_path / "diary.db")
    conn.executescript(older.read_text(encoding="utf-8"))
    conn.close()
    with Diary(DiaryFile(tmp_path / "diary.db", "shown only")) as shown:
        (biscuit,) = shown.hamsters()
        assert care.questions(shown, biscuit.id) == []


def test_the_backup_before_an_upgrade_makes_room_on_the_shelf(tmp_path: Path) -> None:
    home = home_of(tmp_path)
    home.diary.parent.mkdir(parents=True)
    conn = sqlite3.connect(home.diary)
    conn.executescript(OLDER[-1].read_text(encoding="utf-8"))
    conn.close()
    with closing(DiaryFile(home.diary)) as old:
        for minute in range(10, 20):
            back_up(old, home.backups, f"2024-03-01T20:{minute}:00Z", home.device(), "asked")
    reopened(tmp_path).close()
    kept = backups_in(home.backups)
    assert [each.reason for each in kept] == ["migrate", "asked"]
