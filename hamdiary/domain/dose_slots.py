"""The slots in which doses fall due, and what became of each; worked out, never stored.

A course at times of day follows the wall clock of wherever the owner is; a course every so many
hours follows absolute time from its first dose, whatever clocks and travellers do.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from itertools import zip_longest

from hamdiary.domain.course_days import (
    ONE_DAY,
    first_moment,
    has_slots,
    interval,
    is_hourly,
    last_day,
    no_dose_from,
    stopped_moment,
)
from hamdiary.domain.course_days import treatment_day as treatment_day
from hamdiary.domain.evening import evening_of
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.medicines import Dose, Medicine
from hamdiary.domain.night_times import moment_at, night_begins, times_of
from hamdiary.domain.things import own_id

LONGEST_WINDOW = timedelta(hours=12)
"""A dose can be given until the next one falls due, but no longer than this (D)."""

EXTRA = "extra-"
"""How `due` begins of a dose that was due at no time."""

WENT_IN = ("given", "spat_out")
"""What a dose is after which another one soon could be too much."""

_MARGIN = timedelta(days=2)
"""Nights on both sides that have a say: a window closes at the next slot, doses stand in."""


class SlotState(StrEnum):
    """What became of a slot."""

    GIVEN = "given"
    REFUSED = "refused"
    SPAT_OUT = "spat_out"
    SKIPPED = "skipped"
    MISSED = "missed"
    """Its window closed and nothing is recorded."""
    DUE = "due"
    """It can be given now."""
    LATER = "later"
    """It is still to come."""


@dataclass(frozen=True)
class Slot:
    """One time at which a dose falls due."""

    medicine: Medicine
    """The course."""
    due: str
    """Its name for good: "2026-11-22T21:00" by the wall clock, "2026-11-22T20:00Z" if hourly."""
    at: datetime
    """The moment, in UTC, by the clock of where the owner is."""
    evening: date
    """The night it belongs to."""
    closes: datetime
    """From this moment on it counts as missed, in UTC."""
    dose: Dose | None
    """What became of it, as recorded."""

    def state(self, now: datetime) -> SlotState:
        """What became of it, as things stand at that moment."""
        if self.dose is not None and self.dose.status is not None:
            return SlotState(self.dose.status)
        if now < self.at:
            return SlotState.LATER
        return SlotState.DUE if now < self.closes else SlotState.MISSED


def slots_between(
    medicine: Medicine, doses: Iterable[Dose], first: date, last: date, zone: tzinfo
) -> list[Slot]:
    """The slots of the nights from `first` to `last`, in order; never two open at once.

    `doses` are those of these nights and, where the times were edited, two nights around them;
    doses of other medicines are passed over.
    """
    return slots_and_extras(medicine, doses, first, last, zone)[0]


def slots_and_extras(
    medicine: Medicine, doses: Iterable[Dose], first: date, last: date, zone: tzinfo
) -> tuple[list[Slot], list[Dose]]:
    """The slots of those nights, and the doses that belong to no slot at all."""
    own = [dose for dose in doses if _is_of(dose, medicine) and dose.status is not None]
    open_slots = list(_slots(medicine, first - _MARGIN, last + _MARGIN, zone))
    taken, extras = _matched(open_slots, own, zone)
    slots = _without_open_at_stop(_with_doses(open_slots, taken), medicine, zone)
    return [slot for slot in slots if first <= slot.evening <= last], extras


def is_extra(dose: Dose) -> bool:
    """Whether it was never due: given as needed, or one more than the course says."""
    return dose.due.startswith(EXTRA)


def moment_of(due: str, zone: tzinfo) -> datetime:
    """The moment that a slot's name stands for, in UTC."""
    if due.endswith("Z"):
        return datetime.fromisoformat(due).astimezone(UTC)
    return moment_at(datetime.fromisoformat(due), zone)


def _is_of(dose: Dose, medicine: Medicine) -> bool:
    return dose.hamster == medicine.hamster and dose.medicine == own_id(medicine.id)


def named_slots(
    medicine: Medicine, first: date, last: date, zone: tzinfo
) -> Iterator[tuple[datetime, str]]:
    """Moment, in UTC, and name of each dose of those nights and about them, as clocks go."""
    if has_slots(medicine):
        moments = _hourly if is_hourly(medicine) else _by_the_clock
        yield from moments(medicine, first, last, zone)


def evening_of_slot(due: str, at: datetime, zone: tzinfo) -> date:
    """The night that a dose of that name and moment belongs to."""
    return evening_of(_wall(due, at, zone))


def _slots(medicine: Medicine, first: date, last: date, zone: tzinfo) -> Iterator[Slot]:
    # Where clocks skip a time, it is moved on and may meet another one: then they are one dose.
    named = named_slots(medicine, first, last, zone)
    known = dict(sorted(named, key=lambda each: (each[0], each[1])))
    dues = {at: due for at, due in known.items() if _before_stop(medicine, due, at, zone)}
    for (at, due), following in zip_longest(dues.items(), list(dues)[1:]):
        closes = min(at + LONGEST_WINDOW, following or at + LONGEST_WINDOW)
        yield Slot(medicine, due, at, evening_of_slot(due, at, zone), closes, None)


