"""What reminders look at: one hamster's last nights, read once and never changed."""

from collections.abc import Callable, Sequence
from datetime import date

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.happenings import Happening
from hamdiary.domain.hints.in_brief import HintInBrief
from hamdiary.domain.medicines import Dose, Medicine
from hamdiary.domain.night import Night
from hamdiary.domain.outings import Outing
from hamdiary.domain.reminders.diet_today import DietToday, nobody_feeds
from hamdiary.domain.reminders.snoozing import Snooze
from hamdiary.domain.skips import Skip

NIGHTS_BACK = 7
"""How far back reminders look: a weekly weighing is the longest rhythm (domain §3.1)."""


@dataclass(frozen=True)
class Care:
    """The last nights of one hamster."""

    hamster: Hamster
    """Whose care it is."""
    evening: date
    """Which night it is."""
    nights: Sequence[Night] = ()
    """The recorded nights from `NIGHTS_BACK` before up to tonight, oldest first."""
    outings: Sequence[Outing] = ()
    """Tonight's outings, and any whose clock still runs."""
    medicines: Sequence[Medicine] = ()
    """The courses that have a dose about now."""
    doses: Sequence[Dose] = ()
    """What became of their doses since the night before."""
    happenings: Sequence[Happening] = ()
    """What happens from today to the day after tomorrow."""
    checked_on: date | None = None
    """The night of the last quality-of-life check."""
    hints: Sequence[HintInBrief] = ()
    """The hints that are open now."""
    diet_today: Callable[[], DietToday | None] = nobody_feeds
    """How the diet week stands; looked at only by who wants to know."""
    skips: Sequence[Skip] = ()
    """What is skipped tonight."""
    snoozes: Sequence[Snooze] = ()
    """What is put off on this device."""

    @property
    def night(self) -> Night:
        """What is recorded of tonight."""
        found = (night for night in self.nights if night.evening == self.evening)
        return next(found, Night(self.hamster.id, self.evening))

    def last_nights(self, count: int) -> list[Night]:
        """The recorded ones among the last `count` nights, tonight included."""
        return [night for night in self.nights if 0 <= (self.evening - night.evening).days < count]
