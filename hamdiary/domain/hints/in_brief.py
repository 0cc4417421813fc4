"""An open hint in brief: what one line says of it, and what a reminder needs to know."""

from datetime import date, datetime

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.urgency import Urgency

SAID_AT_ONCE: tuple[Urgency, ...] = ("now", "today", "soon", "watch")
"""What is said above Tonight, below an entry and by `tonight`; a NOTE waits in the list.

WATCH asks for a second look within 12 to 24 hours, at the log itself: said only in a list it would
turn into SOON before anybody had looked. A NOTE is for the next visit (domain §6).
"""

RINGS: tuple[Urgency, ...] = ("now", "today")
"""What rings until the vet has been told."""

NOTHING_RECORDED = "R45"
"""The rule that nothing is recorded while a hint is open (domain §6)."""


@dataclass(frozen=True)
class HintInBrief:
    """One open hint."""

    key: str
    """Its key: "R05", "R44:ate"."""
    urgency: Urgency
    """How soon a vet should be asked."""
    title: str
    """What it is about: "Gait fell from 3 stands to 1 flicker"."""
    since: date
    """The evening on which it opened."""
    at: datetime
    """When what feeds it was recorded last, in UTC."""
    again: datetime | None = None
    """Until when it is silent because the owner has seen it, in UTC; None if it is not."""

    @property
    def is_said(self) -> bool:
        """Whether it is said wherever the owner looks: WATCH or more urgent."""
        return self.urgency in SAID_AT_ONCE
