"""A course every so many hours follows absolute time, whatever clocks and travellers do."""

from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prescribed import BERLIN, clocks, course, dues, slots

from hamdiary.domain.dose_slots import slots_between

NEW_YORK = ZoneInfo("America/New_York")


def every(hours, starts, days=2.0, **facts):
    return course("21:00", starts, days, every_h=float(hours), **facts)


def test_it_begins_at_its_time_and_names_doses_by_utc():
    assert dues(every(8, "2026-11-22", 1.0), "2026-11-01", "2026-11-30") == [
        "2026-11-22T20:00Z",
        "2026-11-23T04:00Z",
        "2026-11-23T12:00Z",
    ]


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        ("2026-10-24", ["24 21:00", "25 04:00", "25 12:00", "25 20:00", "26 04:00", "26 12:00"]),
        ("2026-03-28", ["28 21:00", "29 06:00", "29 14:00", "29 22:00", "30 06:00", "30 14:00"]),
    ],
)
def test_eight_hours_stay_eight_hours_when_clocks_change(starts, expected):
    found = slots(every(8, starts), "2026-01-01", "2026-12-31")
    assert clocks(found) == expected
    assert {later.at - one.at for one, later in pairwise(found)} == {timedelta(hours=8)}


def test_a_journey_moves_the_clock_but_not_the_doses():
    medicine = every(8, "2026-11-22")
    here = slots(medicine, "2026-11-20", "2026-11-30")
    there = slots(medicine, "2026-11-20", "2026-11-30", zone=NEW_YORK)
    assert [(slot.due, slot.at) for slot in here] == [(slot.due, slot.at) for slot in there]
    assert clocks(there, NEW_YORK)[0] == "22 15:00"


def test_a_dose_belongs_to_the_night_of_the_clock_that_the_owner_sees():
    (found,) = slots(every(24, "2026-11-22", 1.0), "2026-11-22", "2026-11-22")
    assert found.evening == date(2026, 11, 22)
    (moved,) = slots(
        every(24, "2026-11-22", 1.0), "2026-11-20", "2026-11-24", zone=ZoneInfo("Asia/Tokyo")
    )
    assert (moved.evening, clocks([moved], ZoneInfo("Asia/Tokyo"))) == (
        date(2026, 11, 22),
        ["23 05:00"],
    )


def test_every_two_days_is_every_two_days():
    found = clocks(slots(every(48, "2026-11-01", 6.0), "2026-11-01", "2026-11-30"))
    assert found == ["01 21:00", "03 21:00", "05 21:00"]


def test_without_its_first_time_it_has_no_doses():
    assert dues(course(None, every_h=8.0), "2026-11-01", "2026-11-30") == []


@given(
    st.integers(1, 72), st.integers(1, 30), st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.sampled_from([BERLIN, NEW_YORK, ZoneInfo("Australia/Lord_Howe")]),
)  # fmt: skip
def test_no_dose_is_lost_and_windows_never_overlap(hours, days, starts, zone):
    medicine = every(hours, starts.isoformat(), float(days))
    found = slots_between(
        medicine, [], starts - timedelta(days=3), starts + timedelta(days=days + 3), zone
    )
    assert len(found) == -(-days * 24 // hours)
    for one, later in pairwise(found):
        assert later.at - one.at == timedelta(hours=hours)
        assert one.closes <= later.at
