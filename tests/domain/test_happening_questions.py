"""A happening says what and when; an unlikely one is asked about."""

from datetime import date

import pytest

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.happening_questions import (
    BadHappening,
    happening_questions,
    refuse_incomplete,
)
from hamdiary.domain.happenings import Happening

TODAY = date(2026, 11, 22)
BISCUIT = Hamster("h", name="Biscuit", born=date(2026, 1, 14), closed_on=date(2026, 12, 1))


def happening(what="vet_visit", on="2026-11-20", **facts):
    return Happening("h/1", "h", what=what, on_day=date.fromisoformat(on), **facts)


def asked(wanted, *others):
    return [each.text for each in happening_questions(wanted, others, BISCUIT, TODAY)]


@pytest.mark.parametrize(
    "lacking", [Happening("h/1", "h"), Happening("h/1", "h", what="fall"), happening("other")]
)
def test_one_that_says_nothing_is_refused(lacking):
    with pytest.raises(BadHappening):
        refuse_incomplete(lacking)


def test_a_visit_to_come_is_not_asked_about_but_a_first_step_is():
    assert asked(happening(on="2026-11-24")) == []
    assert asked(happening("first_step", "2026-11-24")) == [
        "Tuesday 24 November 2026 is still to come. Keep it?"
    ]


def test_days_outside_the_hamsters_life_are_asked_about():
    assert "before Biscuit was born" in asked(happening(on="2025-01-01"))[0]
    assert "was closed on" in asked(happening(on="2026-12-24"))[0]


def test_the_same_thing_on_the_same_day_is_asked_about():
    assert len(asked(happening(), happening())) == 1
    assert asked(happening(), happening(at="10:30"), happening("fall")) == []
