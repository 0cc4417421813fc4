"""What follows an answer in a form: read it, ask if it is unusual, record it, move on."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from hamdiary.domain.language import t
from hamdiary.domain.measures import Text, Value, columns_of
from hamdiary.domain.values import BadValue
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.messages import NotSaved, Recorded, Typed
from hamdiary.tui.mixed_in import OfAWidget
from hamdiary.tui.widgets.form import Form
from hamdiary.tui.widgets.form_messages import Answered, Typing

if TYPE_CHECKING:
    from hamdiary.domain.questions import Question
    from hamdiary.domain.typed_times import WallClock

SHOWN_FIRST = 0.012
"""Seconds from a key to its writing: it is shown first, so that keys feel immediate."""

Values = Mapping[str, Value | None]
"""New values by journal field; None clears."""


class Answering(OfAWidget):
    """Something with a form, whose answers are recorded one by one."""

    declaring: type[Any]
    """The dataclass whose measures the form has."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._answers: list[Answered] = []
        self._being_read: str | None = None

    @property
    def form(self) -> Form:
        """The form."""
        raise NotImplementedError

    @property
    def today(self) -> date:
        """What "yesterday" is counted from."""
        raise NotImplementedError

    def clock(self) -> "WallClock | None":
        """What typed moments are read on, where the form has any."""
        return None

    def values_of(self, field: str, value: Value | None) -> Values:
        """The journal fields that an answer stands for."""
        return {field: value}

    def values_read(self, field: str, value: Value, typed: str) -> Values:
        """The journal fields that typed words stand for."""
        return {field: value}

    def questions(self, values: Values) -> "Sequence[Question]":
        """What to ask before these values are recorded."""
        raise NotImplementedError

    def save(self, values: Values) -> None:
        """Record the values; DiaryTrouble says why they could not be."""
        raise NotImplementedError

    def on_form_answered(self, message: Answered) -> None:
        """Take an answer as far as it goes."""
        message.stop()
        if message.is_taken:
            return
        message.is_taken = True
        self._answers.append(message)
        if len(self._answers) == 1:
            self.set_timer(SHOWN_FIRST, self.take_answers)

    def take_answers(self) -> None:
        """Record what was answered, in the order in which it was."""
        answers = list(self._answers)
        self._answers.clear()
        for answer in answers:
            if answer.typed is not None:
                self._read(answer.field, answer.typed)
            else:
                self._consider(self.values_of(answer.field, answer.value))

    def settle_form(self) -> bool:
        """Take an open field and all answers now; False if the owner is asked something."""
        answer = self.form.finish()
        if answer is not None:
            self._answers.append(answer)
        self.take_answers()
        return not self.form.trouble and self.app.screen is self.screen

    def on_unmount(self) -> None:
        """What was answered in the last instant is recorded too; nobody can be asked any more.

        An open field is taken as it stands, unless there would be something to ask.
        """
        for answer in self._answers:
            self._save_meant(answer, asked=True)
        finished = self.form.finish()
        if finished is not None:
            self._save_meant(finished, asked=False)

    def _save_meant(self, answer: Answered, asked: bool) -> None:
        with suppress(DiaryTrouble, BadValue):
            values = self._meant(answer)
            if values is not None and (asked or not self.questions(values)):
                self.save(values)

    def _meant(self, answer: Answered) -> Values | None:
        """The values of an answer; None if it was typed and cannot be read for certain."""
        if answer.typed is None:
            return self.values_of(answer.field, answer.value)
        # What is typed is read when something is typed.
        from hamdiary.domain.reading import read_value
        from hamdiary.domain.typed import Read

        measure = dict(columns_of(self.declaring))[answer.field]
        reading = read_value(measure, answer.typed, self.today, clock=self.clock())
        if not isinstance(reading, Read):
            return None
        return self.values_read(answer.field, reading.value, answer.typed)

    def _read(self, field: str, typed: str) -> None:
        from hamdiary.domain.reading import read_value
        from hamdiary.domain.typed import Refused, Unclear

        measure = dict(columns_of(self.declaring))[field]
        reading = read_value(measure, typed, self.today, clock=self.clock())
        if isinstance(reading, Refused | Unclear):
            self.form.go_to(field)
            self.form.edit(typed)
            self.form.complain(reading.reason if isinstance(reading, Refused) else reading.question)
            return
        if reading.notice:
            self.notify(reading.notice, markup=False)
        self._being_read = typed
        try:
            self._consider(self.values_read(field, reading.value, typed))
        finally:
            self._being_read = None

    def _consider(self, values: Values) -> None:
        try:
            questions = self.questions(values)
        except (DiaryTrouble, BadValue) as trouble:
            self.not_saved(trouble, self._line_of(values))
            return
        if questions:
            self._ask(questions[0], values)
        else:
            self.record(values)

    def _ask(self, question: "Question", values: Values) -> None:
        from hamdiary.tui.dialogs.ask import AskDialog, Reply

        def settle(reply: Reply | None) -> None:
            """Record what was meant, or ask for it again on its line."""
            if reply is Reply.KEEP:
                self.record(values)
            elif reply is Reply.INSTEAD and question.instead is not None:
                self.record({**values, question.fields[0]: question.instead})
            else:
                self._wait_for_no_answer(values)
                self.show_again()
                self.form.go_to(self._line_of(values))

        self._wait_for_an_answer(question, values)
        self.app.push_screen(AskDialog(question), settle)

    def _wait_for_an_answer(self, question: "Question", values: Values) -> None:
        """Let the values be kept beside the diary: the window may end before an answer comes."""
        from hamdiary.services.unanswered import as_draft

        self._keep_unanswered(values, as_draft(self.thing()[0], question, values))

    def _wait_for_no_answer(self, values: Values) -> None:
        self._keep_unanswered(values, None)

    def _keep_unanswered(self, values: Values, kept: str | None) -> None:
        from hamdiary.services.unanswered import can_wait

        kind, thing = self.thing()
        field = next(iter(values))
        if can_wait(kind, field):
            # To the app itself: at the end there is no time to go up from widget to widget.
            self.app.post_message(Typed(kind, thing, field, kept, None))

    def show_again(self) -> None:
        """Show what is recorded, because an answer was taken back."""
        raise NotImplementedError

    def thing(self) -> tuple[str, str]:
        """The kind of thing that is recorded, and which one."""
        raise NotImplementedError

    def on_form_typing(self, message: Typing) -> None:
        """Let unfinished words be kept; unfinished numbers mean nothing yet."""
        message.stop()
        measure = dict(columns_of(self.declaring))[message.field]
        if message.text is None:
            self.post_message(Typed(*self.thing(), message.field, None, None))
        elif isinstance(measure.kind, Text):
            stands = message.form.value_of(message.field)
            base = None if stands is None else str(stands)
            self.post_message(Typed(*self.thing(), message.field, message.text, base))

    def _line_of(self, values: Values) -> str:
        """The line on which these values were answered; signs have one for all."""
        field = next(iter(values))
        return dict(columns_of(self.declaring))[field].name

    def record(self, values: Values) -> None:
        """Save the values; what cannot be saved is said at its line."""
        try:
            self.save(values)
        except (DiaryTrouble, BadValue) as trouble:
            self.not_saved(trouble, self._line_of(values))
            return
        self.recorded(values)

    def recorded(self, values: Values) -> None:
        """Say that the values are on the disk."""
        for field in values:
            self.post_message(Typed(*self.thing(), field, None, None))
        self.post_message(Recorded())

    def not_saved(self, trouble: Exception, line: str) -> None:
        """Say at the line, and whole where there is room, why something was not saved.

        What was typed in letters and figures stands there again.
        """
        self.show_again()
        self.form.go_to(line)
        if self._being_read is not None:
            self.form.edit(self._being_read)
        self.form.complain(t("Not saved: {trouble}").format(trouble=trouble))
        said = NotSaved()
        self.form.take_nothing_before(said.time)
        self.post_message(said)
        self.notify(
            t("Not saved: {trouble}.").format(trouble=trouble),
            severity="error",
            timeout=20,
            markup=False,
        )
