"""All settings with their defaults: one frozen tree, declared once.

The file, its checks and `hamdiary settings` derive from it. What is a fact of a hamster (its goal,
a vet's order to rest) is no setting but stands in its diary.
"""

from datetime import time

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.reminders.diet import DietReminder
from hamdiary.domain.reminders.dose import DoseReminder
from hamdiary.domain.reminders.hints import HintReminder
from hamdiary.domain.reminders.log import LogReminder
from hamdiary.domain.reminders.outing import OutingReminder
from hamdiary.domain.reminders.quiet import Quiet, QuietHours
from hamdiary.domain.reminders.vet_visit import VetVisitReminder
from hamdiary.domain.reminders.weigh_in import WeighInReminder
from hamdiary.domain.reminders.wellbeing import WellbeingReminder
from hamdiary.domain.setting_kinds import Minutes, OneOf, Switch, Words, group, setting

QUIET_HOURS = QuietHours(time(0), time(7))
"""Quiet unless the owner says otherwise: an evening's care is over by midnight (D)."""


@dataclass(frozen=True)
class Reminders:
    """What is reminded of, and when."""

    outing: OutingReminder = group(OutingReminder())
    """The time out of the cage."""
    dose: DoseReminder = group(DoseReminder())
    """Doses of medicine."""
    log: LogReminder = group(LogReminder())
    """The night's log."""
    weigh_in: WeighInReminder = group(WeighInReminder())
    """Weighing."""
    vet_visit: VetVisitReminder = group(VetVisitReminder())
    """Visits to the vet."""
    wellbeing: WellbeingReminder = group(WellbeingReminder())
    """A weekly quality-of-life check, off unless it is wanted."""
    diet: DietReminder = group(DietReminder())
    """What the diet week lacks."""
    hint: HintReminder = group(HintReminder())
    """Ringing the vet while a hint says so."""
    quiet_hours: QuietHours | None = setting(
        QUIET_HOURS, Quiet(), "Only NOW rings in these hours, doses do not; or none"
    )
    """Nothing rings within; what became due and is still open rings at their end."""
    repeat_minutes: int = setting(
        60, Minutes(5, 1440), "Ring again while still open, after so many minutes; 0 is never"
    )
    """Minutes after which what is still open rings again; 0 for never."""


@dataclass(frozen=True)
class Ntfy:
    """Pushing to a phone through an ntfy server; nothing is sent unless this is on."""

    on: bool = setting(False, Switch(), "Push reminders to a phone through ntfy")
    """Whether reminders are pushed."""
    server: str | None = setting(
        "https://ntfy.sh", Words(r"https?://[^\s/]+\S*", "https://ntfy.sh"), "The ntfy server"
    )
    """Where they are pushed to."""
    topic: str | None = setting(
        None,
        Words("[-_A-Za-z0-9]{1,64}", "hamdiary-4f1c09a2b7d3e586"),
        "The topic; whoever knows it can read along, so let it be random",
    )
    """The topic, which is the only password; None until one is made."""


@dataclass(frozen=True)
class Delivery:
    """How a reminder reaches a person."""

    desktop: bool = setting(True, Switch(), "Show reminders through the desktop's notifier")
    """Whether the desktop's own notifier shows them."""
    terminal: bool = setting(True, Switch(), "Let the terminal notify, where it can")
    """Whether a terminal that can notify does."""
    bell: bool = setting(True, Switch(), "Ring the terminal's bell")
    """Whether the terminal's bell rings."""
    notify_command: str | None = setting(
        None, Words(r"[^\x00-\x1f]+", "notify-me"), "A command of your own that is run to tell you"
    )
    """A command that is run for each reminder; None for no such command."""
    names: bool = setting(
        False, Switch(), "Name hamsters and medicines in what leaves this computer"
    )
    """Whether what leaves this computer names hamsters and medicines."""
    ntfy: Ntfy = group(Ntfy())
    """Pushing to a phone."""


@dataclass(frozen=True)
class Backups:
    """Where backups lie besides the folder that this computer always has."""

    copies_in: str | None = setting(
        None,
        Words(r"[~/]\S.*|[A-Za-z]:[\\/].+|~|\\\\.+", "/media/stick/hamster"),
        "Another folder for a copy of every backup: a stick, or a synchronised folder",
    )
    """A folder that every backup is copied to as well; None for no such folder."""


@dataclass(frozen=True)
class Merge:
    """What carers on several computers write, brought together through a folder."""

    folder: str | None = setting(
        None,
        Words(r"[^\x00-\x1f]+", "~/Dropbox/hamdiary"),
        "A synced folder: others' bundles are taken from it, one's own is put there",
    )
    """Where bundles lie; None for no such folder."""


@dataclass(frozen=True)
class Display:
    """How things are written and shown."""

    language: str = setting(
        "auto",
        OneOf(("auto", "en", "de")),
        "English or Deutsch; auto is as your system; from the next start on",
    )
    """What the owner reads: "auto", "en" or "de"."""
    clock: str = setting(
        "auto", OneOf(("auto", "24h", "12h")), "21:04 or 9:04 pm; auto is as in your country"
    )
    """How times of day are written."""
    dates: str = setting(
        "auto",
        OneOf(("auto", "day first", "month first", "iso")),
        "22 Nov, Nov 22 or 2026-11-22; auto is as in your country",
    )
    """How days are written."""
    weight: str = setting(
        "g", OneOf(("g", "oz")), "oz writes ounces beside grams; grams are what is kept"
    )
    """Whether ounces stand beside grams."""
    animation: bool = setting(True, Switch(), "Let things slide and fade; from the next start on")
    """Whether the screens move what comes and goes."""


@dataclass(frozen=True)
class Settings:
    """Everything that can be set."""

    reminders: Reminders = group(Reminders())
    """What is reminded of."""
    delivery: Delivery = group(Delivery())
    """How it reaches a person."""
    backups: Backups = group(Backups())
    """Where backups lie."""
    merge: Merge = group(Merge())
    """Bringing together what several carers write."""
    display: Display = group(Display())
    """How things are written and shown."""
