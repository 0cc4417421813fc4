"""A course in a few lines: what the vet said, a mark for every dose, and the counts."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from rich.cells import cell_len

from hamdiary.domain.course_days import CourseState, first_evening, is_hourly, last_evening
from hamdiary.domain.courses import Course, counted
from hamdiary.domain.dose_slots import Slot, SlotState
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.manner import brief_month, clock_time, clock_times, day_and_month
from hamdiary.domain.medicines import Medicine
from hamdiary.domain.text import clean_line
from hamdiary.domain.typed_dates import short_day
from hamdiary.tui.widgets.lines import Line, Span, apart, line, wrapped

LABELS = 11
"""Where the marks begin."""

A_DAY = 2
"""Cells of a day's mark."""

AHEAD = 8
"""Days to come that are shown."""

MARKS = {
    SlotState.GIVEN: ("✓", "good"),
    SlotState.REFUSED: ("✗", "warn"),
    SlotState.SPAT_OUT: ("✗", "warn"),
    SlotState.SKIPPED: ("/", "muted"),
    SlotState.MISSED: ("·", "warn"),
    SlotState.DUE: ("○", "accent"),
    SlotState.LATER: ("–", "faint"),
}
"""What stands for each dose; the legend says it in words."""


@dataclass(frozen=True)
class Days:
    """The days that the marks of all courses stand under."""

    first: date
    """The first one."""
    count: int
    """How many there are."""
    tonight: date
    """Which night it is."""

    @classmethod
    def of(cls, courses: Sequence[Course], tonight: date, room: int) -> "Days":
        """As many as fit into `room` cells: what lies behind, and a week to come."""
        count = max(1, room // A_DAY)
        begun = [first_evening(each.medicine) or tonight for each in courses]
        ends = [last_evening(each.medicine) or tonight for each in courses]
        last = min(tonight + timedelta(days=min(AHEAD, count - 1)), max(ends, default=tonight))
        first = max(min(begun, default=tonight), max(last, tonight) - timedelta(days=count - 1))
        return cls(first, min(count, (max(last, tonight) - first).days + 1), tonight)

    def place(self, day: date) -> int | None:
        """The column of a day; None if it is not among them."""
        number = (day - self.first).days
        return A_DAY * number if 0 <= number < self.count else None


def days_row(days: Days) -> Line:
    """The dates: the first, Mondays, tonight."""
    row = line(Span(brief_month(days.first), "muted")).to(LABELS)
    shown = -1
    for number in range(days.count):
        day = days.first + timedelta(days=number)
        at = LABELS + A_DAY * number
        is_tonight = day == days.tonight
        wanted = is_tonight or number == 0 or day.weekday() == 0
        near_tonight = not is_tonight and abs((day - days.tonight).days) < 2
        if not wanted or at <= shown or near_tonight:
            continue
        row = row.to(at) if row.width < at else row
        row = row.plus(str(day.day), "bold" if is_tonight else "muted")
        shown = at + 2
    return row


def course_rows(course: Course, days: Days, width: int) -> list[Line]:
    """One course; a course that is over takes one line."""
    if course.state.is_over:
        return _over(course, width)
    return [*_head(course, width), *_marks(course, days, width), *_counts(course, width)]


def _head(course: Course, width: int) -> list[Line]:
    """Name, prescription and day: in one line, else one below the other, and never cut."""
    right = line(Span(_day(course), "bold"))
    left = line(Span(course.medicine.called, "bold")).plus("  ")
    room = width - left.width - right.width - 2
    whole, words = _prescription(course.medicine)
    fitting = [each for each in (whole, words) if cell_len(each) <= room]
    if fitting:
        return [apart(left.plus(fitting[0], "muted"), right, width)]
    name, *on = wrapped(course.medicine.called, max(8, width - right.width - 2))
    return [
        apart(line(Span(name, "bold")), right, width),
        *(line(Span(each, "bold")) for each in on),
        *(line(Span(each, "muted")) for each in wrapped(whole, width) if each),
    ]


def _day(course: Course) -> str:
    if course.state is CourseState.TO_COME:
        starts = course.medicine.starts
        return t("from {day}").format(day=short_day(starts)) if starts else t("to come")
    if course.day is None:
        return t("as needed") if course.state is CourseState.AS_NEEDED else ""
    number, of = course.day
    return (
        t("day {number} of {of}").format(number=number, of=of)
        if of
        else t("day {number}").format(number=number)
    )


def _prescription(medicine: Medicine) -> tuple[str, str]:
    """The vet's words and when; and the words alone, since times stand beside the marks too."""
    words = clean_line(medicine.dose or "")
    when = ""
    if medicine.every_h:
        when = t("every {every_h:g} h").format(every_h=medicine.every_h)
    elif medicine.times and not medicine.is_as_needed:
        when = t("at {times}").format(times=clock_times(medicine.times))
    return ", ".join(part for part in (words, when) if part), words


def _marks(course: Course, days: Days, width: int) -> list[Line]:
    """A line a time of day, its doses under their days; the last says what is next."""
    if course.state is CourseState.AS_NEEDED:
        return []
    now = course.now
    rows: list[Line] = []
    if is_hourly(course.medicine):
        rows.append(_hourly(course, width))
    else:
        by_time = groupby(sorted(course.slots, key=_time), _time)
        rows += [_at_one_time(time, list(slots), days, now) for time, slots in by_time]
    if rows:
        rows[0] = apart(rows[0], _next(course), width)
    return rows


def _time(slot: Slot) -> str:
    return slot.due[11:16]


def _at_one_time(time: str, slots: Sequence[Slot], days: Days, now: datetime) -> Line:
    row = line(Span(clock_times(time), "muted")).to(LABELS)
    for slot in slots:
        place = days.place(slot.evening)
        if place is None or row.width > LABELS + place:
            continue
        row = row.to(LABELS + place) if row.width < LABELS + place else row
        row = row.plus(*_mark(slot, now))
    return row


def _hourly(course: Course, width: int) -> Line:
    """The last doses one behind the other: they fall on other times every day."""
    room = (width - LABELS - 18) // 2
    known = [slot for slot in course.slots if slot.at <= course.now]
    ahead = [slot for slot in course.slots if slot.at > course.now][:4]
    row = line(Span(t("every {every_h:g} h").format(every_h=course.medicine.every_h), "muted")).to(
        LABELS
    )
    for slot in [*known[-max(1, room - len(ahead)) :], *ahead]:
        row = row.plus(*_mark(slot, course.now)).plus(" ")
    return row


def _mark(slot: Slot, now: datetime) -> tuple[str, str]:
    return MARKS[slot.state(now)]


def _next(course: Course) -> Line:
    due, following, now = course.due, course.next, course.now
    if due is not None:
        return line(Span("○", "accent"), Span(" " + t("due now"), "bold"))
    if following is None:
        return line(Span(t("the last is over"), "muted"))
    wall = following.at.astimezone(now.tzinfo)
    days = (wall.date() - now.date()).days
    words = clock_time(wall) if days == 0 else f"{short_day(wall.date())} {clock_time(wall)}"
    if days == 1:
        words = t("tomorrow {time}").format(time=clock_time(wall))
    return line(Span(words, "muted"))


def _counts(course: Course, width: int) -> list[Line]:
    words = counted(course.counts) or t("nothing recorded yet")
    extras = [dose for dose in course.extras if dose.at_utc is not None]
    if course.state is CourseState.AS_NEEDED and extras:
        last = max(dose.at_utc for dose in extras if dose.at_utc is not None)
        wall = last.astimezone(course.now.tzinfo)
        last_time = t("last {day} {time}")
        words += ", " + last_time.format(day=short_day(wall.date()), time=clock_time(wall))
    return [line(Span(each, "muted")) for each in wrapped(words, width)]


def _over(course: Course, width: int) -> list[Line]:
    medicine = course.medicine
    first, last = first_evening(medicine), last_evening(medicine)
    when = f"{_brief(first)} – {_brief(last)}" if first and last else course.state.words
    head = line(Span(medicine.called, "text")).to(24)
    head = head if head.width == 24 else head.plus("  ")
    head = head.plus(when, "muted")
    counts = line(Span(counted(course.counts), "muted"))
    if head.width + 2 + counts.width <= width:
        return [apart(head, counts, width)]
    names = [head]
    told = wrapped(counted(course.counts), width - 2)
    if head.width > width:
        names = [line(each) for each in wrapped(medicine.called, width)]
        told = [when, *told]
    return [*names, *(line("  ", Span(each, "muted")) for each in told)]


def _brief(day: date) -> str:
    return day_and_month(day)
