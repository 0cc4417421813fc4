"""Courses, doses and happenings as JSON: the names are the measures' own, moments are in UTC."""

from datetime import date, datetime
from typing import Any

from hamdiary.domain.courses import Course
from hamdiary.domain.dose_slots import Slot
from hamdiary.domain.evening import utc_text
from hamdiary.domain.happenings import Happening
from hamdiary.domain.measures import measures_of
from hamdiary.domain.medicines import Dose, Medicine
from hamdiary.domain.timeline import Mark


def medicine_as_json(medicine: Medicine) -> dict[str, Any]:
    """What was prescribed: its id, then every fact by name."""
    return {"id": medicine.id, **_measures(medicine)}


def course_as_json(course: Course, doses: bool = False) -> dict[str, Any]:
    """A course: what was prescribed, how it stands, its counts; with `doses` each of them."""
    number, of = course.day or (None, None)
    told = {
        **medicine_as_json(course.medicine),
        "state": course.state.value,
        "treatment_day": number,
        "treatment_days": of,
        "counts": {state.value: count for state, count in course.counts.items()},
        "due": slot_as_json(course.due, course.now) if course.due else None,
        "next": slot_as_json(course.next, course.now) if course.next else None,
    }
    if not doses:
        return told
    slots = [slot_as_json(slot, course.now) for slot in course.slots]
    return {**told, "slots": slots, "extras": [dose_as_json(each) for each in course.extras]}


def slot_as_json(slot: Slot, now: datetime) -> dict[str, Any]:
    """A dose that falls due: when, and what became of it."""
    return {
        "medicine": slot.medicine.called,
        "medicine_id": slot.medicine.id,
        "due": slot.due,
        "at": utc_text(slot.at),
        "closes": utc_text(slot.closes),
        "evening": slot.evening.isoformat(),
        "state": slot.state(now).value,
        "dose": dose_as_json(slot.dose) if slot.dose else None,
    }


def dose_as_json(dose: Dose) -> dict[str, Any]:
    """What became of a dose."""
    return {"id": dose.id, "due": dose.due, **_measures(dose)}


def happening_as_json(happening: Happening) -> dict[str, Any]:
    """A happening: its id, then every fact by name."""
    return {"id": happening.id, **_measures(happening)}


def mark_as_json(mark: Mark, number: int | None) -> dict[str, Any]:
    """A dated mark; its number and id are null where it only follows from other facts."""
    known = mark.happening
    return {
        "number": number,
        "id": known.id if known else None,
        "what": mark.what,
        "on_day": mark.on.isoformat(),
        "at": known.at if known else None,
        "note": mark.note,
    }


def _measures(thing: Any) -> dict[str, Any]:
    return {name: _plain(getattr(thing, name)) for name in measures_of(type(thing))}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return utc_text(value)
    return value.isoformat() if isinstance(value, date) else value
