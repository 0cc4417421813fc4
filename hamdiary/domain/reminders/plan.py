"""Tonight's to-do list, what of it should ring now, and when the next one will."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from hamdiary.domain.evening import Moment, zone_named
from hamdiary.domain.language import t
from hamdiary.domain.night_times import moment_at, night_begins
from hamdiary.domain.reminders.care import Care
from hamdiary.domain.reminders.planned import Planned
from hamdiary.domain.reminders.quiet import QuietHours
from hamdiary.domain.reminders.schedule import ONE_DAY, in_utc, when
from hamdiary.domain.reminders.task import Ringing, Task, TaskState
from hamdiary.domain.settings import Reminders, Settings

PLACES = {
    TaskState.DONE: 0,
    TaskState.OPEN: 1,
    TaskState.UNDERWAY: 1,
    TaskState.SNOOZED: 1,
    TaskState.LATER: 2,
    TaskState.MISSED: 3,
    TaskState.SKIPPED: 4,
    TaskState.OFF: 5,
}
"""The order of the list: what is done, what is to be done, what is to come, what will not be."""

AFTER_A_SNOOZE = timedelta(hours=1)
"""How long a snooze may still ring for once the hour is past at which its task falls silent."""


class Reminder(Protocol):
    """One rule: what it asks for on a night."""

    def tasks(self, care: Care, now: Moment) -> list[Task]:
        """Its tasks of the night of `care`, as they stand now."""

    def planned(self, care: Care, now: Moment) -> list[Planned]:
        """Its lines in the list of reminders."""


def reminders_in(reminders: Reminders) -> tuple[Reminder, ...]:
    """Every reminder there is; a new one gets its line here and its settings in `Reminders`."""
    return (
        reminders.weigh_in,
        reminders.dose,
        reminders.outing,
        reminders.log,
        reminders.diet,
        reminders.vet_visit,
        reminders.wellbeing,
        reminders.hint,
    )


def tasks(care: Care, settings: Settings, now: Moment) -> list[Task]:
    """Tonight's to-do list, as it stands now; empty for a diary that is closed."""
    if care.hamster.closed_because is not None:
        return []
    reminders = reminders_in(settings.reminders)
    found = [task for reminder in reminders for task in reminder.tasks(care, now)]
    return sorted((_as_wished(task, care, now) for task in found), key=_place)


def due(care: Care, settings: Settings, now: Moment) -> list[Task]:
    """What should ring now: open, its time has come, not put off, and no quiet hours."""
    quiet = settings.reminders.quiet_hours
    found = [task for task in tasks(care, settings, now) if _rings(task, care, quiet, now)]
    if quiet is not None and quiet.hold(now.wall):
        return [task for task in found if task.ringing is Ringing.ALWAYS]
    return found


def planned(care: Care, settings: Settings, now: Moment) -> list[Planned]:
    """The list of reminders: when each rings, and how often."""
    return [line for each in reminders_in(settings.reminders) for line in each.planned(care, now)]


def next_ring(care: Care, settings: Settings, now: Moment) -> tuple[datetime, Task] | None:
    """What will ring next that does not ring yet, and when, in UTC; tonight or tomorrow night."""
    zone = zone_named(now.zone)
    tomorrow = replace(care, evening=care.evening + ONE_DAY)
    noon = Moment(night_begins(tomorrow.evening, zone).astimezone(zone), now.zone)
    quiet = settings.reminders.quiet_hours
    for ahead, then in ((care, now), (tomorrow, noon)):
        coming = [*_coming(tasks(ahead, settings, then), ahead, quiet, then)]
        if coming:
            return min(coming, key=lambda each: (each[0], each[1].order))
    return None


def _coming(
    tonight: list[Task], care: Care, quiet: QuietHours | None, now: Moment
) -> Iterator[tuple[datetime, Task]]:
    for task in tonight:
        put_off = {each.key: each.until for each in care.snoozes}
        at = put_off[task.key] if task.state is TaskState.SNOOZED else task.at
        waits = task.state in (TaskState.LATER, TaskState.SNOOZED)
        if waits and at is not None and task.ringing is not Ringing.NEVER:
            yield _after_quiet(at, quiet, now), task


def _after_quiet(at: datetime, quiet: QuietHours | None, now: Moment) -> datetime:
    zone = zone_named(now.zone)
    wall = at.astimezone(zone)
    return moment_at(quiet.end_after(wall), zone) if quiet and quiet.hold(wall) else at


def _as_wished(task: Task, care: Care, now: Moment) -> Task:
    """The task as it stands once somebody has skipped or snoozed it."""
    if task.state not in (TaskState.OPEN, TaskState.LATER) or task.ringing is Ringing.ALWAYS:
        return task
    for skip in care.skips:
        if (skip.reminder, skip.evening) == (task.key, task.evening or care.evening):
            detail = ", ".join(filter(None, (t("skipped tonight"), skip.why)))
            return replace(task, state=TaskState.SKIPPED, detail=detail)
    for snooze in care.snoozes:
        if snooze.key == task.key and snooze.holds(in_utc(now)) and task.state is TaskState.OPEN:
            until = when(snooze.until, now)
            detail = t("until {time}").format(time=until)
            return replace(task, state=TaskState.SNOOZED, detail=detail, short_detail=until)
    return task


def _place(task: Task) -> tuple[int, float, float]:
    at = task.at.timestamp() if task.at is not None else 0.0
    # What is to come stands in the order of the clock, the rest in the order of the evening.
    if task.state is TaskState.LATER:
        return PLACES[task.state], at, task.order
    return PLACES[task.state], task.order, at


def _rings(task: Task, care: Care, quiet: QuietHours | None, now: Moment) -> bool:
    if task.state is not TaskState.OPEN or task.ringing is Ringing.NEVER or task.at is None:
        return False
    if task.until is None or in_utc(now) < _last_ring(task, task.until, care):
        return True
    # What became due in quiet hours rings at their end, however late that is.
    return quiet is not None and quiet.hold(task.at.astimezone(zone_named(now.zone)))


def _last_ring(task: Task, until: datetime, care: Care) -> datetime:
    put_off = [each.until + AFTER_A_SNOOZE for each in care.snoozes if each.key == task.key]
    return max([until, *put_off])
