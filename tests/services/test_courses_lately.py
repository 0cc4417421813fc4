"""Long courses listed quickly: the last nights one by one, all before them counted."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from hamdiary.domain.dose_slots import slots_between
from hamdiary.services import courses as reading
from hamdiary.services.courses import courses, courses_lately
from hamdiary.services.recording import as_stored, record_thing
from hamdiary.storage.journal import Edit

SUNDAY = date(2026, 11, 22)
NIGHTS = 400
"""Long enough for both changes of the clocks, and for most of it to be counted only."""


def given_for_long(session, hamster, **values):
    """A course of 400 nights, its doses given, refused and forgotten, two of them extra."""
    from hamdiary.domain.medicines import Dose

    starts = SUNDAY - timedelta(days=NIGHTS)
    usual = {"name": "Syrup", "starts": starts, "zone": "Europe/Berlin", **values}
    record_thing(session, "medicine", f"{hamster.id}/m1", usual)
    (course,) = [each.medicine for each in courses(session, hamster)]
    dice = Random(7)
    edits = []
    for slot in slots_between(course, (), starts, SUNDAY, session.zone):
        status = dice.choice(["given", "given", "refused", "spat_out", "skipped", None])
        if status is not None and slot.at < session.now().wall:
            values = {"status": status, "evening": slot.evening, "at_utc": slot.at}
            edits.append(Edit("dose", f"{hamster.id}/m1/{slot.due}", as_stored(Dose, values)))
    for days in (300, 2):
        on = SUNDAY - timedelta(days=days)
        at = datetime(on.year, on.month, on.day, 20, 30, tzinfo=UTC)
        values = {"status": "given", "evening": on, "at_utc": at}
        edits.append(Edit("dose", f"{hamster.id}/m1/extra-{days}", as_stored(Dose, values)))
    session.diary.record_all(edits, session.stamp())


COURSES = {
    "twice a day": {"times": "09:00 21:00"},
    "once, from the evening of the first day": {"times": "09:00 21:00", "first_at": "21:00"},
    "at night, where clocks change": {"times": "02:30 14:00"},
    "every eight hours": {"times": "21:00", "every_h": 8.0},
    "stopped a while ago": {
        "times": "08:00 20:00", "stopped": SUNDAY - timedelta(days=30), "stopped_at": "08:00",
    },
    "of a length": {"times": "21:00", "days": 380.0},
}  # fmt: skip


@pytest.mark.parametrize("values", COURSES.values(), ids=COURSES)
def test_counts_are_those_of_all_doses(session, biscuit, values):
    given_for_long(session, biscuit, **values)
    (whole,), (lately,) = courses(session, biscuit), courses_lately(session, biscuit)
    assert lately.earlier and len(lately.slots) < len(whole.slots)
    assert lately.counts == whole.counts
    assert (lately.state, lately.day, lately.due, lately.next) == (
        whole.state, whole.day, whole.due, whole.next,
    )  # fmt: skip
    assert lately.slots == whole.slots[-len(lately.slots) :]


def test_a_time_that_was_added_was_missed_until_then(session, biscuit):
    given_for_long(session, biscuit, times="09:00 21:00")
    record_thing(session, "medicine", f"{biscuit.id}/m1", {"times": "09:00 15:00 21:00"})
    (whole,), (lately,) = courses(session, biscuit), courses_lately(session, biscuit)
    assert lately.counts == whole.counts


@pytest.mark.parametrize(
    "edited", [{"times": "08:00 21:00"}, {"starts": SUNDAY - timedelta(350)}], ids=str
)
def test_a_course_whose_times_were_edited_is_gone_through(session, biscuit, edited):
    given_for_long(session, biscuit, times="09:00 21:00")
    record_thing(session, "medicine", f"{biscuit.id}/m1", edited)
    (whole,), (lately,) = courses(session, biscuit), courses_lately(session, biscuit)
    assert not lately.earlier
    assert lately.counts == whole.counts


def test_times_that_a_change_of_clocks_can_make_one_are_gone_through(session, biscuit):
    given_for_long(session, biscuit, times="02:00 03:00")
    (whole,), (lately,) = courses(session, biscuit), courses_lately(session, biscuit)
    assert not lately.earlier
    assert lately.counts == whole.counts


def test_short_courses_and_those_as_needed_are_whole(session, biscuit):
    short = {"name": "Syrup", "times": "21:00", "starts": SUNDAY - timedelta(20)}
    needed = {"name": "Relief", "as_needed": "yes", "starts": SUNDAY - timedelta(50)}
    record_thing(session, "medicine", f"{biscuit.id}/m1", short)
    record_thing(session, "medicine", f"{biscuit.id}/m2", needed)
    assert courses_lately(session, biscuit) == courses(session, biscuit)


def test_a_long_course_costs_no_more_slots_than_its_last_nights(session, biscuit):
    given_for_long(session, biscuit, times="09:00 21:00")
    (lately,) = courses_lately(session, biscuit)
    assert len(lately.slots) <= 2 * (reading.LATELY.days + 4)
