from datetime import date, datetime, timedelta

from care_made import SUNDAY, clock, utc, wall
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.night_times import wall_on
from hamdiary.domain.reminders.schedule import Schedule, when

TIMES = st.lists(st.times().map(lambda at: at.replace(second=0, microsecond=0)), min_size=1)
EVENINGS = st.dates(date(2020, 1, 1), date(2035, 1, 1))


@given(TIMES, EVENINGS)
def test_a_night_has_each_of_its_times_once_and_in_order(times, evening):
    found = Schedule(tuple(times)).of_night(evening)
    assert list(found) == sorted({wall_on(evening, at) for at in times})
    assert all(each.second == 0 and each.tzinfo is None for each in found)


@given(TIMES, EVENINGS)
def test_a_night_of_every_week_is_the_one_that_the_rules_make(times, evening):
    always = tuple(range(7))
    assert Schedule(tuple(times)).of_night(evening) == Schedule(tuple(times), always).of_night(
        evening
    )


@given(TIMES, EVENINGS, st.sets(st.integers(0, 6), min_size=1))
def test_weekdays_are_those_of_the_evening_also_for_times_after_midnight(times, evening, days):
    found = Schedule(tuple(times), tuple(sorted(days))).of_night(evening)
    assert bool(found) == (evening.weekday() in days)


def test_hours_and_minutes_are_not_crossed():
    found = Schedule((clock("21:00"), clock("22:30"))).of_night(SUNDAY)
    assert [f"{each:%H:%M}" for each in found] == ["21:00", "22:30"]


def test_a_time_that_the_spring_night_does_not_have_is_moved_on():
    spring = date(2026, 3, 28)
    at = Schedule((clock("02:30"),)).came_or_comes(spring, wall("2026-03-28T21:00"))
    assert at == utc("2026-03-29T03:30")


def test_a_time_that_comes_twice_in_autumn_is_the_first_one():
    autumn = date(2026, 10, 24)
    at = Schedule((clock("02:30"),)).came_or_comes(autumn, wall("2026-10-24T21:00"))
    assert f"{at:%H:%M}" == "00:30"


def test_the_wall_clock_counts_wherever_one_is():
    schedule = Schedule((clock("21:00"),))
    berlin = schedule.came_or_comes(SUNDAY, wall("20:00"))
    lisbon = schedule.came_or_comes(SUNDAY, wall("20:00", "Europe/Lisbon"))
    assert lisbon - berlin == timedelta(hours=1)


def test_a_moment_is_said_as_one_would_now():
    assert when(utc("21:00"), wall("20:00")) == "21:00"
    assert when(utc("2026-11-23T09:00"), wall("20:00")) == "tomorrow 09:00"
    assert when(utc("2026-11-23T09:00"), wall("2026-11-23T01:00")) == "09:00"


def test_the_rules_go_on_from_any_evening():
    (rule,) = Schedule((clock("21:00"),), (1, 4)).rules(SUNDAY)
    assert [each.weekday() for each in rule[:3]] == [1, 4, 1]
    assert rule[0] == datetime(2026, 11, 24, 21)
