"""Days of a course are counted by nights, and its state follows from the moment."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prescribed import BERLIN, at, course, slots

from hamdiary.domain.course_days import (
    CourseState,
    course_state,
    first_evening,
    last_evening,
    treatment_day,
)


def day(medicine, evening):
    return treatment_day(medicine, date.fromisoformat(evening))


@pytest.mark.parametrize(
    ("evening", "expected"),
    [
        ("2026-11-10", None),
        ("2026-11-11", (1, 20)),
        ("2026-11-22", (12, 20)),
        ("2026-11-30", (20, 20)),
        ("2026-12-01", None),
    ],
)
def test_evenings_from_the_11th_are_day_12_of_20_on_the_22nd(evening, expected):
    assert day(course(), evening) == expected


def test_mornings_from_the_17th_are_day_one_on_the_night_of_the_16th():
    mornings = course("09:00", "2026-11-17", 10.0)
    assert day(mornings, "2026-11-15") is None
    assert day(mornings, "2026-11-16") == (1, 10)
    assert day(mornings, "2026-11-22") == (7, 10)
    assert day(mornings, "2026-11-25") == (10, 10)
    assert day(mornings, "2026-11-26") is None


def test_with_mornings_and_evenings_the_evening_counts():
    both = course("09:00 21:00", "2026-11-17", 2.0)
    evenings = ("2026-11-15", "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19")
    assert [day(both, evening) for evening in evenings] == [None, (1, 2), (1, 2), (2, 2), None]


def test_without_a_length_only_the_day_is_counted():
    assert day(course(days=None), "2027-11-11") == (366, None)


def test_as_needed_counts_from_its_first_day():
    assert day(course(None, as_needed="yes", days=None), "2026-11-22") == (12, None)


def test_a_stopped_course_has_no_day_after_it():
    stopped = course(stopped=date(2026, 11, 13))
    assert day(stopped, "2026-11-13") == (3, 20)
    assert day(stopped, "2026-11-14") is None


@pytest.mark.parametrize(
    ("medicine", "moment", "expected"),
    [
        (course(), "2026-11-11T11:59", CourseState.TO_COME),
        (course(), "2026-11-11T12:00", CourseState.RUNNING),
        (course(), "2026-12-01T11:59", CourseState.RUNNING),
        (course(), "2026-12-01T12:00", CourseState.ENDED),
        (course(days=None), "2036-12-01T12:00", CourseState.RUNNING),
        (course(None, as_needed="yes", days=None), "2026-11-22T12:00", CourseState.AS_NEEDED),
        (course(None, as_needed="yes", days=2.0), "2026-11-22T12:00", CourseState.ENDED),
        (course(stopped=date(2026, 11, 13)), "2026-11-13T23:59", CourseState.RUNNING),
        (course(stopped=date(2026, 11, 13)), "2026-11-14T00:00", CourseState.STOPPED),
        (
            course(stopped=date(2026, 11, 13), stopped_at="21:16"),
            "2026-11-13T21:16",
            CourseState.STOPPED,
        ),
    ],
)
def test_where_a_course_stands(medicine, moment, expected):
    assert course_state(medicine, at(moment), BERLIN) is expected


@given(
    st.sampled_from(["21:00", "09:00", "09:00 21:00", "00:30 11:59 12:00"]),
    st.integers(1, 30),
    st.sampled_from([None, 4.0, 7.0, 8.0, 24.0, 48.0]),
)
def test_the_first_and_the_last_night_are_those_of_the_first_and_the_last_dose(times, days, hours):
    medicine = course(times.split()[0] if hours else times, days=float(days), every_h=hours)
    first, last = first_evening(medicine), last_evening(medicine)
    found = slots(medicine, "2026-10-01", "2027-03-01")
    assert (found[0].evening, found[-1].evening) == (first, last)
    numbers = [treatment_day(medicine, slot.evening) for slot in found]
    assert numbers[0] == (1, days)
    assert all(number is not None and 1 <= number[0] <= days for number in numbers)
    assert treatment_day(medicine, first - timedelta(days=1)) is None
    assert treatment_day(medicine, last + timedelta(days=1)) is None
