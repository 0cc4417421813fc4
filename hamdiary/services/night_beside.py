"""What is read out of one night beside the plots, besides what they draw of it."""

from datetime import date

from hamdiary.domain.dose_slots import is_extra
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.things import own_id
from hamdiary.domain.trends.course import DoseState
from hamdiary.services.courses import slots_of_nights
from hamdiary.services.session import Session
from hamdiary.services.treatment import treatment_on
from hamdiary.storage import care


@dataclass(frozen=True)
class NightBeside:
    """One night's doses by name, its note, and which day of treatment it is."""

    evening: date
    """Which night."""
    doses: tuple[tuple[DoseState, str], ...]
    """What became of each dose, with the medicine's name."""
    note: str | None
    """The note as it was written."""
    day: tuple[int, int | None] | None
    """Which day of treatment, and of how many; None outside of every course."""


def night_beside(session: Session, hamster: Hamster, evening: date) -> NightBeside:
    """Read it; DiaryTrouble if it cannot be read."""
    return NightBeside(
        evening,
        tuple(_doses(session, hamster, evening)),
        session.diary.night(hamster.id, evening).note,
        treatment_on(session, hamster, evening),
    )


def _doses(session: Session, hamster: Hamster, evening: date) -> list[tuple[DoseState, str]]:
    now = session.now().wall
    slots = slots_of_nights(session, hamster, evening, evening)
    doses: list[tuple[DoseState, str]] = [
        (slot.state(now).value, slot.medicine.called) for slot in slots
    ]
    names = {own_id(each.id): each for each in care.medicines(session.diary, hamster.id)}
    for dose in care.doses(session.diary, hamster.id, evening, evening):
        medicine = names.get(dose.medicine)
        if is_extra(dose) and dose.status is not None and medicine is not None:
            doses.append((dose.status, medicine.called))
    return doses
