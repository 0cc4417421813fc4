"""A night runs from noon to noon by the owner's own clock, also when the clocks change."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.evening import Moment, zone_named

ONE_MINUTE = timedelta(minutes=1)

CLOCK_CHANGES = [
    ("Europe/Berlin", date(2026, 3, 28), -60),
    ("Europe/Berlin", date(2026, 10, 24), 60),
    ("America/New_York", date(2026, 3, 7), -60),
    ("America/New_York", date(2026, 10, 31), 60),
    ("Australia/Lord_Howe", date(2026, 10, 3), -30),
    ("Australia/Lord_Howe", date(2026, 4, 4), 30),
]
"""Zone, the evening of the night in which the clocks change, and by how much it is longer."""

changing = pytest.mark.parametrize(("zone", "evening", "longer"), CLOCK_CHANGES)


def at(wall, zone="Europe/Berlin", fold=0):
    clock = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone), fold=fold)
    return Moment(clock, zone)


def minutes_from(start, hours):
    return (start + number * ONE_MINUTE for number in range(hours * 60))


@pytest.mark.parametrize(
    ("wall", "evening"),
    [
        ("2026-11-22T12:00:00", "2026-11-22"),
        ("2026-11-22T21:16:00", "2026-11-22"),
        ("2026-11-22T23:59:59", "2026-11-22"),
        ("2026-11-23T00:00:00", "2026-11-22"),
        ("2026-11-23T02:00:00", "2026-11-22"),
        ("2026-11-23T11:59:59.999999", "2026-11-22"),
        ("2026-11-23T12:00:00", "2026-11-23"),
        ("2027-01-01T03:00:00", "2026-12-31"),
        ("2028-03-01T11:59:00", "2028-02-29"),
    ],
)
def test_a_night_runs_from_noon_to_noon_and_is_named_after_its_evening(wall, evening):
    assert at(wall).evening == date.fromisoformat(evening)


@given(st.datetimes(datetime(1990, 1, 2), datetime(2200, 1, 1)), st.timezones())
def test_every_moment_lies_between_the_noons_of_its_night(wall, zone):
    evening = Moment(wall.replace(tzinfo=zone), str(zone)).evening
    noon = datetime(evening.year, evening.month, evening.day, 12)
    assert noon <= wall < noon + timedelta(days=1)


@changing
def test_the_night_on_which_clocks_change_turns_at_noon_to_the_minute(zone, evening, longer):
    next_day = evening + timedelta(days=1)
    turns = {
        f"{evening}T11:59": evening - timedelta(days=1),
        f"{evening}T12:00": evening,
        f"{next_day}T11:59": evening,
        f"{next_day}T12:00": next_day,
    }
    assert {wall: at(wall, zone).evening for wall in turns} == turns


@changing
def test_every_minute_of_a_clock_change_night_belongs_to_it(zone, evening, longer):
    there = ZoneInfo(zone)
    start = datetime(evening.year, evening.month, evening.day, tzinfo=UTC) - timedelta(days=1)
    walls = [each.astimezone(there) for each in minutes_from(start, hours=96)]
    inside = [wall for wall in walls if Moment(wall, zone).evening == evening]
    assert len(inside) == 24 * 60 + longer
    assert f"{inside[0]:%d %H:%M}" == f"{evening:%d} 12:00"
    assert f"{inside[-1]:%H:%M}" == "11:59"


@changing
@pytest.mark.parametrize("fold", [0, 1])
@pytest.mark.parametrize("hour", ["01:00", "01:45", "02:00", "02:15", "03:00"])
def test_the_small_hours_of_a_clock_change_belong_to_the_evening_before(
    zone, evening, longer, hour, fold
):
    assert at(f"{evening + timedelta(days=1)}T{hour}", zone, fold).evening == evening


def test_utc_text_has_a_fixed_width_and_no_fractions():
    assert at("2026-01-02T03:04:05.678901").utc_text == "2026-01-02T02:04:05Z"


def test_the_hour_that_comes_twice_is_told_apart_in_utc():
    twice = [at("2026-10-25T02:30:00", fold=fold).utc_text for fold in (0, 1)]
    assert twice == ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]


@given(st.lists(st.datetimes(datetime(1990, 1, 2), datetime(2200, 1, 1)), min_size=2, max_size=5))
def test_utc_text_sorts_by_time(instants):
    moments = [each.replace(tzinfo=UTC, microsecond=0) for each in instants]
    texts = [Moment(each.astimezone(ZoneInfo("Europe/Berlin")), "").utc_text for each in moments]
    assert sorted(texts) == [f"{each:%Y-%m-%dT%H:%M:%SZ}" for each in sorted(moments)]


@pytest.mark.parametrize("name", ["UTC+99:99", "UTC-24:00", "UTC+ab:cd", "Mars/Phobos", "/etc", ""])
def test_a_zone_that_is_none_counts_as_utc(name):
    moment = datetime(2026, 11, 22, 21, 16, tzinfo=UTC)
    assert moment.astimezone(zone_named(name)).utcoffset() == timedelta(0)
