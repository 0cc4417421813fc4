"""One thing on tonight's to-do list."""

from datetime import date, datetime
from enum import Enum

from hamdiary.domain.frozen import dataclass


class TaskState(Enum):
    """How it stands with a task."""

    DONE = "done"
    """It is done tonight; it never rings again."""
    OPEN = "open"
    """Its time has come and it is not done."""
    UNDERWAY = "underway"
    """It is being done at this moment, so that nobody needs to be told."""
    LATER = "later"
    """Its time is still to come."""
    SKIPPED = "skipped"
    """Not done and not to be asked about again tonight; the detail says why."""
    SNOOZED = "snoozed"
    """Open, but put off for a while."""
    MISSED = "missed"
    """Its time is over and nobody recorded it."""
    OFF = "off"
    """Not wanted at all: a vet ordered rest."""


class Ringing(Enum):
    """How often a task rings while it is open."""

    NEVER = "never"
    """It stands on the list and is silent: its reminder is switched off."""
    ONCE = "once"
    """Once for each of its times: there is nothing to do about it but to know."""
    AGAIN = "again"
    """Again and again, as often as the settings say."""
    ALWAYS = "always"
    """The same in quiet hours too; it can be neither put off nor skipped (domain §6, NOW)."""


@dataclass(frozen=True)
class Task:
    """One thing on tonight's to-do list."""

    key: str
    """Its name for skipping and snoozing, without a stroke: "outing", "log", "weigh-in"."""
    name: str
    """What the owner calls it: "Outing", "Vitamin drops"."""
    detail: str
    """How far it is or when it is due: "18 of 20 min", "2 drops, due 21:00"."""
    at: datetime | None
    """When its time came or will come, in UTC; None if it has no time tonight."""
    state: TaskState
    """How it stands."""
    order: int
    """Its place among those of the same state."""
    short_detail: str = ""
    """The detail where there is little room: "21:00"."""
    short_name: str = ""
    """The name where there is little room: "Vitamin D"; empty if there is no shorter one."""
    is_own_name: bool = False
    """Whether an owner gave the name, so that it may have any length."""
    ringing: Ringing = Ringing.AGAIN
    """How often it rings while it is open."""
    until: datetime | None = None
    """After this it does not ring any more, unless its own time fell into quiet hours."""
    evening: date | None = None
    """The night it belongs to, if that can be another than tonight: a dose of late last night."""
