"""A few lines to fill in before something is done; returns their values, or None."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message

from hamdiary.domain.language import tc
from hamdiary.domain.measures import Measure, Text, Value, measures_of
from hamdiary.domain.reading import read_value
from hamdiary.domain.typed import Refused, Unclear
from hamdiary.domain.typed_times import WallClock
from hamdiary.tui.answering import Values
from hamdiary.tui.dialogs.dialog import Dialog
from hamdiary.tui.widgets.form import Form
from hamdiary.tui.widgets.form_face import FormLine
from hamdiary.tui.widgets.form_messages import Answered
from hamdiary.tui.widgets.lines import Span, line

BESIDE_LINES = 8
"""Rows of the card besides its lines: the frame, and what explains the focused line."""


class FieldsDialog(Dialog[Values | None]):
    """Asks for some of a thing's measures; nothing is kept before the owner says so."""

    beside = ""

    BINDINGS = [
        Binding("escape", "leave", "back"),
        Binding("f10,ctrl+s", "done", "done"),
    ]

    def __init__(
        self,
        title: str,
        declaring: type,
        names: Sequence[str],
        values: Mapping[str, Value | None],
        *,
        today: date,
        clock: WallClock | None = None,
        done: str = "",
        needs: Mapping[str, str] | None = None,
        trouble: tuple[str, str] | None = None,
    ) -> None:
        """`needs` says by field what to complain of while it is empty.

        `trouble` is the field for which these values could not be used before, and why.
        """
        super().__init__()
        self._trouble = trouble
        self._measures = {name: on_one_line(measures_of(declaring)[name]) for name in names}
        self._values: dict[str, Value | None] = {name: values.get(name) for name in names}
        self._today, self._clock = today, clock
        self._done, self._needs = done or tc("key", "keep it"), needs or {}
        self._title = title

    def compose(self) -> ComposeResult:
        """One line a field."""
        lines = [FormLine(name, measure) for name, measure in self._measures.items()]
        yield AskForm(self._title, [lines], as_facts=True, id="fields")

    def on_mount(self) -> None:
        """Begin with the first line."""
        form = self.query_one(AskForm)
        form.styles.height = len(self._measures) + BESIDE_LINES
        done = line(
            Span("F10", "key", "screen.done"), Span(f" {self._done}", "muted", "screen.done")
        )
        back = line(
            Span("Esc", "key", "screen.leave"),
            Span(" " + tc("key", "back"), "muted", "screen.leave"),
        )
        form.fact, form.is_fact_kept = done.plus("   ").then(back), True
        self._show()
        form.focus()
        if self._trouble is not None:
            self._complain(*self._trouble)

    def _complain(self, field: str, trouble: str) -> None:
        form = self.query_one(AskForm)
        form.go_to(field)
        form.complain(trouble)

    def _show(self) -> None:
        self.query_one(AskForm).show(self._values)

    def on_form_answered(self, message: Answered) -> None:
        """Take an answer; words that cannot be read stay where they were typed."""
        message.stop()
        if message.is_taken:
            return
        message.is_taken = True
        if self._take(message) and message.typed and message.field == list(self._measures)[-1]:
            self.action_done()

    def _take(self, message: Answered) -> bool:
        value = message.value
        if message.typed is not None:
            measure = self._measures[message.field]
            reading = read_value(measure, message.typed, self._today, clock=self._clock)
            if isinstance(reading, Refused | Unclear):
                message.form.cursor = list(self._measures).index(message.field)
                trouble = reading.reason if isinstance(reading, Refused) else reading.question
                message.form.complain(trouble)
                return False
            if reading.notice:
                self.notify(reading.notice, markup=False)
            value = self._on_the_wall(reading.value)
        self._values[message.field] = value
        self._show()
        return True

    def _on_the_wall(self, value: Value) -> Value:
        from datetime import datetime

        if isinstance(value, datetime) and self._clock is not None:
            return value.astimezone(self._clock.zone)
        return value

    def on_ask_form_left_below(self) -> None:
        """Enter on the last line is the end."""
        self.action_done()

    def action_done(self) -> None:
        """Return the values, once all that is needed is there."""
        form = self.query_one(AskForm)
        finished = form.finish()
        if finished is not None and not self._take(finished):
            return
        for name, complaint in self._needs.items():
            if self._values[name] is None:
                self._complain(name, complaint)
                return
        trouble = self.trouble_with(self._values)
        if trouble is None:
            self.dismiss(self._values)
        else:
            self._complain(*trouble)

    def trouble_with(self, values: Values) -> tuple[str, str] | None:
        """The field that cannot stay as it is, and why; None if all is well."""
        return None


def on_one_line(measure: Measure) -> Measure:
    """A text that could have several lines is asked for on one: this is no place for a letter."""
    if isinstance(measure.kind, Text) and measure.kind.lines:
        return replace(measure, kind=replace(measure.kind, lines=False))
    return measure


class AskForm(Form):
    """A form that is left by Enter on its last line."""

    class LeftBelow(Message):
        """Enter was pressed on the last line."""

    def enter(self) -> None:
        """Go on to the next line; from the last one, out."""
        if self.cursor == len(self._lines) - 1:
            self.post_message(self.LeftBelow())
        else:
            super().enter()
