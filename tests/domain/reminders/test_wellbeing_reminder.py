"""The weekly check: nobody is asked who did not ask for it."""

from datetime import date, timedelta

import pytest
from care_made import care, wall

from hamdiary.domain.reminders.task import TaskState
from hamdiary.domain.reminders.wellbeing import WellbeingReminder
from hamdiary.domain.settings import Settings

ON = WellbeingReminder(on=True)
SUNDAY = date(2026, 11, 22)


def asked(reminder, at="21:30", back=None):
    on = None if back is None else SUNDAY - timedelta(days=back)
    return [each.state for each in reminder.tasks(care(checked_on=on), wall(at))]


def test_it_is_off_unless_somebody_wants_it():
    assert Settings().reminders.wellbeing.on is False
    assert asked(WellbeingReminder()) == []


@pytest.mark.parametrize(("back", "states"), [(None, [TaskState.OPEN]), (7, [TaskState.OPEN]),
                                              (6, []), (0, [TaskState.DONE])])  # fmt: skip
def test_it_asks_a_week_after_the_last_check(back, states):
    assert asked(ON, back=back) == states


def test_it_waits_for_its_hour():
    assert asked(ON, "20:59") == [TaskState.LATER]


def test_it_can_have_its_own_evenings():
    assert asked(WellbeingReminder(on=True, weekdays=(6,)), back=1) == [TaskState.OPEN]
    assert asked(WellbeingReminder(on=True, weekdays=(2,)), back=30) == []


def test_its_line_says_how_often():
    assert [each.how for each in WellbeingReminder().planned(care(), wall("20:00"))] == ["off"]
    assert [each.how for each in ON.planned(care(), wall("20:00"))] == ["once a week"]
