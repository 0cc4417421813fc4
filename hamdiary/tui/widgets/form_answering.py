"""How the lines of a form are answered: by an option, as last night, not at all; and clicks."""

from hamdiary.domain.language import t
from hamdiary.domain.measures import Checklist, Choice, NotSeen, Scale, Value
from hamdiary.domain.saying import digit_of
from hamdiary.tui.widgets.form_face import FormFace
from hamdiary.tui.widgets.form_messages import Answered


class AnswerableForm(FormFace):
    """The part of a form that answers its focused line; keys and typing are somebody else's."""

    # Moving

    def go(self, number: int) -> None:
        """Focus a line by its number; -1 is the last."""
        self.cursor = number % len(self._lines)
        self.trouble = ""
        self.repaint()

    def move(self, by: int) -> None:
        """Focus the line `by` lines below, stopping at the ends."""
        self.go(max(0, min(len(self._lines) - 1, self.cursor + by)))

    def go_to(self, field: str) -> None:
        """Focus the line of a field."""
        self.go([each.field for each in self._lines].index(field))

    # Answering

    def answer(self, value: Value | None) -> None:
        """Say that the focused line is answered, and go on to the next one."""
        each = self.focused_line
        if not isinstance(each.measure.kind, Checklist):
            # Shown at once; "saved" is said when it is.
            self._values = {**self._values, each.field: value}
        self.post_message(Answered(self, each.field, value, None))
        self.move(1)

    def score(self, place: int) -> None:
        """Answer the focused line by an option's place."""
        kind = self.focused_line.measure.kind
        if isinstance(kind, Scale | Choice) and 0 <= place < len(kind.steps):
            self.answer(place if isinstance(kind, Scale) else kind.steps[place].code)

    def unseen(self) -> None:
        """Answer "not seen" or "not checked", where there is such an answer."""
        kind = self.focused_line.measure.kind
        if isinstance(kind, Scale | Choice) and kind.unseen is not None:
            self.answer(kind.unseen)

    def same(self) -> None:
        """Answer as last night, this line only."""
        value = self._before.get(self.focused_line.field)
        if isinstance(value, int | float | str | NotSeen):
            self.answer(value)
        else:
            self.complain(t("Nothing is recorded here last night."))

    def clear(self) -> None:
        """Make the line "not recorded" again."""
        each = self.focused_line
        if self._values.get(each.field) not in (None, {}):
            self.post_message(Answered(self, each.field, None, None))

    def turn(self, by: int) -> None:
        """Take the next or previous option, and stay on the line."""
        each = self.focused_line
        kind = each.measure.kind
        if not isinstance(kind, Scale | Choice):
            return
        place = digit_of(each.measure, self._values.get(each.field))
        wanted = (0 if by > 0 else len(kind.steps) - 1) if place is None else place + by
        if 0 <= wanted < len(kind.steps):
            value = wanted if isinstance(kind, Scale) else kind.steps[wanted].code
            self._values = {**self._values, each.field: value}
            self.post_message(Answered(self, each.field, value, None))

    # Clicks

    def action_go(self, number: int) -> None:
        """A click on a line."""
        self.focus()
        self.go(number)

    def action_pick(self, number: int, place: int) -> None:
        """A click on one of a line's dots."""
        self.action_go(number)
        self.score(place)

    def action_score(self, place: int) -> None:
        """A click on an option in the help."""
        self.focus()
        self.score(place)

    def action_unseen(self) -> None:
        """A click on "not seen" in the help."""
        self.focus()
        self.unseen()
