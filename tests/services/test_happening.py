"""Happenings in a real diary."""

from datetime import date

import pytest

from hamdiary.domain.things import NoSuchThing
from hamdiary.services import recording
from hamdiary.services.happening import (
    BadHappening,
    add_happening,
    delete_happening,
    edit_happening,
    happening_numbered,
    happenings,
    marks_of,
    questions_about_happening,
)

VISIT = {"what": "vet_visit", "on_day": date(2026, 11, 24), "at": "10:30"}
FALL = {"what": "fall", "on_day": date(2026, 11, 9)}


@pytest.fixture(autouse=True)
def biscuit(session):
    facts = {"name": "Biscuit", "onset": date(2026, 11, 9)}
    return recording.record_hamster(session, recording.new_hamster(), facts)


def test_happenings_are_numbered_from_the_oldest(session, biscuit):
    visit = add_happening(session, biscuit, VISIT)
    fall = add_happening(session, biscuit, FALL)
    assert happenings(session, biscuit) == [fall, visit]
    assert happening_numbered(session, biscuit, 2) == visit


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_number_that_none_has_is_said_to_be_so(session, biscuit, number):
    add_happening(session, biscuit, VISIT)
    with pytest.raises(NoSuchThing, match="from 1 to 1"):
        happening_numbered(session, biscuit, number)


def test_one_can_be_edited_deleted_and_brought_back(session, biscuit):
    visit = add_happening(session, biscuit, VISIT)
    moved = edit_happening(session, visit, {"at": None, "note": "Dr Imre"})
    assert happenings(session, biscuit) == [moved]
    delete_happening(session, moved)
    assert happenings(session, biscuit) == []
    recording.undo(session)
    assert happenings(session, biscuit) == [moved]


def test_one_that_says_nothing_is_refused(session, biscuit):
    with pytest.raises(BadHappening):
        add_happening(session, biscuit, {"what": "other", "on_day": date(2026, 11, 9)})
    assert happenings(session, biscuit) == []


def test_only_what_is_changed_is_asked_about(session, biscuit):
    step = {"what": "first_step", "on_day": date(2026, 11, 24)}
    known = add_happening(session, biscuit, step)
    assert len(questions_about_happening(session, biscuit, known, step)) == 1
    assert questions_about_happening(session, biscuit, known, {"note": "x"}) == []


def test_marks_hold_what_is_recorded_and_the_onset(session, biscuit):
    visit = add_happening(session, biscuit, VISIT)
    found = marks_of(session, biscuit)
    assert [(mark.what, mark.happening) for mark in found] == [
        ("onset", None),
        ("vet_visit", visit),
    ]
