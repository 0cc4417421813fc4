"""Marks for plots and the report: what was recorded, and what follows from other facts."""

from dataclasses import replace
from datetime import date

from prescribed import course

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.happenings import Happening
from hamdiary.domain.timeline import marks

ONSET = date(2026, 11, 9)
BISCUIT = Hamster("h", name="Biscuit", onset=ONSET)


def told(happenings=(), hamster=BISCUIT, medicines=()):
    found = marks(happenings, hamster, medicines)
    return [(mark.on.isoformat(), mark.what, mark.note) for mark in found]


def happening(what, on, note=None):
    return Happening(f"h/{what}{on}", "h", what=what, on_day=date.fromisoformat(on), note=note)


def test_the_onset_and_the_days_of_a_course_are_marked_by_themselves():
    assert told(medicines=[course()]) == [
        ("2026-11-09", "onset", None),
        ("2026-11-11", "treatment_start", "Vitamin drops"),
        ("2026-11-30", "treatment_end", "Vitamin drops"),
    ]


def test_what_is_recorded_of_that_day_takes_its_place():
    recorded = [happening("onset", "2026-11-09", "dragged"), happening("onset", "2026-11-20")]
    assert told(recorded) == [
        ("2026-11-09", "onset", "dragged"),
        ("2026-11-20", "onset", None),
    ]


def test_a_course_without_an_end_has_none_and_one_that_was_stopped_says_why():
    stopped = course(stopped=date(2026, 11, 13), stopped_why="soft droppings")
    assert told(medicines=[course(days=None), stopped], hamster=Hamster("h")) == [
        ("2026-11-11", "treatment_start", "Vitamin drops"),
        ("2026-11-11", "treatment_start", "Vitamin drops"),
        ("2026-11-13", "treatment_end", "Vitamin drops, stopped: soft droppings"),
    ]


def test_what_lacks_its_day_or_its_name_is_not_marked():
    lacking = replace(happening("fall", "2026-11-20"), on_day=None)
    assert told([lacking], Hamster("h"), [course(name=None)]) == []
