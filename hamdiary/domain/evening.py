"""Which night a moment belongs to: from noon to noon, named after its evening (design §2)."""

from datetime import UTC, date, datetime, timedelta

from hamdiary.domain.frozen import dataclass

NOON = timedelta(hours=12)


@dataclass(frozen=True)
class Moment:
    """A point in time as the owner's wall clock shows it, with the zone of that clock."""

    wall: datetime
    """The wall clock, aware: it carries its offset."""
    zone: str
    """The IANA zone ("Europe/Berlin"), or "UTC+01:00" where none is known."""

    @property
    def evening(self) -> date:
        """The evening whose night this moment belongs to.

        Wall-clock arithmetic on purpose: on the nights on which clocks change, 02:00 is
        still 02:00 to whoever reads the clock.
        """
        return (self.wall.replace(tzinfo=None) - NOON).date()

    @property
    def utc_text(self) -> str:
        """UTC as fixed-width text, "2026-11-22T20:16:00Z", which sorts by time."""
        return self.wall.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
