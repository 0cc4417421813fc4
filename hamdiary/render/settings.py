"""Settings in an owner's words: what each is called, and what its value means."""

from collections.abc import Mapping

from hamdiary.domain.language import marked, t, tc, tn
from hamdiary.domain.manner import brief_weekdays
from hamdiary.domain.setting_kinds import NOTHING, WEEKDAYS
from hamdiary.domain.settings_listed import Raw, raw_in_words

LABELS: Mapping[str, str] = {
    "reminders.outing.on": marked("Outing: remind"),
    "reminders.outing.times": marked("Outing: from"),
    "reminders.outing.weekdays": marked("Outing: evenings"),
    "reminders.outing.until": marked("Outing: until"),
    "reminders.dose.on": marked("Doses: remind"),
    "reminders.log.on": marked("Log: remind"),
    "reminders.log.at": marked("Log: written by"),
    "reminders.weigh_in.on": marked("Weighing: remind"),
    "reminders.weigh_in.at": marked("Weighing: at"),
    "reminders.weigh_in.weekdays": marked("Weighing: evenings"),
    "reminders.weigh_in.until": marked("Weighing: until"),
    "reminders.vet_visit.on": marked("Vet visit: remind"),
    "reminders.vet_visit.day_before": marked("Vet visit: day before"),
    "reminders.vet_visit.same_day": marked("Vet visit: that day"),
    "reminders.wellbeing.on": marked("Quality of life: remind"),
    "reminders.wellbeing.at": marked("Quality of life: at"),
    "reminders.wellbeing.weekdays": marked("Quality of life: evenings"),
    "reminders.diet.on": marked("Extra food: remind"),
    "reminders.diet.at": marked("Extra food: at"),
    "reminders.diet.weekdays": marked("Extra food: evenings"),
    "reminders.hint.on": marked("Hints: remind"),
    "reminders.hint.look_at": marked("Hints: look again at"),
    "reminders.quiet_hours": marked("Quiet hours"),
    "reminders.repeat_minutes": marked("Remind again after"),
    "delivery.desktop": marked("Message: desktop"),
    "delivery.terminal": marked("Message: terminal"),
    "delivery.bell": marked("Message: bell"),
    "delivery.notify_command": marked("Message: own command"),
    "delivery.names": marked("Message: with names"),
    "delivery.ntfy.on": marked("Message: phone (ntfy)"),
    "delivery.ntfy.server": marked("Phone: server"),
    "delivery.ntfy.topic": marked("Phone: topic"),
    "backups.copies_in": marked("Backups: copies in"),
    "merge.folder": marked("Carers: shared folder"),
    "display.language": marked("Language"),
    "display.clock": marked("Times of day"),
    "display.dates": marked("Dates"),
    "display.weight": marked("Weights"),
    "display.animation": marked("Movement"),
}
"""What each setting is called on a screen, by its name in the file."""

EVERY_WEEK = ("reminders.weigh_in.weekdays", "reminders.wellbeing.weekdays")
"""Where no evening is named, these come a week after the last time, not every evening."""


def label_of(name: str) -> str:
    """What a setting is called; its name where it has no label."""
    return t(LABELS.get(name, name))


def value_said(name: str, value: Raw) -> str:
    """What a setting's value means, in words."""
    if isinstance(value, bool):
        return tc("setting", "on") if value else tc("setting", "off")
    if isinstance(value, int):
        words = tn("{count} minute", "{count} minutes", value).format(count=value)
        return words if value else t("never again")
    if isinstance(value, list):
        return _times_or_days(name, value)
    return _words().get(value, raw_in_words(value))


def _times_or_days(name: str, value: list[str]) -> str:
    if value:
        days = dict(zip(WEEKDAYS, brief_weekdays(), strict=True))
        return ", ".join(days.get(each, each) for each in value)
    return t("a week later") if name in EVERY_WEEK else t("every evening")


def _words() -> dict[str, str]:
    return {
        NOTHING: tc("setting", "none"),
        "auto": tc("setting", "as your system"),
        "en": "English",
        "de": "Deutsch",
        "24h": tc("setting", "24 hours"),
        "12h": tc("setting", "12 hours"),
        "day first": tc("setting", "day first"),
        "month first": tc("setting", "month first"),
        "iso": tc("setting", "year first"),
        "g": tc("setting", "grams"),
        "oz": tc("setting", "and ounces"),
    }
