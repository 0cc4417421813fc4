"""What the plots of recovery show of care: time out, doses, happenings, the treatment's start."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import NamedTuple

from hamdiary.domain.course_days import has_slots, night_of_day_one
from hamdiary.domain.dose_slots import is_extra
from hamdiary.domain.goals import goals_of
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.happenings import Happening
from hamdiary.domain.language import marked, t
from hamdiary.domain.measures import measures_of
from hamdiary.domain.outings import Outing, seconds_out
from hamdiary.domain.saying import said
from hamdiary.domain.timeline import Mark
from hamdiary.domain.trends.course import DoseState
from hamdiary.domain.trends.series import Numbers, Span
from hamdiary.services.courses import slots_of_nights
from hamdiary.services.happening import marks_of
from hamdiary.services.session import Session
from hamdiary.storage import care


class MinutesOut(NamedTuple):
    """Time out of the cage by evening."""

    minutes: Numbers
    """Whole minutes of each evening on which an outing was recorded."""
    goal: Mapping[date, float | None]
    """The goal of each evening; None where rest was ordered, missing once the diary is closed."""


def minutes_out(session: Session, hamster: Hamster, span: Span) -> MinutesOut:
    """Minutes out of the cage and the goals of a span; one that runs now counts up to now."""
    now, tonight = session.wall_now(), session.tonight
    minutes: dict[date, float] = {}
    found = care.outings(session.diary, hamster.id, span.first, span.last)
    for evening, same in groupby(found, key=lambda each: each.evening):
        # How long a forgotten clock was really out nobody has said yet.
        told = [each for each in same if _has_length(each) and not each.is_forgotten(tonight, now)]
        if told and evening is not None:
            minutes[evening] = float(seconds_out(told, now) // 60)
    changes = session.diary.history("hamster", hamster.id)
    return MinutesOut(minutes, goals_of(hamster, changes, span.evenings()))


def _has_length(outing: Outing) -> bool:
    return outing.minutes is not None or outing.started_utc is not None


def doses_given(
    session: Session, hamster: Hamster, span: Span
) -> Mapping[date, tuple[DoseState, ...]]:
    """What became of the doses of each night of a span, in order; none on nights without one.

    Doses that were not due, as needed or one more, stand behind those that were.
    """
    now = session.now().wall
    states: defaultdict[date, list[DoseState]] = defaultdict(list)
    for slot in slots_of_nights(session, hamster, span.first, span.last):
        states[slot.evening].append(slot.state(now).value)
    for dose in care.doses(session.diary, hamster.id, span.first, span.last):
        if is_extra(dose) and dose.status is not None and dose.evening is not None:
            states[dose.evening].append(dose.status)
    return {evening: tuple(each) for evening, each in states.items()}


def treatment_start(session: Session, hamster: Hamster) -> date | None:
    """The first night of treatment: of a course with times, or of a happening that says so.

    Since the legs went weak, if that is known: an earlier treatment was for something else.
    """
    starts = sorted(_starts(session, hamster))
    since = [on for on in starts if hamster.onset is None or on >= hamster.onset]
    return next(iter(since or starts[-1:]), None)


def _starts(session: Session, hamster: Hamster) -> Iterator[date]:
    for medicine in care.medicines(session.diary, hamster.id):
        if has_slots(medicine):
            yield night_of_day_one(medicine)
    for each in care.happenings(session.diary, hamster.id):
        if each.what == "treatment_start" and each.on_day is not None:
            yield each.on_day


def happened(session: Session, hamster: Hamster) -> list[tuple[date, str]]:
    """Dated events with their words, the last being that the diary was closed."""
    events = [(mark.on, _words(mark)) for mark in marks_of(session, hamster)]
    if hamster.closed_on is not None:
        events.append((hamster.closed_on, t("diary closed")))
    return events


_COURSE_WORDS = {"treatment_start": marked("starts"), "treatment_end": marked("ends")}
"""What is said of a course's first and last day, which stand beside a plot in little room."""


def _words(mark: Mark) -> str:
    what = said(measures_of(Happening)["what"], mark.what)
    if mark.what == "onset":
        what = t("legs weak")
    elif mark.happening is None:
        what = t(_COURSE_WORDS[mark.what]) if mark.what in _COURSE_WORDS else what
    elif mark.what == "other" and mark.note:
        return mark.note
    return f"{what}: {mark.note}" if mark.note else what
