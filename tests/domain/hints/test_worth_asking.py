"""Rules that are not asked would have said nothing: held against all of them."""

from dataclasses import replace

import pytest
from generated_courses import ago, doses, eaten, outing, quality
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_cases import FIRES, QUIET
from test_always import courses

from hamdiary.domain.hints.rules import FED_BY, RULES, fired

CASES = [
    pytest.param(case, id=f"{rule}-{number}")
    for table in ([(r, [c for _, c in cases]) for r, cases in FIRES.items()], QUIET.items())
    for rule, cases in table
    for number, case in enumerate(cases)
]


def asked_all(what):
    return [hint for rules in RULES.values() for rule in rules if (hint := rule(what))]


def test_every_rule_says_what_feeds_it():
    assert set(FED_BY) == set(RULES)


@pytest.mark.parametrize("case", CASES)
def test_no_rule_of_the_written_cases_is_passed_over(case):
    for back in range(8):
        evening = case.until(ago(back))
        assert fired(evening) == asked_all(evening)


care = st.fixed_dictionaries(
    {
        "outings": st.lists(
            st.builds(
                outing,
                st.integers(0, 4),
                st.sampled_from([None, "enough", "tired", "breathing", "circling", "fell"]),
                st.sampled_from([0.0, 10.0]),
            ),
            max_size=3,
        ).map(tuple),
        "doses": st.sampled_from([(), doses("1 drops refused, 0 amoxi* missed")]),
        "eaten": st.sampled_from([(), (eaten(0, "chocolate", "T"),), (eaten(1, "grape", "U"),)]),
        "quality": st.sampled_from([(), (quality(0, 30),), (quality(0, end=True),)]),
        "falls": st.sampled_from([(), (ago(0),), (ago(2),)]),
        "onsets": st.sampled_from([(), (ago(0),), (ago(3),)]),
        "treated_since": st.sampled_from([None, ago(14)]),
    }
)


@given(courses(), care)
@settings(max_examples=400, deadline=None)
def test_no_rule_of_any_course_is_passed_over(what, beside):
    evening = replace(what, **beside)
    assert fired(evening) == asked_all(evening)
