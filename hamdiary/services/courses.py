"""Reading the courses of a hamster: all of them, one night's doses, and those that are due."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

from hamdiary.domain.course_days import (
    CourseState,
    course_state,
    first_evening,
    has_slots,
    last_evening,
)
from hamdiary.domain.courses import Course, course_of, in_order, nights_of_course
from hamdiary.domain.dose_counts import DoseKept, counts_before
from hamdiary.domain.dose_slots import Slot, SlotState, is_extra, slots_between
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.medicines import Dose, Medicine
from hamdiary.domain.things import own_id
from hamdiary.services.session import Session
from hamdiary.storage import care

ONE_NIGHT = timedelta(days=1)

AROUND = timedelta(days=2)
"""Nights around those asked about whose doses have a say: windows, edited times, travellers."""

LATELY = timedelta(days=120)
"""Nights of a long course whose doses are shown one by one where it is listed."""

MONTH = timedelta(days=30)
"""How far from a night its doses are looked at when one is recorded."""

FOR_GOOD = date(9999, 12, 31)
"""Later than any dose: one can be skipped long before it is due."""


def courses(session: Session, hamster: Hamster) -> list[Course]:
    """Every course with all its doses: running, as needed, to come, then over, newest first."""
    known = care.medicines(session.diary, hamster.id)
    if not known:
        return []
    since = min((each.starts for each in known if each.starts), default=session.tonight)
    doses: defaultdict[str, list[Dose]] = defaultdict(list)
    for dose in care.doses(session.diary, hamster.id, since - AROUND, FOR_GOOD):
        doses[dose.medicine].append(dose)
    now, zone = session.wall_now(), session.zone
    return in_order(course_of(each, doses[own_id(each.id)], now, zone) for each in known)


def courses_lately(session: Session, hamster: Hamster) -> list[Course]:
    """The same, but of a long course only the doses of its last nights; the others are counted."""
    known = care.medicines(session.diary, hamster.id)
    return in_order(_lately(session, hamster, each) for each in known)


def _lately(session: Session, hamster: Hamster, medicine: Medicine) -> Course:
    begun, ended = first_evening(medicine), last_evening(medicine)
    last = min(session.tonight, ended or session.tonight)
    cut = last - LATELY
    now, zone = session.wall_now(), session.zone
    if begun is None or begun >= cut - AROUND or not has_slots(medicine):
        return course_of(medicine, _doses_since(session, hamster, medicine), now, zone)
    kept = care.doses_kept(session.diary, hamster.id, own_id(medicine.id), cut + 2 * AROUND)
    counts = counts_before(medicine, (DoseKept(*each) for each in kept), cut, zone)
    if counts is None:
        return course_of(medicine, _doses_since(session, hamster, medicine), now, zone)
    doses = [
        dose
        for dose in _doses_since(session, hamster, medicine, cut - AROUND)
        if not is_extra(dose) or (dose.evening is not None and dose.evening >= cut)
    ]
    _, until = nights_of_course(medicine, session.tonight)
    course = course_of(medicine, doses, now, zone, (cut, until))
    return replace(course, earlier=counts)


def _doses_since(
    session: Session, hamster: Hamster, medicine: Medicine, since: date | None = None
) -> list[Dose]:
    first = since or (medicine.starts or session.tonight) - AROUND
    return care.doses_of(session.diary, hamster.id, own_id(medicine.id), first)


def course_about(session: Session, hamster: Hamster, medicine: Medicine, evening: date) -> Course:
    """A course with what became of its doses in the month before and after a night."""
    first, last = evening - MONTH, evening + MONTH
    doses = care.doses(session.diary, hamster.id, first - AROUND, last + AROUND)
    return course_of(medicine, doses, session.wall_now(), session.zone, (first, last))


def slots_tonight(session: Session, hamster: Hamster, evening: date | None = None) -> list[Slot]:
    """The doses of one night, of every course, in the order in which they fall due."""
    on = evening or session.tonight
    return slots_of_nights(session, hamster, on, on)


def due_now(session: Session, hamster: Hamster) -> list[Slot]:
    """The doses that can be given now: of each course one at most."""
    # A window that opened in the morning can reach across noon into the next night.
    tonight, now = session.tonight, session.wall_now()
    found = slots_of_nights(session, hamster, tonight - ONE_NIGHT, tonight + ONE_NIGHT)
    return [slot for slot in found if slot.state(now) is SlotState.DUE]


def as_needed_now(session: Session, hamster: Hamster) -> list[Medicine]:
    """Medicines that can be given when they are needed."""
    now, zone = session.wall_now(), session.zone
    known = care.medicines(session.diary, hamster.id)
    return [each for each in known if course_state(each, now, zone) is CourseState.AS_NEEDED]


def slots_of_nights(session: Session, hamster: Hamster, first: date, last: date) -> list[Slot]:
    """The doses that are due from one night to another, in the order in which they fall due."""
    known = care.medicines(session.diary, hamster.id)
    known = [each for each in known if _runs_about(each, first, last)]
    if not known:
        return []
    doses = care.doses(session.diary, hamster.id, first - AROUND, last + AROUND)
    zone = session.zone
    found = [slot for each in known for slot in slots_between(each, doses, first, last, zone)]
    return sorted(found, key=lambda slot: (slot.at, slot.medicine.called))


def _runs_about(medicine: Medicine, first: date, last: date) -> bool:
    begins, ends = first_evening(medicine), last_evening(medicine)
    begun = begins is not None and begins <= last + ONE_NIGHT
    return begun and (ends is None or ends >= first - ONE_NIGHT)
