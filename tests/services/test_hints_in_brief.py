"""What a device remembers of the open hints is never older than the diary, nor than the hour."""

from datetime import date, timedelta
from random import Random

import pytest

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.lifecycle import open_hints
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.night import Night
from hamdiary.services import hints as hints_module
from hamdiary.services.hints import acknowledge, open_hint, tell_vet
from hamdiary.services.hints_in_brief import hints_in_brief
from hamdiary.services.hints_of_entry import NORMAL, cannot_open, hints_of_entry, place_before
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
    return record_hamster(session, new_hamster(), {"name": "Biscuit", "cause": "injury"})


@pytest.fixture
def looks(session, monkeypatch):
    """Every look at the rules that is really made; the next one in another session."""
    made = []
    page = hints_module.hints_page

    def counted(session, *arguments):
        made.append(session)
        session.kept.clear()
        return page(session, *arguments)

    monkeypatch.setattr(hints_module, "hints_page", counted)
    return made


def in_brief(session, hamster):
    return [(each.key, each.urgency) for each in hints_in_brief(session, hamster)]


def loose(session, hamster):
    record_night(session, hamster, SUNDAY, {"droppings": "loose"})


def test_the_rules_are_asked_once_while_nothing_changes(session, biscuit, looks):
    loose(session, biscuit)
    for _ in range(3):
        assert in_brief(session, biscuit) == [("R18", "today")]
    assert len(looks) == 1


def test_whatever_is_recorded_or_taken_back_is_looked_at(session, biscuit, looks):
    assert in_brief(session, biscuit) == []
    loose(session, biscuit)
    assert in_brief(session, biscuit) == [("R18", "today")]
    undo(session)
    assert in_brief(session, biscuit) == []
    assert len(looks) == 3


def test_another_window_s_entry_is_looked_at(session, biscuit, environment):
    assert in_brief(session, biscuit) == []
    with open_session(environment) as other:
        loose(other, biscuit)
    assert in_brief(session, biscuit) == [("R18", "today")]


def test_another_hamster_s_entry_asks_nothing(session, biscuit, looks):
    in_brief(session, biscuit)
    pip = record_hamster(session, new_hamster(), {"name": "Pip"})
    loose(session, pip)
    in_brief(session, biscuit)
    assert len(looks) == 1


def test_at_noon_it_is_another_night(session, biscuit, looks, at):
    loose(session, biscuit)
    in_brief(session, biscuit)
    at("2026-11-23T11:59:00")
    in_brief(session, biscuit)
    assert len(looks) == 1
    at("2026-11-23T12:00:00")
    in_brief(session, biscuit)
    assert len(looks) == 2


def test_a_clock_that_was_set_back_to_another_night_is_no_hindrance(session, biscuit, looks, at):
    in_brief(session, biscuit)
    at("2026-11-21T21:00:00")
    in_brief(session, biscuit)
    assert len(looks) == 2


def test_a_dose_whose_time_passes_is_looked_at(session, biscuit, at):
    course = {"name": "Drops", "times": "09:00 15:00 21:00", "starts": SUNDAY, "days": 9.0}
    at("08:00")
    record_thing(session, "medicine", f"{biscuit.id}/m1", course)
    at("20:59")
    assert in_brief(session, biscuit) == []
    at("21:01")
    assert in_brief(session, biscuit) == [("R40", "soon")]


def test_what_another_version_remembered_is_worked_out_anew(session, biscuit, looks, monkeypatch):
    loose(session, biscuit)
    in_brief(session, biscuit)
    monkeypatch.setattr("hamdiary.services.hints_in_brief.__version__", "99")
    assert in_brief(session, biscuit) == [("R18", "today")]
    assert len(looks) == 2


@pytest.mark.parametrize("text", ["", "x", "{}", "[]", "null", '{"rules": "0.1.0", "span": 3}'])
def test_a_damaged_memory_is_worked_out_anew(session, biscuit, text):
    loose(session, biscuit)
    session.diary.remember(session.device, f"hints/{biscuit.id}", text)
    assert in_brief(session, biscuit) == [("R18", "today")]


def test_a_closed_diary_has_no_open_hint(session, biscuit):
    loose(session, biscuit)
    closed = record_hamster(session, biscuit, {"closed_because": "died"})
    assert in_brief(session, closed) == []


def test_a_note_is_looked_at_and_says_until_when_it_is_silent(session, biscuit):
    loose(session, biscuit)
    acknowledge(session, biscuit, open_hint(session, biscuit, "R18"))
    (brief,) = hints_in_brief(session, biscuit)
    assert f"{brief.again:%H:%M}" == "00:16"
    tell_vet(session, biscuit, open_hint(session, biscuit, "R18"))
    assert in_brief(session, biscuit) == []


def test_now_is_never_silent(session, biscuit):
    record_night(session, biscuit, SUNDAY, {"sign_seizure": "yes"})
    acknowledge(session, biscuit, open_hint(session, biscuit, "R04"))
    (brief,) = hints_in_brief(session, biscuit)
    assert (brief.urgency, brief.again) == ("now", None)


def test_it_says_when_what_feeds_it_was_recorded(session, biscuit, at):
    at("20:05")
    loose(session, biscuit)
    at("21:16")
    (brief,) = hints_in_brief(session, biscuit)
    assert f"{brief.at:%H:%M}" == "19:05"


