"""Which dose is meant when somebody gives one without saying which, and what to ask first."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from hamdiary.domain.course_days import CourseState
from hamdiary.domain.courses import Course
from hamdiary.domain.dose_slots import WENT_IN, Slot
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_time
from hamdiary.domain.medicines import Dose
from hamdiary.domain.questions import Question
from hamdiary.domain.typed_dates import short_day
from hamdiary.domain.values import BadValue

SOON_AFTER = timedelta(minutes=60)
"""A second dose so soon after one is asked about (issue 3: a dose given twice within minutes)."""

SLACK = timedelta(minutes=1)
"""Times are typed to the minute."""


class BadDose(BadValue):
    """A dose that cannot be recorded like this; one line for the owner."""


@dataclass(frozen=True)
class Aim:
    """What a record is about: a slot, a dose that was due at no time, or a new extra one."""

    slot: Slot | None = None
    """The slot, if it was due."""
    dose: Dose | None = None
    """What is recorded of it so far."""

    @property
    def due(self) -> str | None:
        """The name of the dose; None for one that is still to be named."""
        if self.dose is not None:
            return self.dose.due
        return self.slot.due if self.slot is not None else None


def aim_at_due(course: Course, due: str) -> Aim:
    """The dose of that name; BadDose if the course has none."""
    for slot in course.slots:
        if due in (slot.due, slot.dose.due if slot.dose else None):
            return Aim(slot, slot.dose)
    for dose in course.extras:
        if dose.due == due:
            return Aim(dose=dose)
    raise BadDose(
        t("no dose of {medicine} is due at {time}").format(
            medicine=course.medicine.called, time=due.replace("T", " ")
        )
    )


def aim(course: Course, status: str, at: datetime) -> Aim:
    """The dose that is meant at that moment: the nearest one, early or late (D).

    Early is at most half the way from the dose before. A dose that is recorded is corrected,
    except that giving one more is an extra, and skipping means the next one.
    """
    if status == "skipped":
        return _to_skip(course, at)
    nearest = _nearest(course, at)
    if nearest is None:
        return _as_needed(course, status, at)
    if nearest.dose is None or not (status == "given" and nearest.dose.status == "given"):
        return Aim(nearest, nearest.dose)
    return Aim()


def to_clear(course: Course) -> Aim:
    """The dose that was recorded last; BadDose if there is none."""
    known = [Aim(slot, slot.dose) for slot in course.slots if slot.dose is not None]
    known += [Aim(dose=dose) for dose in course.extras]
    if not known:
        raise BadDose(
            t("no dose of {medicine} is recorded, so none can be cleared").format(
                medicine=course.medicine.called
            )
        )
    return max(known, key=_when)


def dose_questions(
    course: Course, meant: Aim, status: str | None, at: datetime | None, doses: Iterable[Dose]
) -> list[Question]:
    """What to ask first; `doses` are those of every course of this name."""
    if status is None:
        return []
    asked = []
    if at is not None and at > course.now + SLACK:
        asked.append(
            Question(
                ("at_utc",),
                t("{time} is still to come. Keep it?").format(time=_clock(at, course.now)),
            )
        )
    if status != "given":
        return asked
    twice = _given_around(meant, at, doses) if at is not None else None
    if twice is not None:
        asked.append(Question(("status",), _about_twice(course, twice)))
    elif meant.due is None and not course.medicine.is_as_needed:
        asked.append(Question(("status",), _about_extra(course)))
    return asked


def _nearest(course: Course, at: datetime) -> Slot | None:
    # Of two that are equally near the later one.
    nearest = min(reversed(course.slots), key=lambda slot: abs(slot.at - at), default=None)
    return nearest if nearest is not None and _reaches(course.slots, nearest, at) else None


def _reaches(slots: Sequence[Slot], slot: Slot, at: datetime) -> bool:
    """Whether a moment is not long before the first slot nor long after the last one."""
    if at >= slot.at:
        return slot is not slots[-1] or at < slot.closes
    return slot is not slots[0] or slot.at - at <= _half_an_interval(slots)


def _half_an_interval(slots: Sequence[Slot]) -> timedelta:
    return (slots[1].at - slots[0].at) / 2 if len(slots) > 1 else timedelta(hours=12)


def _to_skip(course: Course, at: datetime) -> Aim:
    if course.medicine.is_as_needed:
        raise BadDose(
            t("{medicine} is given as needed, so there is none to skip").format(
                medicine=course.medicine.called
            )
        )
    slot = course.due or course.next
    if slot is None:
        raise BadDose(
            t("no dose of {medicine} is due or to come, so none can be skipped").format(
                medicine=course.medicine.called
            )
        )
    return Aim(slot)


def _as_needed(course: Course, status: str, at: datetime) -> Aim:
    """An extra dose; one that was just given and then spat out is one dose."""
    if status != "given":
        for dose in course.extras:
            if dose.at_utc is not None and timedelta() <= at - dose.at_utc < SOON_AFTER:
                return Aim(dose=dose)
        if not course.medicine.is_as_needed:
            raise BadDose(
                t("no dose of {medicine} is due; say which one it was").format(
                    medicine=course.medicine.called
                )
            )
    return Aim()


def _given_around(meant: Aim, at: datetime, doses: Iterable[Dose]) -> Dose | None:
    """A dose that went in within the hour; correcting the one that is meant is no second dose."""
    corrected = meant.dose.id if meant.dose and meant.dose.status == "given" else None
    return next(
        (
            dose
            for dose in doses
            if dose.status in WENT_IN
            and dose.id != corrected
            and dose.at_utc is not None
            and abs(dose.at_utc - at) < SOON_AFTER
        ),
        None,
    )


def _about_twice(course: Course, dose: Dose) -> str:
    assert dose.at_utc is not None
    text = (
        t("{medicine} was spat out at {time}. Record one more?")
        if dose.status == "spat_out"
        else t("{medicine} was given at {time}. Record one more?")
    )
    return text.format(medicine=course.medicine.called, time=_clock(dose.at_utc, course.now))


def _about_extra(course: Course) -> str:
    name, coming = course.medicine.called, course.next
    if course.state.is_over:
        text = (
            t("{medicine} has ended. Record one all the same?")
            if course.state is CourseState.ENDED
            else t("{medicine} was stopped. Record one all the same?")
        )
        return text.format(medicine=name)
    if coming is None:
        return t("No dose of {medicine} is due. Record one all the same?").format(medicine=name)
    return t("The next dose of {medicine} is due {when}. Record one all the same?").format(
        medicine=name, when=_day_and_clock(coming.at, course.now)
    )


def _clock(at: datetime, now: datetime) -> str:
    return clock_time(at.astimezone(now.tzinfo))


def _day_and_clock(at: datetime, now: datetime) -> str:
    local = at.astimezone(now.tzinfo)
    return t("{day} at {time}").format(day=short_day(local.date()), time=clock_time(local))


def _when(meant: Aim) -> tuple[datetime, str]:
    dose = meant.dose
    assert dose is not None
    at = dose.at_utc or (meant.slot.at if meant.slot else datetime.min.replace(tzinfo=UTC))
    return at, dose.due
