"""Times, spans and moments are read as an owner writes them; what is said can be typed again."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.evening import evening_of
from hamdiary.domain.manner import say_span
from hamdiary.domain.measures import measures_of
from hamdiary.domain.medicines import Medicine
from hamdiary.domain.night_times import moment_at, night_begins, times_of, wall_on
from hamdiary.domain.outings import Outing
from hamdiary.domain.saying import said
from hamdiary.domain.typed import Read, Refused, Unclear
from hamdiary.domain.typed_times import (
    WallClock,
    moment_on,
    read_moment,
    read_span,
    read_time,
    read_times,
)

BERLIN = ZoneInfo("Europe/Berlin")
EVENING = date(2026, 11, 22)
SPRING = date(2026, 3, 28)
AUTUMN = date(2026, 10, 24)
NOW = datetime(2026, 11, 22, 21, 16, tzinfo=BERLIN)
CLOCK = WallClock(EVENING, BERLIN, NOW)
WORDS = (
    *("21", "10", "0", "9", "25", "60", "02:30", ":", ".", ",", "-", "h", "m", "min", "am", "pm"),
    *("ago", "now", "noon", "first", "second", "and", "uhr", "o'clock", "1h05", "9999", "\u2212"),
)
TYPED = st.one_of(
    st.text(max_size=100),
    st.text("0123456789:.,- hmapago", max_size=14),
    st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=5).map("".join),
)


def value(reading):
    assert isinstance(reading, Read), reading
    return reading.value


def reason(reading):
    assert isinstance(reading, Refused), reading
    return reading.reason


# A time of day


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("21:10", "21:10"),
        (" 21:10 ", "21:10"),
        ("21.10", "21:10"),
        ("21h10", "21:10"),
        ("21 10", "21:10"),
        ("2110", "21:10"),
        ("910", "09:10"),
        ("9", "09:00"),
        ("21", "21:00"),
        ("0:05", "00:05"),
        ("24:00", "00:00"),
        ("9pm", "21:00"),
        ("9 PM", "21:00"),
        ("9:30 p.m.", "21:30"),
        ("12am", "00:00"),
        ("12:30 am", "00:30"),
        ("12pm", "12:00"),
        ("9 o'clock", "09:00"),
        ("21 h", "21:00"),
        ("noon", "12:00"),
        ("Midnight", "00:00"),
    ],
)
def test_a_time_of_day_is_read(text, read):
    assert f"{value(read_time(text)):%H:%M}" == read


@pytest.mark.parametrize("text", ["25:00", "24:01", "21:60", "9:75", "99", "13pm", "0am", "2575"])
def test_a_time_that_no_clock_shows_is_refused(text):
    assert reason(read_time(text)).startswith("There is no ")


def test_twenty_five_o_clock_is_named_and_the_way_out_too():
    assert reason(read_time("25:00")) == "There is no 25:00. Write a time from 0:00 to 23:59."


@pytest.mark.parametrize("text", ["", " ", "later", "21:1", "-3", "2026-11-22", "9" * 500, "1_0"])
def test_what_is_no_time_is_refused(text):
    assert reason(read_time(text)).endswith("Write it like 21:10.")


@given(st.times())
def test_every_time_of_day_is_read_back(at):
    assert value(read_time(f"{at:%H:%M}")) == at.replace(second=0, microsecond=0)


# Several times of day


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("21:00", "21:00"),
        ("9, 21", "09:00 21:00"),
        ("21, 9", "09:00 21:00"),
        ("9:00 and 21:00", "09:00 21:00"),
        ("9 am, 9 pm", "09:00 21:00"),
        ("9am 9pm", "09:00 21:00"),
        ("9 a.m. and 9.30 p.m.", "09:00 21:30"),
        ("9:00 21:00", "09:00 21:00"),
        ("9;15/21", "09:00 15:00 21:00"),
        ("21, 21:00", "21:00"),
        ("noon, midnight", "00:00 12:00"),
    ],
)
def test_times_are_read_earliest_first_and_none_twice(text, read):
    assert value(read_times(text, 12)) == read


def test_too_many_times_are_refused():
    assert reason(read_times("9, 21", 1)) == "These are 2 times. Write one time."
    assert reason(read_times("8, 9, 10", 2)) == "These are 3 times. Write at most 2 times."


@pytest.mark.parametrize("text", ["", ",", " and ", "9, 25:00", "9, later", "9," * 100])
def test_a_list_with_something_else_in_it_is_refused(text):
    assert reason(read_times(text, 12))


@given(st.lists(st.times(), min_size=1, max_size=6))
def test_times_that_are_said_are_read_back(times):
    kept = " ".join(sorted({f"{at:%H:%M}" for at in times}))
    assert value(read_times(said(measures_of(Medicine)["times"], kept), 12)) == kept
    assert [f"{at:%H:%M}" for at in times_of(kept)] == kept.split()


# A span


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("25", 25),
        ("25m", 25),
        ("25 min", 25),
        ("25 Minutes", 25),
        ("1h", 60),
        ("1h05", 65),
        ("1 h 5", 65),
        ("1 hour and 5 minutes", 65),
        ("2 hours", 120),
        ("1:05", 65),
        ("0:20", 20),
        ("1.5 h", 90),
        ("1,5 h", 90),
        ("90 s", 1.5),
        ("an hour", 60),
        ("Half an hour", 30),
        ("a quarter of an hour", 15),
        ("1 h 30 s", 60.5),
    ],
)
def test_a_span_is_read(text, minutes):
    assert value(read_span(text)) == minutes * 60


@pytest.mark.parametrize(
    "text", ["", "min", "h", "25 x", "1:75", "-5", "five", "99999", "1e3", "9" * 500, "1 h 5 min 3"]
)
def test_what_is_no_span_is_refused(text):
    assert "Write" in reason(read_span(text))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (59.9, "59 s"),
        (60, "1 min"),
        (119, "1 min"),
        (3600, "1 h"),
        (3900, "1 h 05 min"),
        (86_400, "24 h"),
    ],
)
def test_a_span_is_said_in_begun_seconds_or_full_minutes(seconds, words):
    assert say_span(seconds) == words


@given(st.integers(0, 999 * 60))
def test_a_span_that_is_said_is_read_back(minutes):
    assert value(read_span(say_span(minutes * 60))) == minutes * 60


@given(st.integers(0, 59))
def test_seconds_that_are_said_are_read_back(seconds):
    assert value(read_span(say_span(seconds))) == seconds


# A moment of a night


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("21:10", "2026-11-22 21:10"),
        ("12:00", "2026-11-22 12:00"),
        ("noon", "2026-11-22 12:00"),
        ("23:59", "2026-11-22 23:59"),
        ("0:00", "2026-11-23 00:00"),
        ("midnight", "2026-11-23 00:00"),
        ("2", "2026-11-23 02:00"),
        ("11:59", "2026-11-23 11:59"),
        ("now", "2026-11-22 21:16"),
        ("10 min ago", "2026-11-22 21:06"),
        ("10 ago", "2026-11-22 21:06"),
        ("-10m", "2026-11-22 21:06"),
        ("\u221210 m", "2026-11-22 21:06"),
        ("- 1 h 05", "2026-11-22 20:11"),
        ("half an hour ago", "2026-11-22 20:46"),
    ],
)
def test_a_moment_lies_in_the_night_from_noon_to_noon(text, read):
    reading = read_moment(text, CLOCK)
    assert value(reading).tzinfo is UTC
    assert f"{value(reading).astimezone(BERLIN):%Y-%m-%d %H:%M}" == read


def test_a_time_of_another_night_is_read_in_that_night():
    clock = WallClock(date(2026, 11, 20), BERLIN, NOW)
    assert value(read_moment("2:00", clock)).astimezone(BERLIN).date() == date(2026, 11, 21)
    assert value(read_moment("10 min ago", clock)).astimezone(BERLIN).date() == EVENING


def test_a_refused_moment_says_both_ways_to_write_one():
    assert reason(read_moment("25:00", CLOCK)).endswith("from 0:00 to 23:59, or 10 min ago.")
    assert reason(read_moment("", CLOCK)) == (
        "No time is written. Write it like 21:10, or 10 min ago."
    )


@pytest.mark.parametrize("text", ["-", "ago", "- ago", "first", "x first", "-x", "5 x ago"])
def test_what_is_no_moment_is_refused(text):
    assert reason(read_moment(text, CLOCK))


# Clocks that change


def test_the_hour_that_spring_skips_is_moved_on_with_a_note():
    reading = read_moment("02:30", WallClock(SPRING, BERLIN, NOW))
    assert value(reading) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert reading.notice == "clocks skip 02:30 on Sun 29 Mar; kept as 03:30"


def test_the_hour_that_autumn_has_twice_is_asked_about():
    reading = read_moment("02:30", WallClock(AUTUMN, BERLIN, NOW))
    assert isinstance(reading, Unclear)
    assert "first" in reading.question and "second" in reading.question
    early, late = (moment for _, moment in reading.readings)
    assert (late - early, early) == (timedelta(hours=1), datetime(2026, 10, 25, 0, 30, tzinfo=UTC))


def test_each_answer_that_the_question_names_is_read():
    clock = WallClock(AUTUMN, BERLIN, NOW)
    for answer, moment in read_moment("2:30", clock).readings:
        assert value(read_moment(answer, clock)) == moment
        assert value(read_moment(answer.upper(), clock)) == moment


def test_which_of_two_is_no_matter_where_there_is_one():
    assert value(read_moment("21:10 second", CLOCK)) == value(read_moment("21:10", CLOCK))


@pytest.mark.parametrize("evening", [SPRING, AUTUMN])
@pytest.mark.parametrize("minutes", [10, 40, 90, 200])
def test_so_long_ago_is_counted_in_time_that_passed(evening, minutes):
    now = datetime.combine(evening + timedelta(days=1), time(3, 20), tzinfo=BERLIN)
    read = value(read_moment(f"{minutes} min ago", WallClock(evening, BERLIN, now)))
    assert now.astimezone(UTC) - read == timedelta(minutes=minutes)


def test_a_moment_for_a_rule_is_the_first_of_two_and_moved_on_where_skipped():
    assert moment_at(datetime(2026, 10, 25, 2, 30), BERLIN) == datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )
    assert moment_at(datetime(2026, 3, 29, 2, 30), BERLIN) == datetime(
        2026, 3, 29, 1, 30, tzinfo=UTC
    )


@pytest.mark.parametrize("evening", [SPRING, AUTUMN, EVENING])
def test_a_night_begins_at_noon_of_its_evening_also_when_clocks_change(evening):
    begins = night_begins(evening, BERLIN)
    assert evening_of(begins.astimezone(BERLIN)) == evening
    assert evening_of((begins - timedelta(seconds=1)).astimezone(BERLIN)) < evening


ZONES = st.sampled_from(["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "UTC"])


@given(st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)), ZONES)
def test_a_moment_that_is_said_is_read_back_or_asked_about(moment, name):
    zone = ZoneInfo(name)
    wall = moment.replace(second=0, microsecond=0).astimezone(zone)
    clock = WallClock(evening_of(wall), zone, NOW)
    reading = read_moment(said(measures_of(Outing)["started_utc"], wall), clock)
    if isinstance(reading, Unclear):
        assert wall.astimezone(UTC) in [each for _, each in reading.readings]
    else:
        assert value(reading) == wall.astimezone(UTC)


@given(st.dates(date(1990, 1, 1), date(2200, 12, 30)), st.times())
def test_every_time_of_day_lies_in_the_night_it_is_asked_for(evening, at):
    assert evening_of(wall_on(evening, at)) == evening


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.times(), st.sampled_from([0, 1]))
def test_a_moment_on_a_night_is_in_utc_and_in_that_night(evening, at, which):
    moment = value(moment_on(evening, at, BERLIN, which))
    assert moment.tzinfo is UTC
    assert evening_of(moment.astimezone(BERLIN)) == evening


# Whatever is typed


@given(TYPED)
def test_no_text_is_too_odd_to_be_answered(text):
    for clock in (CLOCK, WallClock(SPRING, BERLIN, NOW), WallClock(AUTUMN, BERLIN, NOW)):
        readings = [read_time(text), read_times(text, 4), read_span(text), read_moment(text, clock)]
        for reading in readings:
            match reading:
                case Refused(line) | Unclear(line, _):
                    assert line and "\n" not in line and len(line) < 200
                case Read(read):
                    assert isinstance(read, time | str | float | datetime)


def test_a_hundred_thousand_letters_are_refused_at_once():
    for text in ("9" * 100_000, "a " * 50_000, "-" * 100_000, "1 h " * 25_000):
        assert isinstance(read_moment(text, CLOCK), Refused)
        assert isinstance(read_times(text, 4), Refused)
        assert isinstance(read_span(text), Refused)
