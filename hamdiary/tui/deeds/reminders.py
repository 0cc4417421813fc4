"""Reminders from the Care view: on, off, and when."""

from collections.abc import Callable

from hamdiary.domain.declaring import times
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.services.clock import BadSetting
from hamdiary.services.reminders_shown import ShownReminder
from hamdiary.tui.answering import Values
from hamdiary.tui.deeds.deeds import Deeds


@dataclass(frozen=True)
class RingsAt:
    """What is asked about a reminder."""

    at: str | None = times("Rings at", most=6, hint="21:00, or 20:30, 22:00")


class ReminderDeeds(Deeds):
    """Reminders are turned on and off, and told when."""

    def switch_reminder(self, shown: ShownReminder) -> None:
        """On becomes off, and off on."""
        from hamdiary.services.reminders_shown import switch

        def turn() -> None:
            """Switch it, and say how it is now."""
            on = switch(self.session, shown.name)
            words = t("{name}: the reminder is on.") if on else t("{name}: the reminder is off.")
            self.tell(words.format(name=shown.planned.name))

        self._set(turn)

    def ask_reminder_times(self, shown: ShownReminder) -> None:
        """When a reminder rings, where that is a setting."""
        from hamdiary.services.reminders_shown import setting_of_times
        from hamdiary.services.settings_set import set_setting, times_set

        key = setting_of_times(shown.name)
        if key is None:
            words = t("It rings at its own times: those of the course, or the day before a visit.")
            self.tell(words)
            return

        def change(values: Values) -> None:
            """Set the hours."""
            typed = str(values["at"]).replace(" ", ", ")
            self._set(lambda: set_setting(self.session.home, key, typed))

        self.ask_fields(
            shown.planned.name, RingsAt, ("at",), change,
            values={"at": times_set(self.session.home, key) or None},
            needs={"at": t("Say when, like 21:00.")},
        )  # fmt: skip

    def _set(self, deed: Callable[[], object]) -> None:
        try:
            self.done(deed)
        except BadSetting as trouble:
            self.complain(str(trouble))
