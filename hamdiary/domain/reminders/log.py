"""The night's log, if it is not written by an hour."""

from datetime import time

from hamdiary.domain.evening import Moment
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_time
from hamdiary.domain.measures import recorded_count
from hamdiary.domain.night import Night
from hamdiary.domain.reminders.care import Care
from hamdiary.domain.reminders.hints import asks_to_look
from hamdiary.domain.reminders.planned import Planned
from hamdiary.domain.reminders.schedule import Schedule, in_utc, when
from hamdiary.domain.reminders.task import Task, TaskState
from hamdiary.domain.setting_kinds import Switch, TimeOfDay, setting


def is_written(night: Night) -> bool:
    """Whether the usual measures are recorded: at least half of what is asked every night (D).

    A weight or a note alone is no log; no usual night has them all, since a weighing may be
    weekly and a note is only for what is unusual. "Not seen" counts: somebody looked.
    """
    recorded, asked = recorded_count(night)
    return recorded * 2 >= asked


@dataclass(frozen=True)
class LogReminder:
    """Reminds of the night's log."""

    on: bool = setting(True, Switch(), "Remind of a log that is not written")
    """Whether it is on the list and rings."""
    at: time = setting(time(22, 30), TimeOfDay(), "By when the log should be written")
    """The hour by which it should be written."""

    def tasks(self, care: Care, now: Moment) -> list[Task]:
        """Tonight's log."""
        at = Schedule((self.at,)).came_or_comes(care.evening, now)
        # Of two that ask for the same the one that says why is enough.
        if not self.on or at is None or asks_to_look(care):
            return []
        recorded, asked = recorded_count(care.night)
        short = t("{count} of {of}").format(count=recorded, of=asked)
        so_far = t("{count} of {of} recorded").format(count=recorded, of=asked)
        if is_written(care.night):
            state, detail = TaskState.DONE, so_far
        else:
            state = TaskState.OPEN if at <= in_utc(now) else TaskState.LATER
            detail = so_far if recorded else t("by {time}").format(time=when(at, now))
            short = short if recorded else when(at, now)
        return [Task("log", t("Log"), detail, at, state, 50, short)]

    def planned(self, care: Care, now: Moment) -> list[Planned]:
        """How it stands in the list of reminders."""
        how = t("if not done") if self.on else t("off")
        return [Planned(clock_time(self.at), t("Log"), how, self.on)]
