from dataclasses import FrozenInstanceError, fields, replace
from datetime import date

import pytest

from hamdiary.domain.journal import FieldChange, Ref
from hamdiary.domain.night import Night

EVENING = date(2026, 11, 22)


def test_a_field_is_set_once():
    night = Night("h", EVENING, gait=3)
    with pytest.raises(FrozenInstanceError):
        night.gait = 2
    with pytest.raises(FrozenInstanceError):
        del night.gait
    assert night.gait == 3


def test_a_field_that_was_not_declared_cannot_be_set():
    with pytest.raises(FrozenInstanceError):
        Night("h", EVENING).watr_ml = 3


def test_values_are_equal_by_their_fields():
    assert Night("h", EVENING, gait=3) == Night("h", EVENING, gait=3)
    assert Night("h", EVENING, gait=3) != Night("h", EVENING, gait=2)
    assert Night("h", EVENING) != "h"


def test_equal_values_have_one_hash():
    assert len({FieldChange(3, (Ref(1, "a"),)), FieldChange(3, (Ref(1, "a"),))}) == 1


def test_an_edit_makes_a_new_value():
    night = Night("h", EVENING, gait=3)
    assert replace(night, gait=2).gait == 2
    assert night.gait == 3


def test_a_value_shows_its_fields():
    assert repr(FieldChange(3)) == "FieldChange(to=3, over=())"
    assert [field.name for field in fields(FieldChange)] == ["to", "over"]
