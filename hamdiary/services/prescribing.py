"""Writing down courses as the vet prescribed them: adding, editing, extending, stopping."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hamdiary.domain.course_days import ONE_DAY, last_evening
from hamdiary.domain.course_questions import (
    BadCourse,
    course_questions,
    refuse_impossible,
    refuse_incomplete,
)
from hamdiary.domain.courses import Course
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.measures import Value
from hamdiary.domain.medicine_names import name_key
from hamdiary.domain.medicines import Medicine
from hamdiary.domain.night_times import times_of
from hamdiary.domain.questions import Question
from hamdiary.domain.typed_dates import say_day
from hamdiary.services.courses import courses, due_now
from hamdiary.services.recording import Values, new_thing_id, record_thing, with_values
from hamdiary.services.session import Session
from hamdiary.storage import care

BEGUN_ALREADY = timedelta(hours=4)
"""A course written down so soon after one of its times begins with that dose (D)."""


def new_medicine(hamster: Hamster) -> Medicine:
    """A course of which nothing is recorded yet, with its id for good."""
    return Medicine(new_thing_id(hamster), hamster.id)


def complete(session: Session, values: Values) -> Values:
    """The values of a new course with what follows from the moment: first day, first dose, zone.

    Without a first day it begins with the next dose, one of the last 4 h included; with today as
    first day, times of this morning do not count as missed.
    """
    now = session.now()
    wall = now.wall.replace(tzinfo=None, second=0, microsecond=0)
    given: dict[str, Value | None] = {"zone": now.zone, **values}
    if given.get("as_needed") == "yes":
        return {"starts": wall.date(), **given}
    if given.get("every_h") and not given.get("times"):
        given["times"] = f"{wall:%H:%M}"
    times = times_of(str(given.get("times") or ""))
    return {**_first_dose(given, times, wall), **given} if times else given


def _first_dose(
    given: Mapping[str, Value | None], times: tuple[time, ...], wall: datetime
) -> Mapping[str, Value | None]:
    """The day and the time of the first dose of a course that is written down at that time."""
    starts = given.get("starts")
    if isinstance(starts, date) and starts != wall.date():
        return {}
    days = [wall.date() + ONE_DAY * ahead for ahead in ((0,) if starts else (-1, 0, 1))]
    coming = (datetime.combine(day, at) for day in days for at in times)
    first = next((each for each in coming if each >= wall - BEGUN_ALREADY), None)
    if first is None:
        return {}
    later = not given.get("every_h") and first.time() != times[0]
    return {"starts": first.date(), "first_at": f"{first:%H:%M}" if later else None}


def questions_about_medicine(session: Session, course: Medicine, values: Values) -> list[Question]:
    """What to ask before facts of a course are recorded; BadCourse for one that cannot be."""
    hamster = session.diary.hamster(course.hamster)
    wanted = with_values(course, values)
    asked = course_questions(wanted, hamster, session.today) if hamster else []
    return [question for question in asked if values.keys() & set(question.fields)]


def add_medicine(session: Session, hamster: Hamster, values: Values) -> Medicine:
    """Write down a new course; BadCourse if no doses could follow from it."""
    new, values = new_medicine(hamster), complete(session, values)
    refuse_incomplete(with_values(new, values))
    return record_medicine(session, new, values)


def edit_medicine(session: Session, course: Medicine, values: Values) -> Medicine:
    """Change facts of a course; BadCourse if no doses could follow from it then."""
    refuse_incomplete(with_values(course, values))
    return record_medicine(session, course, values)


def record_medicine(session: Session, course: Medicine, values: Values) -> Medicine:
    """Record facts of a course, new or known, complete or not; BadCourse for contradictions."""
    values = _with_what_follows(session, course, values)
    refuse_impossible(with_values(course, values))
    record_thing(session, "medicine", course.id, values)
    known = care.medicines(session.diary, course.hamster)
    return next((each for each in known if each.id == course.id), course)


def _with_what_follows(session: Session, course: Medicine, values: Values) -> Values:
    if course.starts is None and "starts" not in values:
        facts = {"every_h": course.every_h, "as_needed": course.as_needed}
        values = {**complete(session, {**facts, **values}), **values}
    if course.zone is None and "zone" not in values:
        values = {"zone": session.now().zone, **values}
    times = times_of(str(values.get("times") or ""))
    if course.first_at and times and times_of(course.first_at)[0] > times[-1]:
        values = {"first_at": None, **values}
    return values


def extend_course(session: Session, course: Medicine, days: int) -> Medicine:
    """Let a course go on for so many days more; BadCourse if that makes no sense."""
    if days < 1:
        raise BadCourse(t("a course is extended by 1 day at least"))
    if course.stopped is not None:
        raise BadCourse(
            t("{name} was stopped; clear that first, or add a new course").format(
                name=course.called
            )
        )
    if course.days is None:
        raise BadCourse(
            t("{name} has no length: it goes on until it is stopped").format(name=course.called)
        )
    longer = replace(course, days=course.days + days)
    last = last_evening(longer)
    if last is not None and last < session.tonight:
        raise BadCourse(
            t("it would still be over on {day}; add a new course instead").format(day=say_day(last))
        )
    return record_medicine(session, course, {"days": longer.days})


def stop_course(
    session: Session, course: Medicine, on: date | None = None, why: str | None = None
) -> Medicine:
    """Stop a course, today unless said; no dose falls due from then on.

    Stopped today means at this moment. A dose that is still open is neither due nor missed then.
    """
    now = session.now().wall
    day = on or now.date()
    at: str | None = f"{now:%H:%M}" if day == now.date() else None
    if day < now.date() and _is_due(session, course):
        at = "23:59"
    values: Values = {"stopped": day, "stopped_at": at, "stopped_why": why}
    return record_medicine(session, course, values)


def courses_alike(session: Session, hamster: Hamster, course: Medicine) -> list[Course]:
    """Other courses of that name: a taper is a second course, so they are said, not refused."""
    return [
        each
        for each in courses(session, hamster)
        if each.medicine.id != course.id
        and name_key(each.medicine.called) == name_key(course.called)
    ]


def _is_due(session: Session, course: Medicine) -> bool:
    hamster = session.diary.hamster(course.hamster)
    due = due_now(session, hamster) if hamster else []
    return any(slot.medicine.id == course.id for slot in due)
