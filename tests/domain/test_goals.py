"""The goal of a night: what held then, whatever was changed since."""

from dataclasses import replace
from datetime import date, timedelta

from hamdiary.domain.goals import goals_of
from hamdiary.domain.hamster import GOAL_MINUTES, Hamster
from hamdiary.domain.journal import Change, FieldChange, Ref, Stamp

FIRST = date(2026, 11, 9)
BISCUIT = Hamster("h", name="Biscuit")


def told(*days, clock="20:00:00"):
    """Changes of the hamster's facts, each with the day on which it was made."""
    changes, last = [], {}
    for number, (day, facts) in enumerate(days, 1):
        ref = Ref(number, "d")
        fields = {
            name: FieldChange(value, (last[name],) if name in last else ())
            for name, value in facts.items()
        }
        last |= dict.fromkeys(facts, ref)
        at = (FIRST + timedelta(days=day)).isoformat()
        stamp = Stamp("d", f"{at}T{clock}Z", "UTC")
        changes.append(Change(ref, stamp, "hamster", "h", fields))
    return changes


def goals(changes, nights=4, hamster=BISCUIT):
    evenings = [FIRST + timedelta(days=day) for day in range(nights)]
    return list(goals_of(hamster, changes, evenings).values())


def test_a_goal_that_was_raised_does_not_raise_the_nights_before():
    changes = told((0, {"name": "Biscuit", "goal_min": 15.0}), (2, {"goal_min": 20.0}))
    assert goals(changes) == [15, 15, 20, 20]


def test_rest_that_is_ordered_now_says_nothing_of_last_week():
    changes = told(
        (0, {"goal_min": 15.0}), (1, {"rest_ordered": "yes"}), (3, {"rest_ordered": "no"})
    )
    assert goals(changes) == [15, None, None, 15]


def test_nights_before_the_first_word_go_by_it():
    assert goals(told((3, {"name": "Biscuit", "goal_min": 10.0}))) == [10, 10, 10, 10]


def test_a_goal_that_is_built_up_grows_from_its_first_night():
    ramp = {"goal_min": 20.0, "ramp_start_min": 5.0, "ramp_step_min": 5.0, "ramp_every": 1.0,
            "ramp_from": FIRST.isoformat()}  # fmt: skip
    assert goals(told((0, ramp))) == [5, 10, 15, 20]


def test_a_diary_that_is_closed_has_neither_goal_nor_rest():
    closed = replace(BISCUIT, closed_because="recovered")
    changes = told((0, {"name": "Biscuit"}), (2, {"closed_because": "recovered"}))
    assert goals(changes, hamster=closed) == [GOAL_MINUTES, GOAL_MINUTES]


def test_a_clock_that_was_set_back_brings_no_old_goal_into_later_nights():
    changes = told((2, {"goal_min": 15.0}), (0, {"goal_min": 20.0}))
    assert goals(changes) == [20, 20, 20, 20]


def test_what_was_said_at_two_in_the_morning_belongs_to_the_evening_before():
    changes = told((0, {"goal_min": 15.0}), (2, {"goal_min": 20.0}), clock="02:00:00")
    assert goals(changes) == [15, 20, 20, 20]


def test_without_any_change_the_hamster_stands_as_it_is():
    assert goals([], hamster=replace(BISCUIT, goal_min=12.0)) == [12, 12, 12, 12]
