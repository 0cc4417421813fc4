"""How much of a food was given, and what became of it: a few lines, each of which may be left."""

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult

from hamdiary.domain.amounts import read_amount
from hamdiary.domain.foods import Serving
from hamdiary.domain.language import t, tc
from hamdiary.domain.measures import Measure, Text, Value
from hamdiary.domain.typed_times import WallClock
from hamdiary.tui.answering import Values
from hamdiary.tui.dialogs.fields import AskForm, FieldsDialog
from hamdiary.tui.widgets.form_face import FormLine
from hamdiary.tui.widgets.form_layout import Layout
from hamdiary.tui.widgets.form_messages import Answered
from hamdiary.tui.widgets.lines import Line, Span

ASKED = ("eaten", "liking", "first_time", "note")
"""What is asked besides the amount."""

AMOUNT = "amount"
"""The line on which grams or words are typed."""


class GiveForm(AskForm):
    """Enter keeps what stands there, on whichever line."""

    def enter(self) -> None:
        """All is said."""
        self.post_message(self.LeftBelow())

    def _help(self, layout: Layout, width: int, below: int) -> list[Line]:
        rows = super()._help(layout, width, below)
        return [Line(tuple(map(_keeps, row.spans)), row.ground) for row in rows]


def _keeps(span: Span) -> Span:
    goes_on = " " + tc("key", "next")
    return span._replace(text=" " + tc("key", "keep it")) if span.text == goes_on else span


class ServingDialog(FieldsDialog):
    """Returns the fields of a serving; nothing is recorded here."""

    def __init__(
        self, title: str, amount: str, most: str, values: Mapping[str, Value | None],
        clock: WallClock,
    ) -> None:  # fmt: skip
        """`amount` stands there at first, `most` says how much is enough."""
        super().__init__(
            title,
            Serving,
            ASKED,
            values,
            today=clock.evening,
            clock=clock,
            done=tc("key", "keep it"),
        )
        hint = "; ".join(filter(None, (most, t("0.5 g, or in words: 1 leaf"))))
        asked = Measure(AMOUNT, t("Amount"), Text(lines=False, most=60), hint, aside=False)
        self._measures = {AMOUNT: asked, **self._measures}
        self._values = {AMOUNT: amount or None, **self._values}
        self._held: list[events.Key] | None = []

    def compose(self) -> ComposeResult:
        """One line a field."""
        lines = [FormLine(name, measure) for name, measure in self._measures.items()]
        yield GiveForm(self._title, [lines], as_facts=True, id="fields")

    # Keys that come while it opens, or that the list before it had not taken yet, belong here.

    def on_mount(self) -> None:
        """Begin with what was typed while it opened."""
        super().on_mount()
        held, self._held = self._held or [], None
        for event in held:
            self.query_one(GiveForm).take_key(event)

    def on_key(self, event: events.Key) -> None:
        """A key that the form has not seen."""
        if self._held is not None:
            self._held.append(event)
            event.stop()

    def take(self, event: events.Key) -> None:
        """A key that was meant for this dialog."""
        if self._held is not None:
            self._held.append(event)
        else:
            self.query_one(GiveForm).take_key(event)

    def _take(self, message: Answered) -> bool:
        if message.field == AMOUNT and message.typed is not None:
            read = read_amount(message.typed)
            if isinstance(read, str):
                message.form.cursor = 0
                message.form.complain(read)
                return False
        return super()._take(message)

    def dismiss(self, result: Values | None = None) -> None:  # type: ignore[override]
        """Return the amount as the fields that it stands for."""
        if result is not None:
            others = {name: value for name, value in result.items() if name != AMOUNT}
            typed = result[AMOUNT]
            read = read_amount(str(typed)) if typed is not None else {}
            result = {**others, **(read if isinstance(read, dict) else {})}
        super().dismiss(result)
