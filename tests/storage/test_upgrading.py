"""A diary of the oldest format, as that version wrote it, opens as one of today's."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from on_disk import home_of, reopened, stamp

from hamdiary.storage import care
from hamdiary.storage.checking import differences
from hamdiary.storage.diary import Diary
from hamdiary.storage.journal import Edit
from hamdiary.storage.version import SCHEMA_VERSION

OLDEST = Path(__file__).with_name("version_1.sql")


@pytest.fixture
def upgraded(tmp_path: Path) -> Diary:
    place = home_of(tmp_path).diary
    place.parent.mkdir(parents=True)
    conn = sqlite3.connect(place)
    conn.executescript(OLDEST.read_text(encoding="utf-8"))
    conn.close()
    return reopened(tmp_path)


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


def test_an_old_diary_follows_from_its_journal(upgraded: Diary) -> None:
    assert differences(upgraded) == []
