"""Courses that cannot be, which are refused, and those that are unlikely, which are asked about."""

from datetime import date, timedelta

from hamdiary.domain.course_days import last_evening
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_time
from hamdiary.domain.medicines import Medicine
from hamdiary.domain.night_times import times_of
from hamdiary.domain.questions import Question, about_amount, life_questions
from hamdiary.domain.typed_dates import say_day
from hamdiary.domain.values import BadValue

FAR_AWAY = timedelta(days=60)
"""A course that begins later than this is probably a slip of the keys (D)."""


class BadCourse(BadValue):
    """A course that cannot be as it is written; one line for the owner."""


def refuse_incomplete(medicine: Medicine) -> None:
    """Raise BadCourse, one line, for a course that lacks what doses follow from."""
    if medicine.name is None:
        raise BadCourse(t("a medicine needs a name, as it stands on the label"))
    if medicine.as_needed == "yes":
        return
    if medicine.every_h and not medicine.times:
        raise BadCourse(
            t("a course every so many hours needs the time of its first dose, as 21:00")
        )
    if not medicine.times:
        raise BadCourse(t("a medicine needs times, as 21:00, or every 8 h, or is given as needed"))
    if medicine.starts is None:
        raise BadCourse(t("a course needs its first day"))


def refuse_impossible(medicine: Medicine) -> None:
    """Raise BadCourse, one line, for a course whose facts contradict each other."""
    times = times_of(medicine.times or "")
    if medicine.days is not None and round(medicine.days) < 1:
        raise BadCourse(t("a course has at least 1 day; without a length it goes on until stopped"))
    if medicine.every_h is not None and round(medicine.every_h) < 1:
        raise BadCourse(t("doses are at least 1 hour apart; say how many, as in every 8 h"))
    if medicine.as_needed == "yes" and (times or medicine.every_h):
        raise BadCourse(t("a medicine given as needed has no times; leave out one of the two"))
    if medicine.every_h and len(times) > 1:
        raise BadCourse(t("every so many hours is counted from one time; leave out the others"))
    if medicine.starts and medicine.stopped and medicine.stopped < medicine.starts:
        on = say_day(medicine.starts)
        raise BadCourse(
            t("it begins on {on} and cannot be stopped before; delete it instead").format(on=on)
        )
    if medicine.first_at and times and times_of(medicine.first_at)[0] > times[-1]:
        raise BadCourse(
            t("the first dose cannot be later than the last of a day, {time}").format(
                time=clock_time(times[-1])
            )
        )


def course_questions(medicine: Medicine, hamster: Hamster, today: date) -> list[Question]:
    """What to ask before a course is kept as it is; BadCourse for one that cannot be."""
    refuse_impossible(medicine)
    asked = [
        question
        for name in ("every_h", "days")
        for question in about_amount(Medicine, name, getattr(medicine, name))
    ]
    starts = medicine.starts
    if starts is None:
        return asked
    on = say_day(starts)
    if starts - today > FAR_AWAY:
        asked.append(Question(("starts",), t("The course begins on {on}. Keep it?").format(on=on)))
    asked += life_questions(starts, hamster, "starts")
    last = last_evening(medicine)
    if last is not None and last < today - timedelta(days=1) and medicine.stopped is None:
        text = t("From {on} on, this course was over on {last}. Keep it?").format(
            on=on, last=say_day(last)
        )
        asked.append(Question(("starts", "days"), text))
    return asked
