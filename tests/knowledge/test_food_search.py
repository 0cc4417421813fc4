"""Foods are found by any of their names, and never foods also where they hide."""

import time
import timeit

import pytest

from hamdiary.knowledge.food_search import nearest, recognise, search_foods
from hamdiary.knowledge.foods import foods


def found(typed):
    return [food.slug for food in search_foods(typed)]


@pytest.mark.parametrize(
    ("typed", "slug"),
    [("zucchini", "courgette"), ("capsicum", "red-bell-pepper"), ("bell pepper", "red-bell-pepper"),
     ("eggplant", "aubergine-leaf"), ("Aubergine", "aubergine-leaf"), ("bok choy", "pak-choi"),
     ("linseed", "flaxseed"), ("groundnut", "peanut"), ("COS LETTUCE", "romaine-lettuce"),
     ("Zúcchini", "courgette"), ("cod liver oil", "cod-liver-oil"), ("Cod-Liver-Oil",
     "cod-liver-oil"), ("corn", "sweetcorn"), ("yoghurt", "yogurt"), ("candy", "sweets")],
)  # fmt: skip
def test_other_names_are_the_same_food(typed, slug):
    assert recognise(typed).slug == slug
    assert found(typed)[0] == slug


@pytest.mark.parametrize(
    ("plural", "slug"),
    [("tomatoes", "tomato"), ("raspberries", "raspberry"), ("dandelion leaves", "dandelion-leaf"),
     ("walnuts", "walnut"), ("kiwis", "kiwi"), ("radishes", None)],
)  # fmt: skip
def test_a_plural_is_the_same_food(plural, slug):
    assert getattr(recognise(plural), "slug", None) == slug


def test_every_name_of_a_food_finds_it():
    for food in foods().values():
        for name in (food.name, food.slug, *food.other_names):
            assert food.slug in found(name), name


def test_the_beginning_of_a_name_goes_before_a_later_word_and_before_other_names():
    assert found("pea")[0] in ("peanut", "peanut-butter", "pear", "green-peas")
    assert found("pot")[0] == "raw-potato"
    assert found("potato").index("raw-potato") < found("potato").index("sweet-potato")


def test_an_exact_name_goes_first():
    assert found("apple")[0] == "apple"
    assert found("egg")[0] == "egg"


@pytest.mark.parametrize(
    ("typed", "slug"),
    [("brocolli", "broccoli"), ("spinich", "spinach"), ("choclate", "chocolate"),
     ("avacado", "avocado"), ("tunra", "tuna"), ("onoin", "onion")],
)  # fmt: skip
def test_a_slip_of_the_finger_still_finds_the_food(typed, slug):
    assert slug in found(typed)
    assert slug in [food.slug for food in nearest(typed)]


@pytest.mark.parametrize(
    ("typed", "slug"),
    [("dark chocolate", "chocolate"), ("fried onions", "onion"), ("garlic bread", "garlic")],
)
def test_a_never_food_under_more_words_is_among_the_nearest(typed, slug):
    assert recognise(typed) is None
    assert nearest(typed)[0].slug == slug


def test_a_name_of_several_foods_is_recognised_as_none_of_them():
    assert recognise("oily fish") is None
    assert len(found("oily fish")) == 4


def test_three_nearest_at_most():
    assert len(nearest("tomatoe leav")) <= 3


@pytest.mark.parametrize("typed", ["jalapeno", "xyzzy", "🐹", "(", "'; DROP TABLE", "a" * 10_000])
def test_what_is_no_food_finds_nothing(typed):
    assert found(typed) == []
    assert recognise(typed) is None


def test_nothing_typed_is_every_food():
    assert found("  ") == list(foods())


@pytest.mark.parametrize("typed", ["c", "co", "cou", "courg", "xcourgette", "chocolade"])
def test_each_key_takes_less_than_a_frame(typed):
    search_foods(typed)
    took = timeit.repeat(lambda: search_foods(typed), timer=time.process_time, repeat=9, number=1)
    assert min(took) < 0.016
