"""What is unlikely is asked about once; what is possible is never asked about."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.hamster import Hamster, Species
from hamdiary.domain.hamster_questions import hamster_questions
from hamdiary.domain.measures import NotSeen, Quantity, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.questions import (
    WEIGHT_LIMITS_G,
    evening_questions,
    gait_and_legs,
    night_questions,
)

TONIGHT = date(2026, 11, 22)
SYRIAN = Hamster("h", name="Biscuit", species="syrian")
LEVELS = st.integers(0, 5)
LEG_LEVELS = st.integers(0, 4)


def scored(gait, left, right):
    return Night("h", TONIGHT, gait=gait, leg_left=left, leg_right=right)


def asked_about_weight(grams, hamster=SYRIAN, before=()):
    night = Night("h", TONIGHT, weight_g=grams)
    return night_questions(night, {"weight_g"}, hamster, list(before))


def weighed(grams, back=1, **more):
    return Night("h", TONIGHT - timedelta(days=back), weight_g=grams, **more)


def texts(questions):
    return [question.text for question in questions]


# Gait and legs (domain §1.4)

FITTING = [
    (0, 0, 0),
    (1, 1, 0),
    (1, 0, 1),
    (1, 1, 1),
    (2, 0, 0),
    (2, 2, 2),
    (2, 2, 1),
    (3, 2, 0),
    (3, 0, 2),
    (3, 4, 4),
    (4, 2, 0),
    (4, 4, 0),
    (5, 3, 3),
    (5, 4, 4),
]
NOT_FITTING = [
    (0, 1, 0),
    (0, 0, 1),
    (1, 0, 0),
    (1, 2, 1),
    (1, 1, 2),
    (2, 3, 2),
    (2, 0, 3),
    (3, 1, 1),
    (3, 0, 0),
    (4, 1, 1),
    (4, 0, 1),
    (5, 2, 3),
    (5, 4, 2),
]


@pytest.mark.parametrize(("gait", "left", "right"), FITTING)
def test_a_gait_that_fits_its_legs_is_not_asked_about(gait, left, right):
    assert gait_and_legs(scored(gait, left, right)) == []


@pytest.mark.parametrize(("gait", "left", "right"), NOT_FITTING)
def test_a_gait_that_does_not_fit_its_legs_is_asked_about_once(gait, left, right):
    (question,) = gait_and_legs(scored(gait, left, right))
    assert question.fields == ("gait", "leg_left", "leg_right")
    assert question.text.startswith(f"Gait {gait} with legs {left} and {right}: ")
    assert question.text.endswith("Keep it?")


UNKNOWN = pytest.mark.parametrize("unknown", [None, NotSeen.NOT_SEEN])


@UNKNOWN
@pytest.mark.parametrize(("gait", "left", "right"), NOT_FITTING)
def test_nothing_is_asked_while_the_gait_or_both_legs_are_unknown(gait, left, right, unknown):
    assert gait_and_legs(replace(scored(gait, left, right), gait=unknown)) == []
    assert gait_and_legs(scored(gait, unknown, unknown)) == []


CONTRADICTED = {0: {1, 2, 3, 4}, 1: {2, 3, 4}, 2: {3, 4}, 3: set(), 4: set(), 5: {0, 1, 2}}
"""Levels of one leg that contradict a gait whatever the other one does (domain §1.4)."""


@UNKNOWN
@given(gait=LEVELS, level=LEG_LEVELS)
def test_one_leg_is_asked_about_where_no_other_one_could_make_it_fit(unknown, gait, level):
    left, right = scored(gait, level, unknown), scored(gait, unknown, level)
    assert bool(gait_and_legs(left)) == bool(gait_and_legs(right)) == (level in CONTRADICTED[gait])


def test_the_question_about_one_leg_names_that_leg():
    (question,) = gait_and_legs(scored(5, None, 0))
    assert question.fields == ("gait", "leg_right")
    assert question.text == "Gait 5 with right leg 0: at gait 5 both legs are 3 or more. Keep it?"


@given(LEVELS, LEG_LEVELS, LEG_LEVELS)
def test_left_and_right_are_asked_about_alike(gait, left, right):
    one, other = scored(gait, left, right), scored(gait, right, left)
    assert bool(gait_and_legs(one)) == bool(gait_and_legs(other))


@given(LEVELS, LEG_LEVELS, LEG_LEVELS)
def test_the_rules_are_those_that_domain_1_4_says_aloud(gait, left, right):
    expected = {
        0: left == right == 0,
        1: max(left, right) == 1,
        2: left <= 2 and right <= 2,
        3: left >= 2 or right >= 2,
        4: left >= 2 or right >= 2,
        5: left >= 3 and right >= 3,
    }
    assert bool(gait_and_legs(scored(gait, left, right))) == (not expected[gait])


@pytest.mark.parametrize("changed", ["gait", "leg_left", "leg_right"])
def test_changing_any_of_the_three_asks(changed):
    assert night_questions(scored(3, 1, 1), {changed}, SYRIAN, [])


def test_a_gait_that_was_kept_with_one_leg_is_not_asked_about_again_with_the_other():
    assert night_questions(scored(0, 2, None), {"leg_left"}, SYRIAN, [])
    assert night_questions(scored(0, 2, 1), {"leg_right"}, SYRIAN, []) == []
    assert night_questions(scored(0, 2, 1), {"leg_left", "leg_right"}, SYRIAN, [])
    assert night_questions(scored(0, 2, 1), {"gait"}, SYRIAN, [])


def test_scores_that_were_not_changed_are_not_asked_about_again():
    assert night_questions(scored(0, 4, 4), {"ate", "weight_g"}, SYRIAN, []) == []


# Weights

LIMITS = [
    ("syrian", 60, 260),
    ("winter_white", 15, 80),
    ("campbell", 15, 80),
    ("hybrid", 15, 80),
    ("roborovski", 12, 50),
    ("chinese", 18, 70),
    ("unknown_dwarf", 12, 80),
    (None, 12, 260),
]


@pytest.mark.parametrize(("species", "low", "high"), LIMITS)
def test_a_weight_at_the_limits_of_its_species_is_not_asked_about(species, low, high):
    hamster = Hamster("h", species=species)
    assert asked_about_weight(float(low), hamster) == []
    assert asked_about_weight(float(high), hamster) == []


@pytest.mark.parametrize(("species", "low", "high"), LIMITS)
def test_a_weight_just_outside_the_limits_of_its_species_is_asked_about(species, low, high):
    hamster = Hamster("h", species=species)
    assert texts(asked_about_weight(high + 0.1, hamster))
    assert texts(asked_about_weight(low - 0.1, hamster))


def test_every_species_has_its_limits():
    assert set(WEIGHT_LIMITS_G) == set(Species.__args__)


@pytest.mark.parametrize(
    ("typed", "meant"), [(1184.0, 118.4), (11.8, 118.0), (4730.0, None), (9000.0, 90.0)]
)
def test_a_slipped_decimal_point_is_guessed(typed, meant):
    (question,) = asked_about_weight(typed)
    assert question.instead == meant


def test_the_question_about_a_slip_names_both_weights():
    (question,) = asked_about_weight(1184.0)
    assert question.text == "1184 g: did you mean 118.4 g?"
    assert question.fields == ("weight_g",)


def test_no_guess_is_made_that_is_far_from_the_last_weight():
    (question,) = asked_about_weight(1184.0, before=[weighed(200.0)])
    assert (question.text, question.instead) == (
        "1184 g is unusual for this hamster. Keep it?",
        None,
    )


def test_a_guess_may_be_thirty_per_cent_from_the_last_weight_and_no_more():
    assert asked_about_weight(1300.0, before=[weighed(100.0)])[0].instead == 130.0
    assert asked_about_weight(1301.0, before=[weighed(100.0)])[0].instead is None


def test_without_a_last_weight_the_usual_one_judges_the_guess():
    heavy = replace(SYRIAN, usual_weight_g=200.0)
    assert asked_about_weight(1184.0, heavy)[0].instead is None
    assert asked_about_weight(1184.0, replace(SYRIAN, usual_weight_g=120.0))[0].instead == 118.4


@pytest.mark.parametrize("grams", [130.0, 70.0, 100.0])
def test_a_jump_of_thirty_per_cent_is_not_asked_about(grams):
    assert asked_about_weight(grams, before=[weighed(100.0)]) == []


@pytest.mark.parametrize("grams", [130.1, 69.9])
def test_a_jump_of_more_than_thirty_per_cent_is_asked_about(grams):
    (question,) = asked_about_weight(grams, before=[weighed(100.0)])
    assert question.text == f"{grams} g after 100 g the last time. Keep it?"


def test_a_jump_is_measured_from_the_latest_weighing_before_the_night():
    before = [weighed(100.0, 3), Night("h", TONIGHT - timedelta(days=1)), weighed(150.0, 2)]
    assert asked_about_weight(150.0, before=before) == []


def test_a_weighing_of_the_same_or_a_later_night_is_no_last_weight():
    assert asked_about_weight(150.0, before=[weighed(80.0, 0), weighed(80.0, -1)]) == []


def test_a_last_weight_counts_for_fourteen_nights():
    assert asked_about_weight(150.0, before=[weighed(100.0, 14)])
    assert asked_about_weight(150.0, before=[weighed(100.0, 15)]) == []


def test_a_weight_of_zero_is_asked_about():
    (question,) = asked_about_weight(0.0)
    assert (question.text, question.instead) == (
        "0 g is unusual for this hamster. Keep it?",
        None,
    )


def test_a_weight_that_is_taken_away_is_not_asked_about():
    assert asked_about_weight(None, before=[weighed(100.0)]) == []


@given(st.floats(0, 5000), st.none() | st.floats(0, 300), st.sampled_from(LIMITS))
def test_at_most_one_question_is_asked_about_a_weight_and_its_guess_is_likely(grams, last, limits):
    species, low, high = limits
    before = [] if last is None else [weighed(round(last, 1))]
    asked = asked_about_weight(round(grams, 1), Hamster("h", species=species), before)
    assert len(asked) <= 1
    for question in asked:
        assert question.instead is None or low <= question.instead <= high


# Other amounts


@pytest.mark.parametrize("millilitres", [0.0, 0.9, 40.1, 500.0])
def test_an_unlikely_amount_of_water_is_asked_about(millilitres):
    night = Night("h", TONIGHT, water_ml=millilitres)
    (question,) = night_questions(night, {"water_ml"}, SYRIAN, [])
    assert question.fields == ("water_ml",)
    assert question.text.startswith("Water ") and question.text.endswith(" is unusual. Keep it?")


@pytest.mark.parametrize("millilitres", [1.0, 11.0, 40.0, None])
def test_a_likely_amount_of_water_is_not_asked_about(millilitres):
    night = Night("h", TONIGHT, water_ml=millilitres)
    assert night_questions(night, {"water_ml"}, SYRIAN, []) == []


def test_an_amount_that_was_not_changed_is_not_asked_about_again():
    assert night_questions(Night("h", TONIGHT, water_ml=400.0), {"ate"}, SYRIAN, []) == []


AMOUNTS_OF_A_HAMSTER = [
    name for name, each in measures_of(Hamster).items() if isinstance(each.kind, Quantity)
]


@pytest.mark.parametrize("name", AMOUNTS_OF_A_HAMSTER)
def test_an_unlikely_amount_of_a_hamster_is_asked_about(name):
    kind = measures_of(Hamster)[name].kind
    for value, questions in ((kind.low, 0), (kind.high, 0), (0.0, 1), (kind.high + 1, 1)):
        hamster = replace(SYRIAN, **{name: value})
        assert len(hamster_questions(hamster, {name}, TONIGHT)) == questions


# Days


def days_from_tonight(days):
    return TONIGHT + timedelta(days=days)


def test_tonight_and_nights_before_are_not_asked_about():
    for back in (0, 1, 400):
        assert evening_questions(days_from_tonight(-back), TONIGHT, SYRIAN) == []


def test_a_night_to_come_is_asked_about():
    assert texts(evening_questions(days_from_tonight(1), TONIGHT, SYRIAN)) == [
        "Monday 23 November 2026 is still to come. Keep it?"
    ]


def test_a_night_before_the_birth_is_asked_about_and_the_night_of_it_is_not():
    hamster = replace(SYRIAN, born=days_from_tonight(-10))
    assert evening_questions(days_from_tonight(-10), TONIGHT, hamster) == []
    assert texts(evening_questions(days_from_tonight(-11), TONIGHT, hamster)) == [
        "Wednesday 11 November 2026 is before Biscuit was born. Keep it?"
    ]


def test_a_night_after_the_diary_was_closed_is_asked_about_and_the_last_one_is_not():
    hamster = replace(SYRIAN, closed_because="died", closed_on=days_from_tonight(-2))
    assert evening_questions(days_from_tonight(-2), TONIGHT, hamster) == []
    assert texts(evening_questions(days_from_tonight(-1), TONIGHT, hamster)) == [
        "Biscuit's diary was closed on Friday 20 November 2026. Keep it?"
    ]


def test_a_hamster_without_a_name_is_still_spoken_of():
    hamster = Hamster("h", born=TONIGHT)
    (question,) = evening_questions(days_from_tonight(-1), TONIGHT, hamster)
    assert "your hamster was born" in question.text


@pytest.mark.parametrize("fact", ["born", "onset", "closed_on"])
def test_a_day_that_is_to_come_is_asked_about_and_today_is_not(fact):
    today, tomorrow = (replace(SYRIAN, **{fact: days_from_tonight(days)}) for days in (0, 1))
    assert hamster_questions(today, {fact}, TONIGHT) == []
    (question,) = hamster_questions(tomorrow, {fact}, TONIGHT)
    assert question.fields == (fact,)
    assert "still to come" in question.text


@pytest.mark.parametrize(
    ("fact", "about"), [("onset", "weakness is before"), ("closed_on", "end is before")]
)
@pytest.mark.parametrize("changed_birth", [True, False])
def test_a_day_before_the_birth_is_asked_about(fact, about, changed_birth):
    born = days_from_tonight(-50)
    same_day = replace(SYRIAN, born=born, **{fact: born})
    changed = {"born" if changed_birth else fact}
    assert hamster_questions(same_day, changed, TONIGHT) == []
    day_before = replace(same_day, **{fact: born - timedelta(days=1)})
    (question,) = hamster_questions(day_before, changed, TONIGHT)
    assert about in question.text
    assert question.fields == ("born", fact)


def test_days_that_were_kept_on_purpose_are_not_asked_about_again():
    kept = replace(SYRIAN, born=days_from_tonight(5), onset=days_from_tonight(3))
    assert hamster_questions(kept, {"name", "usual_weight_g"}, TONIGHT) == []
    closed = replace(kept, closed_on=TONIGHT, born=None)
    assert hamster_questions(closed, {"closed_on"}, TONIGHT) == []
