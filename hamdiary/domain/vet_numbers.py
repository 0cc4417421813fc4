"""Whom to ring, and which number first at this hour."""

from datetime import datetime

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t

OPENS, CLOSES = 8, 19
"""Hours between which a practice is likely to answer, Sundays aside (D)."""

SUNDAY = 6


@dataclass(frozen=True)
class VetNumber:
    """One number that can be rung."""

    called: str
    """Whose number it is."""
    phone: str
    """The number as the owner wrote it."""
    hours: str
    """When it answers, in the owner's words; may be empty."""
    is_first: bool
    """Whether it is the one to ring first, since it is likelier to answer at this hour."""


def numbers_to_ring(hamster: Hamster, wall: datetime, *, at_once: bool = True) -> list[VetNumber]:
    """The numbers that are known; `at_once` the likelier one at that time on the wall clock first.

    What can wait for an appointment is a matter for the vet's own number, at the vet's own hours.
    """
    vet = (hamster.vet_name or t("Vet"), hamster.vet_phone, hamster.vet_hours)
    night = (t("Out of hours"), hamster.night_phone, hamster.night_hours)
    late = at_once and (not OPENS <= wall.hour < CLOSES or wall.weekday() == SUNDAY)
    known = [each for each in ((night, vet) if late else (vet, night)) if each[1]]
    return [
        VetNumber(called, phone or "", hours or "", at_once and place == 0)
        for place, (called, phone, hours) in enumerate(known)
    ]
