"""Milestones: gained on the first night that two scores show, and lost again the same way."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.measures import NotSeen
from hamdiary.domain.trends.milestones import milestones_of
from hamdiary.domain.trends.weighing import Usual

FIRST = date(2026, 11, 1)
UNSEEN = NotSeen.NOT_SEEN
USUAL = Usual(120.0, 3, FIRST, FIRST)


def on(day):
    return FIRST + timedelta(days=day)


def nightly(*values):
    return {on(day): value for day, value in enumerate(values) if value is not None}


def found(usual=None, since=None, **series):
    reached = milestones_of(series, usual, since)
    return {each.milestone.code: each for each in reached}


def test_one_score_is_not_a_milestone():
    assert "M3" not in found(gait=nightly(0, 0, 1, 0, 0))


def test_a_milestone_is_gained_on_the_first_of_two_scores():
    assert found(gait=nightly(0, 0, 1, 1))["M3"].first == on(2)


def test_nights_that_cannot_tell_count_neither_way():
    flicker = found(gait=nightly(0, 1, UNSEEN, None, 1))["M3"]
    assert (flicker.first, flicker.since, flicker.lost) == (on(1), on(1), None)


def test_a_lost_milestone_is_shown_as_lost():
    pushes = found(gait=nightly(2, 2, 2, 1, 1))["M4"]
    assert (pushes.first, pushes.since, pushes.lost) == (on(0), None, on(3))


def test_one_bad_night_loses_nothing():
    assert found(gait=nightly(2, 2, 1, 2, 1, 2))["M4"].lost is None


def test_a_milestone_that_came_back_has_both_nights():
    pushes = found(gait=nightly(2, 2, 1, 1, 2, 2))["M4"]
    assert (pushes.first, pushes.since, pushes.lost) == (on(0), on(4), on(2))


def test_normal_takes_seven_scored_nights_in_a_row():
    assert "M10" not in found(gait=nightly(*[5] * 6, 4, *[5] * 6))
    assert found(gait=nightly(*[5] * 3, None, UNSEEN, *[5] * 4))["M10"].first == on(0)


def test_a_flicker_may_be_in_one_leg_only():
    assert "M3" in found(gait=nightly(0, 0), leg_left=nightly(0, 0), leg_right=nightly(1, 1))


def test_both_legs_must_be_scored_for_both_legs():
    assert "M8" not in found(leg_left=nightly(4, 4), leg_right=nightly(4, UNSEEN))
    assert "M8" in found(leg_left=nightly(4, 4), leg_right=nightly(3, 3))


def test_a_wet_belly_is_not_urinating_by_itself():
    wet = {on(1): "yes", on(2): "no"}
    urine = nightly("normal", "normal", "normal")
    assert "M2" not in found(urine=urine, sign_wet_belly=wet)
    assert "M2" in found(urine=urine)


def test_weight_is_back_only_if_it_was_away():
    assert "W1" not in found(usual=USUAL, weight_g=nightly(121.0, 122.0))
    assert found(usual=USUAL, weight_g=nightly(110.0, 111.0, 121.0, 122.0))["W1"].first == on(2)
    assert "W1" not in found(usual=None, weight_g=nightly(110.0, 111.0, 121.0, 122.0))


def test_what_was_before_the_onset_is_nothing_gained():
    assert found(since=on(2), gait=nightly(5, 5, 0, 0, 0, 0)) == {}


@given(st.dictionaries(st.integers(0, 50), st.integers(0, 5), max_size=30), st.randoms())
def test_milestones_name_recorded_nights_only_whatever_their_order(levels, random):
    gait = {on(day): level for day, level in levels.items()}
    items = list(gait.items())
    random.shuffle(items)
    reached = milestones_of({"gait": gait}, None)
    assert milestones_of({"gait": dict(items)}, None) == reached
    for each in reached:
        assert {each.first, each.since, each.lost} - {None} <= set(gait)
