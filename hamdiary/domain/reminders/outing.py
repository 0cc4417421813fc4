"""Time out of the cage, until the goal of that night is reached (domain §5.1)."""

from datetime import datetime, time

from hamdiary.domain.evening import Moment, zone_named
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import Told, t
from hamdiary.domain.manner import figures
from hamdiary.domain.night_times import moment_at, wall_on
from hamdiary.domain.outings import Outing, seconds_out
from hamdiary.domain.reminders.care import Care
from hamdiary.domain.reminders.planned import Planned, on_days
from hamdiary.domain.reminders.schedule import Schedule, clocks, in_utc
from hamdiary.domain.reminders.task import Task, TaskState
from hamdiary.domain.setting_kinds import Switch, TimeOfDay, TimesOfDay, Weekdays, setting

ENOUGH: Told[str, str] = Told(
    {
        "tired": "tired",
        "breathing": "breathed hard",
        "drags": "dragged more",
        "circling": "circled or tilted",
        "fell": "fell",
    }
)
"""Ends after which nobody is asked to go on that night: 30 minutes are a ceiling and no duty, and
one stops when the hamster sits, breathes hard or drags more (domain §5.1, design §2 rule 8)."""


@dataclass(frozen=True)
class OutingReminder:
    """Reminds of the time out of the cage."""

    on: bool = setting(True, Switch(), "Remind of the time out of the cage")
    """Whether it is on the list and rings."""
    times: tuple[time, ...] = setting((time(21),), TimesOfDay(6), "When to begin asking")
    """When it rings, as long as the goal is not reached."""
    weekdays: tuple[int, ...] = setting((), Weekdays(), "Evenings; empty is every evening")
    """Evenings on which it is asked for; none named is every evening."""
    until: time = setting(time(1), TimeOfDay(), "Ask no more that night after this")
    """After this it rings no more that night: a hamster sleeps by day (domain §3)."""

    def tasks(self, care: Care, now: Moment) -> list[Task]:
        """Tonight's outing; none on an evening that is not asked for."""
        goal = care.hamster.goal_on(care.evening)
        if care.hamster.rest_ordered == "yes":
            return [_task(TaskState.OFF, t("rest ordered"), None)]
        at = Schedule(self.times, self.weekdays).came_or_comes(care.evening, now)
        if not self.on or at is None or not goal:
            return []
        tonight = [each for each in care.outings if each.evening == care.evening]
        counted = [each for each in tonight if not each.is_forgotten(care.evening, now.wall)]
        minutes = int(seconds_out(counted, now.wall) // 60)
        short = t("{count} of {of}").format(count=minutes, of=figures(goal))
        so_far = t("{count} of {of} min").format(count=minutes, of=figures(goal))
        detail = ", ".join([so_far, *_afterwards(care, tonight, now)])
        state = _state(care, tonight, minutes >= goal, at, now)
        return [_task(state, detail, at, short, self._last(care, at, now))]

    def _last(self, care: Care, at: datetime, now: Moment) -> datetime | None:
        last = moment_at(wall_on(care.evening, self.until), zone_named(now.zone))
        return last if last > at else None

    def planned(self, care: Care, now: Moment) -> list[Planned]:
        """How it stands in the list of reminders."""
        goal = care.hamster.goal_on(care.evening)
        resting = care.hamster.rest_ordered == "yes"
        how = t("rest ordered") if resting else on_days(self.weekdays) if self.on else t("off")
        name = t("Outing") if not goal else t("Outing, {goal} min").format(goal=figures(goal))
        return [Planned(clocks(self.times), name, how, self.on and not resting)]


def _state(care: Care, tonight: list[Outing], done: bool, at: datetime, now: Moment) -> TaskState:
    if done:
        return TaskState.DONE
    if any(_runs(each, care, now) for each in care.outings):
        return TaskState.UNDERWAY
    if _why_enough(tonight):
        return TaskState.SKIPPED
    return TaskState.OPEN if at <= in_utc(now) else TaskState.LATER


def _runs(outing: Outing, care: Care, now: Moment) -> bool:
    return outing.is_running and not outing.is_forgotten(care.evening, now.wall)


def _why_enough(tonight: list[Outing]) -> str:
    """Why tonight's last outing was ended for the hamster's sake; empty if it was not."""
    ended = [each for each in tonight if each.stopped_for is not None]
    last = max(ended, key=lambda each: (each.ended_utc is not None, each.ended_utc), default=None)
    return str(ENOUGH.get(last.stopped_for, "")) if last else ""


def _afterwards(care: Care, tonight: list[Outing], now: Moment) -> list[str]:
    """What is to be added about it."""
    if any(each.is_forgotten(care.evening, now.wall) for each in care.outings):
        return [t("a clock still runs")]
    why = _why_enough(tonight)
    return [why] if why else []


def _task(
    state: TaskState,
    detail: str,
    at: datetime | None,
    short: str = "",
    until: datetime | None = None,
) -> Task:
    return Task("outing", t("Outing"), detail, at, state, 30, short, until=until)
