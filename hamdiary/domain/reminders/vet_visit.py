"""A visit to the vet, the evening before and in the morning of its day."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from hamdiary.domain.evening import Moment, zone_named
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.happenings import Happening
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_time, clock_times
from hamdiary.domain.night_times import moment_at
from hamdiary.domain.reminders.care import Care
from hamdiary.domain.reminders.planned import Planned
from hamdiary.domain.reminders.schedule import ONE_DAY, in_utc, last_or_next
from hamdiary.domain.reminders.task import Ringing, Task, TaskState
from hamdiary.domain.setting_kinds import Switch, TimeOfDay, setting
from hamdiary.domain.things import own_id
from hamdiary.domain.typed_dates import short_day

LAST = 60
"""Below what is to be done tonight: there is nothing to do about a visit but to know of it."""


@dataclass(frozen=True)
class VetVisitReminder:
    """Reminds of a visit to the vet; once each time, since there is nothing to do but go."""

    on: bool = setting(True, Switch(), "Remind of a visit to the vet")
    """Whether it is on the list and rings."""
    day_before: time = setting(time(18), TimeOfDay(), "When to ring on the day before")
    """When it rings on the day before."""
    same_day: time = setting(time(8), TimeOfDay(), "When to ring on the day itself")
    """When it rings on the day, if the visit is not before that."""

    def tasks(self, care: Care, now: Moment) -> list[Task]:
        """The visits of today and tomorrow that are still to come."""
        return list(self._tasks(care, now)) if self.on else []

    def _tasks(self, care: Care, now: Moment) -> Iterator[Task]:
        for visit in care.happenings:
            if visit.what != "vet_visit" or visit.on_day is None:
                continue
            days = (visit.on_day - now.wall.date()).days
            if days not in (0, 1) or _begins(visit, now) <= in_utc(now):
                continue
            at = self._rings_at(visit, now)
            state = TaskState.OPEN if at <= in_utc(now) else TaskState.LATER
            day = t("tomorrow") if days else t("today")
            detail = " ".join(filter(None, (day, clock_times(visit.at or ""))))
            key = f"vet-visit:{own_id(visit.id)}"
            yield Task(key, t("Vet visit"), detail, at, state, LAST, day, ringing=Ringing.ONCE)

    def _rings_at(self, visit: Happening, now: Moment) -> datetime:
        assert visit.on_day is not None
        zone = zone_named(now.zone)
        before = datetime.combine(visit.on_day - ONE_DAY, self.day_before)
        walls = [before, datetime.combine(visit.on_day, self.same_day)]
        moments = [moment_at(wall, zone) for wall in walls]
        found = last_or_next([each for each in moments if each < _begins(visit, now)], in_utc(now))
        return found or moments[0]

    def planned(self, care: Care, now: Moment) -> list[Planned]:
        """How it stands in the list of reminders: the visits to come that are known."""
        when = clock_time(self.day_before)
        if not self.on:
            return [Planned(when, t("Vet visit"), t("off"), False)]
        days = [each.on_day for each in care.happenings if each.what == "vet_visit"]
        ahead = [day for day in days if day is not None and day >= now.wall.date()]
        how = t("before {day}").format(day=short_day(min(ahead))) if ahead else t("the day before")
        return [Planned(when, t("Vet visit"), how, True)]


def _begins(visit: Happening, now: Moment) -> datetime:
    """When the visit is; the end of its day where no time is known."""
    assert visit.on_day is not None
    at = datetime.combine(visit.on_day, time())
    hour = time.fromisoformat(visit.at) if visit.at else None
    wall = datetime.combine(visit.on_day, hour) if hour else at + timedelta(days=1)
    return moment_at(wall, zone_named(now.zone))
