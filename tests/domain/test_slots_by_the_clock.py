"""A course at times of day follows the wall clock of wherever the owner is."""

from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from prescribed import BERLIN, at, clocks, course, dose, dues, slots

from hamdiary.domain.dose_slots import SlotState, slots_between

NEW_YORK = ZoneInfo("America/New_York")


def test_a_dose_falls_due_every_evening_at_its_time():
    found = slots(course(), "2026-11-21", "2026-11-22")
    assert [slot.due for slot in found] == ["2026-11-21T21:00", "2026-11-22T21:00"]
    assert [slot.evening for slot in found] == [date(2026, 11, 21), date(2026, 11, 22)]
    assert clocks(found) == ["21 21:00", "22 21:00"]


def test_a_morning_belongs_to_the_night_before():
    (found,) = slots(course("09:00"), "2026-11-21", "2026-11-21")
    assert (found.due, found.evening) == ("2026-11-22T09:00", date(2026, 11, 21))


def test_two_times_with_different_minutes_are_two_doses():
    assert dues(course("09:15 21:00"), "2026-11-21", "2026-11-21") == [
        "2026-11-21T21:00",
        "2026-11-22T09:15",
    ]


def test_day_one_is_the_first_day_and_there_are_as_many_days_as_it_says():
    found = dues(course(days=3.0), "2026-11-01", "2026-11-30")
    assert found == ["2026-11-11T21:00", "2026-11-12T21:00", "2026-11-13T21:00"]


def test_on_the_first_day_none_is_due_before_the_first_dose():
    found = dues(course("09:00 21:00", days=2.0, first_at="21:00"), "2026-11-01", "2026-11-30")
    assert found == ["2026-11-11T21:00", "2026-11-12T09:00", "2026-11-12T21:00"]


def test_without_a_length_it_goes_on():
    assert len(dues(course(days=None), "2036-01-01", "2036-01-10")) == 10


def test_none_is_due_after_the_day_on_which_it_was_stopped():
    stopped = course(stopped=date(2026, 11, 13))
    assert dues(stopped, "2026-11-13", "2026-11-30") == ["2026-11-13T21:00"]


def test_none_is_due_after_the_moment_at_which_it_was_stopped():
    stopped = course("09:00 21:00", stopped=date(2026, 11, 13), stopped_at="10:00")
    assert dues(stopped, "2026-11-12", "2026-11-30", [dose("2026-11-13T09:00")]) == [
        "2026-11-12T21:00",
        "2026-11-13T09:00",
    ]


def test_a_dose_that_was_open_when_it_was_stopped_is_neither_due_nor_missed():
    stopped = course(stopped=date(2026, 11, 13), stopped_at="21:16")
    assert dues(stopped, "2026-11-12", "2026-11-30") == ["2026-11-12T21:00"]
    assert len(slots(stopped, "2026-11-13", "2026-11-13", [dose("2026-11-13T21:00")])) == 1


def test_a_course_as_needed_and_one_without_facts_have_no_doses():
    assert dues(course(None, as_needed="yes"), "2026-11-01", "2026-11-30") == []
    assert dues(course(None), "2026-11-01", "2026-11-30") == []


def test_both_clock_changes_leave_the_evening_dose_at_nine():
    for first, last in (("2026-03-27", "2026-03-30"), ("2026-10-23", "2026-10-26")):
        found = slots(course(starts="2026-01-01", days=None), first, last)
        assert [clock[3:] for clock in clocks(found)] == ["21:00"] * 4


def test_a_time_that_the_spring_night_lacks_is_moved_on():
    (found,) = slots(course("02:30", starts="2026-03-01", days=None), "2026-03-28", "2026-03-28")
    assert found.due == "2026-03-29T02:30"
    assert clocks([found]) == ["29 03:30"]


def test_two_times_that_meet_in_the_spring_night_are_one_dose():
    found = dues(course("02:30 03:30", starts="2026-03-01", days=None), "2026-03-28", "2026-03-28")
    assert found == ["2026-03-29T03:30"]


def test_a_time_that_comes_twice_in_the_autumn_night_is_due_once_at_the_first():
    (found,) = slots(course("02:30", starts="2026-10-01", days=None), "2026-10-24", "2026-10-24")
    assert found.at.isoformat() == "2026-10-25T00:30:00+00:00"


def test_a_traveller_is_reminded_at_nine_where_they_are():
    found = slots(course(), "2026-11-22", "2026-11-22", zone=NEW_YORK)
    assert clocks(found, NEW_YORK) == ["22 21:00"]


def test_a_dose_given_before_the_journey_is_not_due_again_after_it():
    given = dose("2026-11-22T21:00", at="2026-11-22T21:05:00+01:00")
    (found,) = slots(course(), "2026-11-22", "2026-11-22", [given], NEW_YORK)
    assert found.state(at("2026-11-22T22:00", NEW_YORK)) is SlotState.GIVEN


def test_doses_of_other_medicines_are_passed_over():
    other = dose("2026-11-22T21:00")
    other = type(other)(other.id, "h", "another", other.due, status="given")
    (found,) = slots(course(), "2026-11-22", "2026-11-22", [other])
    assert found.dose is None


TIMES = st.sets(st.times(), min_size=1, max_size=6).map(
    lambda found: " ".join(sorted({f"{each:%H:%M}" for each in found}))
)
STARTS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
ZONES = st.sampled_from(
    [BERLIN, NEW_YORK, ZoneInfo("Australia/Lord_Howe"), ZoneInfo("Asia/Kolkata")]
)


@given(TIMES, STARTS, st.integers(1, 40), ZONES)
def test_doses_come_one_after_the_other_and_never_two_at_once(times, starts, days, zone):
    medicine = course(times, starts.isoformat(), float(days))
    found = slots_between(
        medicine, [], starts - timedelta(days=3), starts + timedelta(days=days + 3), zone
    )
    assert all(slot.at < slot.closes <= slot.at + timedelta(hours=12) for slot in found)
    for one, following in pairwise(found):
        assert one.closes <= following.at
    for slot in found:
        for moment in (slot.at, slot.closes - timedelta(seconds=1), slot.closes):
            due = [each for each in found if each.state(moment) is SlotState.DUE]
            assert len(due) <= 1


@given(TIMES, STARTS, st.integers(1, 40))
def test_every_time_of_every_day_is_there_where_no_clock_changes(times, starts, days):
    zone = ZoneInfo("Asia/Kolkata")
    medicine = course(times, starts.isoformat(), float(days))
    found = slots_between(
        medicine, [], starts - timedelta(days=3), starts + timedelta(days=days + 3), zone
    )
    expected = {
        f"{(starts + timedelta(days=day)).isoformat()}T{each}"
        for day in range(days)
        for each in times.split()
    }
    assert {slot.due for slot in found} == expected


@given(TIMES, STARTS, st.integers(1, 40), ZONES)
def test_nights_asked_about_one_by_one_give_the_same_doses(times, starts, days, zone):
    medicine = course(times, starts.isoformat(), float(days))
    first, last = starts - timedelta(days=1), starts + timedelta(days=days)
    nights = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    one_by_one = [
        slot for night in nights for slot in slots_between(medicine, [], night, night, zone)
    ]
    assert one_by_one == slots_between(medicine, [], first, last, zone)
