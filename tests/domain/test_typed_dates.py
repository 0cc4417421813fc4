"""A day is read as an owner writes it; what could be two days is asked about."""

import re
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.typed import Read, Refused, Unclear
from hamdiary.domain.typed_dates import is_estimate, read_day, say_day, short_day

TODAY = date(2026, 11, 22)  # a Sunday
DAYS = st.dates(date(1990, 1, 1), date(2200, 12, 31))
WORDS = (
    *("about", "~", "-2d", "9", "31", "0", "th", "nov", "feb", "monday", "sun", "week"),
    *("years", "ago", "2026", "9999", "a", "two", "/", "."),
)
TYPED = st.one_of(
    st.text(max_size=30),
    st.text("0123456789-./ ", max_size=12),
    st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join),
)


def day_of(text: str, today: date = TODAY) -> str:
    reading = read_day(text, today)
    assert isinstance(reading, Read), reading
    return reading.value.isoformat()


def reason_for(text: str) -> str:
    reading = read_day(text, TODAY)
    assert isinstance(reading, Refused), reading
    return reading.reason


@pytest.mark.parametrize("text", ["2026-11-20", " 2026-11-20 ", "2026/11/20", "2026.11.20"])
def test_year_first_is_never_turned_round(text: str) -> None:
    assert day_of(text) == "2026-11-20"


def test_an_iso_day_that_looks_american_stays_iso() -> None:
    assert day_of("2026-03-04") == "2026-03-04"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-22"),
        ("Tonight", "2026-11-22"),
        (" YESTERDAY ", "2026-11-21"),
        ("last night", "2026-11-21"),
        ("-2d", "2026-11-20"),
        ("−2d", "2026-11-20"),
        ("-1w", "2026-11-15"),
        ("2 days ago", "2026-11-20"),
        ("two weeks ago", "2026-11-08"),
        ("two  weeks", "2026-11-08"),
        ("a week ago", "2026-11-15"),
        ("7 weeks", "2026-10-04"),
        ("7 weeks old", "2026-10-04"),
        ("3 months", "2026-08-22"),
        ("about 3 months", "2026-08-22"),
        ("~3 months", "2026-08-22"),
        ("1 year", "2025-11-22"),
        ("about 9 Nov", "2026-11-09"),
    ],
)
def test_a_span_leads_back_from_today(text: str, day: str) -> None:
    assert day_of(text) == day


def test_a_month_before_the_31st_is_the_last_day_of_a_shorter_month() -> None:
    assert day_of("1 month ago", date(2026, 3, 31)) == "2026-02-28"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("sun", "2026-11-22"),
        ("mon", "2026-11-16"),
        ("Monday", "2026-11-16"),
        ("tues", "2026-11-17"),
        ("SAT", "2026-11-21"),
    ],
)
def test_a_weekday_is_the_last_one_and_may_be_today(text: str, day: str) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(("text", "day"), [("fri", "2026-11-13"), ("wed", "2026-11-18")])
def test_a_weekday_later_in_this_week_was_last_week(text: str, day: str) -> None:
    assert day_of(text, date(2026, 11, 18)) == day


@pytest.mark.parametrize(
    "text",
    [
        *("9 Nov 2026", "9 november 2026", "Nov 9 2026", "November 9th, 2026", "9-Nov-2026"),
        *("9. Nov. 2026", "Mon 9 Nov 2026", "Monday, 9 November 2026", "9 Nov", "9nov", "Nov 9"),
    ],
)
def test_a_month_in_letters_may_stand_on_either_side(text: str) -> None:
    assert day_of(text) == "2026-11-09"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("22 Nov", "2026-11-22"),
        ("23 Nov", "2025-11-23"),
        ("24 Dec", "2025-12-24"),
        ("29 Feb", "2024-02-29"),
    ],
)
def test_without_a_year_it_is_the_last_such_day(text: str, day: str) -> None:
    assert day_of(text) == day


def test_a_leap_day_is_found_across_a_century_without_one() -> None:
    assert day_of("29 Feb", date(2103, 6, 1)) == "2096-02-29"


def test_a_day_to_come_can_be_written_in_full() -> None:
    assert day_of("24 Dec 2026") == "2026-12-24"


def test_a_weekday_that_does_not_fit_is_refused() -> None:
    assert reason_for("Sun 9 Nov 2026") == "2026-11-09 is a Monday. Correct one of the two."


@pytest.mark.parametrize("text", ["3/4/2026", "3.4.2026", "03-04-2026", "3 / 4 / 2026"])
def test_day_and_month_in_figures_are_asked_about(text: str) -> None:
    reading = read_day(text, TODAY)
    assert isinstance(reading, Unclear)
    assert reading.readings == (
        ("2026-04-03", date(2026, 4, 3)),
        ("2026-03-04", date(2026, 3, 4)),
    )
    assert reading.question == (
        f"“{text}” can be Friday 3 April 2026 (2026-04-03) or Wednesday 4 March 2026 "
        "(2026-03-04). Write the one you mean."
    )


