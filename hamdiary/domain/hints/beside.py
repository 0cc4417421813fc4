"""What the rules look at besides the nights: doses, foods, looks at the quality of life."""

from datetime import date
from typing import Literal

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hints import thresholds as T

DoseState = Literal["given", "refused", "spat_out", "skipped", "missed", "open", "unknown"]


@dataclass(frozen=True)
class DoseSeen:
    """What became of one dose of a medicine that a vet prescribed."""

    evening: date
    """The night it belongs to."""
    medicine: str
    """What the medicine is called."""
    antibiotic: bool
    """Whether it is an antibiotic."""
    state: DoseState
    """Its end; "missed" is due and nothing recorded, "open" can still be given, "unknown" was
    over before anybody wrote the course down."""


@dataclass(frozen=True)
class Eaten:
    """One food that was eaten besides the usual one."""

    evening: date
    """The night."""
    food: str
    """What the owner calls it."""
    tier: Literal["T", "U"] | None = None
    """T possibly poisonous, U unsuitable or disputed, None neither (domain §4.5)."""
    moist: bool = False
    """Whether it holds much water, like fruit, leaves and vegetables."""


@dataclass(frozen=True)
class QualityCheck:
    """A weekly look at the quality of life (domain §1.1, HHHHHMM), if the owner makes one."""

    evening: date
    """The night."""
    total: int | None = None
    """The sum of its seven parts, 0 to 70; the highest it can be where parts are not answered."""
    end_considered: bool = False
    """Whether the owner wants to talk with the vet about letting it go."""
    is_whole: bool = True
    """Whether all seven parts were answered."""

    @property
    def is_low(self) -> bool:
        """Whether it comes to so little that it is a reason to talk with the vet."""
        return self.total is not None and self.total <= T.QUALITY.value
