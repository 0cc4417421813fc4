"""Weighing: every night at first or when ill, once a week when all is well (domain §3.1)."""

from datetime import time

from hamdiary.domain.dose_slots import treatment_day
from hamdiary.domain.evening import Moment
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import illness_day
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_time, decimal
from hamdiary.domain.night import Night
from hamdiary.domain.reminders.care import Care
from hamdiary.domain.reminders.planned import Planned, on_days
from hamdiary.domain.reminders.schedule import Schedule, in_utc, when
from hamdiary.domain.reminders.task import Task, TaskState
from hamdiary.domain.setting_kinds import Switch, TimeOfDay, Weekdays, setting

DAILY_NIGHTS = 14
"""Weighed every night in the first two weeks (domain §3.1, D)."""

WEEK = 7
"""Weighed once in so many nights when all is well (domain §3.1, D)."""

ILL_NIGHTS = 3
"""A hamster counts as ill for so many nights after a sign of it: "lately" in our words (D)."""

ILL_DROPPINGS = frozenset({"none", "few", "soft", "loose", "watery"})
"""Droppings that are not normal (domain §2)."""

ILL_APPETITE = frozenset({"none", "little", "half"})
"""An appetite that is not normal: half or less (domain §6 R44)."""


def is_ill(night: Night) -> bool:
    """Whether droppings or appetite of that night were seen not to be normal."""
    return night.droppings in ILL_DROPPINGS or night.ate in ILL_APPETITE


def is_daily(care: Care) -> bool:
    """Whether the hamster is to be weighed every night now (domain §3.1)."""
    onset = care.hamster.onset
    day_number = illness_day(onset, care.evening) if onset else None
    if day_number is not None and day_number <= DAILY_NIGHTS:
        return True
    courses = (each for each in care.medicines if not each.is_as_needed)
    return any(treatment_day(each, care.evening) for each in courses) or any(
        map(is_ill, care.last_nights(ILL_NIGHTS))
    )


@dataclass(frozen=True)
class WeighInReminder:
    """Reminds of weighing."""

    on: bool = setting(True, Switch(), "Remind of weighing")
    """Whether it is on the list and rings."""
    at: time = setting(time(20), TimeOfDay(), "When to weigh: always at the same hour")
    """The same hour every time, before the evening meal (domain §3.1)."""
    weekdays: tuple[int, ...] = setting(
        (), Weekdays(), "Evenings when weighed weekly; empty is a week after the last time"
    )
    """Evenings of the weekly weighing; whoever missed one is asked on the evenings after it."""
    until: time = setting(time(1), TimeOfDay(), "Ask no more that night after this")
    """After this it rings no more that night: another hour makes another weight."""

    def tasks(self, care: Care, now: Moment) -> list[Task]:
        """Tonight's weighing, if tonight is a night for it."""
        at = Schedule((self.at,)).came_or_comes(care.evening, now)
        weight = care.night.weight_g
        if not self.on or at is None or (weight is None and not self._is_asked(care)):
            return []
        last = Schedule((self.until,)).came_or_comes(care.evening, now)
        until = last if last is not None and last > at else None
        if weight is not None:
            state, detail = TaskState.DONE, f"{decimal(weight, 1)} g"
        else:
            state = TaskState.OPEN if at <= in_utc(now) else TaskState.LATER
            detail = when(at, now)
        name = t("Weigh-in")
        return [Task("weigh-in", name, detail, at, state, 20, detail, until=until)]

    def _is_asked(self, care: Care) -> bool:
        if is_daily(care) or care.evening.weekday() in self.weekdays:
            return True
        return all(night.weight_g is None for night in care.last_nights(WEEK))

    def planned(self, care: Care, now: Moment) -> list[Planned]:
        """How it stands in the list of reminders."""
        weekly = on_days(self.weekdays) if self.weekdays else t("once a week")
        how = (t("every night") if is_daily(care) else weekly) if self.on else t("off")
        return [Planned(clock_time(self.at), t("Weigh-in"), how, self.on)]
