"""Missing is not none and not normal; an evening runs from noon to noon (domain §6)."""

from datetime import UTC, datetime, timedelta

import pytest
from generated_courses import TONIGHT, ago, by_rule, seen


def looked(**at):
    """`n1=(hours, "urine")`: one night ago, so many hours after that evening's midnight."""
    return {
        (ago(int(name[1:])), field): datetime.combine(ago(int(name[1:])), datetime.min.time(), UTC)
        + timedelta(hours=hours)
        for name, (hours, field) in at.items()
    }


NONE_TWICE = "{0}=none | {0}=none"


@pytest.mark.parametrize(("field", "rule"), [("droppings", "R19"), ("urine", "R27")])
def test_two_looks_on_either_side_of_noon_are_not_a_day_apart(field, rule):
    # 11:50 belongs to the evening before, 12:10 to tonight.
    near = looked(n1=(35.83, field), n0=(12.17, field))
    assert rule not in by_rule(seen(NONE_TWICE.format(field), looked=near))


@pytest.mark.parametrize(("field", "rule"), [("droppings", "R19"), ("urine", "R27")])
@pytest.mark.parametrize(("hours", "fires"), [(17.9, False), (18, True), (25, True)])
def test_two_looks_that_say_none_are_18_hours_apart(field, rule, hours, fires):
    times = looked(n1=(21, field), n0=(21 + hours - 24, field))
    assert (rule in by_rule(seen(NONE_TWICE.format(field), looked=times))) == fires


def test_a_third_look_makes_up_for_two_that_are_too_near():
    times = looked(n2=(21, "urine"), n1=(35, "urine"), n0=(12.5, "urine"))
    assert "R27" in by_rule(seen("urine=none *3", looked=times))
    assert "R27" not in by_rule(seen("urine=normal | urine=none *2", looked=times))


@pytest.mark.parametrize(("hours", "fires"), [(23.5, False), (24, True)])
def test_one_look_is_enough_24_hours_after_a_cleaning(hours, fires):
    times = looked(n1=(20, "cleaned"), n0=(20 + hours - 24, "droppings"))
    nights = "droppings=normal cleaned=yes | droppings=none"
    assert ("R19" in by_rule(seen(nights, looked=times))) == fires


@pytest.mark.parametrize("between", ["droppings=x", "gait=4", ""])
def test_a_night_not_checked_is_neither_none_nor_normal(between):
    assert "R19" in by_rule(seen(f"droppings=none | {between} | droppings=none"))
    assert "R19" not in by_rule(seen(f"droppings=none | {between}"))


def test_nights_alone_stand_a_day_apart_where_no_time_is_known():
    assert "R19" in by_rule(seen(NONE_TWICE.format("droppings")))


def test_entries_of_later_evenings_are_not_looked_at():
    tomorrow = TONIGHT + timedelta(days=1)
    assert by_rule(seen("gait=4 | gait=0").until(ago(1))) == {}
    assert seen("gait=3", tonight=ago(1)).nights == () and tomorrow > TONIGHT
