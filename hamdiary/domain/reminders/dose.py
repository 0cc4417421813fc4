"""Doses of medicine: one task for each slot of tonight."""

from datetime import timedelta

from hamdiary.domain.course_days import last_day
from hamdiary.domain.dose_slots import Slot, SlotState, slots_between
from hamdiary.domain.evening import Moment, zone_named
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_time
from hamdiary.domain.measures import measures_of
from hamdiary.domain.medicines import Dose, Medicine
from hamdiary.domain.reminders.care import Care
from hamdiary.domain.reminders.planned import Planned
from hamdiary.domain.reminders.schedule import in_utc, when
from hamdiary.domain.reminders.task import Ringing, Task, TaskState
from hamdiary.domain.saying import said
from hamdiary.domain.setting_kinds import Switch, setting
from hamdiary.domain.things import own_id
from hamdiary.domain.typed_dates import short_day

STATES = {
    SlotState.GIVEN: TaskState.DONE,
    SlotState.REFUSED: TaskState.SKIPPED,
    SlotState.SPAT_OUT: TaskState.SKIPPED,
    SlotState.SKIPPED: TaskState.SKIPPED,
    SlotState.MISSED: TaskState.MISSED,
    SlotState.DUE: TaskState.OPEN,
    SlotState.LATER: TaskState.LATER,
}
"""A dose that was refused or spat out is not done, but whether to offer it again is the vet's
word and no reminder's (domain §5.2)."""

ONE_NIGHT = timedelta(days=1)


@dataclass(frozen=True)
class DoseReminder:
    """Reminds of each dose, at the times of its course."""

    on: bool = setting(True, Switch(), "Ring for doses; they stay on the list either way")
    """Whether it rings. Doses stay on the list: they are the vet's word."""

    def tasks(self, care: Care, now: Moment) -> list[Task]:
        """The doses of tonight, and one of the night before that can still be given."""
        return [
            self._task(slot, now)
            for slot in _slots(care, now)
            if slot.evening == care.evening or slot.state(in_utc(now)) is SlotState.DUE
        ]

    def _task(self, slot: Slot, now: Moment) -> Task:
        state = slot.state(in_utc(now))
        at = when(slot.at, now)
        return Task(
            key=f"dose:{own_id(slot.medicine.id)}:{slot.due}",
            name=slot.medicine.called,
            detail=_detail(slot, state, at, now),
            at=slot.at,
            state=STATES[state],
            order=10,
            short_detail=at,
            is_own_name=True,
            ringing=Ringing.AGAIN if self.on else Ringing.NEVER,
            evening=slot.evening,
        )

    def planned(self, care: Care, now: Moment) -> list[Planned]:
        """How each course stands in the list of reminders."""
        times: dict[Medicine, list[str]] = {}
        for slot in _slots(care, now):
            if slot.evening == care.evening:
                clock = clock_time(slot.at.astimezone(zone_named(now.zone)))
                times.setdefault(slot.medicine, []).append(clock)
        return [
            Planned(", ".join(clocks), medicine.called, self._how(medicine), self.on)
            for medicine, clocks in times.items()
        ]

    def _how(self, medicine: Medicine) -> str:
        last = last_day(medicine)
        if not self.on:
            return t("off")
        return t("to {day}").format(day=short_day(last)) if last else t("every day")


def _slots(care: Care, now: Moment) -> list[Slot]:
    zone = zone_named(now.zone)
    first = care.evening - ONE_NIGHT
    courses = [
        slots_between(each, care.doses, first, care.evening, zone) for each in care.medicines
    ]
    return sorted((slot for course in courses for slot in course), key=lambda slot: slot.at)


def _detail(slot: Slot, state: SlotState, at: str, now: Moment) -> str:
    dose = slot.dose
    match state:
        case SlotState.DUE:
            return ", ".join(filter(None, (slot.medicine.dose, t("due {time}").format(time=at))))
        case SlotState.LATER:
            return at
        case SlotState.MISSED:
            return t("not recorded, was due {time}").format(time=at)
    assert dose is not None
    words = said(measures_of(Dose)["status"], dose.status)
    return f"{words} {when(dose.at_utc, now)}" if dose.at_utc else words
