"""What became of doses, as the rules for hints see it; loaded only where a medicine is given."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from hamdiary.domain.dose_slots import Slot, SlotState, slots_and_extras
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.beside import DoseSeen, DoseState
from hamdiary.domain.medicines import Dose, Medicine
from hamdiary.services.session import Session
from hamdiary.storage import care

AROUND = timedelta(days=2)
"""Nights around those asked about whose doses have a say: windows, edited times, travellers."""

_STATES: dict[SlotState, DoseState] = {
    SlotState.GIVEN: "given",
    SlotState.REFUSED: "refused",
    SlotState.SPAT_OUT: "spat_out",
    SlotState.SKIPPED: "skipped",
    SlotState.MISSED: "missed",
    SlotState.DUE: "open",
    SlotState.LATER: "open",
}


def doses_seen(
    session: Session,
    hamster: Hamster,
    courses: Sequence[Medicine],
    written: Mapping[str, datetime],
    nights: tuple[date, date],
) -> tuple[tuple[DoseSeen, ...], list[datetime]]:
    """The doses of those nights, and the moments at which one that is not recorded is over.

    `written` says when each course was written down: nobody can know what became of a dose that
    was over by then, so that it is neither given nor missed.
    """
    first, last = nights
    doses = care.doses(session.diary, hamster.id, first - AROUND, last + AROUND)
    now, zone = session.now().wall.astimezone(UTC), session.zone
    found: list[DoseSeen] = []
    turns: list[datetime] = []
    for medicine in courses:
        slots, extras = slots_and_extras(medicine, doses, first, last, zone)
        for slot in slots:
            known = written.get(medicine.id)
            found.append(_of_slot(slot, now, known))
            if slot.dose is None:
                turns.append(slot.closes)
        found += _of_extras(medicine, extras)
    return tuple(sorted(found, key=lambda each: each.evening)), turns


def _of_slot(slot: Slot, now: datetime, written: datetime | None) -> DoseSeen:
    state = _STATES[slot.state(now)]
    if state == "missed" and written is not None and slot.closes <= written:
        state = "unknown"
    return _seen(slot.medicine, slot.evening, state)


def _of_extras(medicine: Medicine, extras: Sequence[Dose]) -> Iterator[DoseSeen]:
    """Doses that were due at no time: of these only what went in matters."""
    for dose in extras:
        if dose.status in ("given", "spat_out") and dose.evening is not None:
            yield _seen(medicine, dose.evening, "given")


def _seen(medicine: Medicine, evening: date, state: DoseState) -> DoseSeen:
    return DoseSeen(evening, medicine.called, medicine.antibiotic == "yes", state)
