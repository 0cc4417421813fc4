"""How many doses of a long course were given or not, without looking at each one of them.

It holds where every dose that is recorded is named as the course names it today; of a course whose
times were edited only going through all of its slots tells.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time, timedelta, tzinfo
from itertools import pairwise
from typing import NamedTuple

from hamdiary.domain.course_days import ONE_DAY, first_evening, has_slots, is_hourly
from hamdiary.domain.dose_slots import EXTRA, SlotState, evening_of_slot, named_slots
from hamdiary.domain.medicines import Medicine
from hamdiary.domain.night_times import times_of

MOVED_BY = timedelta(hours=3)
"""Clocks that are changed move a dose by less: times further apart never become one (D)."""


NOON = time(12)
"""A night begins here."""

AFTER = 2 * ONE_DAY
"""Nights after the one before which is counted whose doses must be named rightly as well."""


class DoseKept(NamedTuple):
    """What is recorded of a dose, as text: a long course has thousands of them."""

    due: str
    """When it was due, by name."""
    status: str
    """What became of it."""
    evening: str
    """The night it was recorded of, "2026-11-22"."""


def counts_before(
    medicine: Medicine, doses: Iterable[DoseKept], before: date, zone: tzinfo
) -> Mapping[SlotState, int] | None:
    """What became of the doses of nights before that one, all of which are over by now.

    `doses` are those of this course up to some nights after it. None where it cannot be told so.
    """
    begun = first_evening(medicine)
    if begun is None or not has_slots(medicine) or not _stay_apart(medicine):
        return None
    until = before + AFTER
    names = dict(
        _hourly_names(medicine, begun, until, zone)
        if is_hourly(medicine)
        else _names_by_the_clock(medicine, until)
    )
    return _counted(names, doses, before.isoformat(), until.isoformat())


def _counted(
    names: Mapping[str, str], doses: Iterable[DoseKept], before: str, until: str
) -> Mapping[SlotState, int] | None:
    """The counts; `names` has the night of each slot by the slot's name."""
    found: Counter[str] = Counter()
    recorded = 0
    for due, status, evening in doses:
        is_extra = due.startswith(EXTRA)
        on = evening if is_extra else names.get(due)
        if on is None and evening <= until:
            return None
        if on is not None and on < before:
            found[status] += 1
            recorded += not is_extra
    counts = {SlotState(status): count for status, count in found.items()}
    counts[SlotState.MISSED] = sum(on < before for on in names.values()) - recorded
    return counts


def _names_by_the_clock(medicine: Medicine, until: date) -> Iterator[tuple[str, str]]:
    """Each slot's name with its night: one that clocks skip is moved on, within that night."""
    assert medicine.starts is not None
    times = times_of(medicine.times or "")
    first_at = times_of(medicine.first_at or "00:00")[0]
    clock = [(f"T{at:%H:%M}", at < NOON, at >= first_at) for at in times]
    night_before = (medicine.starts - ONE_DAY).isoformat()
    for number in range((until - medicine.starts).days + 2):
        day = (medicine.starts + number * ONE_DAY).isoformat()
        for name, is_morning, is_on_day_one in clock:
            if number or is_on_day_one:
                yield day + name, night_before if is_morning else day
        night_before = day


def _hourly_names(
    medicine: Medicine, begun: date, until: date, zone: tzinfo
) -> Iterator[tuple[str, str]]:
    for at, due in named_slots(medicine, begun - ONE_DAY, until, zone):
        yield due, evening_of_slot(due, at, zone).isoformat()


def _stay_apart(medicine: Medicine) -> bool:
    """Whether no change of the clocks makes one dose of two."""
    if is_hourly(medicine):
        return True
    minutes = [at.hour * 60 + at.minute for at in times_of(medicine.times or "")]
    apart = [later - earlier for earlier, later in pairwise([*minutes, minutes[0] + 24 * 60])]
    return min(apart) >= MOVED_BY.total_seconds() / 60
