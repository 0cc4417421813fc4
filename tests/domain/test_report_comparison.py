"""The last fourteen nights against the fourteen before: medians and counts of what was recorded."""

from datetime import date, timedelta
from types import SimpleNamespace

from hamdiary.domain.measures import NotSeen
from hamdiary.domain.night import Night
from hamdiary.domain.report.comparing import Middle, Tally, comparison_of
from hamdiary.domain.trends.series import Median

LAST = date(2026, 11, 22)


def ago(nights):
    return LAST - timedelta(days=nights)


def compared(nights=(), doses=None, **series):
    none = {"gait": {}, "leg_left": {}, "leg_right": {}, "ate": {}, "weights": {}, "minutes": {},
            "water": {}, "goal": {}}  # fmt: skip
    course = SimpleNamespace(**(none | series))
    return comparison_of(course, {each.evening: each for each in nights}, doses or {}, LAST)


def measure(comparison, name):
    return next(each for each in comparison.measures if each.name == name)


def count(comparison, name):
    return next(each for each in comparison.counts if each.name == name)


def test_the_fourteenth_night_is_in_the_last_and_the_fifteenth_in_those_before():
    found = measure(compared(gait={ago(13): 4, ago(14): 1, ago(27): 1, ago(28): 5}), "gait")
    assert found.now == Middle(Median(4, 4), 1)
    assert found.before == Middle(Median(1, 1), 2)


def test_a_night_not_seen_is_counted_apart_and_is_no_level():
    found = measure(compared(gait={ago(0): NotSeen.NOT_SEEN, ago(1): 2, ago(2): 3}), "gait")
    assert found.now == Middle(Median(2, 3), 2, not_seen=1)
    assert found.before == Middle(None, 0)


def test_nights_up_and_down_are_of_the_last_fourteen_only():
    """The first of them is held against the scored night before it."""
    gait = {ago(20): 5, ago(16): 1, ago(13): 2, ago(9): 2, ago(5): 1, ago(1): 3}
    found = measure(compared(gait=gait), "gait")
    assert (found.up, found.down) == (2, 1)


def test_a_number_has_a_unit_and_no_nights_up():
    found = measure(compared(weights={ago(0): 120.0, ago(14): 110.0}), "weight_g")
    assert (found.unit, found.up, found.down) == ("g", None, None)
    assert (found.now.median, found.before.median) == (Median(120, 120), Median(110, 110))


def test_only_nights_that_can_tell_are_counted():
    nights = [
        Night("h", ago(0), droppings="soft", signs={"tilt": "no"}),
        Night("h", ago(1), droppings="normal", signs={"tilt": "yes", "sore": "no"}),
        Night("h", ago(2), droppings=NotSeen.NOT_CHECKED, signs={"tilt": "not_checked"}),
        Night("h", ago(3)),
        Night("h", ago(15), droppings="none"),
    ]
    found = compared(nights)
    assert count(found, "droppings").now == Tally(1, 2)
    assert count(found, "droppings").before == Tally(1, 1)
    assert count(found, "signs").now == Tally(1, 2)
    assert count(found, "recorded").now == Tally(4, 14)


def test_a_goal_is_reached_only_on_nights_that_had_one():
    found = compared(
        minutes={ago(0): 20.0, ago(1): 19.0, ago(2): 50.0}, goal={ago(0): 20.0, ago(1): 20.0}
    )
    assert count(found, "goal").now == Tally(1, 2)


def test_doses_that_are_still_open_are_neither_given_nor_missed():
    found = compared(doses={ago(0): ("given", "due", "later"), ago(1): ("missed", "refused")})
    assert count(found, "doses").now == Tally(1, 3)