def _by_the_clock(
    medicine: Medicine, first: date, last: date, zone: tzinfo
) -> Iterator[tuple[datetime, str]]:
    """Moment and name of each slot at times of day; the second morning belongs to `last` too."""
    assert medicine.starts is not None and medicine.times is not None
    begin, end = max(medicine.starts, first), last + ONE_DAY
    end = min(end, last_day(medicine) or end)
    if begin > end:
        return
    # Loaded where a course runs: most commands have none to ask about.
    from dateutil.rrule import DAILY, rrule

    first_at = times_of(medicine.first_at or "00:00")[0]
    for at in times_of(medicine.times):
        # A wall clock without a zone and without seconds, begun near the nights that are asked
        # about: rrule counts wall-clock days, and from a start of years ago it takes long.
        begun = datetime.combine(begin, at)
        for wall in rrule(DAILY, dtstart=begun, until=datetime.combine(end, at)):
            if wall.date() > medicine.starts or at >= first_at:
                yield moment_at(wall, zone), f"{wall:%Y-%m-%dT%H:%M}"


def _hourly(
    medicine: Medicine, first: date, last: date, zone: tzinfo
) -> Iterator[tuple[datetime, str]]:
    """Moment and name of each slot of a course every so many hours."""
    begun, step, end = first_moment(medicine), interval(medicine), no_dose_from(medicine)
    since, until = night_begins(first, zone), night_begins(last + ONE_DAY, zone)
    number = max(0, -((begun - since) // step))
    while (at := begun + number * step) < until and (end is None or at < end):
        yield at, f"{at:%Y-%m-%dT%H:%MZ}"
        number += 1


def _wall(due: str, at: datetime, zone: tzinfo) -> datetime:
    """The wall clock's time of a slot: as it was prescribed, or as clocks here show it."""
    return at.astimezone(zone) if due.endswith("Z") else datetime.fromisoformat(due)


def _before_stop(medicine: Medicine, due: str, at: datetime, zone: tzinfo) -> bool:
    if medicine.stopped is None:
        return True
    last = times_of(medicine.stopped_at)[0] if medicine.stopped_at else time.max
    return _wall(due, at, zone).replace(tzinfo=None) <= datetime.combine(medicine.stopped, last)


def _matched(
    slots: Sequence[Slot], doses: Sequence[Dose], zone: tzinfo
) -> tuple[dict[str, Dose], list[Dose]]:
    """The dose of each slot, by its name, and the doses that are left.

    It is its own, or one whose slot is gone since the times were edited.
    """
    by_due = {dose.due: dose for dose in doses}
    taken = {slot.due: by_due[slot.due] for slot in slots if slot.due in by_due}
    extras = []
    for dose in sorted(doses, key=lambda each: each.due):
        if taken.get(dose.due) is dose:
            continue
        stand_in = None if is_extra(dose) else _nearest(dose, slots, taken, zone)
        if stand_in is None:
            extras.append(dose)
        else:
            taken[stand_in.due] = dose
    return taken, extras


def _nearest(
    dose: Dose, slots: Sequence[Slot], taken: dict[str, Dose], zone: tzinfo
) -> Slot | None:
    """The free slot nearest to when the dose was due, if it lies within that slot's window."""
    try:
        due = moment_of(dose.due, zone)
    except ValueError:  # named in a way that this version does not know
        return None
    free = [slot for slot in slots if slot.due not in taken]
    nearest = min(free, key=lambda slot: abs(slot.at - due), default=None)
    if nearest is None or abs(nearest.at - due) >= nearest.closes - nearest.at:
        return None
    return nearest


def _with_doses(slots: Sequence[Slot], taken: Mapping[str, Dose]) -> Iterator[Slot]:
    """Each slot with its dose, closed early where the next one's dose was given before its time."""
    for slot, following in zip_longest(slots, slots[1:]):
        closes = slot.closes
        early = taken.get(following.due) if following is not None else None
        if early is not None and early.at_utc is not None and early.status in WENT_IN:
            closes = min(closes, max(slot.at, early.at_utc))
        dose = taken.get(slot.due)
        yield Slot(slot.medicine, slot.due, slot.at, slot.evening, closes, dose)


def _without_open_at_stop(
    slots: Iterable[Slot], medicine: Medicine, zone: tzinfo
) -> Iterator[Slot]:
    """Leave out what was still open when somebody stopped the course: neither due nor missed."""
    stopped = stopped_moment(medicine, zone) if medicine.stopped_at else None
    for slot in slots:
        if stopped is None or slot.dose is not None or not slot.at <= stopped < slot.closes:
            yield slot
