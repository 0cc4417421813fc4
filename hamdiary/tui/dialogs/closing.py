"""Closing a hamster's diary kindly."""

from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t, tc
from hamdiary.domain.measures import Value, measures_of
from hamdiary.domain.reading import read_value
from hamdiary.domain.typed import Refused, Unclear
from hamdiary.services.closing import CLOSING_FACTS
from hamdiary.tui.answering import Values
from hamdiary.tui.dialogs.dialog import Dialog
from hamdiary.tui.widgets.form import Form
from hamdiary.tui.widgets.form_face import FormLine
from hamdiary.tui.widgets.form_messages import Answered
from hamdiary.tui.widgets.lines import Span, line


class ClosingDialog(Dialog[Values | None]):
    """Why and when; returns the facts to record, or None."""

    BINDINGS = [
        Binding("escape", "leave", "keep it open"),
        Binding("f10", "close", "close"),
    ]

    def __init__(self, hamster: Hamster, today: date) -> None:
        super().__init__()
        self._hamster = hamster
        self._today = today
        self._values: dict[str, Value | None] = {"closed_because": None, "closed_on": today}

    def compose(self) -> ComposeResult:
        """Two lines."""
        measures = measures_of(Hamster)
        lines = [FormLine(name, measures[name]) for name in CLOSING_FACTS]
        title = t("Close {called}'s diary?").format(called=self._hamster.called)
        yield Form(title, [lines], as_facts=True, id="closing")

    def on_mount(self) -> None:
        """Begin with the reason."""
        form = self.query_one(Form)
        form.fact = line(
            Span("F10", "key", "screen.close"),
            Span(" " + tc("key", "close") + "   ", "muted", "screen.close"),
            Span("Esc", "key", "screen.leave"),
            Span(" " + tc("key", "keep it open"), "muted", "screen.leave"),
        )
        form.is_fact_kept = True
        form.show(self._values)
        form.focus()

    def on_form_answered(self, message: Answered) -> None:
        """Take the reason or the day."""
        message.stop()
        value = message.value
        if message.typed is not None:
            measure = measures_of(Hamster)[message.field]
            reading = read_value(measure, message.typed, self._today)
            if isinstance(reading, Refused | Unclear):
                trouble = reading.reason if isinstance(reading, Refused) else reading.question
                message.form.complain(trouble)
                return
            value = reading.value
        self._values[message.field] = value
        message.form.show(self._values)

    def action_close(self) -> None:
        """Return the facts, once a reason is given."""
        if self._values["closed_because"] is None:
            self.query_one(Form).complain(t("Say first why: recovered, a new home, or died."))
            return
        self.dismiss(self._values)
