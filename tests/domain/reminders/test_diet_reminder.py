"""The reminder of a varied diet: what it asks for, when, and when it does not."""

from datetime import date, datetime, time

import pytest

from hamdiary.domain.evening import Moment, zone_named
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.reminders.care import Care
from hamdiary.domain.reminders.diet import DietReminder
from hamdiary.domain.reminders.diet_today import DietToday, Lack
from hamdiary.domain.reminders.plan import due, tasks
from hamdiary.domain.reminders.task import Ringing, TaskState
from hamdiary.domain.settings import Settings

SUNDAY = date(2026, 11, 22)
E_FOOD, PLANT = Lack("e", 1, "2–3"), Lack("plants", 3, "4")


def moment(clock="21:16"):
    wall = datetime.combine(SUNDAY, time.fromisoformat(clock), zone_named("Europe/Berlin"))
    return Moment(wall, "Europe/Berlin")


def care(diet):
    return Care(Hamster("h"), SUNDAY, diet_today=lambda: diet)


def asked(diet, clock="21:16", **settings):
    return DietReminder(**settings).tasks(care(diet), moment(clock))


def test_what_the_week_lacks_first_is_asked_for_with_its_count():
    (task,) = asked(DietToday((E_FOOD, PLANT), (), False))
    assert (task.name, task.detail, task.state) == (
        "Vitamin E food",
        "1 of 2–3 this week",
        TaskState.OPEN,
    )
    assert task.ringing is Ringing.ONCE
    assert (task.short_name, task.short_detail) == ("Vitamin E", "1 of 2–3")


def test_before_its_hour_it_is_still_to_come():
    (task,) = asked(DietToday((PLANT,), (), False), "19:00")
    assert (task.name, task.detail, task.state) == ("Plant food", "20:30", TaskState.LATER)


@pytest.mark.parametrize(
    ("given", "none_given", "detail"),
    [(("Kale", "Egg"), False, "Kale, Egg"), ((), True, "none tonight")],
)  # fmt: skip
def test_once_the_night_has_had_its_food_it_is_done(given, none_given, detail):
    (task,) = asked(DietToday((E_FOOD,), given, none_given))
    assert (task.name, task.detail, task.state) == ("Extra food", detail, TaskState.DONE)


def test_nothing_is_asked_for_where_nothing_lacks_or_nobody_writes_food_down():
    assert asked(DietToday((), (), False)) == []
    assert asked(None) == []
    assert Care(Hamster("h"), SUNDAY).diet_today() is None


def test_switched_off_or_on_another_evening_nobody_even_looks_at_the_week():
    def never():
        raise AssertionError

    looked = Care(Hamster("h"), SUNDAY, diet_today=never)
    assert DietReminder(on=False).tasks(looked, moment()) == []
    assert DietReminder(weekdays=(1, 4)).tasks(looked, moment()) == []


def test_on_its_evenings_it_asks():
    assert len(asked(DietToday((E_FOOD,), (), False), weekdays=(6,))) == 1


def test_it_stands_in_the_list_of_reminders():
    (line,) = DietReminder().planned(care(None), moment())
    assert (line.when, line.name, line.how, line.on) == (
        "20:30", "Varied diet", "if it is lacking", True,
    )  # fmt: skip
    (line,) = DietReminder(on=False, weekdays=(1, 4)).planned(care(None), moment())
    assert (line.how, line.on) == ("off", False)


def test_it_is_part_of_the_plan_and_rings():
    wanted = care(DietToday((E_FOOD,), (), False))
    assert "diet" in [task.key for task in tasks(wanted, Settings(), moment())]
    assert "diet" in [task.key for task in due(wanted, Settings(), moment())]
