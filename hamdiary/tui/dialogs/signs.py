"""Going through the signs one by one."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.declaring import step
from hamdiary.domain.language import t, tc
from hamdiary.domain.measures import Checklist, Choice, Measure, NotSeen, Step, Value, sign_column
from hamdiary.tui.dialogs.dialog import Dialog
from hamdiary.tui.widgets.form import Form
from hamdiary.tui.widgets.form_face import FormLine
from hamdiary.tui.widgets.form_messages import Answered
from hamdiary.tui.widgets.lines import Span, line

Answers = Mapping[str, Value | None]


class SignsDialog(Dialog[Answers]):
    """Each sign is no, yes or not checked; what was answered is returned as journal fields."""

    beside = "done"

    BINDINGS = [
        Binding("escape,f10", "done", "done"),
        Binding("n", "answer(0)", "no"),
        Binding("y", "answer(1)", "yes"),
        Binding("a", "none_of_the_rest", "no to all"),
    ]

    def __init__(self, kind: Checklist, answers: Mapping[str, str]) -> None:
        super().__init__()
        self._kind = kind
        self._before = dict(answers)
        self._answers: dict[str, str] = dict(answers)

    def compose(self) -> ComposeResult:
        """One line a sign."""
        lines = [FormLine(item.code, _as_question(item)) for item in self._kind.items]
        form = Form(
            t("Which signs do you see?"), [lines], numbered_from=0, as_facts=True, id="signs"
        )
        yield form

    def on_mount(self) -> None:
        """Begin at the first sign."""
        self._show()
        self.query_one(Form).focus()

    def on_form_answered(self, message: Answered) -> None:
        """Take one answer and go to the next sign."""
        message.stop()
        if message.value is None:
            self._answers.pop(message.field, None)
        else:
            self._answers[message.field] = str(message.value)
        self._show()

    def action_answer(self, place: int) -> None:
        """Answer the focused sign with no (0) or yes (1)."""
        self.query_one(Form).score(place)

    def action_none_of_the_rest(self) -> None:
        """No to every sign that has no answer yet."""
        self._answers = {item.code: "no" for item in self._kind.items} | self._answers
        self._show()

    def action_done(self) -> None:
        """Return what has changed."""
        names = {item.code for item in self._kind.items}
        self.dismiss(
            {
                sign_column(name): self._answers.get(name)
                for name in names
                if self._answers.get(name) != self._before.get(name)
            }
        )

    def _show(self) -> None:
        form = self.query_one(Form)
        looked = sum(answer in ("yes", "no") for answer in self._answers.values())
        keys = line(
            Span("a", "key", "screen.none_of_the_rest"),
            Span(" " + tc("key", "no to the rest ·") + " ", "muted", "screen.none_of_the_rest"),
            Span("Esc", "key", "screen.done"),
            Span(" " + tc("key", "done"), "muted", "screen.done"),
        )
        form.short_fact = keys
        form.fact = line(
            Span(
                t("{looked} of {items} looked at ·").format(
                    looked=looked, items=len(self._kind.items)
                )
                + " ",
                "muted",
            )
        ).then(keys)
        form.show({name: _shown(answer) for name, answer in self._answers.items()})


def _shown(answer: str) -> Value:
    return NotSeen.NOT_CHECKED if answer == NotSeen.NOT_CHECKED.value else answer


def _as_question(item: Step) -> Measure:
    kind = Choice(
        (step("no", "no", item.full), step("yes", "yes", item.full)), NotSeen.NOT_CHECKED, False
    )
    return Measure(item.code, item.short[:1].upper() + item.short[1:], kind, item.full, False)
