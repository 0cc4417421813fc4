"""Which reminders there are, as a list to look at and to change."""

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.reminders.plan import next_ring
from hamdiary.domain.reminders.planned import Planned
from hamdiary.domain.reminders.schedule import when
from hamdiary.domain.setting_kinds import TimeOfDay, TimesOfDay
from hamdiary.domain.settings import Settings
from hamdiary.domain.settings_listed import settings_of
from hamdiary.services.delivering import last_trouble
from hamdiary.services.reminding import care_of
from hamdiary.services.session import Session
from hamdiary.services.settings import settings_or_defaults
from hamdiary.services.settings_set import set_setting

IN_ORDER = ("weigh_in", "dose", "outing", "log", "diet", "vet_visit", "wellbeing", "hint")
"""The reminders as the settings name them, in the order in which they are listed."""


@dataclass(frozen=True)
class ShownReminder:
    """One line of the list of reminders."""

    name: str
    """As the settings name it: "weigh_in"."""
    planned: Planned
    """When it rings, and of what."""


@dataclass(frozen=True)
class RemindersShown:
    """The list of reminders as it stands."""

    lines: tuple[ShownReminder, ...]
    """A line each; a course of medicine has one of its own."""
    next: str
    """What rings next: "22:30 Night's log"; empty if nothing will."""
    trouble: str
    """What is wrong with the settings, or why the last reminder reached nobody; else empty."""


def reminders_shown(session: Session, hamster: Hamster) -> RemindersShown:
    """The reminders of a hamster, those that are off too; none once its diary is closed."""
    settings, trouble = settings_or_defaults(session.home)
    if hamster.closed_because is not None:
        return RemindersShown((), "", trouble or "")
    care, now = care_of(session, hamster), session.now()
    lines = tuple(
        ShownReminder(name, each)
        for name in IN_ORDER
        for each in getattr(settings.reminders, name).planned(care, now)
    )
    coming = next_ring(care, settings, now)
    following = f"{when(coming[0], now)} {coming[1].name}" if coming else ""
    unreached = last_trouble(session)
    if unreached and not trouble:
        trouble = t("The last reminder reached nobody: {unreached}").format(unreached=unreached)
    return RemindersShown(lines, following, trouble or "")


def switch(session: Session, name: str) -> bool:
    """Turn a reminder on or off; whether it is on now. BadSetting or DiaryTrouble if it cannot."""
    settings, _ = settings_or_defaults(session.home)
    on = not getattr(settings.reminders, name).on
    set_setting(session.home, f"reminders.{name}.on", on)
    return on


def setting_of_times(name: str) -> str | None:
    """The setting that holds when a reminder rings; None if that follows from other things."""
    for key, each in settings_of(Settings()):
        if key[:2] == ("reminders", name) and isinstance(each.kind, TimesOfDay):
            return ".".join(key)
    for key, each in settings_of(Settings()):
        if key[:2] == ("reminders", name) and isinstance(each.kind, TimeOfDay):
            return ".".join(key)
    return None
