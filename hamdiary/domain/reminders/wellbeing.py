"""The weekly quality-of-life check; off unless the owner wants it (domain §1.1, optional)."""

from datetime import time

from hamdiary.domain.evening import Moment
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_time
from hamdiary.domain.reminders.care import Care
from hamdiary.domain.reminders.planned import Planned, on_days
from hamdiary.domain.reminders.schedule import Schedule, in_utc, when
from hamdiary.domain.reminders.task import Task, TaskState
from hamdiary.domain.setting_kinds import Switch, TimeOfDay, Weekdays, setting

WEEK = 7
"""A check is weekly (domain §1.1)."""


@dataclass(frozen=True)
class WellbeingReminder:
    """Reminds of the quality-of-life check."""

    on: bool = setting(False, Switch(), "Remind of a weekly quality-of-life check")
    """Whether it is on the list and rings; nobody has to make one."""
    at: time = setting(time(21), TimeOfDay(), "When to look back on the week")
    """The hour at which it rings."""
    weekdays: tuple[int, ...] = setting(
        (), Weekdays(), "Evenings for the check; empty is a week after the last one"
    )
    """Evenings of the week; empty for a week after the last check."""

    def tasks(self, care: Care, now: Moment) -> list[Task]:
        """Tonight's check, if tonight is a night for it; none that was left out is made up for."""
        at = Schedule((self.at,)).came_or_comes(care.evening, now)
        done = care.checked_on == care.evening
        if not self.on or at is None or not (done or self._is_asked(care)):
            return []
        state = TaskState.OPEN if at <= in_utc(now) else TaskState.LATER
        detail = when(at, now)
        if done:
            state, detail = TaskState.DONE, t("written down")
        return [Task("wellbeing", t("Quality of life"), detail, at, state, 60, detail)]

    def _is_asked(self, care: Care) -> bool:
        if self.weekdays:
            return care.evening.weekday() in self.weekdays
        return care.checked_on is None or (care.evening - care.checked_on).days >= WEEK

    def planned(self, care: Care, now: Moment) -> list[Planned]:
        """How it stands in the list of reminders."""
        weekly = on_days(self.weekdays) if self.weekdays else t("once a week")
        how = weekly if self.on else t("off")
        return [Planned(clock_time(self.at), t("Quality of life"), how, self.on)]
