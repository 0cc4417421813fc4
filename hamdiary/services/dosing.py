"""Recording what became of doses; reading and writing courses is at hand here too."""

from datetime import date, datetime, timedelta
from typing import get_args

from hamdiary.domain.course_questions import BadCourse as BadCourse
from hamdiary.domain.courses import Course
from hamdiary.domain.dose_aims import Aim, aim, aim_at_due, dose_questions, to_clear
from hamdiary.domain.dose_aims import BadDose as BadDose
from hamdiary.domain.dose_slots import EXTRA
from hamdiary.domain.evening import evening_of
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.measures import Value
from hamdiary.domain.medicine_names import name_key
from hamdiary.domain.medicines import Dose, DoseStatus, Medicine
from hamdiary.domain.questions import Question, evening_questions
from hamdiary.domain.things import own_id
from hamdiary.services.courses import as_needed_now as as_needed_now
from hamdiary.services.courses import course_about
from hamdiary.services.courses import courses as courses
from hamdiary.services.courses import due_now as due_now
from hamdiary.services.courses import slots_tonight as slots_tonight
from hamdiary.services.prescribing import add_medicine as add_medicine
from hamdiary.services.prescribing import edit_medicine as edit_medicine
from hamdiary.services.prescribing import extend_course as extend_course
from hamdiary.services.prescribing import new_medicine as new_medicine
from hamdiary.services.prescribing import questions_about_medicine as questions_about_medicine
from hamdiary.services.prescribing import record_medicine as record_medicine
from hamdiary.services.prescribing import stop_course as stop_course
from hamdiary.services.recording import new_id, record_thing
from hamdiary.services.session import Session
from hamdiary.storage import care

ONE_NIGHT = timedelta(days=1)


@dataclass(frozen=True)
class _Meant:
    """A record that is about to be made."""

    course: Course
    """The course, about the night of the dose."""
    aim: Aim
    """Which dose."""
    at: datetime | None
    """When it was; None if nobody said and it is long past."""
    evening: date
    """The night it belongs to."""


def questions_about_dose(
    session: Session,
    hamster: Hamster,
    medicine: Medicine,
    due: str | None,
    status: DoseStatus | None,
    at: datetime | None = None,
) -> list[Question]:
    """What to ask before a dose is recorded; BadDose if it cannot be. Takes what that takes."""
    meant = _meant(session, hamster, medicine, due, status, at)
    near = care.doses(
        session.diary, hamster.id, meant.evening - ONE_NIGHT, meant.evening + ONE_NIGHT
    )
    alike = _alike(session, hamster, medicine)
    asked = dose_questions(
        meant.course, meant.aim, status, meant.at, [each for each in near if each.medicine in alike]
    )
    if status is None or meant.evening > session.tonight:
        return asked
    return [*evening_questions(meant.evening, session.tonight, hamster), *asked]


def _refuse_unclear(status: DoseStatus | None, why: str | None) -> None:
    if status is not None and status not in get_args(DoseStatus):
        raise BadDose(
            t("{status} is not one of: {known}").format(
                status=status, known=", ".join(get_args(DoseStatus))
            )
        )
    if status == "skipped" and not why:
        raise BadDose(t("say why the dose was skipped; a dose forgotten is left not recorded"))


def record_dose(
    session: Session,
    hamster: Hamster,
    medicine: Medicine,
    due: str | None,
    status: DoseStatus | None,
    at: datetime | None = None,
    why: str | None = None,
) -> Dose:
    """Record what became of a dose, or correct it; status None makes it not recorded again.

    `due` is a slot's name, an extra dose's ("extra-" and an id), or None: then the one nearest to
    `at` is meant, and `at` is now unless said. Raises BadDose for what cannot be.
    """
    _refuse_unclear(status, why)
    meant = _meant(session, hamster, medicine, due, status, at)
    name = meant.aim.due or due or EXTRA + new_id()
    thing = care.dose_id(hamster.id, own_id(medicine.id), name)
    fixed = meant.aim.dose.evening if meant.aim.dose else None
    values: dict[str, Value | None] = {
        "status": status,
        "at_utc": meant.at,
        "evening": fixed or meant.evening,
        "why": why,
        "zone": session.now().zone,
    }
    if status is None:
        values = dict.fromkeys(values)
    record_thing(session, "dose", thing, values)
    return Dose(thing, hamster.id, own_id(medicine.id), name, **values)  # type: ignore[arg-type]


def _meant(
    session: Session,
    hamster: Hamster,
    medicine: Medicine,
    due: str | None,
    status: DoseStatus | None,
    at: datetime | None,
) -> _Meant:
    evening = _evening_near(session, due, at)
    course = course_about(session, hamster, medicine, evening)
    now = course.now
    found = _aim(course, due, status, at or now)
    if at is None and not _is_long_past(found, status, now):
        at = now
    if found.slot is not None:
        evening = found.slot.evening
    return _Meant(course, found, at, evening)


def _aim(course: Course, due: str | None, status: DoseStatus | None, at: datetime) -> Aim:
    if due is not None and due.startswith(EXTRA):
        return next((Aim(dose=each) for each in course.extras if each.due == due), Aim())
    if due is not None:
        return aim_at_due(course, due)
    return to_clear(course) if status is None else aim(course, status, at)


def _is_long_past(found: Aim, status: DoseStatus | None, now: datetime) -> bool:
    """Whether "now" would be a wrong time for it: its own time is over, or nothing was tried."""
    if status == "skipped":
        return True
    return found.slot is not None and now >= found.slot.closes


def _evening_near(session: Session, due: str | None, at: datetime | None) -> date:
    """The night about which to look: of the dose that is named, of the moment, or tonight."""
    if due is not None and not due.startswith(EXTRA):
        try:
            return date.fromisoformat(due[:10])
        except ValueError as error:
            raise BadDose(
                t("no dose is due at {due}; write it like 2026-11-22T21:00").format(due=due[:30])
            ) from error
    return evening_of(at.astimezone(session.zone)) if at is not None else session.tonight


def _alike(session: Session, hamster: Hamster, medicine: Medicine) -> set[str]:
    """The own ids of all courses of that name."""
    key = name_key(medicine.called)
    known = care.medicines(session.diary, hamster.id)
    return {own_id(each.id) for each in known if name_key(each.called) == key}
