"""Extra food in a real diary: written down, put right, warned about, and what hints make of it."""

from datetime import date, timedelta

import pytest

from hamdiary.domain.things import NoSuchThing
from hamdiary.services import feeding, recording
from hamdiary.services.diet import diet_on
from hamdiary.services.hints import hints_page, tell_vet
from hamdiary.services.hints_of_entry import place_before
from hamdiary.storage import care

TONIGHT = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def biscuit(session):
    facts = {"name": "Biscuit", "species": "syrian", "vet_phone": "01234 5678"}
    return recording.record_hamster(session, recording.new_hamster(), facts)


@pytest.fixture
def gave(session, biscuit):
    def give(food, nights_ago=0, **values):
        evening = TONIGHT - timedelta(days=nights_ago)
        return feeding.add_serving(session, biscuit, evening, {"food": food, **values})

    return give


def asked(session, biscuit, food, nights_ago=0, **values):
    serving = feeding.new_serving(biscuit, TONIGHT - timedelta(days=nights_ago))
    told = feeding.questions_about_serving(session, biscuit, serving, {"food": food, **values})
    return " ".join(each.text for each in told)


def hints(session, biscuit):
    return {
        (each.hint.rule, each.hint.urgency.code) for each in hints_page(session, biscuit).opened
    }


# Writing down


@pytest.mark.parametrize("typed", ["Courgette", "zucchini", "ZUCCHINIS", "courgette"])
def test_a_food_is_kept_under_one_name_however_it_is_called(session, biscuit, gave, typed):
    gave(typed, grams=0.5)
    (kept,) = feeding.servings_on(session, biscuit, TONIGHT)
    assert (kept.food, kept.grams, kept.eaten) == ("courgette", 0.5, None)


def test_an_unknown_food_is_kept_as_typed(session, biscuit, gave):
    gave("Aunt Mo's biscuit", amount_words="a crumb")
    (kept,) = feeding.servings_on(session, biscuit, TONIGHT)
    assert (kept.food, kept.amount_words) == ("Aunt Mo's biscuit", "a crumb")


def test_a_serving_is_put_right_deleted_and_brought_back(session, biscuit, gave):
    first = gave("kale", grams=1.0)
    gave("egg")
    feeding.edit_serving(session, first, {"eaten": "some", "grams": 0.5})
    kept = feeding.serving_numbered(session, biscuit, TONIGHT, 1)
    assert (kept.food, kept.grams, kept.eaten) == ("kale", 0.5, "some")
    feeding.delete_serving(session, kept)
    assert [each.food for each in feeding.servings_on(session, biscuit, TONIGHT)] == ["egg"]
    recording.undo(session)
    assert len(feeding.servings_on(session, biscuit, TONIGHT)) == 2


def test_a_serving_that_says_nothing_is_refused(session, biscuit, gave):
    kept = gave("kale")
    with pytest.raises(feeding.BadServing):
        feeding.edit_serving(session, kept, {"food": None})
    with pytest.raises(feeding.BadServing):
        feeding.add_serving(session, biscuit, TONIGHT, {"grams": 1.0})
    with pytest.raises(feeding.BadServing):
        gave("kale", grams=0.0)
    with pytest.raises(NoSuchThing, match="there is no serving 3"):
        feeding.serving_numbered(session, biscuit, TONIGHT, 3)


def test_a_food_is_new_until_the_diary_has_it_however_long_ago(session, biscuit, gave):
    gave("broccoli", 400)
    gave("broccoli")
    new = gave("kale")
    gave("pumpkin flesh", first_time="no")
    marked = gave("courgette", first_time="yes")
    tonight = feeding.servings_on(session, biscuit, TONIGHT)
    assert feeding.new_ones(session, biscuit, tonight) == {new.id, marked.id}
    diet = diet_on(session, biscuit)
    assert {each.food for each in diet.tonight if diet.is_new(each)} == {"kale", "courgette"}


# Nothing given


def test_a_night_without_extras_is_recorded_and_is_not_the_same_as_not_recorded(session, biscuit):
    feeding.record_none_given(session, biscuit, TONIGHT)
    week = diet_on(session, biscuit).week
    assert week.lines[0].marks == (*["not_recorded"] * 6, "none")
    feeding.clear_none_given(session, biscuit, TONIGHT)
    assert diet_on(session, biscuit).week.lines[0].marks == ("not_recorded",) * 7


def test_nothing_given_is_refused_where_something_was(session, biscuit, gave):
    gave("kale")
    with pytest.raises(feeding.BadServing, match="1 serving is recorded"):
        feeding.record_none_given(session, biscuit, TONIGHT)


# The week


def test_the_week_counts_what_was_given_and_suggests_what_is_due(session, biscuit, gave):
    for food, back in (("kale", 6), ("egg", 3), ("red pepper", 2), ("broccoli", 5)):
        gave(food, back)
    diet = diet_on(session, biscuit)
    counts = {line.what: (line.count, line.standing) for line in diet.week.lines}
    assert counts["e"] == (2, "fits")
    assert counts["d"] == (1, "fits")
    assert counts["plants"][0] == 3
    assert 2 <= len(diet.suggested) <= 3
    assert "plants_due" in diet.suggested[0].reasons


def test_a_food_refused_twice_is_not_suggested_however_long_ago(session, biscuit, gave):
    before = {each.food for each in diet_on(session, biscuit).suggested}
    for food in before:
        gave(food, 100, eaten="none")
        gave(food, 50, eaten="none")
    assert before.isdisjoint(each.food for each in diet_on(session, biscuit).suggested)


