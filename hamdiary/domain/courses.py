"""A course with all that became of its doses: what Care, the command line and the report show."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date, datetime, timedelta, tzinfo

from hamdiary.domain.course_days import (
    ONE_DAY,
    CourseState,
    course_state,
    first_evening,
    interval,
    is_hourly,
    last_evening,
    treatment_day,
)
from hamdiary.domain.dose_slots import Slot, SlotState, slots_and_extras
from hamdiary.domain.evening import evening_of
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import Told
from hamdiary.domain.medicines import Dose, Medicine

COUNT_WORDS: Told[SlotState, str] = Told(
    {
        SlotState.GIVEN: "given",
        SlotState.REFUSED: "refused",
        SlotState.SPAT_OUT: "spat out",
        SlotState.SKIPPED: "skipped",
        SlotState.MISSED: "not recorded",
    }
)
"""What became of doses, in the order and the words in which they are counted."""


@dataclass(frozen=True)
class Course:
    """One course at one moment."""

    medicine: Medicine
    """What was prescribed."""
    state: CourseState
    """Whether it runs."""
    day: tuple[int, int | None] | None
    """Which day of it tonight is, and of how many; None outside of it."""
    slots: Sequence[Slot]
    """Its doses, the first to the last; of one without an end up to the next night."""
    extras: Sequence[Dose]
    """Doses that were due at no time: as needed, or one more."""
    now: datetime
    """The moment, on the wall clock of where the owner is."""
    earlier: Mapping[SlotState, int] = field(default_factory=dict)
    """What became of the doses before these slots, counted, where only the last ones are here."""

    @property
    def counts(self) -> dict[SlotState, int]:
        """How many doses there are of each state; extra ones are counted with the others."""
        found = Counter(slot.state(self.now) for slot in self.slots)
        found.update(SlotState(dose.status) for dose in self.extras if dose.status is not None)
        found.update(self.earlier)
        return {state: found[state] for state in SlotState if found[state]}

    @property
    def due(self) -> Slot | None:
        """The dose that can be given now."""
        return self._first(SlotState.DUE)

    @property
    def next(self) -> Slot | None:
        """The dose that comes next."""
        return self._first(SlotState.LATER)

    def _first(self, state: SlotState) -> Slot | None:
        return next((slot for slot in self.slots if slot.state(self.now) is state), None)


def course_of(
    medicine: Medicine,
    doses: Iterable[Dose],
    now: datetime,
    zone: tzinfo,
    nights: tuple[date, date] | None = None,
) -> Course:
    """The whole course, or only the nights from one to another; `doses` are those of these nights.

    Doses of other medicines among them are passed over.
    """
    tonight = evening_of(now.astimezone(zone))
    first, last = nights or nights_of_course(medicine, tonight)
    slots, extras = slots_and_extras(medicine, doses, first, last, zone)
    state, day = course_state(medicine, now, zone), treatment_day(medicine, tonight)
    day = None if state.is_over else day
    return Course(medicine, state, day, slots, extras, now.astimezone(zone))


def nights_of_course(medicine: Medicine, tonight: date) -> tuple[date, date]:
    """All nights of a course; of one without an end, far enough to hold the next dose."""
    first, last = first_evening(medicine) or tonight, last_evening(medicine)
    until = max(first, tonight) + _to_the_next(medicine) if last is None else last + ONE_DAY
    # A traveller's evening can be one off.
    return first - ONE_DAY, until


def counted(counts: dict[SlotState, int]) -> str:
    """The counts in words: "8 given, 2 refused, 1 not recorded"; empty if there are none."""
    return ", ".join(
        f"{counts[state]} {COUNT_WORDS[state]}" for state in COUNT_WORDS if counts.get(state)
    )


def in_order(courses: Iterable[Course]) -> list[Course]:
    """Running ones first, then as needed, then to come, then those that are over, newest first."""
    order = (CourseState.RUNNING, CourseState.AS_NEEDED, CourseState.TO_COME)
    known = list(courses)
    current = [each for state in order for each in known if each.state is state]
    over = [each for each in known if each.state.is_over]
    return [*current, *sorted(over, key=_end, reverse=True)]


def _end(course: Course) -> str:
    last = last_evening(course.medicine)
    return last.isoformat() if last else ""


def _to_the_next(medicine: Medicine) -> timedelta:
    return ONE_DAY + interval(medicine) if is_hourly(medicine) else ONE_DAY
