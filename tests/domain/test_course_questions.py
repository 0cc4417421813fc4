"""What no course can be is refused in one line, and what is unlikely is asked about."""

from datetime import date

import pytest
from prescribed import course

from hamdiary.domain.course_questions import (
    BadCourse,
    course_questions,
    refuse_impossible,
    refuse_incomplete,
)
from hamdiary.domain.hamster import Hamster

TODAY = date(2026, 11, 22)
BISCUIT = Hamster("h", name="Biscuit", born=date(2026, 1, 14))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (course(days=0.0), "at least 1 day"),
        (course(every_h=0.0), "at least 1 hour"),
        (course("09:00 21:00", every_h=8.0), "counted from one time"),
        (course(as_needed="yes"), "as needed has no times"),
        (course(stopped=date(2026, 11, 10)), "cannot be stopped before"),
        (course("09:00", first_at="21:00"), "later than the last of a day, 09:00"),
    ],
)
def test_facts_that_contradict_each_other_are_refused(wrong, said):
    with pytest.raises(BadCourse, match=said) as refused:
        refuse_impossible(wrong)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("lacking", "said"),
    [
        (course(name=None), "needs a name"),
        (course(None), "needs times"),
        (course(None, every_h=8.0), "time of its first dose"),
        (course(None, as_needed="no"), "needs times"),
    ],
)
def test_a_course_from_which_no_dose_follows_is_refused(lacking, said):
    refuse_impossible(lacking)
    with pytest.raises(BadCourse, match=said):
        refuse_incomplete(lacking)


def test_a_usual_course_is_neither_refused_nor_asked_about():
    refuse_incomplete(course())
    assert course_questions(course(), BISCUIT, TODAY) == []
    refuse_incomplete(course(None, as_needed="yes", days=None))


@pytest.mark.parametrize(
    ("odd", "said"),
    [
        (course(days=400.0), "Length 400 days is unusual"),
        (course(every_h=2.0), "Every 2 h is unusual"),
        (course(starts="2027-11-11"), "begins on Thursday 11 November 2027"),
        (course(starts="2025-11-11", days=None), "before Biscuit was born"),
        (course(starts="2026-10-11", days=3.0), "was over on Tuesday 13 October 2026"),
    ],
)
def test_what_is_unlikely_is_asked_about_once(odd, said):
    (question,) = course_questions(odd, BISCUIT, TODAY)
    assert said in question.text


def test_a_course_that_is_known_to_be_stopped_is_not_asked_about_for_being_over():
    assert course_questions(course(stopped=date(2026, 11, 12)), BISCUIT, TODAY) == []
