"""The quality-of-life check: a sum only where all is answered, and when to talk with the vet."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.wellbeing import PARTS, BadCheck, Wellbeing, refuse_incomplete

SUNDAY = date(2026, 11, 22)
EMPTY = Wellbeing("h/1", "h", evening=SUNDAY)
answers = st.fixed_dictionaries({name: st.none() | st.integers(0, 10) for name in PARTS})


def check(points, **more):
    return replace(EMPTY, **dict(zip(PARTS, points, strict=False)), **more)


def test_the_seven_parts_are_those_of_the_scale():
    assert "".join(name[0] for name in PARTS) == "hhhhhm" + "g"


def test_a_sum_needs_all_seven_answers():
    assert check([5] * 7).total == 35
    assert check([5] * 6).total is None
    assert check([5] * 6).at_most == 40


@pytest.mark.parametrize(
    ("points", "talks"),
    [([5] * 7, True), ([5] * 6 + [6], False), ([3] * 6, True), ([5] * 6, False)],
)
def test_35_or_less_is_a_reason_to_talk_with_the_vet_and_36_is_not(points, talks):
    assert check(points).wants_talk is talks


def test_who_thinks_of_letting_go_is_to_talk_with_the_vet_whatever_the_sum():
    assert check([10] * 7, parting="yes").wants_talk
    assert not check([10] * 7, parting="no").wants_talk
    assert replace(EMPTY, parting="yes").wants_talk


def test_nothing_answered_says_nothing():
    assert not EMPTY.wants_talk
    with pytest.raises(BadCheck, match="answer at least one part"):
        refuse_incomplete(EMPTY)
    with pytest.raises(BadCheck, match="which night"):
        refuse_incomplete(replace(check([5]), evening=None))
    refuse_incomplete(replace(EMPTY, note="slept all night"))


@given(answers, st.sampled_from(PARTS))
def test_an_answer_that_is_missing_never_makes_it_low(given_answers, name):
    some = replace(EMPTY, **given_answers)
    without = replace(some, **{name: None})
    assert not without.wants_talk or some.wants_talk


@given(answers, st.sampled_from(PARTS), st.integers(0, 10))
def test_a_worse_answer_never_ends_a_reason_to_talk(given_answers, name, less):
    some = replace(EMPTY, **given_answers)
    value = getattr(some, name)
    worse = replace(some, **{name: less if value is None else min(less, value)})
    assert worse.wants_talk or not some.wants_talk
