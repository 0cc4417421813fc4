"""Putting a reminder off for a while; its schedule does not move."""

from datetime import datetime, timedelta

from hamdiary.domain.evening import Moment, zone_named
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.night_times import night_begins
from hamdiary.domain.reminders.schedule import in_utc

LONGEST = timedelta(hours=26)
"""Nothing is put off for longer: an end that lies further off was set by a wrong clock."""


@dataclass(frozen=True)
class Snooze:
    """One task put off."""

    key: str
    """The task's key."""
    until: datetime
    """When it is open again."""

    def holds(self, now: datetime) -> bool:
        """Whether the task is still put off."""
        return now < self.until <= now + LONGEST


def in_minutes(now: Moment, minutes: int) -> datetime:
    """The end of a snooze of so many minutes."""
    return in_utc(now) + timedelta(minutes=minutes)


def until_tomorrow(now: Moment) -> datetime:
    """The end of a snooze until tomorrow: the noon at which the next night begins."""
    return night_begins(now.evening + timedelta(days=1), zone_named(now.zone))
