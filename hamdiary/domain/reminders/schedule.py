"""Times that come again night by night, on the wall clock: 21:00 stays 21:00 wherever one is."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from hamdiary.domain.evening import Moment, zone_named
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_time
from hamdiary.domain.night_times import moment_at, wall_on

if TYPE_CHECKING:
    from dateutil.rrule import rrule

NOON = time(12)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Schedule:
    """Times of day, on some evenings of the week or on all."""

    times: tuple[time, ...]
    """The times; those before noon belong to the morning after the evening."""
    weekdays: tuple[int, ...] = ()
    """The evenings, 0 for Monday; none is every evening."""

    def rules(self, first: date) -> "list[rrule]":
        """The recurrences from the night of `first` on, naive, without an end."""
        from dateutil.rrule import DAILY, rrule

        # A rule crosses all its hours with all its minutes, so that each minute needs its own.
        kinds = sorted({(each.minute, each < NOON) for each in self.times})
        return [
            rrule(
                DAILY,
                dtstart=datetime.combine(first, NOON),
                byhour=[at.hour for at in self.times if (at.minute, at < NOON) == kind],
                byminute=kind[0],
                bysecond=0,
                byweekday=_days_on_which(self.weekdays, morning=kind[1]),
            )
            for kind in kinds
        ]

    def of_night(self, evening: date) -> tuple[datetime, ...]:
        """The times of that night in their order, as naive wall clock."""
        if not self.weekdays:
            # Every night has the same times; loading the rules would be a twentieth of a start.
            return tuple(sorted({wall_on(evening, at) for at in self.times}))
        return _of_night(self, evening)

    def came_or_comes(self, evening: date, now: Moment) -> datetime | None:
        """The last time of that night that has come, else the first to come, in UTC."""
        zone = zone_named(now.zone)
        moments = [moment_at(wall, zone) for wall in self.of_night(evening)]
        return last_or_next(moments, in_utc(now))


@lru_cache(maxsize=64)
def _of_night(schedule: Schedule, evening: date) -> tuple[datetime, ...]:
    # From tonight on: looking forward from ten years ago takes up to 25 ms (traps §9).
    noon = datetime.combine(evening, NOON)
    almost_noon = noon + ONE_DAY - timedelta(seconds=1)
    found = [rule.between(noon, almost_noon, inc=True) for rule in schedule.rules(evening)]
    return tuple(sorted(wall for walls in found for wall in walls))


def _days_on_which(weekdays: tuple[int, ...], morning: bool) -> list[int] | None:
    """The calendar days' weekdays: the morning of Tuesday's night is on a Wednesday."""
    return [(day + morning) % 7 for day in weekdays] or None


def last_or_next(moments: Sequence[datetime], now: datetime) -> datetime | None:
    """The last moment that has come, else the first to come; None of none."""
    come = [moment for moment in moments if moment <= now]
    return max(come, default=None) or min(moments, default=None)


def in_utc(now: Moment) -> datetime:
    """Now in UTC: within one zone Python would compare wall clocks (traps §1)."""
    return now.wall.astimezone(UTC)


def when(moment: datetime, now: Moment) -> str:
    """A moment as one would say it now: "21:00", "tomorrow 09:00"."""
    wall = moment.astimezone(zone_named(now.zone))
    days = (wall.date() - now.wall.date()).days
    return t("tomorrow {time}").format(time=clock_time(wall)) if days == 1 else clock_time(wall)


def clocks(times: tuple[time, ...]) -> str:
    """Times of day for a list: "21:00, 22:30"."""
    return ", ".join(clock_time(each) for each in times)
