"""Ringing the vet while a hint says so, and looking again while nothing is recorded (R45)."""

from collections.abc import Iterator
from datetime import datetime, time

from hamdiary.domain.evening import Moment
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hints.in_brief import NOTHING_RECORDED, RINGS, HintInBrief
from hamdiary.domain.language import t
from hamdiary.domain.reminders.care import Care
from hamdiary.domain.reminders.planned import Planned
from hamdiary.domain.reminders.schedule import Schedule, in_utc, when
from hamdiary.domain.reminders.task import Ringing, Task, TaskState
from hamdiary.domain.setting_kinds import Switch, TimeOfDay, setting
from hamdiary.domain.urgency import urgency_name

FIRST = 1
"""Above all that is to be done tonight."""


@dataclass(frozen=True)
class HintReminder:
    """Reminds of ringing the vet until the vet was told, and of an alarm that nobody looks after.

    NOW rings whatever is set, in quiet hours too, and can be neither put off nor skipped.
    """

    on: bool = setting(True, Switch(), "Ring for hints that say TODAY; NOW rings always")
    """Whether it rings. Hints stay on the list: the owner is to know of them."""
    look_at: time = setting(
        time(20), TimeOfDay(), "When to ring if a hint is open and nothing is recorded"
    )
    """When it rings on the second night without an entry (domain §6 R45)."""

    def tasks(self, care: Care, now: Moment) -> list[Task]:
        """The vet to ring, once for each hint of NOW or TODAY that nobody has told of yet."""
        return list(self._tasks(care, now))

    def _tasks(self, care: Care, now: Moment) -> Iterator[Task]:
        for hint in care.hints:
            if hint.urgency in RINGS:
                yield self._ring_the_vet(hint, now)
            elif hint.key == NOTHING_RECORDED:
                yield self._look_again(hint, care, now)

    def _ring_the_vet(self, hint: HintInBrief, now: Moment) -> Task:
        ringing = Ringing.AGAIN if self.on else Ringing.NEVER
        if hint.urgency == "now":
            ringing = Ringing.ALWAYS
        at, waits = hint.at, hint.again is not None and hint.again > in_utc(now)
        if hint.again is not None:
            at = hint.again
        return Task(
            key=f"hint:{hint.key}",
            name=t("Ring the vet"),
            detail=f"{urgency_name(hint.urgency)}: {hint.title}",
            at=at,
            state=TaskState.LATER if waits else TaskState.OPEN,
            order=FIRST,
            short_detail=when(at, now) if waits else urgency_name(hint.urgency),
            ringing=ringing,
        )

    def _look_again(self, hint: HintInBrief, care: Care, now: Moment) -> Task:
        at = Schedule((self.look_at,)).came_or_comes(care.evening, now)
        return Task(
            key=f"hint:{hint.key}",
            name=t("Look and log"),
            detail=t("{title}, and a hint is open").format(title=hint.title),
            at=at,
            state=_state(at, now),
            order=50,
            short_detail=t("a hint is open"),
            ringing=Ringing.AGAIN if self.on else Ringing.NEVER,
        )

    def planned(self, care: Care, now: Moment) -> list[Planned]:
        """How it stands in the list of reminders."""
        how = t("if a hint says so") if self.on else t("only NOW")
        return [Planned(t("at once"), t("Ring the vet"), how, True)]


def asks_to_look(care: Care) -> bool:
    """Whether the log is asked for already because a hint is open and nothing is recorded."""
    return any(hint.key == NOTHING_RECORDED for hint in care.hints)


def _state(at: datetime | None, now: Moment) -> TaskState:
    return TaskState.OPEN if at is not None and at <= in_utc(now) else TaskState.LATER
