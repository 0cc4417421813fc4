"""The days of a course: its first and last night, which day it is, whether it runs.

Day 1 is the day in `starts`, on the calendar; a course of N days has N calendar days. Nights count
them by their evening: the first is the one in which the last dose of day 1 falls due, so that
mornings at 9 from the 17th are day 1 on the night of the 16th.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from hamdiary.domain.evening import evening_of, zone_named
from hamdiary.domain.language import Told
from hamdiary.domain.medicines import Medicine
from hamdiary.domain.night_times import moment_at, times_of

ONE_DAY = timedelta(days=1)


class CourseState(StrEnum):
    """Where a course stands."""

    RUNNING = "running"
    TO_COME = "to_come"
    AS_NEEDED = "as_needed"
    ENDED = "ended"
    STOPPED = "stopped"

    @property
    def words(self) -> str:
        """As an owner reads it: "to come"."""
        return _STATES[self]

    @property
    def is_over(self) -> bool:
        """Whether no dose of it is wanted any more."""
        return self in (CourseState.ENDED, CourseState.STOPPED)


_STATES: Told[CourseState, str] = Told(
    {
        CourseState.RUNNING: "running",
        CourseState.TO_COME: "to come",
        CourseState.AS_NEEDED: "as needed",
        CourseState.ENDED: "ended",
        CourseState.STOPPED: "stopped",
    }
)


def is_hourly(medicine: Medicine) -> bool:
    """Whether it is given every so many hours, not at times of day."""
    return bool(medicine.every_h)


def has_slots(medicine: Medicine) -> bool:
    """Whether doses of it fall due; a course as needed, or one that lacks a fact, has none."""
    return not medicine.is_as_needed and medicine.starts is not None and medicine.times is not None


def interval(medicine: Medicine) -> timedelta:
    """The time from one dose of an hourly course to the next."""
    return timedelta(hours=float(medicine.every_h or 0))


def first_moment(medicine: Medicine) -> datetime:
    """When the first dose of an hourly course falls due, by the clock where it was begun."""
    assert medicine.starts is not None and medicine.times is not None
    wall = datetime.combine(medicine.starts, times_of(medicine.times)[0])
    return moment_at(wall, _own_zone(medicine))


def no_dose_from(medicine: Medicine) -> datetime | None:
    """The moment from which on an hourly course has no dose any more; None if it goes on."""
    if medicine.days is None:
        return None
    return first_moment(medicine) + timedelta(days=int(medicine.days))


def last_day(medicine: Medicine) -> date | None:
    """The last calendar day by its length, whether it was stopped or not; None if it goes on."""
    if medicine.starts is None or medicine.days is None:
        return None
    return medicine.starts + timedelta(days=int(medicine.days) - 1)


def stopped_moment(medicine: Medicine, zone: tzinfo) -> datetime | None:
    """When it was stopped: at the time recorded, else at the end of that day."""
    if medicine.stopped is None:
        return None
    if medicine.stopped_at is None:
        return moment_at(datetime.combine(medicine.stopped + ONE_DAY, time()), zone)
    return moment_at(datetime.combine(medicine.stopped, times_of(medicine.stopped_at)[0]), zone)


def first_evening(medicine: Medicine) -> date | None:
    """The night of its first dose; of a course as needed the first day itself."""
    if medicine.starts is None or not has_slots(medicine):
        return medicine.starts
    if is_hourly(medicine):
        return evening_of(first_moment(medicine).astimezone(_own_zone(medicine)))
    return evening_of(datetime.combine(medicine.starts, _first_times(medicine)[0]))


def last_evening(medicine: Medicine) -> date | None:
    """The last night on which a dose of it falls due; None if it goes on."""
    by_length, stopped = _last_by_length(medicine), _last_by_stopping(medicine)
    known = [evening for evening in (by_length, stopped) if evening is not None]
    return min(known, default=None)


def treatment_day(medicine: Medicine, evening: date) -> tuple[int, int | None] | None:
    """Which day of the course a night is, and of how many; None outside of it."""
    first, last = first_evening(medicine), last_evening(medicine)
    if first is None or evening < first or (last is not None and evening > last):
        return None
    days = None if medicine.days is None else int(medicine.days)
    number = max(1, (evening - night_of_day_one(medicine)).days + 1)
    # An hourly course that begins late in a day can end on one night more than it has days.
    return (number if days is None else min(number, days)), days


def course_state(medicine: Medicine, now: datetime, zone: tzinfo) -> CourseState:
    """Where the course stands at this moment."""
    evening = evening_of(now.astimezone(zone))
    first, by_length = first_evening(medicine), _last_by_length(medicine)
    stopped = stopped_moment(medicine, zone)
    if stopped is not None and stopped <= now:
        return CourseState.STOPPED
    if by_length is not None and evening > by_length:
        return CourseState.ENDED
    if first is not None and evening < first:
        return CourseState.TO_COME
    return CourseState.AS_NEEDED if medicine.is_as_needed else CourseState.RUNNING


def _own_zone(medicine: Medicine) -> tzinfo:
    return zone_named(medicine.zone) if medicine.zone else UTC


def _first_times(medicine: Medicine) -> tuple[time, ...]:
    """The times of day 1: those from `first_at` on."""
    times = times_of(medicine.times or "")
    from_then = times_of(medicine.first_at or "00:00")[0]
    return tuple(at for at in times if at >= from_then) or times


def night_of_day_one(medicine: Medicine) -> date:
    """The night from which the days of a course are counted: that of day 1's last dose."""
    first = first_evening(medicine)
    assert first is not None and medicine.starts is not None
    if not has_slots(medicine) or is_hourly(medicine):
        return first
    return evening_of(datetime.combine(medicine.starts, times_of(medicine.times or "")[-1]))


def _last_by_length(medicine: Medicine) -> date | None:
    last = last_day(medicine)
    if last is None or not has_slots(medicine):
        return last
    if not is_hourly(medicine):
        return evening_of(datetime.combine(last, times_of(medicine.times or "")[-1]))
    begun, end, step = first_moment(medicine), no_dose_from(medicine), interval(medicine)
    assert end is not None
    doses = -((begun - end) // step)  # rounded up
    return evening_of((begun + (doses - 1) * step).astimezone(_own_zone(medicine)))


def _last_by_stopping(medicine: Medicine) -> date | None:
    if medicine.stopped is None:
        return None
    at = times_of(medicine.stopped_at)[0] if medicine.stopped_at else time(23, 59)
    return evening_of(datetime.combine(medicine.stopped, at))
