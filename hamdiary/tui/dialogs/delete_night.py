"""Asking before a night is cleared."""

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.language import t, tc, tn
from hamdiary.domain.measures import recorded_count
from hamdiary.domain.night import Night
from hamdiary.domain.typed_dates import say_day
from hamdiary.tui.dialogs.dialog import Dialog, reply_line
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import Line, Span, line, wrapped


class DeleteNightDialog(Dialog[bool]):
    """True if the night is to go; Enter takes the careful answer."""

    BINDINGS = [
        Binding("y", "reply(True)", "delete"),
        Binding("n,escape,enter", "reply(False)", "keep"),
    ]

    def __init__(self, night: Night) -> None:
        super().__init__()
        self._night = night

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        yield DeleteNightCard(self._night)

    def action_reply(self, delete: bool) -> None:
        """Close with that answer."""
        self.dismiss(delete)


class DeleteNightCard(Card):
    """The question in words."""

    def __init__(self, night: Night) -> None:
        super().__init__(t("Delete this night?"), id="delete-night")
        self._night = night

    def body(self, width: int, height: int) -> list[Line]:
        """What would go, and the keys."""
        recorded, _ = recorded_count(self._night)
        told = tn("{count} thing recorded.", "{count} things recorded.", recorded)
        if self._night.note:
            told = tn(
                "{count} thing recorded, its note among them.",
                "{count} things recorded, its note among them.",
                recorded,
            )
        words = [line(Span(say_day(self._night.evening), "bold"))]
        words += [
            line(each)
            for each in (*wrapped(told.format(count=recorded), width), t("^z brings it all back."))
        ]
        return [
            Line(),
            *words,
            Line(),
            _key("Enter", tc("key", "keep it"), False),
            _key("y", tc("key", "delete it"), True),
        ]


def _key(key: str, words: str, delete: bool) -> Line:
    return reply_line(key, words, f"reply({delete})")
