from dataclasses import replace
from datetime import timedelta

import pytest
from care_made import BISCUIT, SUNDAY, care, drops, night, utc, wall

from hamdiary.domain.reminders.task import TaskState
from hamdiary.domain.reminders.weigh_in import WeighInReminder, is_daily

WEIGHED_LATELY = [night(SUNDAY - timedelta(days=3), weight_g=120.0)]


def asked(at="20:30", reminder=None, **known):
    found = (reminder or WeighInReminder()).tasks(care(**known), wall(at))
    return found[0] if found else None


def back(days):
    return SUNDAY - timedelta(days=days)


def test_a_hamster_that_is_well_is_weighed_once_in_seven_nights():
    assert asked(nights=[night(back(6), weight_g=120.0)]) is None
    assert asked(nights=[night(back(7), weight_g=120.0)]).state is TaskState.OPEN


def test_whoever_misses_the_week_is_asked_on_every_evening_until_it_is_done():
    assert asked().state is TaskState.OPEN


def test_it_waits_for_its_hour():
    task = asked("19:59")
    assert (task.state, task.at, task.detail) == (TaskState.LATER, utc("20:00"), "20:00")


def test_a_weight_makes_it_done_even_on_a_night_that_did_not_ask():
    task = asked(nights=[*WEIGHED_LATELY, night(weight_g=118.4)])
    assert (task.state, task.detail) == (TaskState.DONE, "118.4 g")


@pytest.mark.parametrize(("day", "daily"), [(0, True), (13, True), (14, False)])
def test_it_is_daily_in_the_first_fourteen_nights(day, daily):
    assert is_daily(care(replace(BISCUIT, onset=back(day)))) is daily


def test_an_onset_to_come_does_not_make_it_daily():
    assert not is_daily(care(replace(BISCUIT, onset=SUNDAY + timedelta(days=1))))


def test_it_is_daily_while_a_course_runs():
    assert is_daily(care(medicines=[drops(days=10.0)]))
    assert not is_daily(care(medicines=[drops(starts=back(30), days=10.0)]))
    assert not is_daily(care(medicines=[drops(as_needed="yes")]))


@pytest.mark.parametrize(
    ("sign", "daily"),
    [({"droppings": "soft"}, True), ({"ate": "half"}, True), ({"ate": "most"}, False),
     ({"droppings": "normal"}, False), ({"droppings": "not_checked"}, False)],
)  # fmt: skip
def test_it_is_daily_for_three_nights_after_a_sign_of_illness(sign, daily):
    assert is_daily(care(nights=[night(back(2), **sign)])) is daily
    assert not is_daily(care(nights=[night(back(3), **sign)]))


def test_a_daily_weighing_is_asked_for_although_it_was_weighed_lately():
    ill = [*WEIGHED_LATELY, night(back(1), droppings="soft")]
    assert asked(nights=WEIGHED_LATELY) is None
    assert asked(nights=ill).state is TaskState.OPEN


def test_a_weekday_of_one_s_own_is_asked_for_whenever_it_was_weighed_last():
    assert asked(reminder=WeighInReminder(weekdays=(6,)), nights=WEIGHED_LATELY) is not None
    assert asked(reminder=WeighInReminder(weekdays=(0,)), nights=WEIGHED_LATELY) is None


def test_the_list_of_reminders_says_how_often():
    (line,) = WeighInReminder().planned(care(medicines=[drops()]), wall("20:00"))
    assert (line.when, line.how) == ("20:00", "every night")
    (line,) = WeighInReminder().planned(care(), wall("20:00"))
    assert line.how == "once a week"
