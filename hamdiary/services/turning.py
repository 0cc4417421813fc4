"""For how long what is worked out holds by itself, while nothing is recorded."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from hamdiary.domain.evening import Moment, zone_named
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.night_times import night_begins


@dataclass(frozen=True)
class Span:
    """From one moment to another, in UTC, in one zone."""

    begins: datetime
    """It holds from here on."""
    ends: datetime
    """It does not hold any more from here on."""
    zone: str
    """The zone of the wall clock."""

    def holds(self, now: Moment) -> bool:
        """Whether it is that time, there."""
        return now.zone == self.zone and self.begins <= now.wall.astimezone(UTC) < self.ends


def span_of(turns: Iterable[datetime], now: Moment) -> Span:
    """The time around now, within this night, in which none of these moments passes."""
    zone = zone_named(now.zone)
    at = now.wall.astimezone(UTC)
    bounds = [night_begins(now.evening + timedelta(days=days), zone) for days in (0, 1)]
    known = [*bounds, *turns]
    begins = max((each for each in known if each <= at), default=at)
    ends = min((each for each in known if each > at), default=at)
    return Span(begins, ends, now.zone)
