"""What would fit tonight: never beyond a limit, never what was refused twice."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamdiary.domain.diet_suggestions import pick_order, suggestions
from hamdiary.domain.foods import NO_FRUIT, Serving, frequency_of
from hamdiary.domain.servings import (
    SOFT,
    TARGETS,
    counts_for,
    most_in_a_week,
    night_limit,
    night_total,
    nights_of,
    taken,
)
from hamdiary.knowledge.foods import foods

EVENING = date(2026, 11, 22)
FOODS = foods()
ALL_SPECIES = ["syrian", "roborovski", None, *sorted(NO_FRUIT)]


def ago(nights):
    return EVENING - timedelta(days=nights)


def gave(food, nights_ago, **values):
    return Serving(f"h/{food}{nights_ago}", "h", evening=ago(nights_ago), food=food, **values)


def fitting(*servings, species="syrian", droppings="normal", none=range(7)):
    return suggestions(FOODS, servings, map(ago, none), EVENING, species, droppings)


def slugs(*servings, **settings):
    return [each.food for each in fitting(*servings, **settings)]


@pytest.mark.parametrize("species", ALL_SPECIES)
def test_two_or_three_foods_are_suggested_with_their_reasons(species):
    found = fitting(species=species)
    assert 2 <= len(found) <= 3
    assert all(each.reasons for each in found)


def test_what_is_due_comes_first():
    known = [gave("kale", 9), gave("broccoli", 9), gave("egg", 9), gave("courgette", 9)]
    found = fitting(*known)
    assert found[0].food == "kale" and "e_due" in found[0].reasons
    (egg,) = [each for each in found if each.food == "egg"]
    assert egg.reasons[:2] == ("d_due", "protein_due")


def test_what_came_often_enough_is_not_due():
    e_foods = [gave("kale", 1), gave("pumpkin", 3), gave("asparagus", 5)]
    found = fitting(*e_foods)
    assert not any("e_due" in each.reasons for each in found)
    assert not any(FOODS[each.food].gives_e for each in found)


def test_a_food_refused_twice_is_never_suggested_again():
    refused = [gave("egg", 30, eaten="none"), gave("egg", 10, eaten="none")]
    assert "egg" not in slugs(*refused)
    once = [gave("egg", 30, eaten="none"), gave("egg", 10, eaten="all")]
    assert "egg" in slugs(*once)


def test_a_refused_serving_does_not_use_up_the_frequency():
    assert "egg" in slugs(gave("egg", 2, eaten="none"), gave("kale", 9))


@pytest.mark.parametrize("droppings", sorted(SOFT))
@pytest.mark.parametrize("species", ALL_SPECIES)
def test_nothing_moist_while_droppings_are_soft_or_looser(species, droppings):
    found = slugs(species=species, droppings=droppings)
    assert not [slug for slug in found if FOODS[slug].is_moist]


def test_no_new_food_while_droppings_are_soft():
    assert fitting(droppings="soft") == ()
    assert slugs(gave("oats", 9), droppings="soft") == ["oats"]


def test_a_food_of_tonight_is_not_suggested_again():
    assert "egg" not in slugs(gave("egg", 0, grams=0.3))


def test_a_night_that_has_had_its_extras_gets_no_suggestion():
    assert fitting(gave("egg", 0, grams=1.0)) == ()
    assert fitting(gave("oats", 0, amount_words="a pinch")) == ()


def test_what_is_left_of_the_night_is_offered_in_grams():
    known = [gave("kale", 9), gave("pumpkin", 9)]
    found = {each.food: each for each in fitting(gave("egg", 0, grams=0.75), *known)}
    assert (found["pumpkin"].words, found["pumpkin"].grams) == ("", 0.2)
    assert found["kale"].grams == 0.5  # a watery leaf counts by half


def test_one_new_food_at_most_beside_familiar_ones():
    known = [gave(food, 9) for food in ("kale", "egg", "broccoli", "courgette")]
    assert sum(each.is_new for each in fitting(*known)) <= 1


def test_no_new_food_on_the_night_of_another_new_one():
    known = [gave("kale", 9), gave("egg", 9)]
    found = fitting(gave("asparagus", 0, grams=0.2), *known)
    assert found and not any(each.is_new for each in found)


def test_the_mark_of_the_owner_says_that_a_food_was_not_new():
    known = gave("asparagus", 0, grams=0.2, first_time="no")
    assert any(each.is_new for each in fitting(known))


def test_a_liked_food_says_so():
    (kale,) = [e for e in fitting(gave("kale", 9, liking="likes")) if e.food == "kale"]
    assert "liked" in kale.reasons


def test_disputed_foods_are_never_suggested():
    known = [gave(food, 20 + each) for each, food in enumerate(FOODS)]
    for each in range(7):
        found = suggestions(FOODS, known, [], EVENING + timedelta(each), "syrian", None)
        assert {FOODS[one.food].status for one in found} <= {"ok", "limit"}


def test_picking_offers_what_fits_then_the_latest_then_the_rest_each_once():
    servings = [gave("tuna", 3), gave("grape", 5), gave("tuna", 9), gave("cake", 1)]
    found = fitting(*servings)
    order = pick_order(FOODS, servings, found)
    assert order[: len(found)] == [each.food for each in found]
    assert order[len(found) :][:2] == ["tuna", "grape"]
    assert len(order) == len(set(order))
    assert "chocolate" not in order


HISTORY = st.lists(
    st.builds(
        Serving,
        id=st.uuids().map(lambda each: f"h/{each}"),
        hamster=st.just("h"),
        evening=st.integers(-8, 16).map(ago),
        food=st.sampled_from(list(FOODS)),
        grams=st.none() | st.floats(0, 2),
        eaten=st.sampled_from([None, "all", "some", "none"]),
        liking=st.sampled_from([None, "likes", "dislikes"]),
    ),
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(
    HISTORY,
    st.sampled_from(ALL_SPECIES),
    st.sampled_from([None, "none", "few", "normal", "soft", "loose", "watery"]),
)
def test_a_suggestion_never_exceeds_a_limit(history, species, droppings):
    for each in suggestions(FOODS, history, [], EVENING, species, droppings):
        food = FOODS[each.food]
        own = [one for one in history if one.food == each.food]
        assert food.status in ("ok", "limit")
        assert sum(one.eaten == "none" for one in own) < 2
        assert not (droppings in SOFT and food.is_moist)
        assert not (species in NO_FRUIT and food.group == "fruit")
        evenings = {one.evening for one in taken(own)} | {EVENING}
        assert most_in_a_week(evenings, EVENING) <= frequency_of(food, species).high
        after = [*history, Serving("h/x", "h", evening=EVENING, food=each.food, grams=each.grams)]
        if each.grams is not None:
            total = night_total(FOODS, after, EVENING, species)
            assert total.grams <= night_limit(species) + 1e-9
        for what, target in TARGETS.items():
            if target.high is not None and counts_for(food, what):
                assert most_in_a_week(nights_of(FOODS, after, what), EVENING) <= target.high


@settings(max_examples=60, deadline=None)
@given(HISTORY, st.sampled_from(ALL_SPECIES))
def test_suggestions_do_not_depend_on_the_order_of_the_records(history, species):
    unique = list({(one.food, one.evening): one for one in history}.values())
    forwards = suggestions(FOODS, unique, [], EVENING, species, "normal")
    assert forwards == suggestions(FOODS, unique[::-1], [], EVENING, species, "normal")
