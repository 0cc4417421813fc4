"""What makes a hint more urgent than its rule (domain §6, escalation)."""

from datetime import timedelta

import pytest
from generated_courses import NOW, SOON, TODAY, TONIGHT, WATCH, highest, known, opened, seen

from hamdiary.domain.hints.escalation import evaluate


def born(weeks, days=0):
    return {"born": TONIGHT - timedelta(days=7 * weeks + days)}


def urgencies(what):
    return {hint.key: hint.urgency for hint in evaluate(what)}


def test_today_in_two_systems_is_now():
    both = evaluate(seen("breathing=fast sore"))
    assert [(hint.rule, hint.urgency) for hint in both] == [("R26", NOW), ("R30", NOW)]
    assert all(hint.raised == ("two_systems",) for hint in both)


def test_today_twice_in_one_system_stays_today():
    assert highest(seen("sore pain_face | sore pain_face")) == TODAY


def test_rules_fed_by_one_field_count_once():
    weight = "weight_g=120 pouches_empty=yes *12 |"
    alone = urgencies(seen(f"{weight} weight_g=114 droppings=loose"))
    assert (alone["R24"], alone["R18"]) == (TODAY, TODAY)
    apart = urgencies(seen(f"{weight} weight_g=114 ate=half droppings=loose"))
    # Lighter and eating half is enough without the droppings, which are a second thing then.
    assert (apart["R24"], apart["R18"]) == (NOW, NOW)


def test_the_second_system_may_be_last_nights_while_nobody_looked_again():
    loose = "droppings=loose ate=all | breathing=fast"
    assert opened(seen(loose))["R30"].hint.urgency == NOW
    looked = "droppings=loose ate=all | breathing=fast droppings=normal"
    assert opened(seen(looked))["R30"].hint.urgency == TODAY


@pytest.mark.parametrize("nights", ["urine=less | urine=less", "urine=less | | urine=less"])
def test_watch_at_two_entries_in_a_row_is_soon(nights):
    assert urgencies(seen(nights)) == {"R44:urine": SOON}
    assert highest(seen("urine=less | urine=normal | urine=less")) == WATCH


def test_two_different_small_changes_are_not_the_same_one_twice():
    assert highest(seen("urine=less ate=all | urine=normal ate=half")) == WATCH


def test_a_watch_so_long_ago_does_not_count():
    assert highest(seen("urine=less | | | | | | | | urine=less")) == WATCH
    assert highest(seen("urine=less | | | | | | | urine=less")) == SOON


@pytest.mark.parametrize(
    ("nights", "grown", "weanling"),
    [("droppings=soft", WATCH, SOON), ("droppings=few | droppings=few", SOON, TODAY)],
)
def test_under_ten_weeks_droppings_are_a_step_more_urgent(nights, grown, weanling):
    assert highest(seen(nights, born(10))) == grown
    assert highest(seen(nights, born(9, 6))) == weanling
    assert highest(seen(nights)) == grown


def test_under_ten_weeks_only_droppings_are():
    assert highest(seen("urine=less ate=half", born(5))) == WATCH


def test_the_most_urgent_comes_first():
    found = evaluate(known("gait=4 | gait=3 droppings=loose bleed ate=half"))
    assert [hint.urgency for hint in found] == sorted((h.urgency for h in found), reverse=True)