def test_too_often_is_told_as_plainly_as_too_seldom(session, biscuit, gave):
    for back in range(5):
        gave("dandelion", back)
    week = diet_on(session, biscuit).week
    assert week.lines[0].standing == "too_often"
    assert week.foods[0].too_often


# What to ask


@pytest.mark.parametrize("typed", ["chocolate", "Cocoa", "spring onions", "eggplant", "potatoes"])
def test_a_never_food_under_any_name_is_asked_about_with_the_reason(session, biscuit, typed):
    text = asked(session, biscuit, typed)
    assert "never list: possibly poisonous" in text and "ring a vet now" in text


@pytest.mark.parametrize("typed", ["choclate", "avacado", "dark chocolate", "onoin", "Rhubab"])
def test_a_misspelt_never_food_is_asked_about_too(session, biscuit, typed):
    assert "possibly poisonous" in asked(session, biscuit, typed)


def test_an_ordinary_word_that_is_unknown_is_not_asked_about(session, biscuit):
    assert asked(session, biscuit, "rice cake") == ""


def test_moist_food_is_advised_against_while_droppings_are_soft(session, biscuit):
    assert asked(session, biscuit, "cucumber", grams=0.5) == ""
    recording.record_night(session, biscuit, TONIGHT - timedelta(days=1), {"droppings": "soft"})
    assert "stop all moist food" in asked(session, biscuit, "cucumber", grams=0.5)
    assert asked(session, biscuit, "oats") == ""


def test_dwarfs_have_their_own_portions_and_no_fruit(session, biscuit):
    assert asked(session, biscuit, "kale", grams=1.0) == ""
    assert asked(session, biscuit, "apple", grams=1.0) == ""
    dwarf = recording.record_hamster(session, biscuit, {"species": "campbell"})
    assert "0.5 g" in asked(session, dwarf, "kale", grams=1.0)
    assert "not for dwarf hamsters: sugar" in asked(session, dwarf, "apple", grams=1.0)


def test_an_absurd_amount_a_night_to_come_and_too_often_are_asked_about(session, biscuit, gave):
    assert "more than the 1 g" in asked(session, biscuit, "kale", grams=60.0)
    assert "still to come" in asked(session, biscuit, "kale", -2)
    gave("sunflower", 1)
    gave("sunflower", 2)
    gave("sunflower", 3)
    assert "4 nights in 7; 3 is the most" in asked(session, biscuit, "sunflower")


def test_putting_right_what_was_eaten_asks_nothing_again(session, biscuit, gave):
    kept = gave("chocolate")
    told = feeding.questions_about_serving(session, biscuit, kept, {"eaten": "all"})
    assert told == []


# Hints (domain §6 R13)


@pytest.mark.parametrize("eaten", [None, "some", "all"])
def test_eating_what_may_be_poisonous_is_a_hint_of_now(session, biscuit, gave, eaten):
    before = place_before(session)
    serving = gave("Cocoa", eaten=eaten)
    assert hints(session, biscuit) == {("R13", "now")}
    (hint,) = feeding.hints_of_serving(session, biscuit, serving, before, added=True)
    assert (hint.key, hint.urgency) == ("R13", "now")
    (opened,) = hints_page(session, biscuit).opened
    assert opened.hint.facts[0].value == "Chocolate"


def test_left_untouched_it_is_no_hint(session, biscuit, gave):
    gave("chocolate", eaten="none")
    assert hints(session, biscuit) == set()


@pytest.mark.parametrize("food", ["orange", "grape", "parsley", "cod liver oil", "white mushroom"])
def test_what_is_only_unsuitable_or_disputed_is_a_note(session, biscuit, gave, food):
    gave(food)
    assert hints(session, biscuit) == {("R13", "note")}


def test_it_stays_open_on_the_next_night_until_the_vet_was_told(session, biscuit, gave):
    gave("onion", 1)
    (opened,) = hints_page(session, biscuit).opened
    assert (opened.hint.rule, opened.since) == ("R13", TONIGHT - timedelta(days=1))
    tell_vet(session, biscuit, opened)
    assert hints(session, biscuit) == set()


def test_recorded_by_mistake_and_taken_back_it_is_over(session, biscuit, gave):
    gave("onion")
    recording.undo(session)
    assert hints(session, biscuit) == set()


def test_moist_food_counts_where_nothing_was_drunk(session, biscuit, gave):
    recording.record_night(session, biscuit, TONIGHT, {"water_ml": 0.0})
    assert ("R17", "today") in hints(session, biscuit)
    gave("cucumber")
    assert ("R17", "today") not in hints(session, biscuit)


def test_a_usual_food_opens_nothing_and_asks_no_rules(session, biscuit, gave):
    hints(session, biscuit)
    before = place_before(session)
    serving = gave("kale")
    assert feeding.hints_of_serving(session, biscuit, serving, before, added=True) == ()


# The usual food


def test_the_usual_food_stands_with_the_hamster_apart_from_extras(session, biscuit):
    kept = recording.record_hamster(
        session, biscuit, {"base_diet": "pellets_mix", "base_food": "Nuggets, 10 g a day"}
    )
    assert session.diary.hamster(biscuit.id) == kept
    assert care.servings(session.diary, biscuit.id, TONIGHT, TONIGHT) == []
