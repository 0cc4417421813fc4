"""Which number is rung first."""

from datetime import datetime

import pytest

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.vet_numbers import numbers_to_ring

BOTH = Hamster("h", vet_name="Dr Imre", vet_phone="020 7946 0112", night_phone="020 7946 0987")
SUNDAY, MONDAY = 22, 23


def called(hamster, day, hour, **how):
    wall = datetime(2026, 11, day, hour, 30)
    return [(each.called, each.is_first) for each in numbers_to_ring(hamster, wall, **how)]


@pytest.mark.parametrize(("day", "hour"), [(MONDAY, 7), (MONDAY, 19), (MONDAY, 3), (SUNDAY, 11)])
def test_at_night_and_on_sundays_the_out_of_hours_number_comes_first(day, hour):
    assert called(BOTH, day, hour) == [("Out of hours", True), ("Dr Imre", False)]


@pytest.mark.parametrize("hour", [8, 12, 18])
def test_by_day_the_vets_own_number_comes_first(hour):
    assert called(BOTH, MONDAY, hour) == [("Dr Imre", True), ("Out of hours", False)]


def test_an_appointment_is_a_matter_for_the_vets_own_number_at_any_hour():
    assert called(BOTH, SUNDAY, 21, at_once=False) == [("Dr Imre", False), ("Out of hours", False)]


def test_the_only_number_is_the_first():
    assert called(Hamster("h", vet_phone="1"), SUNDAY, 3) == [("Vet", True)]


def test_without_a_number_there_is_nobody_to_ring():
    assert called(Hamster("h", vet_name="Dr Imre"), MONDAY, 12) == []
