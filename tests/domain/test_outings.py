"""How long a hamster was out: pauses left out, never below nothing, whatever the clocks do."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.measures import measures_of
from hamdiary.domain.outings import (
    Outing,
    StoppedFor,
    running,
    seconds_between,
    seconds_out,
    to_the_second,
)

BERLIN = ZoneInfo("Europe/Berlin")
EVENING = date(2026, 11, 22)
NINE = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))


def after(minutes):
    return NINE + timedelta(minutes=minutes)


OUT = Outing("h/1", "h", evening=EVENING, started_utc=NINE)


def test_an_outing_runs_until_it_has_an_end_or_a_length():
    assert OUT.is_running
    assert not replace(OUT, ended_utc=after(5)).is_running
    assert not replace(OUT, minutes=5.0).is_running
    assert not Outing("h/1", "h", evening=EVENING, minutes=5.0).is_running
    assert not Outing("h/1", "h").is_running


def test_an_outing_is_paused_only_while_it_runs():
    assert replace(OUT, paused_utc=after(5)).is_paused
    assert not OUT.is_paused
    assert not replace(OUT, paused_utc=after(5), ended_utc=after(6)).is_paused


def test_a_running_clock_counts_up_to_now():
    assert OUT.seconds(after(18)) == 18 * 60


def test_a_paused_clock_stands_still():
    assert replace(OUT, paused_utc=after(5)).seconds(after(18)) == 5 * 60


def test_pauses_are_left_out():
    assert replace(OUT, ended_utc=after(20), pauses_s=120.0).seconds(after(99)) == 18 * 60


def test_minutes_alone_are_the_length():
    assert Outing("h/1", "h", minutes=25.0).seconds(NINE) == 25 * 60


def test_an_outing_of_which_nothing_is_known_takes_no_time():
    assert Outing("h/1", "h").seconds(NINE) == 0


def test_a_clock_that_was_set_back_never_makes_it_less_than_nothing():
    assert OUT.seconds(after(-30)) == 0
    assert replace(OUT, pauses_s=600.0).seconds(after(5)) == 0


@given(MOMENTS, st.none() | MOMENTS, st.none() | MOMENTS, st.none() | st.floats(0, 86_400), MOMENTS)
def test_no_outing_ever_takes_less_than_nothing(started, ended, paused, pauses, now):
    outing = Outing("h/1", "h", None, started, ended, paused, pauses)
    assert outing.seconds(now) >= 0
    assert outing.pauses_until(now) >= (pauses or 0)


def test_the_night_on_which_clocks_go_back_counts_its_hour_twice():
    began = datetime(2026, 10, 25, 1, 30, tzinfo=BERLIN)
    until = datetime(2026, 10, 25, 3, 30, tzinfo=BERLIN)
    assert replace(OUT, started_utc=began).seconds(until) == 3 * 3600
    assert seconds_between(began, until) == 3 * 3600


def test_a_pause_that_lasts_is_added_to_those_before():
    assert replace(OUT, pauses_s=60.0, paused_utc=after(5)).pauses_until(after(7)) == 180
    assert replace(OUT, pauses_s=60.0).pauses_until(after(7)) == 60
    assert replace(OUT, paused_utc=after(5)).pauses_until(after(3)) == 0


def test_outings_of_a_night_add_up():
    outings = [replace(OUT, ended_utc=after(10)), Outing("h/2", "h", minutes=8.0)]
    assert seconds_out(outings, NINE) == 18 * 60
    assert seconds_out([], NINE) == 0


def test_of_two_clocks_started_apart_the_first_is_the_one_that_runs():
    later = replace(OUT, id="h/2", started_utc=after(1))
    assert running([later, OUT]) == OUT
    assert running([replace(OUT, ended_utc=after(1)), later]) == later
    assert running([]) is None


@pytest.mark.parametrize(
    ("minutes", "tonight", "forgotten"),
    [
        (360, EVENING, False),
        (361, EVENING, True),
        (30, EVENING + timedelta(days=1), False),
        (61, EVENING + timedelta(days=1), True),
        (24 * 60, EVENING + timedelta(days=1), True),
        (-30, EVENING, False),
    ],
)
def test_a_clock_of_another_night_or_of_more_than_six_hours_was_forgotten(
    minutes, tonight, forgotten
):
    assert OUT.is_forgotten(tonight, after(minutes)) == forgotten


def test_an_outing_that_is_over_is_not_forgotten():
    tomorrow = EVENING + timedelta(days=1)
    assert not replace(OUT, ended_utc=after(9)).is_forgotten(tomorrow, after(999))
    assert not Outing("h/1", "h", minutes=9.0).is_forgotten(tomorrow, after(999))


def test_a_moment_is_kept_in_utc_to_the_second():
    kept = to_the_second(datetime(2026, 11, 22, 21, 0, 5, 999_999, tzinfo=BERLIN))
    assert kept == NINE + timedelta(seconds=5)
    assert kept.tzinfo is UTC


def test_the_reasons_are_those_that_the_type_names():
    assert measures_of(Outing)["stopped_for"].kind.codes == get_args(StoppedFor)
    for sign in ("tired", "breathing", "drags", "circling", "fell", "other"):
        assert sign in get_args(StoppedFor)
