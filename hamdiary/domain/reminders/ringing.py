"""Which of the tasks that are due ring now, and which have rung already."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from hamdiary.domain.reminders.snoozing import Snooze
from hamdiary.domain.reminders.task import Ringing, Task

Rung = Mapping[str, datetime]
"""When each task rang last, by its key, in UTC."""


def to_ring(
    due: Sequence[Task],
    rung: Rung,
    snoozes: Sequence[Snooze],
    repeat_minutes: int,
    now: datetime,
) -> list[Task]:
    """The tasks among `due` that ring now: once, and again after `repeat_minutes` or a snooze.

    With 0 minutes a task rings once for each of its own times.
    """
    ended = {each.key: each.until for each in snoozes if each.until <= now}
    return [
        task
        for task in due
        if _rings(task, rung.get(task.key), ended.get(task.key), repeat_minutes, now)
    ]


def _rings(
    task: Task, last: datetime | None, put_off_until: datetime | None, repeat: int, now: datetime
) -> bool:
    # A clock that was set back would otherwise silence everything until it has caught up.
    if last is None or last > now:
        return True
    if put_off_until is not None and last < put_off_until:
        return True
    if repeat and task.ringing in (Ringing.AGAIN, Ringing.ALWAYS):
        return now - last >= timedelta(minutes=repeat)
    return task.at is not None and last < task.at
