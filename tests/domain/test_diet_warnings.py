"""What is said before a serving is stored."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hamdiary.domain.diet_warnings import is_new, warnings_before
from hamdiary.domain.foods import Serving
from hamdiary.domain.measures import measures_of
from hamdiary.knowledge.diet_words import RING_A_VET, warning_in_words
from hamdiary.knowledge.food_search import recognise
from hamdiary.knowledge.foods import foods
from hamdiary.knowledge.sources import key_of, sources

EVENING = date(2026, 11, 22)
FOODS = foods()


def gave(food, nights_ago=0, **values):
    evening = EVENING - timedelta(days=nights_ago)
    return Serving(f"h/{food}{nights_ago}", "h", evening=evening, food=food, **values)


def told(serving, *others, species="syrian", droppings="normal"):
    return warnings_before(serving, FOODS, others, species, droppings)


def kinds(serving, *others, **settings):
    return [each.kind for each in told(serving, *others, **settings)]


def test_a_usual_serving_needs_no_word():
    before = gave("broccoli", 9)
    assert kinds(gave("broccoli", grams=0.5), before) == []


@pytest.mark.parametrize("typed", ["Chocolate", "cocoa", "spring onions", "Eggplant", "potato"])
def test_a_possibly_poisonous_food_under_any_name_is_a_matter_for_now(typed):
    (warning,) = told(gave(recognise(typed).slug))
    assert (warning.kind, warning.urgency) == ("possibly_poisonous", "now")
    assert RING_A_VET in warning_in_words(warning)


def test_if_none_of_it_was_eaten_it_is_a_note():
    (warning,) = told(gave("chocolate", eaten="none"))
    assert warning.urgency == "note"
    assert RING_A_VET not in warning_in_words(warning)


def test_an_unsuitable_food_is_a_note():
    (warning,) = told(gave("orange"))
    assert (warning.kind, warning.urgency) == ("unsuitable", "note")


@pytest.mark.parametrize(
    ("food", "kind"),
    [("cod-liver-oil", "vet_only"), ("almond", "off_by_default"), ("grape", "off_by_default"),
     ("white-mushroom", "off_by_default"), ("parsley", "disputed")],
)  # fmt: skip
def test_foods_for_the_vet_and_disputed_ones_are_told(food, kind):
    assert kinds(gave(food)) == [kind]


@pytest.mark.parametrize("species", ["campbell", "winter_white", "hybrid", "chinese"])
@pytest.mark.parametrize("food", ["apple", "strawberry", "sweetcorn"])
def test_sugar_is_not_for_dwarfs(food, species):
    assert "not_for_dwarfs" in kinds(gave(food), species=species)
    assert "not_for_dwarfs" not in kinds(gave(food))


@pytest.mark.parametrize("droppings", ["soft", "loose", "watery"])
def test_moist_food_is_advised_against_while_droppings_are_soft_or_looser(droppings):
    assert kinds(gave("cucumber"), droppings=droppings) == ["moist_while_soft"]
    assert kinds(gave("oats"), droppings=droppings) == []


@pytest.mark.parametrize("droppings", ["normal", "few", "none", None])
def test_other_droppings_do_not_stop_moist_food(droppings):
    assert kinds(gave("cucumber"), droppings=droppings) == []


def test_more_than_a_portion_and_more_than_a_night_are_told():
    (portion,) = told(gave("rainbow-trout", grams=0.8))
    assert (portion.kind, portion.amount, portion.limit) == ("over_portion", 0.8, 0.5)
    (night,) = told(gave("egg", grams=0.8), gave("courgette", grams=0.4), gave("courgette", 9))
    assert (night.kind, night.amount, night.limit) == ("over_night", 1.2, 1.0)


def test_an_absurd_amount_is_told_and_not_refused():
    assert "over_portion" in kinds(gave("egg", grams=80))


def test_a_frequency_is_kept_in_any_seven_nights():
    (often,) = told(gave("spinach"), gave("spinach", 6))
    assert (often.kind, often.amount, often.limit) == ("too_often", 2, 1)
    assert kinds(gave("spinach"), gave("spinach", 7)) == []
    assert kinds(gave("spinach"), gave("spinach", -3)) == ["too_often"]


def test_a_refused_serving_does_not_count_as_given():
    assert kinds(gave("spinach"), gave("spinach", 6, eaten="none")) == []


def test_a_serving_that_is_edited_is_not_counted_twice():
    stored = gave("spinach", grams=0.6)
    assert kinds(replace(stored, grams=0.7), stored) == []


def test_a_second_new_food_on_one_night_is_too_soon():
    assert kinds(gave("kale"), gave("courgette")) == ["new_too_soon"]
    assert kinds(gave("kale"), gave("courgette"), gave("kale", 9)) == []
    assert kinds(gave("kale"), gave("courgette", 1)) == []


def test_the_owner_knows_best_what_is_new():
    assert kinds(gave("kale", first_time="no"), gave("courgette")) == []
    assert not is_new(gave("kale", first_time="no"), [])
    assert is_new(gave("kale", first_time="yes"), [gave("kale", 9)])


def test_a_food_that_is_not_known_needs_no_word():
    assert recognise("grandma's cake") is None
    assert told(gave("grandma's cake")) == ()


def test_a_serving_without_food_or_evening_needs_no_word():
    assert told(Serving("h/1", "h")) == ()
    assert told(Serving("h/1", "h", food="spinach")) == ()


@pytest.mark.parametrize("slug", FOODS)
@pytest.mark.parametrize("species", ["syrian", "campbell", None])
def test_every_warning_has_words_and_a_source_that_is_known(slug, species):
    serving = gave(slug, grams=3.0)
    others = [gave(slug, 1), gave(slug, 2), gave("egg", grams=1.0)]
    for warning in told(serving, *others, species=species, droppings="soft"):
        assert key_of(warning.source) in sources()
        words = warning_in_words(warning)
        assert FOODS[slug].name in words or warning.kind == "over_night"
        assert "{" not in words and "None" not in words


def test_a_serving_declares_its_measures():
    assert list(measures_of(Serving)) == [
        "evening", "food", "grams", "amount_words", "eaten", "liking", "first_time", "note",
    ]  # fmt: skip
