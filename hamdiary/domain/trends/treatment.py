"""Days of treatment, and the one published case beside them (domain §1.3, §7, §13)."""

from datetime import date, timedelta

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked, shows
from hamdiary.domain.measures import Level


def treatment_day(start: date, evening: date) -> int:
    """Which day of treatment an evening is: 1 on the first, -1 the day before; there is no 0."""
    days = (evening - start).days
    return days + 1 if days >= 0 else days


@shows("words")
@dataclass(frozen=True)
class Told:
    """What was told of the published case on one day of treatment, coded as domain §1.3 does."""

    day: int
    """The day of treatment."""
    gait: Level
    """The gait level that the words come nearest to."""
    leg_left: Level
    """The left leg's level."""
    leg_right: Level
    """The right leg's level."""
    words: str
    """What was said."""


PUBLISHED_CASE = (
    Told(1, 0, 0, 0, "hind legs paralysed"),
    Told(10, 2, 2, 1, "begins to use the hind legs, the left a bit stronger"),
    Told(20, 4, 4, 4, "both hind legs used quite normally"),
)
"""One case, three days of it: nothing is known of the days between (domain §13, the last case)."""

CASE_LABEL = marked("one published case, not a forecast")
"""What stands beside it wherever it is drawn."""


def published_gait(start: date) -> dict[date, Level]:
    """The case's gait as if its treatment had begun on `start`; only the days that were told."""
    return {start + timedelta(days=told.day - 1): told.gait for told in PUBLISHED_CASE}
