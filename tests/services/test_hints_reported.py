"""What a report is told of hints: open ones with nights and times, what fired, and notes."""

from datetime import UTC, date, datetime, timedelta

import pytest

from hamdiary.knowledge.notices import KEEPS_NOTES, OBSERVATIONS, report_footer
from hamdiary.services.closing import close_diary
from hamdiary.services.hints import hints_page, tell_vet
from hamdiary.services.hints_reported import hints_reported
from hamdiary.services.recording import new_hamster, record_hamster, record_night
from hamdiary.services.session import open_session
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary

SUNDAY = date(2026, 11, 22)


@pytest.fixture
def session(tmp_path):
    create_diary(Home(tmp_path).diary, Home(tmp_path)).close()
    environment = {
        "HAMDIARY_HOME": str(tmp_path),
        "HAMDIARY_NOW": "2026-11-22T21:16:00+01:00",
        "TZ": "Europe/Berlin",
    }
    with open_session(environment) as opened:
        yield opened


@pytest.fixture
def biscuit(session):
    return record_hamster(session, new_hamster(), {"name": "Biscuit", "cause": "injury"})


def ago(days):
    return SUNDAY - timedelta(days=days)


def test_an_open_hint_comes_with_its_nights_reasons_times_and_sources(session, biscuit):
    record_night(session, biscuit, ago(1), {"gait": 3})
    record_night(session, biscuit, SUNDAY, {"gait": 1})
    (only,) = hints_reported(session, biscuit, ago(7)).open
    assert (only.rule, only.urgency, only.since) == ("R05", "now", SUNDAY)
    assert only.nights == (ago(1), SUNDAY)
    assert only.words.seen_lines and only.words.why and only.words.source
    assert only.recorded_at == datetime(2026, 11, 22, 20, 16, tzinfo=UTC)
    assert only.noticed is None


def test_what_the_vet_was_told_of_is_not_open_but_stands_among_what_fired(session, biscuit):
    record_night(session, biscuit, ago(2), {"droppings": "normal"})
    record_night(session, biscuit, ago(1), {"droppings": "loose"})
    record_night(session, biscuit, SUNDAY, {"droppings": "watery"})
    tell_vet(session, biscuit, hints_page(session, biscuit).opened[0], said="come at nine")
    told = hints_reported(session, biscuit, ago(7))
    assert told.open == ()
    assert [(each.rule, each.urgency, each.nights) for each in told.fired] == [
        ("R18", "today", (ago(1), SUNDAY))
    ]
    assert [note.said for note in told.notes] == ["come at nine"]


def test_only_the_nights_of_the_period_count(session, biscuit):
    record_night(session, biscuit, ago(9), {"droppings": "loose"})
    record_night(session, biscuit, ago(3), {"ate": "all"})
    assert hints_reported(session, biscuit, ago(7)).fired == ()
    earlier = hints_reported(session, biscuit, ago(12), ago(8))
    assert [each.rule for each in earlier.open] == ["R18"]


def test_nothing_is_open_in_a_diary_that_is_closed(session, biscuit):
    record_night(session, biscuit, SUNDAY, {"breathing": "laboured"})
    closed = close_diary(session, biscuit, "died", SUNDAY)
    told = hints_reported(session, closed, ago(7))
    assert told.open == ()
    assert [each.rule for each in told.fired] == ["R01"]


def test_the_foot_of_a_report_is_that_of_the_domain_reference():
    assert report_footer(["TM", "AK", "AK", ""]) == (
        "Owner's observations, not clinical findings. Scores are ordinal owner scores, not BBB or "
        "BMS. Entered by AK, TM; missing nights shown as gaps."
    )
    assert report_footer() == f"{OBSERVATIONS} Missing nights shown as gaps."
    assert "no hint does not mean “all is well”" in KEEPS_NOTES