@pytest.mark.parametrize("text", ["1/12", "1.12.", "1-12"])
def test_figures_without_a_year_are_asked_about_too(text: str) -> None:
    reading = read_day(text, TODAY)
    assert isinstance(reading, Unclear)
    assert [typed for typed, _ in reading.readings] == ["2025-12-01", "2026-01-12"]


@pytest.mark.parametrize("text", ["25/12/2026", "12/25/2026", "25.12.2026"])
def test_figures_with_one_meaning_are_not_guessed_either(text: str) -> None:
    assert reason_for(text) == (
        f"To be sure that “{text}” is Friday 25 December 2026, write 2026-12-25."
    )


def test_the_same_figure_twice_is_clear() -> None:
    assert day_of("4/4/2026") == "2026-04-04"


@pytest.mark.parametrize(
    "text", ["30 Feb", "30 Feb 2026", "Feb 30", "2026-02-30", "30/2/2026", "2/30/2026", "0 Feb"]
)
def test_a_day_the_calendar_lacks_is_refused_with_the_length_of_the_month(text: str) -> None:
    assert reason_for(text) == "February 2026 has 28 days. Write a day from 1 to 28."


def test_a_thirteenth_month_is_refused() -> None:
    assert "no month 13" in reason_for("2026-13-01")


@pytest.mark.parametrize("text", ["3/4/26", "9 Nov 26"])
def test_a_short_year_is_refused(text: str) -> None:
    assert "four figures" in reason_for(text)


@pytest.mark.parametrize(
    "text",
    ["1989-12-31", "2201-01-01", "0000-01-01", "9999 years ago", "500 weeks ago 1", "50 years"],
)
def test_a_year_far_away_is_refused(text: str) -> None:
    assert reason_for(text)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "8", "-2", "1.5.", "soon", "32/13/2026", "[/]", "9 Foo", "foo 9 Nov", "2026-11"],
)
def test_what_is_no_day_is_never_read_as_one(text: str) -> None:
    assert not isinstance(read_day(text, TODAY), Read)


def test_a_refusal_says_what_to_write_instead() -> None:
    assert reason_for("soon") == (
        "“soon” cannot be read as a day. Write it like 2026-11-22, 22 Nov, yesterday or mon."
    )


def test_a_very_long_day_is_refused_without_repeating_it() -> None:
    assert len(reason_for("9" * 100_000)) < 100


@pytest.mark.parametrize("text", ["7 weeks", "about 3 months", "~ 9 Nov 2026", "two weeks ago"])
def test_a_span_or_about_makes_an_estimate(text: str) -> None:
    assert is_estimate(text)


@pytest.mark.parametrize("text", ["2026-01-14", "14 Jan", "mon", "yesterday", "", "7 moons"])
def test_a_day_of_the_calendar_is_no_estimate(text: str) -> None:
    assert not is_estimate(text)


def test_a_day_is_said_in_full_and_briefly() -> None:
    assert say_day(TODAY) == "Sunday 22 November 2026"
    assert short_day(date(2026, 11, 9)) == "Mon 9 Nov"


def test_a_near_day_is_said_to_be_near() -> None:
    assert say_day(TODAY, TODAY) == "Sunday 22 November 2026 (today)"
    assert say_day(date(2026, 11, 21), TODAY) == "Saturday 21 November 2026 (yesterday)"
    assert say_day(date(2026, 11, 23), TODAY) == "Monday 23 November 2026 (tomorrow)"
    assert say_day(date(2026, 11, 9), TODAY) == "Monday 9 November 2026"


@given(DAYS, DAYS)
def test_every_way_of_saying_a_day_reads_back(day: date, today: date) -> None:
    for text in (day.isoformat(), say_day(day), f"{day:%Y}/{day.month}/{day.day}"):
        assert read_day(text, today) == Read(day)


@given(DAYS)
def test_a_brief_day_of_the_past_year_reads_back(today: date) -> None:
    assert read_day(short_day(today), today) == Read(today)


@given(TYPED, DAYS)
def test_no_text_ends_in_an_error(text: str, today: date) -> None:
    reading = read_day(text, today)
    is_estimate(text)
    match reading:
        case Unclear(question, readings):
            assert "\n" not in question
            assert all(read_day(typed, today) == Read(day) for typed, day in readings)
        case Refused(reason):
            assert reason
            assert not re.search(r"\s\s|\n", reason)


def test_reading_typed_text_loads_no_calendar_package() -> None:
    script = (
        "import sys; from hamdiary.domain import text, typed_dates, typed_numbers; "
        "print('dateutil' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
