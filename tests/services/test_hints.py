"""Hints in a real diary: what opens them, what the owner does about them, and what is kept."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from hamdiary.domain.hints.hint import Urgency
from hamdiary.domain.things import NoSuchThing
from hamdiary.domain.values import BadValue
from hamdiary.knowledge.hint_words import words_of
from hamdiary.services import seen as gathering
from hamdiary.services.hints import (
    acknowledge,
    edit_note,
    hints_page,
    open_hint,
    tell_vet,
)
from hamdiary.services.recording import (
    new_hamster,
    record_hamster,
    record_night,
    record_thing,
    undo,
)
from hamdiary.services.session import open_session

SUNDAY = date(2026, 11, 22)


@pytest.fixture
def biscuit(session):
    facts = {"name": "Biscuit", "onset": ago(60), "cause": "injury", "vet_phone": "01234 5678"}
    return record_hamster(session, new_hamster(), facts)


def ago(days):
    return SUNDAY - timedelta(days=days)


def night(session, hamster, back=0, **values):
    record_night(session, hamster, ago(back), values)


def opened(session, hamster):
    return {each.hint.key: each.hint.urgency for each in hints_page(session, hamster).opened}


def medicine(session, hamster, **values):
    usual = {"name": "Syrup", "times": "21:00", "starts": ago(3), "days": 20.0}
    record_thing(session, "medicine", f"{hamster.id}/m1", {**usual, **values})


def dose(session, hamster, back, status):
    due = f"{ago(back)}T21:00"
    when = datetime(2026, 11, 22, 20, tzinfo=UTC) - timedelta(days=back)
    values = {"status": status, "evening": ago(back), "at_utc": when}
    record_thing(session, "dose", f"{hamster.id}/m1/{due}", values)


# What opens


def test_an_empty_diary_has_no_open_hint(session, biscuit):
    page = hints_page(session, biscuit)
    assert (page.opened, page.notes, page.most_urgent) == ((), (), None)


def test_a_hint_is_open_the_moment_its_value_is_entered(session, biscuit):
    night(session, biscuit, 1, gait=3)
    assert hints_page(session, biscuit).most_urgent is None
    night(session, biscuit, gait=1)
    page = hints_page(session, biscuit)
    assert page.most_urgent is Urgency.NOW
    assert [each.hint.key for each in page.opened] == ["R05"]


def test_taking_the_value_back_takes_its_hint_back(session, biscuit):
    night(session, biscuit, 1, gait=3)
    night(session, biscuit, gait=1)
    undo(session)
    assert opened(session, biscuit) == {}


def test_another_evening_can_be_asked_about(session, biscuit):
    night(session, biscuit, 1, droppings="loose")
    assert hints_page(session, biscuit, ago(2)).opened == ()
    assert hints_page(session, biscuit, ago(1)).most_urgent is Urgency.TODAY


def test_two_refused_doses_ring_the_vet(session, biscuit):
    medicine(session, biscuit)
    dose(session, biscuit, 2, "refused")
    assert opened(session, biscuit) == {}
    dose(session, biscuit, 1, "refused")
    assert opened(session, biscuit) == {"R40": Urgency.SOON}


def test_doses_that_were_over_before_the_course_was_written_down_were_not_missed(session, biscuit):
    medicine(session, biscuit, starts=ago(9))
    assert opened(session, biscuit) == {}


def test_doses_that_nobody_recorded_are_missed_once_their_time_is_over(session, biscuit, at):
    medicine(session, biscuit, starts=SUNDAY)
    at("2026-11-23T21:30:00")
    assert opened(session, biscuit) == {}
    at("2026-11-24T09:05:00")
    assert opened(session, biscuit) == {"R40": Urgency.SOON}


def test_an_antibiotic_given_before_it_was_written_down_counts_all_the_same(session, biscuit):
    night(session, biscuit, 1, droppings="normal")
    medicine(session, biscuit, starts=ago(4), antibiotic="yes")
    night(session, biscuit, droppings="soft")
    assert opened(session, biscuit)["R14"] is Urgency.NOW


def test_a_fall_that_was_written_down_counts(session, biscuit):
    record_thing(session, "happening", f"{biscuit.id}/h1", {"what": "fall", "on_day": SUNDAY})
    night(session, biscuit, 1, gait=4)
    night(session, biscuit, gait=3)
    assert opened(session, biscuit) == {"R05": Urgency.NOW}


def test_a_visit_to_come_is_no_visit_and_one_that_has_been_is(session, at):
    facts = {"name": "Pip", "onset": ago(2), "onset_speed": "sudden"}
    pip = record_hamster(session, new_hamster(), facts)
    visit = {"what": "vet_visit", "on_day": SUNDAY, "at": "22:00"}
    record_thing(session, "happening", f"{pip.id}/h1", visit)
    assert hints_page(session, pip).seen.vet_saw_on is None
    assert opened(session, pip)["R05"] is Urgency.NOW
    at("22:05")
    assert hints_page(session, pip).seen.vet_saw_on == SUNDAY


def test_a_course_that_runs_is_treatment_since_its_first_night(session, biscuit):
    medicine(session, biscuit, starts=ago(15))
    assert hints_page(session, biscuit).seen.treated_since == ago(15)
    medicine(session, biscuit, stopped=ago(2))
    assert hints_page(session, biscuit).seen.treated_since is None


def test_none_that_was_added_the_next_day_is_a_whole_night_old(session, biscuit, at):
    night(session, biscuit, 1, droppings="none")
    night(session, biscuit, droppings="none")
    assert "R19" in opened(session, biscuit)


def test_none_in_two_nights_only_hours_apart_is_not_yet_none_for_a_day(session, biscuit, at):
    at("2026-11-22T11:30:00")
    record_night(session, biscuit, ago(1), {"droppings": "none"})
    at("2026-11-22T20:00:00")
    night(session, biscuit, droppings="none")
    assert "R19" not in opened(session, biscuit)


# Long diaries


def fill(session, hamster, nights, **values):
    for back in range(nights, -1, -1):
        night(session, hamster, back, **values)


def test_a_sign_that_was_always_there_is_never_new(session, biscuit):
    fill(session, biscuit, 130, sign_tilt="yes")
    assert opened(session, biscuit) == {}


def test_of_a_long_diary_the_last_nights_and_the_first_weights_are_read(session, biscuit):
    fill(session, biscuit, 130, weight_g=118.0, gait=3)
    found = gathering.gathered(session, biscuit, SUNDAY)
    assert found.since == ago(gathering.NIGHTS - 1)
    assert len(found.seen.nights) == gathering.NIGHTS + gathering.NIGHTS_BEFORE + 3
    assert (found.seen.nights[0].weight_g, found.seen.nights[0].gait) == (118.0, None)


def test_what_a_vet_was_told_once_for_all_is_remembered_for_good(session, at):
    facts = {"name": "Pip", "species": "syrian", "sex": "male", "born": ago(330),
             "onset": ago(150), "onset_speed": "weeks"}  # fmt: skip
    pip = record_hamster(session, new_hamster(), facts)
    visit = {"what": "vet_visit", "on_day": ago(149)}
    record_thing(session, "happening", f"{pip.id}/h1", visit)
    at(f"{ago(125)}T21:16:00")
    record_night(session, pip, ago(125), {"gait": 3})
    tell_vet(session, pip, open_hint(session, pip, "R37"))
    at("21:16")
    fill(session, pip, 120, gait=3)
    assert "R37" not in opened(session, pip)


# What is kept from one look to the next


def fresh(environment, hamster):
    with open_session(environment) as session:
        return hints_page(session, hamster).opened


def test_what_is_kept_says_what_a_first_look_would_say(session, biscuit, environment):
    dice = Random(6)
    for _ in range(60):
        name, choices = dice.choice(
            [("gait", (None, 0, 1, 2, 3, 4, 5)), ("droppings", (None, "none", "soft", "loose")),
             ("ate", (None, "none", "half", "all")), ("weight_g", (None, 90.0, 118.0)),
             ("sign_tilt", (None, "yes", "no"))]
        )  # fmt: skip
        back = dice.choice((0, 0, 0, 1, 2))
        night(session, biscuit, back, **{name: dice.choice(choices)})
        page = hints_page(session, biscuit)
        if page.opened and dice.random() < 0.2:
            kind = dice.choice((acknowledge, tell_vet))
            kind(session, biscuit, dice.choice([e for e in page.opened if e.hint.rule != "R45"]))
        if dice.random() < 0.2:
            undo(session)
        assert hints_page(session, biscuit).opened == fresh(environment, biscuit)


def test_another_s_night_changes_nothing(session, biscuit):
    other = record_hamster(session, new_hamster(), {"name": "Pip"})
    page = hints_page(session, biscuit)
    night(session, other, gait=0)
    assert hints_page(session, biscuit).opened == page.opened


# What the owner does


@pytest.fixture
def loose(session, biscuit):
    night(session, biscuit, droppings="loose")
    return open_hint(session, biscuit, "1")


def test_a_hint_that_the_vet_was_told_of_is_not_open_any_more(session, biscuit, loose):
    note = tell_vet(session, biscuit, loose, who="AK", said="come in at nine")
    assert opened(session, biscuit) == {}
    assert hints_page(session, biscuit).notes == (note,)
    assert (note.kind, note.urgency, note.evening, note.who) == ("told", "today", SUNDAY, "AK")


def test_telling_is_taken_back_by_undo(session, biscuit, loose):
    tell_vet(session, biscuit, loose)
    undo(session)
    assert opened(session, biscuit) == {"R18": Urgency.TODAY}


def test_what_the_vet_said_can_be_added_later(session, biscuit, loose):
    note = edit_note(session, tell_vet(session, biscuit, loose), {"said": "warm, and come in"})
    assert hints_page(session, biscuit).notes[0] == note
    assert opened(session, biscuit) == {}


def test_who_rang_before_it_was_recorded_told_the_vet_of_it(session, biscuit, loose):
    tell_vet(session, biscuit, loose, datetime(2026, 11, 22, 19, 0, tzinfo=UTC))
    assert opened(session, biscuit) == {}


def test_a_call_in_the_morning_counts_for_what_was_recorded_in_the_evening(session, biscuit, loose):
    note = tell_vet(session, biscuit, loose, datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
    assert note.evening == SUNDAY
    assert opened(session, biscuit) == {}


def test_what_is_recorded_after_the_call_opens_it_again(session, biscuit, loose, at):
    tell_vet(session, biscuit, loose)
    at("22:30")
    night(session, biscuit, droppings="watery")
    assert opened(session, biscuit) == {"R18": Urgency.TODAY}


def test_a_call_that_is_still_to_come_is_refused(session, biscuit, loose):
    with pytest.raises(BadValue, match="still to come"):
        tell_vet(session, biscuit, loose, datetime(2026, 11, 22, 23, 0, tzinfo=UTC))


def test_seen_is_not_told(session, biscuit, loose):
    note = acknowledge(session, biscuit, loose)
    (same,) = hints_page(session, biscuit).opened
    assert same.acknowledged == note


def test_a_hint_is_found_by_number_rule_and_key(session, biscuit):
    night(session, biscuit, ate="half", weight_g=None, urine="less")
    by_number = open_hint(session, biscuit, "1")
    assert open_hint(session, biscuit, by_number.hint.key.lower()) == by_number


@pytest.mark.parametrize("name", ["R44", "7", "0", "R99", "", "-1", "¹"])
def test_a_hint_that_is_not_open_is_said_with_those_that_are(session, biscuit, name):
    night(session, biscuit, ate="half", urine="less")
    with pytest.raises(NoSuchThing, match="R44:ate"):
        open_hint(session, biscuit, name)


def test_the_words_of_a_hint_are_whole(session, biscuit, loose):
    words = words_of(loose, biscuit, hints_page(session, biscuit).seen)
    assert (words.sign, words.title) == ("!! TODAY", "Loose droppings")
    assert words.seen_lines == ("Droppings loose on Sun 22 Nov",)
    assert words.how_soon.startswith("Be seen by a vet today")
    assert words.what_to_tell[0] == "It is about a hamster, called Biscuit."
    assert words.source and words.sure and words.why and words.meanwhile
