"""Which dose is meant, and what is asked before it is recorded."""

from datetime import UTC, datetime

import pytest
from prescribed import BERLIN, at, course, dose

from hamdiary.domain.courses import course_of
from hamdiary.domain.dose_aims import Aim, BadDose, aim, aim_at_due, dose_questions, to_clear

MOMENT = "2026-11-22T21:16"


def about(medicine, *doses, now=MOMENT):
    return course_of(medicine, doses, at(now), BERLIN)


def meant(medicine, moment, *doses, status="given", now=MOMENT):
    return aim(about(medicine, *doses, now=now), status, at(moment)).due


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        ("2026-11-22T21:16", "2026-11-22T21:00"),
        ("2026-11-22T20:30", "2026-11-22T21:00"),
        ("2026-11-22T09:01", "2026-11-22T21:00"),
        ("2026-11-22T08:59", "2026-11-21T21:00"),
        ("2026-11-23T02:00", "2026-11-22T21:00"),
    ],
)
def test_a_dose_early_or_late_is_the_nearest_one(moment, due):
    assert meant(course(), moment) == due


def test_before_the_first_dose_half_the_way_is_early_enough():
    assert meant(course(starts="2026-11-22"), "2026-11-22T09:30") == "2026-11-22T21:00"
    assert meant(course(starts="2026-11-22"), "2026-11-22T08:30") is None


def test_giving_once_more_is_an_extra_dose():
    given = dose("2026-11-22T21:00", at="2026-11-22T21:05+01:00")
    assert meant(course(), MOMENT, given) is None


@pytest.mark.parametrize("status", ["refused", "spat_out"])
def test_a_dose_that_is_recorded_is_corrected(status):
    given = dose("2026-11-22T21:00", at="2026-11-22T21:05+01:00")
    assert meant(course(), MOMENT, given, status=status) == "2026-11-22T21:00"


@pytest.mark.parametrize("status", ["refused", "spat_out", "skipped"])
def test_a_dose_that_was_not_given_can_be_given_after_all(status):
    assert meant(course(), MOMENT, dose("2026-11-22T21:00", status)) == "2026-11-22T21:00"


def test_skipping_is_about_the_dose_that_is_due_or_the_next_one():
    assert meant(course(), MOMENT, status="skipped") == "2026-11-22T21:00"
    given = dose("2026-11-22T21:00")
    assert meant(course(), MOMENT, given, status="skipped") == "2026-11-23T21:00"


def test_what_is_given_as_needed_cannot_be_skipped():
    with pytest.raises(BadDose, match="as needed"):
        meant(course(None, as_needed="yes"), MOMENT, status="skipped")


def test_what_was_given_as_needed_and_then_spat_out_is_one_dose():
    needed = course(None, as_needed="yes")
    given = dose("extra-1", at="2026-11-22T21:05+01:00")
    assert meant(needed, MOMENT, given, status="spat_out") == "extra-1"
    assert meant(needed, "2026-11-22T23:00", given, status="spat_out") is None


def test_when_a_course_is_over_there_is_no_dose_to_be_refused():
    with pytest.raises(BadDose, match="no dose of Vitamin drops is due"):
        meant(course(days=2.0), MOMENT, status="refused")
    assert meant(course(days=2.0), MOMENT) is None


def test_a_dose_is_found_by_its_name_or_by_the_one_it_stands_in_for():
    old = dose("2026-11-22T20:00")
    known = about(course(), old)
    assert aim_at_due(known, "2026-11-21T21:00").due == "2026-11-21T21:00"
    assert aim_at_due(known, "2026-11-22T21:00").due == "2026-11-22T20:00"
    with pytest.raises(BadDose, match="no dose"):
        aim_at_due(known, "2026-11-22T22:00")


def test_the_dose_recorded_last_is_the_one_to_clear():
    known = about(course(), dose("2026-11-21T21:00"), dose("2026-11-22T21:00"))
    assert to_clear(known).due == "2026-11-22T21:00"
    with pytest.raises(BadDose, match="none can be cleared"):
        to_clear(about(course()))


def asked(known, found, status="given", when=MOMENT, doses=()):
    moment = at(when).astimezone(UTC) if when else None
    return [each.text for each in dose_questions(known, found, status, moment, doses)]


def test_a_usual_dose_asks_nothing():
    known = about(course())
    assert asked(known, aim_at_due(known, "2026-11-22T21:00")) == []


def test_a_second_dose_within_the_hour_asks():
    given = dose("2026-11-22T21:00", at="2026-11-22T21:05+01:00")
    assert asked(about(course(), given), Aim(), doses=[given]) == [
        "Vitamin drops was given at 21:05. Record one more?"
    ]
    late = "2026-11-22T22:06"
    assert asked(about(course(), given, now=late), Aim(), when=late, doses=[given]) == [
        "The next dose of Vitamin drops is due Mon 23 Nov at 21:00. Record one all the same?"
    ]


def test_correcting_the_time_of_a_dose_is_no_second_dose():
    given = dose("2026-11-22T21:00", at="2026-11-22T21:05+01:00")
    known = about(course(), given)
    found = aim_at_due(known, "2026-11-22T21:00")
    assert asked(known, found, doses=[given]) == []


def test_giving_again_what_was_spat_out_minutes_ago_asks():
    spat = dose("2026-11-22T21:00", "spat_out", at="2026-11-22T21:05+01:00")
    known = about(course(), spat)
    found = aim_at_due(known, "2026-11-22T21:00")
    assert asked(known, found, doses=[spat]) == [
        "Vitamin drops was spat out at 21:05. Record one more?"
    ]


def test_a_time_to_come_asks():
    known = about(course())
    found = aim_at_due(known, "2026-11-22T21:00")
    assert asked(known, found, when="2026-11-22T23:30") == ["23:30 is still to come. Keep it?"]
    assert asked(known, found, when="2026-11-22T21:16:59") == []


def test_a_dose_of_a_course_that_is_over_asks():
    stopped = course(stopped=datetime(2026, 11, 20).date())
    assert asked(about(stopped), Aim()) == ["Vitamin drops was stopped. Record one all the same?"]
    assert asked(about(course(days=2.0)), Aim()) == [
        "Vitamin drops has ended. Record one all the same?"
    ]


def test_a_dose_as_needed_asks_only_when_it_comes_soon_after_another():
    needed = about(course(None, as_needed="yes"))
    assert asked(needed, Aim()) == []
    before = dose("extra-1", at="2026-11-22T21:05+01:00")
    assert len(asked(needed, Aim(), doses=[before])) == 1


def test_what_is_not_given_is_not_asked_about():
    given = dose("2026-11-22T21:00", at="2026-11-22T21:05+01:00")
    known = about(course(), given)
    for status in ("refused", "skipped", "spat_out", None):
        assert asked(known, aim_at_due(known, "2026-11-22T21:00"), status, doses=[given]) == []
