from datetime import timedelta

from care_made import NEVER_QUIET, SUNDAY, care, utc, wall

from hamdiary.domain.happenings import Happening
from hamdiary.domain.reminders import plan
from hamdiary.domain.reminders.ringing import to_ring
from hamdiary.domain.reminders.task import TaskState
from hamdiary.domain.reminders.vet_visit import VetVisitReminder

MONDAY = SUNDAY + timedelta(days=1)


def visit(on_day=MONDAY, at="10:30", what="vet_visit"):
    return Happening("b/h1", "b", what=what, on_day=on_day, at=at)


def asked(at, *visits):
    evening = wall(at).evening
    return VetVisitReminder().tasks(care(evening=evening, happenings=visits), wall(at))


def test_a_visit_is_told_the_evening_before_with_its_time():
    (task,) = asked("18:00", visit())
    assert (task.state, task.detail) == (TaskState.OPEN, "tomorrow 10:30")
    assert asked("17:59", visit())[0].state is TaskState.LATER


def test_it_is_told_again_in_the_morning_of_its_day():
    (task,) = asked("2026-11-23T08:00", visit())
    assert (task.at, task.detail) == (utc("2026-11-23T08:00"), "today 10:30")


def test_once_its_time_has_come_it_is_no_longer_on_the_list():
    assert asked("2026-11-23T10:29", visit()) != []
    assert asked("2026-11-23T10:30", visit()) == []


def test_a_visit_before_the_morning_s_hour_rings_the_evening_before_only():
    early = visit(at="07:30")
    (task,) = asked("2026-11-23T07:00", early)
    assert task.at == utc("18:00")


def test_a_visit_without_a_time_is_told_all_day():
    (task,) = asked("2026-11-23T11:00", visit(at=None))
    assert task.detail == "today"
    assert asked("2026-11-23T23:59", visit(at=None)) != []
    assert asked("2026-11-24T00:00", visit(at=None)) == []


def test_other_happenings_and_other_days_are_not_told():
    assert asked("18:00", visit(what="fall"), visit(SUNDAY + timedelta(days=2))) == []
    assert asked("18:00", visit(SUNDAY - timedelta(days=1)), visit(on_day=None)) == []


def test_it_rings_once_at_each_of_its_times_however_long_it_stays_open():
    known, rung, rings = care(happenings=[visit()]), {}, []
    for hour in range(12, 24 + 11):
        text = f"2026-11-{22 + hour // 24}T{hour % 24:02}:15"
        due = [each for each in plan.due(known, NEVER_QUIET, wall(text)) if "vet" in each.key]
        for task in to_ring(due, rung, (), 60, utc(text)):
            rung[task.key] = utc(text)
            rings.append(text[8:13])
    assert rings == ["22T18", "23T08"]


def test_switched_off_it_is_not_on_the_list():
    assert VetVisitReminder(on=False).tasks(care(happenings=[visit()]), wall("19:00")) == []