# After an entry


def entered(session, hamster, evening=SUNDAY, **values):
    before = place_before(session)
    record_night(session, hamster, evening, values)
    return [each.key for each in hints_of_entry(session, hamster, evening, values, before)]


def test_an_entry_says_the_hints_that_it_feeds_and_no_others(session, biscuit):
    assert entered(session, biscuit, droppings="loose", ate="most") == ["R18"]
    assert entered(session, biscuit, sign_sore="yes") == ["R26"]
    assert entered(session, biscuit, ate="half") == ["R44:ate"]


def test_what_is_said_begins_at_watch_and_a_note_waits_in_the_list(session, biscuit):
    """WATCH asks for a second look at the log itself within 12 to 24 hours: said nowhere but in
    the list it would become SOON before anybody looked. A NOTE is for the next visit."""
    assert entered(session, biscuit, ate="half") == ["R44:ate"]
    for back in range(12, 0, -1):
        evening = SUNDAY - timedelta(days=back)
        record_night(session, biscuit, evening, {"weight_g": 120.0, "pouches_empty": "yes"})
    assert entered(session, biscuit, weight_g=133.0, pouches_empty="yes") == []
    assert ("R34", "note") in in_brief(session, biscuit)


def test_an_entry_of_an_earlier_night_is_looked_at_too(session, biscuit):
    assert entered(session, biscuit, SUNDAY - timedelta(days=1), droppings="loose") == ["R18"]


def test_after_a_normal_entry_no_rule_is_asked(session, biscuit, looks):
    in_brief(session, biscuit)
    assert entered(session, biscuit, gait=5, ate="all", sign_tilt="no", note="asleep") == []
    assert in_brief(session, biscuit) == []
    assert len(looks) == 1


def test_a_normal_entry_vouches_for_no_other(session, biscuit, looks):
    in_brief(session, biscuit)
    loose(session, biscuit)
    entered(session, biscuit, ate="all")
    assert in_brief(session, biscuit) == [("R18", "today")]


def test_what_a_normal_entry_ends_is_seen_at_the_next_look(session, biscuit, at):
    loose(session, biscuit)
    assert in_brief(session, biscuit) == [("R18", "today")]
    for day in (23, 24):
        at(f"2026-11-{day}T21:00:00")
        entered(session, biscuit, date(2026, 11, day), droppings="normal")
    assert in_brief(session, biscuit) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"gait": 5, "droppings": "normal", "sign_tilt": "no", "note": "x"}, True),
        ({"gait": "not_seen", "urine": "not_checked"}, True),
        ({"gait": 4}, False),
        ({"gait": None}, False),
        ({"leg_left": 4}, False),
        ({"weight_g": 118.0}, False),
        ({"water_ml": 11.0}, False),
        ({"sign_tilt": "yes"}, False),
        ({"cleaned": "yes"}, False),
        ({"pouches_empty": "no"}, False),
        ({"a_new_measure": "anything"}, False),
    ],
)
def test_only_what_is_plainly_normal_opens_nothing(values, expected):
    assert cannot_open(values) is expected


def quiet_course(dice):
    """A month without an open hint as far as dice make one, of a hamster that is treated."""
    nights = []
    for back in range(30, 0, -1):
        signs = {
            sign: dice.choice(("no", "no", "not_checked")) for sign in ("tilt", "sore", "quiet")
        }
        level = min(5, 2 + (30 - back) // 6)
        nights.append(
            Night(
                "h", SUNDAY - timedelta(days=back), gait=dice.choice((level, level, "not_seen")),
                leg_left=min(4, level), leg_right=max(0, min(4, level - dice.choice((0, 1, 2)))),
                ate=dice.choice(("most", "all", "not_checked", None)),
                droppings=dice.choice(("normal", "normal", "few", None)),
                urine=dice.choice(("normal", "more", None)), signs=signs,
                weight_g=dice.choice((None, 118.0, 119.0)),
                night_quality=dice.choice(("good", "bad")), cleaned=dice.choice(("yes", None)),
            )
        )  # fmt: skip
    return nights


def test_a_normal_entry_opens_nothing_where_nothing_is_open():
    dice, tried = Random(45), 0
    for number in range(400):
        hamster = Hamster("h", species="syrian", sex="male", born=SUNDAY - timedelta(days=200),
                          onset=SUNDAY - timedelta(days=40), onset_speed="weeks",
                          cause=dice.choice(("injury", "unknown")))  # fmt: skip
        care = {"treated_since": SUNDAY - timedelta(days=dice.choice((20, 9))),
                "vet_saw_on": SUNDAY - timedelta(days=38)}  # fmt: skip
        nights = quiet_course(dice)
        if open_hints(Seen.of(hamster, SUNDAY, nights, **care)):
            continue
        tried += 1
        fields = dice.sample(sorted(NORMAL), dice.randrange(1, 5))
        entry = {field: dice.choice(NORMAL[field]) for field in fields}
        tonight = Night("h", SUNDAY, signs={"tilt": "no", "sore": "no"}, **entry)
        assert open_hints(Seen.of(hamster, SUNDAY, [*nights, tonight], **care)) == [], number
    assert tried > 20
