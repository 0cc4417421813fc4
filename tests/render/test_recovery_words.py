"""The words beside the plots: counts and medians, and nothing that they must not say."""

import re
from datetime import date, timedelta

import pytest
from courses import LAST, course, ending
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.measures import NotSeen
from hamdiary.domain.trends.facts import facts_of
from hamdiary.domain.trends.milestones import milestones_of
from hamdiary.domain.trends.series import nights_up_to
from hamdiary.domain.trends.weighing import Usual
from hamdiary.render.canvas import Span as Words
from hamdiary.render.canvas import line_width, plain, wrapped_line
from hamdiary.render.recovery import PLOTS
from hamdiary.render.recovery_page import recovery_page
from hamdiary.render.recovery_words import columns_in_words, milestones_in_words, words_of

UNSEEN = NotSeen.NOT_SEEN
LOOK = ending(0, None, 0, 1, 1, UNSEEN, 1, 1, 2, None, 1, 2, 3, 3)


def said(plot, nights=14, **series):
    return [plain(line) for line in words_of(facts_of(course(nights, **series)), plot)]


def test_gait_is_said_in_medians_and_counts():
    assert said("gait", gait=LOOK) == [
        "Gait median 1 → 2 against the 7 nights before (5 and 6 nights scored).",
        "4 nights up, 5 the same, 1 down; 1 not seen, 2 not recorded.",
        "Gait tends up over 11 scored nights. One level is noise.",
    ]


def test_too_few_nights_are_said_to_be_too_few():
    assert said("gait", gait=ending(1, 2, 3)) == [
        "Gait against the 7 nights before: too few nights to say.",
        "2 nights up, 0 the same, 0 down; 0 not seen, 11 not recorded.",
        "Gait: too few nights to say where it tends (3 of 7 scored). One level is noise.",
    ]


def test_a_median_between_two_levels_names_both():
    lines = said("gait", gait=ending(*[2] * 7, 2, 2, 4, 4, None, None, None))
    assert lines[0].startswith("Gait median 2 → 2–4 against")


def test_legs_that_differ_are_said_to():
    lines = said("legs", leg_left=ending(2, 2, 2), leg_right=ending(1, 1, 1))
    assert (
        lines[-1] == "Left higher on the last 3 nights with both legs scored. One level is noise."
    )


def test_legs_that_hardly_differ_are_said_to():
    lines = said("legs", leg_left=ending(2, 1), leg_right=ending(1, 1))
    assert lines[-1].startswith("No lasting difference between left and right on 2 nights")


def test_two_levels_on_one_night_are_said_with_the_night():
    lines = said("legs", leg_left=ending(3), leg_right=ending(1))
    assert lines[-1].startswith("Left 2 levels higher on Sun 22 Nov.")


def test_weight_is_said_with_its_dates():
    weights = ending(116.6, *[None] * 6, 118.4)
    assert said("weight", weights=weights, usual=Usual(121.0, 0, None, None)) == [
        "Weight 118.4 g on Sun 22 Nov, ▲ 1.8 g in 7 nights, 97.9 % of its usual 121 g.",
        "Usual 121 g: as you set it.",
    ]
    first = date(2026, 11, 9)
    usual = Usual(121.0, 4, first, first + timedelta(days=9))
    assert said("weight", weights=weights, usual=usual)[1] == (
        "Usual 121 g: the median of 4 weighings, Mon 9 Nov to Wed 18 Nov."
    )


def test_minutes_are_said_against_the_goal_of_their_night():
    lines = said("minutes", minutes=ending(5, 12, 20), goal=ending(10, 10, None))
    assert lines[1] == "The goal of the night was reached on 1 of 2 nights that had one."


def test_no_outings_are_said_to_be_none():
    assert said("minutes") == ["Out of cage: no outings recorded on these nights."]


def test_an_insight_comes_with_counts_and_its_caution():
    gait = ending(*[1, 3] * 8)
    minutes = {on - timedelta(days=1): (25 if level == 3 else 5) for on, level in gait.items()}
    (line,) = [x for x in said("gait", 30, gait=gait, minutes=minutes) if "outings" in x]
    assert "(8 nights)" in line and line.endswith("this does not show cause.")


def test_gained_and_lost_milestones_are_told_apart_by_more_than_colour():
    gait = ending(2, 2, 3, 3, 2, 2)
    reached = tuple(milestones_of({"gait": gait}, None))
    lines = milestones_in_words(facts_of(course(gait=gait, milestones=reached)))
    texts = [plain(line) for line in lines]
    assert "▲ pushes with the hind legs: first seen Tue 17 Nov" in texts
    assert "▼ rump off the floor: lost since Sat 21 Nov, first seen Thu 19 Nov" in texts


def test_a_column_of_several_nights_is_explained():
    assert columns_in_words(nights_up_to(LAST, 30), 30) == ""
    assert columns_in_words(nights_up_to(LAST, 90), 70).startswith("A column stands for 1 or 2")


def test_years_are_named_where_the_span_leaves_them_open():
    span = 400
    weights = {LAST - timedelta(days=399): 110.0, LAST: 120.0}
    assert "Sun 22 Nov 2026" in said("weight", span, weights=weights)[0]


FORBIDDEN = re.compile(
    r"mean\b|average|recovered|% better|cured|on track|forecast|expect|will |should|pet\b|animal",
    re.IGNORECASE,
)
LEVELS = st.one_of(st.none(), st.just(UNSEEN), st.integers(0, 4))


@given(st.lists(st.tuples(LEVELS, LEVELS, LEVELS), max_size=40), st.integers(1, 400))
def test_the_words_never_promise_anything_and_never_fail(levels, nights):
    gait, left, right = (ending(*[each[place] for each in levels]) for place in range(3))
    reached = tuple(milestones_of({"gait": gait, "leg_left": left, "leg_right": right}, None))
    shown = course(nights, gait=gait, leg_left=left, leg_right=right, ate=gait, milestones=reached)
    facts = facts_of(shown)
    lines = [line for plot in PLOTS for line in words_of(facts, plot)]
    for line in [*lines, *milestones_in_words(facts)]:
        assert plain(line)
        assert not FORBIDDEN.search(plain(line)), plain(line)


@pytest.mark.parametrize("width", [20, 45, 60, 80, 120])
@pytest.mark.parametrize("nights", [1, 14, 90, 4000])
def test_a_page_keeps_to_its_width(width, nights):
    shown = course(nights, gait=LOOK, leg_left=LOOK, weights=ending(120.0), ate=LOOK)
    plots = ["gait", "legs", "weight", "minutes", "ate"]
    lines = recovery_page(Hamster("h", name="Biscuit"), shown, plots, width)
    assert max(map(line_width, lines[2:])) <= width


def test_a_page_too_narrow_for_pictures_has_the_words():
    lines = recovery_page(Hamster("h", name="Biscuit"), course(gait=LOOK), ["gait"], 19)
    assert not any("●" in plain(line) for line in lines)
    assert any("median" in plain(line) for line in lines)


def test_wrapping_keeps_words_and_roles():
    line = (Words("Gait", "bold"), Words(" median 1 → 2"), Words(" against", "muted"))
    lines = wrapped_line(line, 12)
    assert [plain(each) for each in lines] == ["Gait median", "1 → 2", "against"]
    assert lines[0][0].role == "bold"
