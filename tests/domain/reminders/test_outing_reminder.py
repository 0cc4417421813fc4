from dataclasses import replace
from datetime import timedelta

import pytest
from care_made import BISCUIT, NEVER_QUIET, SUNDAY, care, clock, outing, utc, wall

from hamdiary.domain.reminders import plan
from hamdiary.domain.reminders.outing import ENOUGH, OutingReminder
from hamdiary.domain.reminders.task import TaskState


def asked(at="21:30", reminder=None, **known):
    """The outing's task at that time; None if there is none."""
    found = (reminder or OutingReminder()).tasks(care(**known), wall(at))
    assert len(found) <= 1
    return found[0] if found else None


def test_an_outing_is_open_from_its_time_until_the_goal_is_reached():
    assert asked("20:59").state is TaskState.LATER
    assert asked("21:00").state is TaskState.OPEN
    assert asked(outings=[outing(29)]).state is TaskState.OPEN
    assert asked(outings=[outing(30)]).state is TaskState.DONE


def test_several_outings_of_one_night_add_up():
    task = asked(outings=[outing(18), outing(12, own="2")])
    assert (task.state, task.detail) == (TaskState.DONE, "30 of 30 min")


def test_an_outing_of_another_night_does_not_count():
    assert asked(outings=[outing(30, SUNDAY - timedelta(days=1))]).detail == "0 of 30 min"


def test_the_goal_is_that_of_the_night_while_it_is_built_up():
    growing = replace(BISCUIT, ramp_start_min=10.0, ramp_from=SUNDAY - timedelta(days=3))
    assert asked(hamster=growing, outings=[outing(9)]).detail == "9 of 15 min"


def test_while_the_clock_runs_the_outing_is_under_way_and_does_not_ring():
    runs = outing(started_utc=utc("21:12"))
    task = asked(outings=[runs])
    assert (task.state, task.detail, task.short_detail) == (
        TaskState.UNDERWAY, "18 of 30 min", "18 of 30",
    )  # fmt: skip
    ringing = [each.key for each in plan.due(care(outings=[runs]), NEVER_QUIET, wall("21:30"))]
    assert "outing" not in ringing


def test_a_clock_that_runs_past_the_goal_is_done():
    assert asked(outings=[outing(started_utc=utc("20:55"))]).state is TaskState.DONE


def test_a_clock_forgotten_last_night_is_not_tonight_s_outing():
    forgotten = outing(evening=SUNDAY - timedelta(days=1), started_utc=utc("2026-11-21T22:00"))
    task = asked(outings=[forgotten])
    assert (task.state, task.detail) == (TaskState.OPEN, "0 of 30 min, a clock still runs")


def test_rest_ordered_turns_it_off():
    resting = replace(BISCUIT, rest_ordered="yes")
    task = asked(hamster=resting)
    assert (task.state, task.detail) == (TaskState.OFF, "rest ordered")
    assert not any(
        each.key == "outing" for each in plan.due(care(resting), NEVER_QUIET, wall("23:30"))
    )


@pytest.mark.parametrize("why", ENOUGH)
def test_after_an_outing_ended_for_the_hamster_s_sake_nobody_is_asked_to_go_on(why):
    task = asked(outings=[outing(12, stopped_for=why)])
    assert (task.state, task.detail) == (TaskState.SKIPPED, f"12 of 30 min, {ENOUGH[why]}")


@pytest.mark.parametrize("why", ["enough", "other", None])
def test_after_any_other_end_the_rest_of_the_goal_is_asked_for(why):
    assert asked(outings=[outing(12, stopped_for=why)]).state is TaskState.OPEN


def test_it_is_asked_for_on_the_evenings_that_are_named_only():
    assert asked(reminder=OutingReminder(weekdays=(0, 1))) is None
    assert asked(reminder=OutingReminder(weekdays=(6,))) is not None


def test_switched_off_it_is_not_on_the_list():
    assert asked(reminder=OutingReminder(on=False)) is None


def test_with_several_times_it_is_the_last_one_that_has_come():
    reminder = OutingReminder(times=(clock("20:00"), clock("22:00")))
    assert asked("21:30", reminder).at == utc("20:00")
    assert asked("22:30", reminder).at == utc("22:00")


def test_after_its_last_hour_it_stays_on_the_list_and_is_silent():
    late = wall("2026-11-23T01:00")
    assert asked("2026-11-23T01:00").state is TaskState.OPEN
    ringing = [each.key for each in plan.due(care(), NEVER_QUIET, late)]
    assert "outing" not in ringing
    assert "log" in ringing
