"""Medicines and their doses in lines of plain text, the twin of Care's medicines card."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from hamdiary.domain.course_days import CourseState, is_hourly, last_day
from hamdiary.domain.courses import COUNT_WORDS, Course, counted
from hamdiary.domain.dose_slots import Slot, SlotState
from hamdiary.domain.evening import evening_of
from hamdiary.domain.language import marked, t
from hamdiary.domain.manner import clock_time, clock_times, figures
from hamdiary.domain.measures import measures_of
from hamdiary.domain.medicines import Medicine
from hamdiary.domain.saying import said
from hamdiary.domain.things import own_id
from hamdiary.domain.typed_dates import short_day
from hamdiary.render import marks
from hamdiary.render.cells import cells, padded, wrapped
from hamdiary.render.doses import (
    MARKS,
    clock,
    day_and_clock,
    day_number,
    dose_words,
    joined,
    what_became,
)
from hamdiary.render.doses import tonight_lines as tonight_lines

CAUTION = marked("hamdiary works out no doses. Ask the vet before you change one.")


def legend(between: str = "   ") -> str:
    """What the marks of doses stand for."""
    told = (
        (marks.GIVEN, t("given")),
        (marks.REFUSED, t("refused or spat out")),
        (marks.SKIPPED, t("skipped")),
        (marks.NOT_RECORDED, t("not recorded")),
        (marks.DUE, t("due")),
        (marks.TO_COME, t("to come")),
    )
    return between.join(f"{mark} {words}" for mark, words in told)


SHOWN_MARKS = 40
"""Marks of a course in one row; of a longer one the last ones and those to come are shown."""


def medicines_page(courses: Sequence[Course], width: int, everything: bool = True) -> str:
    """Every course with a row of marks and its counts, those that are over below.

    Without `everything` only the last few of these are shown.
    """
    current = [each for each in courses if not each.state.is_over]
    over = [each for each in courses if each.state.is_over]
    shown = over if everything else over[:LAST_FEW]
    lines = [line for each in current for line in [*course_lines(each, width), ""]]
    if shown:
        lines += [t("Over"), *(line for each in shown for line in _over(each, width)), ""]
    if len(over) > len(shown):
        more = len(over) - len(shown)
        lines += [
            t("{n} more are over; --all shows them").format(n=more),
            "",
        ]
    if any(each.slots for each in current):
        lines += [*wrapped(legend(" · "), width), ""]
    return "\n".join([*lines, *wrapped(t(CAUTION), width)])


LAST_FEW = 5
"""Courses that are over and are listed without being asked for."""


def course_lines(course: Course, width: int) -> list[str]:
    """A course: what and when, which day, its marks, its counts and the next dose."""
    medicine = course.medicine
    parts = [medicine.called, medicine.dose, plan(medicine), day_of(course)]
    lines = wrapped(" · ".join(part for part in parts if part), width)
    lines += [f"  {row}" for row in _marks(course, width - 2)]
    below = "; ".join(part for part in (counted(course.counts), what_next(course)) if part)
    return [*lines, *(f"  {line}" for line in wrapped(below, width - 2) if line)]


def plan(medicine: Medicine) -> str:
    """When it is given: "21:00", "every 8 h from 21:00", "as needed"."""
    if medicine.is_as_needed:
        return t("as needed")
    times = said(measures_of(Medicine)["times"], medicine.times)
    if not medicine.every_h:
        return times
    return t("every {hours} h from {times}").format(hours=figures(medicine.every_h), times=times)


def day_of(course: Course) -> str:
    """Which day of the course tonight is: "day 12 of 20"; when it begins if it is to come."""
    if course.day is None or course.state is CourseState.TO_COME:
        starts = course.medicine.starts
        if starts is None or course.state.is_over:
            return ""
        return t("from {day}").format(day=short_day(starts))
    return day_number(course.medicine, evening_of(course.now))


def what_next(course: Course) -> str:
    """The dose that is due, or the next one: "due since 21:00", "next tomorrow 09:00"."""
    if course.due is not None:
        return t("due since {time}").format(time=clock(course.due.at, course.now))
    if course.next is None or course.state.is_over:
        return ""
    at = course.next.at.astimezone(course.now.tzinfo)
    days, time = (at.date() - course.now.date()).days, clock_time(at)
    if days == 0:
        return t("next {time}").format(time=time)
    if days == 1:
        return t("next tomorrow {time}").format(time=time)
    return t("next {day} {time}").format(day=short_day(at.date()), time=time)


def period(medicine: Medicine) -> str:
    """Its first and last day: "Mon 2 Nov – Sun 8 Nov"."""
    ends = [day for day in (medicine.stopped, last_day(medicine)) if day is not None]
    known = [medicine.starts, min(ends, default=None)]
    return " – ".join(short_day(day) if day else "?" for day in known)


def course_page(course: Course, width: int, with_id: bool = False) -> str:
    """One course with all its facts and what became of every dose, the newest first.

    The id tells it from others of its name.
    """
    facts = [
        f"{measure.label}: {said(measure, getattr(course.medicine, name))}"
        for name, measure in measures_of(Medicine).items()
        if getattr(course.medicine, name) is not None and name not in ("name", "zone")
    ]
    lines = [line for fact in facts for line in wrapped(fact, width - 2)]
    doses = [line for line in _doses(course) for line in wrapped(line, width - 2)]
    head = [course.medicine.called, day_of(course) or course.state.words]
    head += [f"id {own_id(course.medicine.id)}"] if with_id else []
    return "\n".join(
        [
            *wrapped(" · ".join(head), width),
            *(f"  {line}" for line in lines),
            *wrapped(counted(course.counts) or t("no dose is recorded"), width),
            *(f"  {line}" for line in doses),
        ]
    )


def _doses(course: Course) -> list[str]:
    """Every dose up to now, the newest first, with its night and its time."""
    now = course.now
    past = [slot for slot in course.slots if slot.state(now) is not SlotState.LATER]
    lines = [(slot.at, f"{day_and_clock(slot.at, now)}  {dose_words(slot, now)}") for slot in past]
    lines += [
        (
            dose.at_utc,
            f"{day_and_clock(dose.at_utc, now)}  {what_became(dose, now)}, {t('extra')}",
        )
        for dose in course.extras
        if dose.at_utc is not None
    ]
    return [line for _, line in sorted(lines, key=lambda each: each[0], reverse=True)]


def _marks(course: Course, width: int) -> Iterator[str]:
    """A row of marks for each time of day; one row for a course every so many hours."""
    if is_hourly(course.medicine):
        if course.slots:
            yield _row("", course.slots, course.now, width)
        return
    by_time = sorted(course.slots, key=lambda slot: slot.due[11:])
    rows = [
        (clock_times(time), list(slots))
        for time, slots in groupby(by_time, key=lambda slot: slot.due[11:])
    ]
    most = max((cells(label) for label, _ in rows), default=0)
    for label, slots in rows:
        yield _row(f"{padded(label, most, right=True)}  ", slots, course.now, width)


def _row(label: str, slots: Sequence[Slot], now: datetime, width: int) -> str:
    most = max(1, min(SHOWN_MARKS, width - len(label) - 1))
    row = "".join(MARKS[slot.state(now)] for slot in slots)
    if len(row) > most:
        past = sum(slot.state(now) is not SlotState.LATER for slot in slots)
        begin = max(0, min(past - most * 3 // 4, len(row) - most))
        end = begin + most
        row = f"{'…' if begin else ''}{row[begin:end]}{'…' if end < len(row) else ''}"
    return f"{label}{row}"


def _over(course: Course, width: int) -> list[str]:
    counts = course.counts
    of = sum(counts[state] for state in COUNT_WORDS if state in counts)
    given = counts.get(SlotState.GIVEN, 0)
    others = counted({state: n for state, n in counts.items() if state is not SlotState.GIVEN})
    told = joined(
        t("{n} of {of} given").format(n=given, of=of) if of else t("no dose recorded"),
        others,
    )
    why = course.medicine.stopped_why
    ended = f"{course.state.words}{f': {why}' if why else ''}"
    parts = [course.medicine.called, period(course.medicine), told, ended]
    first, *more = wrapped(" · ".join(parts), width - 2)
    return [f"  {first}", *(f"    {line}" for line in more)]
