"""The diet reminder on a real diary: what it looks at, and that what it remembers is never old."""

from datetime import date, timedelta

import pytest

from hamdiary.services import feeding, recording, reminding
from hamdiary.services.diet_today import diet_today
from hamdiary.services.session import open_session

TONIGHT = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def biscuit(session):
    return recording.record_hamster(
        session, recording.new_hamster(), {"name": "Biscuit", "species": "syrian"}
    )


def gave(session, food, back=0, **values):
    on = TONIGHT - timedelta(days=back)
    return feeding.add_serving(session, session.hamster(), on, {"food": food, **values})


def task(session):
    found = reminding.tasks_tonight(session, session.hamster())
    return next(((each.name, each.detail) for each in found if each.key == "diet"), None)


def test_whoever_writes_no_food_down_is_not_asked(session, biscuit):
    assert diet_today(session, biscuit) is None
    assert task(session) is None


def test_a_food_that_is_due_is_asked_for_until_it_is_given(session):
    gave(session, "kale", 3)
    assert task(session) == ("Vitamin E food", "1 of 2–3 this week")
    gave(session, "red pepper")
    assert task(session) == ("Extra food", "Red bell pepper")
    recording.undo(session)
    assert task(session) == ("Vitamin E food", "1 of 2–3 this week")


def test_that_nothing_is_given_tonight_is_an_answer_too(session, biscuit):
    gave(session, "kale", 3)
    feeding.record_none_given(session, biscuit, TONIGHT)
    assert task(session) == ("Extra food", "none tonight")


def test_moist_food_is_not_asked_for_while_droppings_are_soft(session, biscuit):
    for back, food in ((9, "sunflower"), (10, "oats"), (11, "millet")):
        gave(session, food, back)
    recording.record_night(session, biscuit, TONIGHT, {"droppings": "soft"})
    found = diet_today(session, biscuit)
    assert {each.what for each in found.lacks} <= {"e", "plants"}


def test_another_window_finds_it_as_it_stands(session, biscuit, environment):
    gave(session, "kale", 3)
    diet_today(session, biscuit)
    with open_session(environment) as other:
        assert diet_today(other, biscuit).lacks[0].what == "e"
        gave(other, "red pepper")
    assert diet_today(session, biscuit).given == ("Red bell pepper",)


def test_the_next_night_asks_anew(session, biscuit, environment):
    gave(session, "red pepper")
    assert diet_today(session, biscuit).given
    environment["HAMDIARY_NOW"] = "2026-11-23T21:16:00+01:00"
    with open_session(environment) as later:
        assert diet_today(later, biscuit).given == ()


def test_it_is_skipped_for_tonight_and_rings_once(session, biscuit):
    gave(session, "kale", 3)
    assert "diet" in [each.key for each in reminding.to_ring(session, biscuit)]
    assert "diet" not in [each.key for each in reminding.to_ring(session, biscuit)]
    reminding.skip(session, biscuit, "diet", "too late")
    assert task(session) == ("Vitamin E food", "skipped tonight, too late")
