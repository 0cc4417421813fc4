"""Everything that can be set on this device, one line a setting."""

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.declaring import text
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t, tc
from hamdiary.domain.settings_listed import raw_in_words
from hamdiary.render.settings import label_of, value_said
from hamdiary.services.clock import BadSetting
from hamdiary.services.settings_set import SettingLine, set_setting, setting_lines
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.storage.locations import Home
from hamdiary.tui.answering import Values
from hamdiary.tui.dialogs.dialog import Dialog
from hamdiary.tui.dialogs.fields import FieldsDialog
from hamdiary.tui.widgets.lines import Line, Span, line, shortened, wrapped
from hamdiary.tui.widgets.list_card import ListCard
from hamdiary.tui.widgets.reading_card import close_key

NAME = 26
"""Cells of the column with names."""


class SettingsDialog(Dialog[None]):
    """A list; Enter goes on to the next choice, or asks for another value."""

    BINDINGS = [Binding("escape,q", "leave", "close")]

    def __init__(self, home: Home, first: str = "") -> None:
        """The cursor begins on the first setting whose name begins with `first`."""
        super().__init__()
        self._home, self._first = home, first
        self._lines: Sequence[SettingLine] = ()

    def compose(self) -> ComposeResult:
        """The list."""
        yield SettingsCard()

    def on_mount(self) -> None:
        """Begin with the first, or with the one that was asked for."""
        self._show()
        card = self.query_one(SettingsCard)
        named = (each.name.startswith(self._first) for each in self._lines)
        card.cursor = next((number for number, fits in enumerate(named) if fits), 0)
        card.focus()

    def _show(self) -> None:
        card = self.query_one(SettingsCard)
        try:
            self._lines = setting_lines(self._home)
        except (BadSetting, DiaryTrouble) as trouble:
            card.show_trouble(str(trouble))
            return
        card.show_settings(self._lines)

    def on_list_card_chosen(self, message: ListCard.Chosen) -> None:
        """The next choice at once; a value of other kinds is asked for."""
        message.stop()
        chosen = self._lines[message.number]
        choices = chosen.choices
        if choices:
            after = (choices.index(raw_in_words(chosen.value)) + 1) % len(choices)
            self._set(chosen.name, choices[after])
        else:
            self.app.push_screen(SettingDialog(self._home, chosen), lambda _: self._show())

    def _set(self, name: str, value: str) -> None:
        try:
            set_setting(self._home, name, value)
        except (BadSetting, DiaryTrouble) as trouble:
            self.query_one(SettingsCard).show_trouble(
                t("Not saved: {trouble}").format(trouble=trouble)
            )
            return
        self._show()


class SettingsCard(ListCard):
    """The settings; below them what the chosen one does."""

    def __init__(self) -> None:
        super().__init__(t("Settings"), id="wording")
        self.fact = close_key()
        self._settings: Sequence[SettingLine] = ()
        self._trouble = ""

    def show_settings(self, settings: Sequence[SettingLine]) -> None:
        """Show these."""
        self._settings, self._trouble = settings, ""
        self.show_rows([[Line()]] * len(settings))

    def show_trouble(self, trouble: str) -> None:
        """Say what is wrong; it stays until something is set."""
        self._trouble = trouble
        self.repaint()

    def rows(self, width: int) -> Sequence[Sequence[Line]]:
        """Name and value, each section under its name."""
        return [[_row(each, width)] for each in self._settings]

    def body(self, width: int, height: int) -> list[Line]:
        """The list, and what the setting under the cursor does."""
        words = [line(Span(each, "warn")) for each in wrapped(self._trouble, width) if each]
        if self._settings and not words:
            chosen = self._settings[self.cursor]
            words = [line(Span(each, "muted")) for each in wrapped(chosen.words, width)][:2]
            usual = t("Usually {value}.").format(value=value_said(chosen.name, chosen.default))
            words.append(line(Span(usual, "muted")))
        self._below = [
            *words,
            line(Span("Enter", "key"), Span(" " + tc("key", "change it"), "muted")),
        ]
        return super().body(width, height)


def _row(setting: SettingLine, width: int) -> Line:
    changed = setting.value != setting.default
    row = line(Span(label_of(setting.name), "text")).to(NAME if width < 60 else 36)
    words = shortened(value_said(setting.name, setting.value), width - row.width)
    return row.plus(words, "bold" if changed else "muted")


@dataclass(frozen=True)
class Typed:
    """What is asked about a setting."""

    value: str | None = text("Value", most=1000)


class SettingDialog(FieldsDialog):
    """Asks for one value; what it cannot be is said at the field."""

    def __init__(self, home: Home, setting: SettingLine) -> None:
        values: Values = {"value": raw_in_words(setting.value)}
        super().__init__(
            label_of(setting.name),
            Typed,
            ("value",),
            values,
            today=date.min,
            done=tc("key", "keep it"),
        )
        self._home, self._setting = home, setting

    def trouble_with(self, values: Values) -> tuple[str, str] | None:
        """Keep the value; why it cannot be one is said where it was typed."""
        try:
            set_setting(self._home, self._setting.name, str(values["value"] or "none"))
        except (BadSetting, DiaryTrouble) as trouble:
            return "value", str(trouble)
        return None
