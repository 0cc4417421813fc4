"""A course tells its counts, the dose that is due, and the next one; by name it can be found."""

from dataclasses import replace
from datetime import date

import pytest
from prescribed import BERLIN, at, course, dose

from hamdiary.domain.courses import counted, course_of, in_order
from hamdiary.domain.dose_slots import SlotState
from hamdiary.domain.medicine_names import course_named, courses_named, only_course_named
from hamdiary.domain.things import NoSuchThing

MOMENT = at("2026-11-22T21:16")


def about(medicine, *doses):
    return course_of(medicine, doses, MOMENT, BERLIN)


def test_counts_are_said_in_words():
    doses = [
        dose("2026-11-11T21:00"),
        dose("2026-11-12T21:00", "refused"),
        dose("2026-11-13T21:00", "skipped"),
        dose("2026-11-14T21:00", "spat_out"),
    ]
    known = about(course(), *doses)
    assert counted(known.counts) == "1 given, 1 refused, 1 spat out, 1 skipped, 7 not recorded"
    assert (known.counts[SlotState.DUE], known.counts[SlotState.LATER]) == (1, 8)


def test_extra_doses_are_counted_too():
    assert counted(about(course(None, as_needed="yes"), dose("extra-1")).counts) == "1 given"


def test_a_course_without_an_end_reaches_to_the_next_dose():
    known = about(course(days=None), dose("2026-11-22T21:00"))
    assert (known.due, known.next.due) == (None, "2026-11-23T21:00")
    weekly = about(course("21:00", "2026-11-22", None, every_h=168.0))
    assert weekly.next.due == "2026-11-29T20:00Z"


def test_a_dose_that_can_be_given_is_due():
    assert about(course()).due.due == "2026-11-22T21:00"


def test_a_course_that_is_over_has_no_day():
    assert about(course(days=2.0)).day is None
    assert about(course()).day == (12, 20)


def named(name, identity="m", **facts):
    return about(replace(course(**facts), id=f"h/{identity}", name=name))


RUNNING = named("Vitamin drops")
ENDED = named("vitamin DROPS", "old", starts="2026-10-01", days=3.0)
PASTE = named("Gut pâté", "paste")
KNOWN = [RUNNING, ENDED, PASTE]


@pytest.mark.parametrize("typed", ["vitamin drops", "VIT", " vitamin  drops ", "drops", "m"])
def test_of_one_name_the_course_that_runs_is_meant(typed):
    assert course_named(KNOWN, typed) == RUNNING


@pytest.mark.parametrize("typed", ["gut pate", "GUT PÂTÉ", "pat"])
def test_accents_and_case_do_not_matter(typed):
    assert course_named(KNOWN, typed) == PASTE


def test_an_id_names_one_course():
    assert only_course_named(KNOWN, "old") == ENDED


def test_all_courses_of_one_name_are_found():
    assert courses_named(KNOWN, "vit") == [RUNNING, ENDED]


@pytest.mark.parametrize("typed", ["", "xyz", "x" * 400, "[/]"])
def test_a_name_that_nothing_has_lists_what_there_is(typed):
    with pytest.raises(NoSuchThing, match="there is Gut pâté, Vitamin drops"):
        course_named(KNOWN, typed)


def test_a_beginning_that_several_have_lists_them():
    with pytest.raises(NoSuchThing, match="can be Gut pâté, Gut powder"):
        course_named([*KNOWN, named("Gut powder", "powder")], "gut")


def test_the_whole_name_is_not_taken_for_a_beginning():
    longer = named("Vitamin drops forte", "forte")
    assert course_named([*KNOWN, longer], "vitamin drops") == RUNNING


def test_two_courses_of_one_name_at_once_are_told_apart_by_their_ids():
    twin = named("Vitamin drops", "twin", starts="2026-11-20")
    with pytest.raises(NoSuchThing, match=r"m \(from Wednesday 11.*twin \(from Friday 20"):
        course_named([RUNNING, twin], "vitamin")


def test_only_one_course_may_be_meant_where_it_is_deleted():
    with pytest.raises(NoSuchThing, match="Say the id"):
        only_course_named(KNOWN, "vitamin drops")


def test_running_ones_come_first_and_those_over_last_the_newest_of_them_first():
    older = named("A", "a", starts="2026-09-01", days=1.0)
    to_come = named("B", "b", starts="2026-12-01")
    needed = named("C", "c", times=None, as_needed="yes", days=None)
    stopped = named("D", "d", stopped=date(2026, 11, 20))
    found = in_order([older, to_come, needed, ENDED, stopped, RUNNING])
    assert found == [RUNNING, needed, to_come, stopped, ENDED, older]
