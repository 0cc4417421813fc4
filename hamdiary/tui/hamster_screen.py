"""The facts of a hamster, each kept as soon as it is answered."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t, tc
from hamdiary.domain.measures import Value, measures_of
from hamdiary.domain.questions import Question
from hamdiary.services.clock import Clock
from hamdiary.services.closing import CLOSING_FACTS
from hamdiary.services.recording import (
    hamster_questions_about,
    new_hamster,
    record_hamster,
    recorded_fields,
)
from hamdiary.services.session import Session
from hamdiary.services.setting_up import alike, with_birth_as_told
from hamdiary.tui.answering import Answering, Values
from hamdiary.tui.left_once import LeftOnce
from hamdiary.tui.messages import Recorded
from hamdiary.tui.widgets.bars import Key, KeyBar
from hamdiary.tui.widgets.form import Form
from hamdiary.tui.widgets.form_face import FormLine
from hamdiary.tui.widgets.lines import Span, line

_TOGETHER = (
    ("name", "species", "sex", "neutered", "born", "born_estimated"),
    ("onset", "onset_speed", "known_fall", "cause"),
    ("vet_name", "vet_phone", "vet_hours", "night_phone", "night_hours"),
    ("base_diet", "base_food"),
)
"""Which facts stand together; one that is named nowhere comes last."""


def fact_groups() -> list[list[FormLine]]:
    """Every fact of a hamster as a line, but those of closing its diary."""
    measures = measures_of(Hamster)
    named = {name for group in _TOGETHER for name in (*group, *CLOSING_FACTS)}
    rest = [name for name in measures if name not in named]
    return [[FormLine(name, measures[name]) for name in group] for group in (*_TOGETHER, rest)]


class HamsterScreen(Answering, LeftOnce[Hamster | None]):
    """A form of facts; it returns the hamster as it stands when it is left."""

    declaring = Hamster

    BINDINGS = [
        Binding("escape,f10", "leave", "Done", show=False),
        Binding("ctrl+z", "undo", "Undo", show=False),
        Binding("question_mark,f1", "help", "Help", show=False),
    ]

    def __init__(self, session: Session | None, hamster: Hamster | None, clock: Clock) -> None:
        super().__init__()
        self._session = session
        self._clock = clock
        self._form: Form | None = None
        self.hamster = hamster or new_hamster()
        """The hamster as it stands."""
        self._is_new = hamster is None

    def compose(self) -> ComposeResult:
        """The form, and the keys."""
        yield self.form
        yield KeyBar()

    def heading(self) -> str:
        """What stands on the card."""
        return (
            t("A new hamster")
            if self._is_new
            else t("About {called}").format(called=self.hamster.called)
        )

    def groups(self) -> list[list[FormLine]]:
        """The lines of the form."""
        return fact_groups()

    def keys(self) -> list[Key]:
        """The keys that matter here."""
        return [
            Key("Esc", tc("key", "done"), "screen.leave"),
            Key("↑ ↓", tc("key", "line"), ""),
            Key("← →", tc("key", "option"), ""),
            Key("Bksp", tc("key", "clear"), ""),
            Key("^z", tc("key", "undo"), "screen.undo"),
            Key("F1", tc("key", "help"), "screen.help"),
        ]

    def on_mount(self) -> None:
        """Begin with the first fact."""
        self.query_one(KeyBar).show(self.keys())
        self.show_facts()
        self.form.focus()

    @property
    def form(self) -> Form:
        """The form."""
        if self._form is None:
            self._form = Form(self.heading(), self.groups(), as_facts=True, id="facts")
            self._form.explained = True
        return self._form

    @property
    def today(self) -> date:
        """The day on the wall clock: births and onsets are days, not nights."""
        return self._clock.now().wall.date()

    def show_facts(self) -> None:
        """Show the facts as they stand."""
        facts = recorded_fields(self.hamster)
        filled = sum(each.field in facts for group in self.groups() for each in group)
        total = sum(len(group) for group in self.groups())
        self.form.fact = line(
            Span(t("{filled} of {total} filled").format(filled=filled, total=total), "muted")
        )
        self.form.show(facts)

    def values_read(self, field: str, value: Value, typed: str) -> Values:
        """A birth told as an age is an estimate."""
        if field != "born":
            return {field: value}
        return with_birth_as_told({field: value}, typed, self.hamster)

    def session(self) -> Session:
        """The open diary, in which the facts are kept."""
        assert self._session is not None
        return self._session

    def questions(self, values: Values) -> Sequence[Question]:
        """What is unusual about these facts."""
        asked: list[Question] = []
        name = values.get("name")
        twin = alike(self.session(), str(name), self.hamster) if name else None
        if twin is not None:
            asked.append(
                Question(
                    ("name",),
                    t("{called} has a diary here already. Keep it?").format(called=twin.called),
                )
            )
        return [*asked, *hamster_questions_about(self.session(), self.hamster, values)]

    def show_again(self) -> None:
        """Show the facts as they are recorded."""
        self.show_facts()

    def thing(self) -> tuple[str, str]:
        """The hamster that is told about."""
        return "hamster", self.hamster.id

    def save(self, values: Values) -> None:
        """Record them; a new hamster becomes the one written about."""
        session = self.session()
        known = session.diary.hamster(self.hamster.id)
        self.hamster = record_hamster(session, self.hamster, values)
        if known is None:
            session.switch_to(self.hamster)

    def on_recorded(self, message: Recorded) -> None:
        """Show what was kept."""
        message.stop()
        self.show_facts()

    def settle(self) -> bool:
        """Finish what was begun, because the program ends."""
        return self.settle_form()

    def action_undo(self) -> None:
        """Take back the last change."""
        from hamdiary.services.recording import undo

        self.settle_form()
        if self._session is not None and undo(self._session) is not None:
            kept = self._session.diary.hamster(self.hamster.id)
            self.hamster = kept or replace(new_hamster(), id=self.hamster.id)
            self.show_facts()

    def action_help(self) -> None:
        """Explain the focused line, and below it the form."""
        from hamdiary.tui.dialogs.help import HelpDialog
        from hamdiary.tui.help.hamster import PAGE

        if self.app.screen is self:
            form = self.form
            self.app.push_screen(HelpDialog(PAGE, form.focused_line.measure, form.first_digit))

    def action_leave(self) -> None:
        """Back to the diary with the hamster, if anything of it is recorded."""
        if not self.settle_form():
            return
        known = self._session.diary.hamster(self.hamster.id) if self._session else None
        self.dismiss(known)
