"""Each rule of domain §6: fires at its threshold, is quiet one step below or without data."""

import pytest
from generated_courses import blank, by_rule, fired, unseen
from rule_cases import FIRES, QUIET

from hamdiary.domain.hints.fields import is_of_a_night
from hamdiary.domain.hints.rules import RULES

FIRING = [
    pytest.param(rule, urgency, case, id=f"{rule}-{number}")
    for rule, cases in FIRES.items()
    for number, (urgency, case) in enumerate(cases)
]
BELOW = [
    pytest.param(rule, case, id=f"{rule}-{number}")
    for rule, cases in QUIET.items()
    for number, case in enumerate(cases)
]
ALL = {f"R{number:02}" for number in range(1, 47)} - {"R45"}


def test_there_are_46_rules_and_each_has_cases():
    assert set(RULES) == set(FIRES) == set(QUIET) == ALL


@pytest.mark.parametrize(("rule", "urgency", "case"), FIRING)
def test_the_rule_fires_with_its_urgency(rule, urgency, case):
    assert by_rule(case).get(rule) == urgency


@pytest.mark.parametrize(("rule", "case"), BELOW)
def test_one_step_below_the_rule_is_quiet(rule, case):
    assert rule not in by_rule(case)


@pytest.mark.parametrize(("rule", "urgency", "case"), FIRING)
@pytest.mark.parametrize("without", [blank, unseen])
def test_what_is_missing_never_feeds_a_rule(rule, urgency, case, without):
    for hint in (each for each in fired(case) if each.rule == rule):
        for fact in hint.facts:
            if is_of_a_night(fact.field):
                lacking = without(case, fact.evening, fact.field)
                fed = {
                    (other.evening, other.field)
                    for again in fired(lacking)
                    for other in again.facts
                }
                assert (fact.evening, fact.field) not in fed


@pytest.mark.parametrize(("rule", "urgency", "case"), FIRING)
def test_a_hint_says_what_was_seen_and_on_which_nights(rule, urgency, case):
    for hint in fired(case):
        assert hint.facts and all(fact.value is not None for fact in hint.facts)
        assert max(hint.evenings) <= case.evening


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_function_of_a_rule_names_it_first(rule):
    for function in RULES[rule]:
        assert function.__doc__.startswith(f"{rule}: ")


def test_nothing_recorded_fires_nothing():
    from generated_courses import ALL_NORMAL, TONIGHT, seen

    assert fired(seen("")) == []
    assert fired(seen(" ".join(f"?{sign}" for sign in ("tilt", "sore")))) == []
    assert fired(seen(ALL_NORMAL)) == [] and TONIGHT
