"""Each rule is tried in four ways: it fires, it is quiet one step below, what is missing neither
fires nor clears it, and an entry on either side of noon belongs to the night that it falls in.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from generated_courses import TONIGHT, ago, blank, known, opened, seen, unseen
from rule_cases import FIRES, QUIET

from hamdiary.domain.evening import evening_of
from hamdiary.domain.hints.fields import is_of_a_night
from hamdiary.domain.hints.lifecycle import open_hints
from hamdiary.domain.hints.rules import RULES, fired

ALL = {f"R{number:02}" for number in range(1, 47)}
EVERY = sorted(FIRES)
ABOUT_SPANS = frozenset({"R09", "R10", "R19", "R27", "R31"})
"""Rules that count hours: there noon decides whether two looks are one night or two."""


def firing(rule):
    return [case for _, case in FIRES[rule]]


def of_rule(rule, what):
    return [hint for hint in fired(what) if hint.rule == rule]


def test_every_rule_of_the_domain_reference_is_tried_in_every_way():
    """R45 asks for what is open, not for a night: its four ways stand below."""
    assert set(FIRES) == set(QUIET) == set(RULES) == ALL - {"R45"}
    assert all(FIRES[rule] and QUIET[rule] for rule in ALL - {"R45"})


@pytest.mark.parametrize("rule", EVERY)
def test_it_fires(rule):
    assert all(of_rule(rule, case) for case in firing(rule))


@pytest.mark.parametrize("rule", EVERY)
def test_one_step_below_it_does_not(rule):
    assert not any(of_rule(rule, case) for case in QUIET[rule])


@pytest.mark.parametrize("rule", EVERY)
@pytest.mark.parametrize("without", [blank, unseen])
def test_what_is_missing_does_not_fire_it(rule, without):
    """Without all that fed it, of nights and beside them, nothing of it is left."""
    for case in firing(rule):
        bare = replace(case, doses=(), outings=(), eaten=(), falls=(), quality=(), onsets=(),
                       hamster=replace(case.hamster, onset=None))  # fmt: skip
        for night in case.nights:
            for field in _recorded(night):
                bare = without(bare, night.evening, field)
        assert not of_rule(rule, bare)


@pytest.mark.parametrize("rule", EVERY)
def test_what_is_missing_does_not_clear_it(rule):
    for case in firing(rule):
        keys = {hint.key for hint in of_rule(rule, case)} & set(opened(case))
        for nights in (1, 3):
            later = replace(case, evening=case.evening + timedelta(days=nights))
            assert keys <= {each.hint.key for each in open_hints(later)}


@pytest.mark.parametrize("rule", EVERY)
def test_an_entry_before_noon_belongs_to_the_night_before(rule):
    """What was typed at 11:59 is of last night, at 12:00 of tonight: it fires on that night."""
    morning = datetime(2026, 11, 23, 11, 59)
    assert evening_of(morning) == TONIGHT
    assert evening_of(morning + timedelta(minutes=1)) == TONIGHT + timedelta(days=1)
    for case in firing(rule):
        before = {hint.key for hint in of_rule(rule, case)}
        # The next night has begun and nothing of it is recorded: it fires nothing by itself.
        tomorrow = replace(case, evening=case.evening + timedelta(days=1))
        again = {hint.key for hint in of_rule(rule, tomorrow)}
        assert before and (not again or rule in ("R05",))


@pytest.mark.parametrize("rule", sorted(ABOUT_SPANS))
def test_two_looks_on_either_side_of_noon_are_no_day(rule):
    """Twenty minutes apart they lie in two nights; only the hours between them count."""
    for case in firing(rule):
        facts = [fact for hint in of_rule(rule, case) for fact in hint.facts if not fact.aside]
        fields = {fact.field for fact in facts if is_of_a_night(fact.field)}
        if len({fact.evening for fact in facts if fact.field in ("droppings", "urine")}) < 2:
            continue
        looked = {(ago(1), field): datetime(2026, 11, 22, 10, 50, tzinfo=UTC) for field in fields}
        looked |= {(TONIGHT, field): datetime(2026, 11, 22, 11, 10, tzinfo=UTC) for field in fields}
        near = replace(case, looked=looked)
        spans = [h for h in of_rule(rule, near) if h.variant != "ill"]
        assert not [h for h in spans if {f.evening for f in h.facts} == {ago(1), TONIGHT}]


# R45


def test_nothing_recorded_for_two_nights_asks_to_look_while_soon_is_open():
    few = "droppings=few | droppings=few"
    assert "R45" in opened(seen(f"{few} | |"))
    assert "R45" not in opened(seen(f"{few} |"))
    assert "R45" not in opened(seen("droppings=few | |")), "WATCH is one step below SOON"
    assert "R45" not in opened(known("gait=3 | |")), "nothing is open"
    assert "R45" not in opened(seen(f"{few} | | gait=x")), "somebody looked"
    assert "R32" in opened(seen(f"{few} | |")), "and it clears nothing"


def _recorded(night):
    signs = [f"sign_{sign}" for sign in night.signs]
    plain = [name for name in vars(night) if name not in ("hamster", "evening", "signs")]
    return [*signs, *plain]
