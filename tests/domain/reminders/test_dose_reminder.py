from dataclasses import replace
from datetime import timedelta

import pytest
from care_made import NEVER_QUIET, SUNDAY, care, dose, drops, skip, wall

from hamdiary.domain.reminders import plan
from hamdiary.domain.reminders.dose import DoseReminder
from hamdiary.domain.reminders.task import Ringing, TaskState
from hamdiary.domain.settings import Reminders, Settings


def asked(at="21:16", medicine=None, doses=(), **known):
    medicines = [medicine or drops()]
    return DoseReminder().tasks(care(medicines=medicines, doses=doses, **known), wall(at))


def test_a_dose_is_due_from_its_time():
    (later,) = asked("20:59")
    assert (later.state, later.detail, later.short_detail) == (TaskState.LATER, "21:00", "21:00")
    (due,) = asked("21:16")
    assert (due.state, due.name, due.detail) == (
        TaskState.OPEN, "Vitamin drops", "2 drops, due 21:00",
    )  # fmt: skip


def test_there_is_one_task_for_each_slot_of_the_night():
    tasks = asked("21:00", drops(times="09:00 21:00"))
    assert [(task.state, task.detail) for task in tasks] == [
        (TaskState.OPEN, "2 drops, due 21:00"),
        (TaskState.LATER, "tomorrow 09:00"),
    ]
    assert len({task.key for task in tasks}) == 2
    assert not any("/" in task.key for task in tasks)


@pytest.mark.parametrize(
    ("status", "state", "detail"),
    [
        ("given", TaskState.DONE, "given 21:05"),
        ("refused", TaskState.SKIPPED, "refused 21:05"),
        ("spat_out", TaskState.SKIPPED, "spat out 21:05"),
        ("skipped", TaskState.SKIPPED, "skipped 21:05"),
    ],
)
def test_a_recorded_dose_rings_no_more_and_only_a_given_one_is_done(status, state, detail):
    (task,) = asked(doses=[dose(status=status)])
    assert (task.state, task.detail) == (state, detail)


def test_a_dose_nobody_recorded_is_missed_after_its_window_and_rings_no_more():
    (task,) = asked("2026-11-23T09:30")
    assert (task.state, task.detail) == (TaskState.MISSED, "not recorded, was due 21:00")


def test_a_dose_of_the_morning_can_be_given_after_noon():
    morning = drops(times="09:00", starts=SUNDAY)
    tonight = asked("13:00", morning)
    assert [task.state for task in tonight] == [TaskState.OPEN, TaskState.LATER]
    assert tonight[0].evening == SUNDAY - timedelta(days=1)


def test_a_dose_skipped_before_noon_stays_skipped_after_it():
    morning = drops(times="09:00", starts=SUNDAY)
    (task, _) = asked("13:00", morning)
    skipped = care(medicines=[morning], skips=[skip(task.key, SUNDAY - timedelta(days=1))])
    states = {each.key: each.state for each in plan.tasks(skipped, NEVER_QUIET, wall("13:00"))}
    assert states[task.key] is TaskState.SKIPPED


def test_switched_off_doses_stay_on_the_list_and_are_silent():
    silent = Settings(replace(Reminders(quiet_hours=None), dose=DoseReminder(on=False)))
    known = care(medicines=[drops()])
    (task,) = [each for each in plan.tasks(known, silent, wall("21:16")) if "dose" in each.key]
    assert (task.state, task.ringing) == (TaskState.OPEN, Ringing.NEVER)
    assert not any("dose" in each.key for each in plan.due(known, silent, wall("21:16")))


def test_a_stopped_course_asks_for_nothing():
    assert asked(medicine=drops(starts=SUNDAY - timedelta(days=5), stopped=SUNDAY)) != []
    stopped = drops(starts=SUNDAY - timedelta(days=5), stopped=SUNDAY - timedelta(days=1))
    assert asked(medicine=stopped) == []


def test_a_medicine_as_needed_is_never_asked_for():
    assert asked(medicine=drops(as_needed="yes")) == []


def test_the_list_of_reminders_names_times_and_the_last_day():
    known = care(medicines=[drops(times="09:00 21:00", days=9.0)])
    (line,) = DoseReminder().planned(known, wall("20:00"))
    assert (line.when, line.name, line.how) == ("21:00, 09:00", "Vitamin drops", "to Mon 30 Nov")
