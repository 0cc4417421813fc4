"""A diary that was exported and imported is the same diary, ten years of it as well."""

from datetime import datetime

import pytest

from hamdiary.domain.evening import Moment
from hamdiary.services.clock import Clock
from hamdiary.services.sample.making import make_sample
from hamdiary.services.session import Session
from hamdiary.services.transfer.columns import table_names
from hamdiary.services.transfer.journal_in import plan_journal
from hamdiary.services.transfer.json_in import exported
from hamdiary.services.transfer.json_out import diary_as_json
from hamdiary.storage.checking import differences
from hamdiary.storage.everything import all_changes, rows_of
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary, open_diary

NOW = "2026-11-22T21:16:00+01:00"
CLOCK = Clock({"HAMDIARY_NOW": NOW, "TZ": "Europe/Berlin"})


def session_at(folder, opening):
    home = Home(folder)
    return Session(opening(home.diary, home), home, CLOCK)


def out_and_in(folder, **size):
    """The diary, the same from its JSON, and the JSON of both."""
    here, there = folder / "here", folder / "there"
    here.mkdir()
    now = Moment(datetime.fromisoformat(NOW), "Europe/Berlin")
    make_sample(here / "diary.db", Home(here), now=now, **size)
    with session_at(here, open_diary) as one, session_at(there, create_diary) as other:
        written = diary_as_json(one)
        plan = plan_journal(other, exported(written))
        assert plan.write(other).count == plan.count > 0
        assert differences(other.diary) == []
        assert other.diary.id == one.diary.id
        assert all_changes(other.diary) == all_changes(one.diary)
        for kind in table_names():
            assert rows_of(other.diary, kind) == rows_of(one.diary, kind), kind
        assert diary_as_json(other) == written
        return plan.count


def test_the_sample_is_the_same_after_export_and_import(tmp_path):
    assert out_and_in(tmp_path) > 200


@pytest.mark.slow
def test_ten_years_are_the_same_after_export_and_import(tmp_path):
    assert out_and_in(tmp_path, years=10) > 17_000
