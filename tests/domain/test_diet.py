"""The vitamin week: what is counted, what is missing, and what came too often."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.diet import vitamin_week
from hamdiary.domain.foods import Serving
from hamdiary.domain.measures import NotSeen
from hamdiary.domain.night import Night
from hamdiary.domain.servings import WEEK, latest_droppings, most_in_a_week, night_total
from hamdiary.knowledge.foods import foods

EVENING = date(2026, 11, 22)
FOODS = foods()


def ago(nights):
    return EVENING - timedelta(days=nights)


def gave(food, nights_ago, **values):
    return Serving(f"h/{food}{nights_ago}", "h", evening=ago(nights_ago), food=food, **values)


def week(*servings, none=(), species="syrian"):
    return vitamin_week(FOODS, servings, [ago(each) for each in none], EVENING, species)


def line(what, *servings, **settings):
    (found,) = [each for each in week(*servings, **settings).lines if each.what == what]
    return found


EVERY_NIGHT = range(WEEK)


def test_an_e_food_on_two_of_seven_recorded_nights_fits():
    found = line("e", gave("kale", 6), gave("red-bell-pepper", 2), none=EVERY_NIGHT)
    assert (found.count, found.standing, found.since) == (2, "fits", 2)


def test_two_e_foods_on_one_night_are_one_night():
    assert line("e", gave("kale", 3), gave("pumpkin", 3), none=EVERY_NIGHT).count == 1


def test_too_often_is_said_as_plainly_as_too_seldom():
    often = [gave("kale", each) for each in (0, 1, 2, 3)]
    assert line("e", *often, none=EVERY_NIGHT).standing == "too_often"
    assert line("e", gave("kale", 3), none=EVERY_NIGHT).standing == "too_seldom"
    eggs = [gave("egg", each) for each in (0, 2, 4)]
    assert line("d", *eggs, none=EVERY_NIGHT).standing == "too_often"
    assert line("protein", *eggs, none=EVERY_NIGHT).standing == "too_often"


def test_nights_that_are_not_recorded_may_have_held_what_is_missing():
    found = line("e", gave("kale", 3), none=(6, 5, 4, 2, 1))
    assert found.standing == "not_known"
    assert found.marks == ("none", "none", "none", "given", "none", "none", "not_recorded")


def test_one_missing_night_cannot_make_up_for_two():
    assert line("e", none=(6, 5, 4, 3, 2, 1)).standing == "too_seldom"


def test_greens_count_for_e_and_never_for_d():
    greens = [gave("kale", 1), gave("spinach", 3), gave("broccoli", 5)]
    assert line("d", *greens, none=EVERY_NIGHT).count == 0
    assert line("plants", *greens, none=EVERY_NIGHT).count == 3


def test_four_different_plant_foods_fit_and_the_same_one_four_times_does_not():
    four = [gave(food, 1) for food in ("kale", "broccoli", "courgette", "oats")]
    assert line("plants", *four, none=EVERY_NIGHT).standing == "fits"
    same = [gave("courgette", each) for each in (0, 2, 4, 6)]
    assert line("plants", *same, none=EVERY_NIGHT).count == 1


def test_what_was_refused_was_not_given_but_its_night_is_recorded():
    found = line("e", gave("kale", 3, eaten="none"))
    assert found.count == 0
    assert found.marks[3] == "none"
    assert found.since is None


def test_what_nobody_saw_eaten_is_counted_and_told():
    found = week(gave("kale", 3), gave("kale", 1, eaten="some"))
    assert found.eaten_not_recorded == 1
    assert found.lines[0].count == 2


def test_nights_before_the_week_tell_how_long_ago_only():
    found = line("d", gave("egg", 20), none=EVERY_NIGHT)
    assert (found.count, found.since) == (0, 20)


def test_nights_to_come_are_left_out():
    assert line("e", gave("kale", -1)).count == 0


def test_cod_liver_oil_and_mushrooms_do_not_make_a_d_night():
    given_off = [gave("cod-liver-oil", 1), gave("uv-mushroom", 2)]
    assert line("d", *given_off, none=EVERY_NIGHT).count == 0


def test_a_food_of_the_owners_own_word_counts_for_nothing_but_its_night_is_recorded():
    found = week(gave("grandma's cake", 1))
    assert [each.count for each in found.lines] == [0, 0, 0, 0]
    assert ago(1) not in found.not_recorded
    assert found.foods[0].food == "grandma's cake" and found.foods[0].most is None


def test_a_food_more_often_than_its_own_frequency_is_told():
    (spinach,) = week(gave("spinach", 1), gave("spinach", 5)).foods
    assert (spinach.times, spinach.most, spinach.too_often, spinach.since) == (2, 1, True, 1)


def test_the_frequency_is_that_of_the_species():
    twice = [gave("carrot", 1), gave("carrot", 5)]
    assert not week(*twice).foods[0].too_often
    assert week(*twice, species="campbell").foods[0].too_often


@pytest.mark.parametrize(
    ("species", "grams", "over"),
    [("syrian", 1.0, False), ("syrian", 1.1, True), ("campbell", 0.5, False),
     ("roborovski", 0.6, True), ("chinese", 0.6, True), (None, 1.0, False)],
)  # fmt: skip
def test_a_night_has_its_limit_in_grams(species, grams, over):
    total = night_total(FOODS, [gave("egg", 0, grams=grams)], EVENING, species)
    assert total.is_over is over


def test_watery_leaves_count_by_half():
    assert not night_total(FOODS, [gave("kale", 0, grams=2.0)], EVENING, "syrian").is_over
    assert night_total(FOODS, [gave("carrot", 0, grams=2.0)], EVENING, "syrian").is_over


def test_a_serving_without_grams_is_not_nothing():
    total = night_total(FOODS, [gave("kale", 0, amount_words="1 leaf")], EVENING, "syrian")
    assert (total.grams, total.unweighed) == (0.0, 1)


def test_many_small_grams_do_not_make_a_night_too_much_by_rounding():
    ten = [gave(f"egg{each}", 0, grams=0.1) for each in range(10)]
    assert not night_total(FOODS, ten, EVENING, "syrian").is_over


def test_the_last_droppings_seen_count_and_a_night_without_a_look_changes_nothing():
    nights = [
        Night("h", ago(3), droppings="soft"),
        Night("h", ago(2), droppings=NotSeen.NOT_CHECKED),
        Night("h", ago(1)),
        Night("h", ago(-1), droppings="normal"),
    ]
    assert latest_droppings(nights, EVENING) == "soft"
    assert latest_droppings([], EVENING) is None
    assert latest_droppings([*nights, Night("h", EVENING, droppings="normal")], EVENING) == "normal"


def test_any_seven_nights_that_hold_the_evening_are_looked_at():
    assert most_in_a_week([ago(6), ago(0)], EVENING) == 2
    assert most_in_a_week([ago(7), ago(0)], EVENING) == 1
    assert most_in_a_week([ago(-3), ago(3), ago(0)], EVENING) == 3
    assert most_in_a_week([ago(-4), ago(3), ago(0)], EVENING) == 2


SERVINGS = st.lists(
    st.builds(
        Serving,
        id=st.uuids().map(lambda each: f"h/{each}"),
        hamster=st.just("h"),
        evening=st.integers(-3, 20).map(ago) | st.none(),
        food=st.sampled_from([*FOODS, "grandma's cake"]) | st.none(),
        grams=st.none() | st.floats(0, 3),
        eaten=st.sampled_from([None, "all", "some", "none"]),
    ),
    max_size=25,
)


@given(SERVINGS, st.sets(st.integers(0, 20)))
def test_a_missing_night_is_never_counted_as_none(servings, none):
    found = week(*servings, none=none)
    recorded = {each.evening for each in servings} | {ago(each) for each in none}
    for each in found.lines:
        for on, mark in zip(found.evenings, each.marks, strict=True):
            assert (mark == "not_recorded") == (on not in recorded)
    assert set(found.not_recorded) == set(found.evenings) - recorded


@given(SERVINGS)
def test_without_a_single_record_of_none_nothing_is_too_seldom_unless_all_is_known(servings):
    found = week(*servings)
    possible = len(found.not_recorded)
    for each in found.lines:
        if each.standing == "too_seldom" and each.what != "plants":
            assert each.count + possible < each.target.low
        if each.standing == "too_seldom" and each.what == "plants":
            assert possible == 0
