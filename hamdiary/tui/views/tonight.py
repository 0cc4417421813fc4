"""Tonight: the log of one night, and beside it what an owner wants to have in sight."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widget import Widget

from hamdiary.domain.language import t, tc
from hamdiary.domain.measures import Checklist, Value, measures_of, sign_column
from hamdiary.domain.night import Night
from hamdiary.services.pages import NightPage
from hamdiary.services.session import Session
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.storage.rows import night_id
from hamdiary.tui.answering import Answering, Values
from hamdiary.tui.messages import Typed
from hamdiary.tui.views.view import View
from hamdiary.tui.widgets.bars import Key
from hamdiary.tui.widgets.form_messages import Opened
from hamdiary.tui.widgets.night_form import NightForm
from hamdiary.tui.widgets.recovery_card import RecoveryCard
from hamdiary.tui.widgets.side_cards import SideCards

if TYPE_CHECKING:
    from hamdiary.domain.questions import Question
    from hamdiary.domain.reminders.task import Task
    from hamdiary.services.diet import Diet


class TonightView(Answering, View, Widget):
    """The start: one key per line, everything kept at once."""

    declaring = Night

    page: NightPage
    """What is shown."""

    def __init__(self, session: Session, page: NightPage) -> None:
        super().__init__(id="tonight")
        self._session = session
        self.page = page
        self._unsaved: dict[date, str | None] = {}
        self._form = NightForm()
        self._lately = RecoveryCard()
        self._side = SideCards(lambda: session.now().wall)
        # Before anything is mounted, so that the first frame is whole.
        self.show(page)

    def compose(self) -> ComposeResult:
        """The log on the left with recovery below it, whom to ring and the rest on the right."""
        yield self._form
        yield self._side
        yield self._lately

    def show(self, page: NightPage) -> None:
        """Show a night in every part."""
        if (page.hamster.id, page.evening) != (self.page.hamster.id, self.page.evening):
            self.settle()
        self.page, self.evening = page, page.evening
        self._form.show_page(page)
        self._lately.show_page(page)
        self._side.show_page(page)

    def show_tasks(self, tasks: "Sequence[Task]") -> None:
        """Show what is to do tonight."""
        self._side.show_tasks(tasks)

    def show_diet(self, diet: "Diet | None") -> None:
        """Show how the diet week stands."""
        self._side.show_diet(diet)

    def tick(self) -> None:
        """Let the clock go on by a second."""
        if self._side.ticks and self.display:
            self._side.tick()

    def settle(self) -> bool:
        """Record what was answered in the last instant, for the night it was answered for."""
        return self.settle_form()

    @property
    def form(self) -> NightForm:
        """The log."""
        return self._form

    def take_focus(self) -> None:
        """Let keys go to the log."""
        self.form.focus()

    def keys(self) -> list[Key]:
        """The keys that matter here."""
        is_old = self.page.evening != self.page.tonight
        return [
            *([Key("Esc", tc("key", "back"), "screen.back")] if is_old else []),
            Key("0–5", tc("key", "score"), ""),
            Key("x", tc("key", "not seen"), "screen.press('x')"),
            Key("=", tc("key", "same"), "screen.press('equals_sign')"),
            Key("o", tc("key", "outing"), "screen.outing"),
            Key("m", tc("key", "dose"), "screen.doses"),
            Key("f", tc("key", "food"), "screen.feed"),
            Key("Bksp", tc("key", "clear"), "screen.press('backspace')"),
            Key("n", tc("key", "note"), "screen.note"),
            Key("^z", tc("key", "undo"), "screen.undo"),
            Key("z", tc("key", "snooze"), "screen.todo"),
            Key("h", tc("key", "hints"), "screen.hints"),
            Key("< >", tc("key", "night"), "screen.step_night(-1)"),
            Key("a", tc("key", "about"), "screen.hamster"),
        ]

    # Answers

    @property
    def today(self) -> date:
        """The evening whose night it is now."""
        return self._session.tonight

    def values_of(self, field: str, value: Value | None) -> Values:
        """A checklist's answer is for every sign not answered yet; None clears all of it."""
        kind = measures_of(Night)[field].kind
        if not isinstance(kind, Checklist):
            return {field: value}
        answered = self.page.night.signs if value is not None else {}
        return {sign_column(item.code): value for item in kind.items if item.code not in answered}

    def questions(self, values: Values) -> "Sequence[Question]":
        """What is unusual about these values of this night."""
        from hamdiary.services.recording import questions_about

        return questions_about(self._session, self.page.hamster, self.page.evening, values)

    def show_again(self) -> None:
        """Show the night as it is recorded."""
        self.show(self.page)

    def thing(self) -> tuple[str, str]:
        """The night that is shown."""
        return "night", night_id(self.page.hamster.id, self.page.evening)

    def save(self, values: Values) -> None:
        """Record them for the night that is shown."""
        from hamdiary.services.recording import record_night

        record_night(self._session, self.page.hamster, self.page.evening, values)

    def on_form_opened(self, message: Opened) -> None:
        """A note or the signs have a place of their own."""
        message.stop()
        if message.field == "note":
            self.write_note()
        else:
            self._check_signs(message.field)

    def write_note(self) -> None:
        """Open the note of this night."""
        from hamdiary.tui.dialogs.note import NoteDialog

        self.form.go_to("note")
        night = self.page.night
        dialog = NoteDialog(night, self.form.release, self._unsaved.get(night.evening))
        self.app.push_screen(dialog, lambda note: self._keep_note(night, note))

    def _keep_note(self, night: Night, note: str | None) -> None:
        """Record the note; what cannot be saved is there again when the note is opened again."""
        from hamdiary.services.noting import keep_note

        if note == night.note:  # nothing is saved, only what was being typed is over
            self.post_message(Typed(*self.thing(), "note", None, None))
            return
        try:
            other = keep_note(self._session, self.page.hamster, night.evening, night.note, note)
        except DiaryTrouble as trouble:
            self._unsaved[night.evening] = note
            self.not_saved(trouble, "note")
            return
        self._unsaved.pop(night.evening, None)
        if other is not None:
            words = t("This note was changed in another window meanwhile: both texts were kept.")
            self.notify(words, timeout=10, markup=False)
        self.recorded({"note": note})

    def _check_signs(self, field: str) -> None:
        from hamdiary.tui.dialogs.signs import SignsDialog

        kind = measures_of(Night)[field].kind
        assert isinstance(kind, Checklist)
        self.form.release()
        self.app.push_screen(SignsDialog(kind, self.page.night.signs), self._keep_signs)

    def _keep_signs(self, answers: Values | None) -> None:
        if answers:
            self.record(answers)
