"""A varied diet: what seven nights lack, while something would fit (domain §4.1)."""

from datetime import datetime, time

from hamdiary.domain.evening import Moment
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import Told, t
from hamdiary.domain.manner import clock_time
from hamdiary.domain.reminders.care import Care
from hamdiary.domain.reminders.diet_today import DietToday
from hamdiary.domain.reminders.planned import Planned, on_days
from hamdiary.domain.reminders.schedule import Schedule, in_utc, when
from hamdiary.domain.reminders.task import Ringing, Task, TaskState
from hamdiary.domain.setting_kinds import Switch, TimeOfDay, Weekdays, setting

NAMES: Told[str, str] = Told(
    {
        "e": "Vitamin E food",
        "d": "Vitamin D food",
        "plants": "Plant food",
        "protein": "Protein food",
    }
)
"""What is asked for, by what the week lacks."""

SHORT_NAMES: Told[str, str] = Told(
    {"e": "Vitamin E", "d": "Vitamin D", "plants": "Plants", "protein": "Protein"}
)
"""The same where there is little room."""


@dataclass(frozen=True)
class DietReminder:
    """Reminds of one food that the week lacks, where extra food is written down.

    It rings once: a treat is variety and no duty (domain §4.3).
    """

    on: bool = setting(True, Switch(), "Remind of what the diet week lacks")
    """Whether it is on the list and rings."""
    at: time = setting(time(20, 30), TimeOfDay(), "When to offer extra food")
    """The hour at which it rings."""
    weekdays: tuple[int, ...] = setting((), Weekdays(), "Evenings; empty is every evening")
    """Evenings on which it is asked for; none named is every evening on which something lacks."""

    def tasks(self, care: Care, now: Moment) -> list[Task]:
        """One food tonight, if the week lacks one; none of what nobody writes down."""
        at = Schedule((self.at,), self.weekdays).came_or_comes(care.evening, now)
        diet = care.diet_today() if self.on and at is not None else None
        if diet is None or at is None:
            return []
        if diet.given or diet.none_given:
            detail = ", ".join(diet.given) or t("none tonight")
            name = t("Extra food")
            return [Task("diet", name, detail, at, TaskState.DONE, 45, ringing=Ringing.ONCE)]
        if not diet.lacks:
            return []
        state = TaskState.OPEN if at <= in_utc(now) else TaskState.LATER
        return [self._asked(diet, state, at, now)]

    def _asked(self, diet: DietToday, state: TaskState, at: datetime, now: Moment) -> Task:
        first = diet.lacks[0]
        short = t("{count} of {of}").format(count=first.count, of=first.of)
        this_week = t("{count} of {of} this week").format(count=first.count, of=first.of)
        detail = this_week if state is TaskState.OPEN else when(at, now)
        return Task(
            "diet", NAMES[first.what], detail, at, state, 45, short,
            short_name=SHORT_NAMES[first.what], ringing=Ringing.ONCE,
        )  # fmt: skip

    def planned(self, care: Care, now: Moment) -> list[Planned]:
        """How it stands in the list of reminders."""
        often = on_days(self.weekdays) if self.weekdays else t("if it is lacking")
        return [
            Planned(clock_time(self.at), t("Varied diet"), often if self.on else t("off"), self.on)
        ]
