"""Which night a moment belongs to: from noon to noon, named after its evening (design §2)."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from hamdiary.domain.frozen import dataclass

NOON = timedelta(hours=12)

FIRST_YEAR, LAST_YEAR = 1990, 2200
"""Years a day of the diary may have; anything else is a slip of the keys."""


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
        return evening_of(self.wall)

    @property
    def utc_text(self) -> str:
        """UTC as fixed-width text, "2026-11-22T20:16:00Z", which sorts by time."""
        return utc_text(self.wall)


def evening_of(wall: datetime) -> date:
    """The evening whose night a wall clock's time belongs to."""
    return (wall.replace(tzinfo=None) - NOON).date()


def utc_text(moment: datetime) -> str:
    """A point in time as fixed-width UTC, "2026-11-22T20:16:00Z", which sorts by time."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def zone_named(name: str) -> tzinfo:
    """The zone of that IANA name or "UTC+01:00"; UTC for a name that is not known here."""
    try:
        if name.startswith("UTC") and len(name) == len("UTC+01:00"):
            sign = -1 if name[3] == "-" else 1
            return timezone(sign * timedelta(hours=int(name[4:6]), minutes=int(name[7:9])))
        from zoneinfo import ZoneInfo

        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return UTC
