from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, field, fields, replace
from datetime import date

import pytest

from hamdiary.domain.frozen import dataclass
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


def test_two_threads_may_make_the_first_value_at_once():
    @dataclass(frozen=True)
    class Weight:
        """A weight."""

        grams: int
        notes: list[str] = field(default_factory=list)

    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(Weight, range(100)))

    assert [each.grams for each in made] == list(range(100))
    assert made[0].notes is not made[1].notes


def test_a_value_that_lacks_a_field_is_refused_from_the_first_on():
    @dataclass(frozen=True)
    class Weight:
        """A weight."""

        grams: int

    for _ in range(2):
        with pytest.raises(TypeError, match=r"Weight.__init__.*grams"):
            Weight()


def test_an_heir_has_the_fields_of_both():
    @dataclass(frozen=True)
    class Weight:
        """A weight."""

        grams: int

    @dataclass(frozen=True)
    class Weighed(Weight):
        """A weight and when."""

        evening: date = EVENING

    assert Weighed(31) == Weighed(31, EVENING)
    assert Weight(31).grams == 31


def test_a_value_given_too_much_or_twice_is_refused():
    for wrong in (
        lambda: Counted(1, "a", 2),
        lambda: Counted(1, "a", grams=2),
        lambda: Counted(1, "a", number=2),
    ):
        with pytest.raises(TypeError, match=r"Counted.__init__"):
            wrong()


def test_fields_stand_in_their_order_however_they_were_given():
    assert list(vars(Counted(device="a", number=1))) == ["number", "device"]


@dataclass(frozen=True)
class Counted:
    number: int
    device: str


def test_a_value_without_documentation_has_its_name():
    assert Counted.__doc__ == "Counted"
