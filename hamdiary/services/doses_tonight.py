"""One night's doses for `hamdiary tonight`: without a course nothing more is loaded for them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.medicines import Dose, Medicine
from hamdiary.services.session import Session
from hamdiary.storage import care

if TYPE_CHECKING:
    from hamdiary.domain.dose_slots import Slot


@dataclass(frozen=True)
class NightDoses:
    """What is to be given in one night."""

    slots: "Sequence[Slot]"
    """The doses that fall due, in order."""
    as_needed: Sequence[Medicine]
    """What can be given when it is needed."""
    extras: Sequence[Dose]
    """What was given that was not due."""
    now: datetime
    """This moment, on the wall clock here."""


def doses_tonight(session: Session, hamster: Hamster, evening: date) -> NightDoses | None:
    """The doses of that night; None if no medicine was ever written down."""
    if not care.medicines(session.diary, hamster.id):
        return None
    from hamdiary.domain.dose_slots import is_extra
    from hamdiary.services.courses import as_needed_now, slots_tonight

    now = session.now().wall.astimezone(session.zone)
    given = care.doses(session.diary, hamster.id, evening, evening)
    return NightDoses(
        slots_tonight(session, hamster, evening),
        as_needed_now(session, hamster),
        [dose for dose in given if is_extra(dose)],
        now,
    )
