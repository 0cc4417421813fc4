"""A hint stays until the vet was told or two normal entries in a row (domain §6)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from generated_courses import ALL_NORMAL, NOW, SOON, ago, known, later, opened, seen, told
from rule_cases import FIRES

from hamdiary.domain.hints.lifecycle import open_hints
from hamdiary.domain.hints.recheck import look_again, looks_ill, silent_until
from hamdiary.domain.hints.rules import fired

MISSING = "| | | gait=x ate=x droppings=x urine=x breathing=x wheel=x ?hunched ?tilt"
CASES = [
    pytest.param(rule, case, id=f"{rule}-{number}")
    for rule, cases in FIRES.items()
    for number, (_, case) in enumerate(cases)
]


def keys_of(rule, case):
    return {hint.key for hint in fired(case) if hint.rule == rule}


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_what_fires_is_open(rule, case):
    shown = opened(case)
    assert keys_of(rule, case) <= set(shown) or rule == "R44"


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_nights_that_are_missing_or_not_seen_close_nothing(rule, case):
    before = {key: each.hint.urgency for key, each in opened(case).items()}
    after = {key: each.hint.urgency for key, each in opened(later(case, MISSING)).items()}
    assert all(after[key] >= urgency for key, urgency in before.items())


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_two_normal_entries_in_a_row_close_it_and_one_does_not(rule, case):
    one = later(case, ALL_NORMAL)
    two = later(case, f"{ALL_NORMAL} | {ALL_NORMAL}")
    fed_by_care = rule in ("R40", "R43")
    assert keys_of(rule, case) & set(opened(one)) or rule in ("R44",) or fed_by_care
    assert not keys_of(rule, case) & set(opened(two)) or fed_by_care


def test_two_normal_entries_with_a_gap_between_them_are_not_in_a_row():
    loose = seen("droppings=loose")
    assert "R18" in opened(later(loose, "droppings=normal | | droppings=normal"))
    assert "R18" not in opened(later(loose, "droppings=normal | droppings=normal"))


def test_a_hint_that_needs_two_fields_is_not_closed_by_one():
    ill = seen("droppings=loose ate=little")
    assert "R08" in opened(later(ill, "droppings=normal | droppings=normal"))
    assert "R08" not in opened(later(ill, "droppings=normal ate=most | droppings=normal ate=all"))


def test_a_gait_is_normal_again_at_its_level_from_before():
    fell = known("gait=3 | gait=1")
    assert "R05" in opened(later(fell, "gait=2 | gait=2"))
    assert "R05" not in opened(later(fell, "gait=3 | gait=3"))


def test_a_hint_stays_as_urgent_as_it_was():
    starving = seen("ate=none | ate=none | | ate=none")
    assert opened(starving)["R16"].hint.urgency == NOW


# The vet was told


def test_telling_the_vet_closes_it():
    notes = [told("R18", 0, "today")]
    assert opened(seen("droppings=loose"), notes) == {}


def test_what_the_vet_was_told_is_not_told_again_at_once():
    notes = [told("R18", 1, "today")]
    assert "R18" not in opened(seen("droppings=loose | droppings=loose"), notes)


def test_it_comes_back_if_it_goes_on():
    notes = [told("R18", 4, "today")]
    assert "R18" in opened(seen("droppings=loose *5"), notes)
    assert "R18" not in opened(seen("droppings=loose *4"), [told("R18", 3, "today")])


def test_it_comes_back_at_once_if_it_gets_worse():
    notes = [told("R16", 1, "today")]
    assert opened(seen("ate=none | ate=none"), notes)["R16"].hint.urgency == NOW


def test_after_two_normal_entries_the_next_time_is_a_new_one():
    notes = [told("R18", 3, "today")]
    course = "droppings=loose | droppings=normal | droppings=normal | droppings=loose"
    assert "R18" in opened(seen(course), notes)
    short = "droppings=loose | droppings=loose | droppings=normal | droppings=loose"
    assert "R18" not in opened(seen(short), notes)


def test_a_note_about_less_does_not_close_what_is_more_urgent():
    notes = [told("R16", 0, "today")]
    assert "R16" in opened(seen("ate=none | ate=none"), notes)


def test_telling_of_the_whole_tells_of_its_parts():
    ill = seen("droppings=loose ate=little")
    assert set(opened(ill)) == {"R08", "R18", "R44:ate"} - {"R44:ate"}
    assert opened(ill, [told("R08", 0, "now")]) == {}


def test_a_question_of_its_own_is_not_asked_by_telling_of_something_else():
    facts = {"sex": "male", "species": "syrian", "onset_speed": "weeks", "born": ago(220)}
    male = known("gait=4 | gait=2", facts)
    assert set(opened(male)) == {"R21", "R37"}
    assert set(opened(male, [told("R21", 0, "today")])) == {"R37"}


def test_what_is_recorded_after_the_call_was_not_told():
    at = told("R18", 0, "today").at_utc
    after = {(ago(0), "droppings"): at + timedelta(minutes=5)}
    assert "R18" in opened(seen("droppings=loose", looked=after), [told("R18", 0, "today")])


# A weakness that a vet knows (R05's note)


def test_a_known_weakness_is_silent_every_night():
    assert opened(known("gait=0 leg_left=0 leg_right=0 *20")) == {}


def test_only_new_loss_speaks_again():
    nights = "gait=3 | gait=1 | gait=1 | gait=1 | gait=3 | gait=1"
    assert "R05" not in opened(known(nights), [told("R05", 0, "now")])
    assert "R05" in opened(known(nights), [told("R05", 4, "now")])
    assert "R05" not in opened(known("gait=3 | gait=1 *5"), [told("R05", 4, "now")])


def test_a_vet_told_on_the_phone_knows_of_the_weakness():
    first = {"onset": ago(3), "onset_speed": "sudden"}
    assert opened(seen("gait=0 *4", first))["R05"].hint.urgency == NOW
    assert "R05" not in opened(seen("gait=0 *4", first), [told("R05", 3, "now")])


# Acknowledging


def test_acknowledging_is_not_closing():
    notes = [told("R18", 0, "today", kind="acknowledged")]
    (each,) = open_hints(seen("droppings=loose"), notes)
    assert each.hint.rule == "R18" and each.acknowledged == notes[0]


def test_an_acknowledged_hint_is_silent_until_it_is_time_to_look_again():
    notes = [told("R18", 0, "today", kind="acknowledged")]
    (each,) = open_hints(seen("droppings=loose"), notes)
    assert silent_until(each) == notes[0].at_utc + timedelta(hours=4)
    assert silent_until(replace(each, acknowledged=None)) is None


def test_now_is_never_silent():
    notes = [told("R02", 0, "now", kind="acknowledged")]
    (each,) = open_hints(seen("bleed"), notes)
    assert silent_until(each) is None


def test_what_has_become_more_urgent_is_no_longer_acknowledged():
    notes = [told("R16", 1, "today", kind="acknowledged")]
    assert opened(seen("ate=none"), [told("R16", 0, "today", kind="acknowledged")])["R16"]
    assert opened(seen("ate=none | ate=none"), notes)["R16"].acknowledged is None


@pytest.mark.parametrize(
    ("nights", "ill", "hours"),
    [
        ("bleed", False, None),
        ("droppings=loose", False, (2, 4)),
        ("droppings=few | droppings=few", False, (24, 24)),
        ("urine=less", False, (24, 24)),
        ("urine=less", True, (12, 12)),
    ],
)
def test_the_re_check_clock(nights, ill, hours):
    again = look_again(open_hints(seen(nights))[0].hint, ill)
    assert (again and (again.after_h, again.within_h)) == hours


@pytest.mark.parametrize(
    ("nights", "ill"),
    [("quiet", True), ("ate=little", True), ("hunched | -hunched", False), ("ate=half", False)],
)
def test_who_looks_ill_is_looked_at_sooner(nights, ill):
    assert looks_ill(seen(nights)) == ill


# R45


@pytest.mark.parametrize(("nights", "reminds"), [("", False), ("|", True), ("| |", True)])
def test_an_alarm_does_not_end_in_silence(nights, reminds):
    soon = seen("droppings=few | droppings=few")
    quiet = later(soon, nights) if nights else later(soon, " ")
    assert ("R45" in opened(quiet)) == reminds
    assert opened(quiet)["R32"].hint.urgency == SOON


def test_without_an_open_hint_nothing_reminds():
    assert open_hints(later(seen(ALL_NORMAL), " | | ")) == []
    assert "R45" not in opened(later(seen("urine=less"), " | | "))
