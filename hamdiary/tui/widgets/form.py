"""A form: one line per thing to record, one key per answer, nothing to save.

The form shows values and says what was answered; whoever owns it records and shows anew.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from textual import events

from hamdiary.domain.language import t
from hamdiary.domain.measures import (
    Checklist,
    Choice,
    Day,
    Instant,
    Measure,
    NotSeen,
    Quantity,
    Scale,
    Text,
    Times,
    Value,
)
from hamdiary.domain.saying import digit_of
from hamdiary.tui.widgets.editor import Editor
from hamdiary.tui.widgets.form_face import FormFace
from hamdiary.tui.widgets.form_messages import Answered, Opened, Typing

TYPED = (Text, Day, Instant, Times)
"""Kinds that are answered in letters."""


class Form(FormFace, can_focus=True):
    """A card of lines; a digit answers the focused line and moves on."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._editor: Editor | None = None
        self._held: str | None = None
        self._finished: Answered | None = None

    # Keys. All of them are taken here, one after another: bindings run a turn of the event loop
    # later, so that in a burst of keys (a slow line, a paste) a digit would overtake an arrow.

    def on_key(self, event: events.Key) -> None:
        """Take a key that this form knows."""
        if self.take_key(event):
            event.stop()
            event.prevent_default()

    @property
    def is_typing(self) -> bool:
        """Whether its editor is open."""
        return self._editor is not None and self._editor.is_open

    def take_key(self, event: events.Key) -> bool:
        """Do what a key means here; False if it means nothing to a form."""
        if self._held is not None:
            self._held += (event.character or "") if event.is_printable else ""
            return True
        if self._editor is not None and self._editor.is_open:
            return self._editor.take_key(event)
        action = self._keys.get(event.key)
        if action is not None:
            action()
            return True
        return bool(event.is_printable and event.character) and self._take(event.character or "")

    @property
    def _keys(self) -> dict[str, Callable[[], None]]:
        return {
            "up": lambda: self.move(-1),
            "shift+tab": lambda: self.move(-1),
            "down": lambda: self.move(1),
            "tab": lambda: self.move(1),
            "home": lambda: self.go(0),
            "end": lambda: self.go(-1),
            "left": lambda: self.turn(-1),
            "right": lambda: self.turn(1),
            "enter": self.enter,
            "backspace": self.clear,
            "delete": self.clear,
        }

    def _take(self, character: str) -> bool:
        """A digit scores or begins a number; in a form of facts a letter begins a text."""
        kind = self.focused_line.measure.kind
        begins_text = self._as_facts and isinstance(kind, TYPED)
        begins_number = isinstance(kind, Quantity) and character in "0123456789.,"
        if begins_text or begins_number:
            self.edit(character)
        elif isinstance(kind, Checklist) and character == "0":
            self.answer("no")
        elif isinstance(kind, Scale | Choice) and character.isdecimal():
            self.score(int(character) - self._first_digit)
        elif character == "x" and isinstance(kind, Scale | Choice):
            self.unseen()
        elif character == "=" and not self._as_facts:
            self.same()
        else:
            return False
        return True

    # Moving

    def go(self, number: int) -> None:
        """Focus a line by its number; -1 is the last."""
        if self._editor is not None and self._editor.is_open:
            self._editor.close(keep=True)
        self.cursor = number % len(self._lines)
        self.trouble = ""
        self.repaint()

    def move(self, by: int) -> None:
        """Focus the line `by` lines below, stopping at the ends."""
        self.go(max(0, min(len(self._lines) - 1, self.cursor + by)))

    def go_to(self, field: str) -> None:
        """Focus the line of a field."""
        self.go([each.field for each in self._lines].index(field))

    def enter(self) -> None:
        """Open the focused line if it is one to open, else move on."""
        each = self.focused_line
        if isinstance(each.measure.kind, Checklist) or _has_lines(each.measure):
            self.open_line()
        elif isinstance(each.measure.kind, TYPED) and not self._as_facts:
            self.edit()
        else:
            self.move(1)

    def open_line(self) -> None:
        """Ask for the place in which the focused line is answered, and hold keys until then."""
        self._held = ""
        self.post_message(Opened(self, self.focused_line.field))

    def release(self) -> str:
        """What was typed while the place was opened; from now on keys are taken again."""
        held, self._held = self._held, None
        return held or ""

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

    # Typing

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes into the focused line where it takes text or a number."""
        if self._held is not None:
            self._held += event.text
        elif self._editor is not None and self._editor.is_open:
            self._editor.paste(event.text)
        elif isinstance(self.focused_line.measure.kind, (*TYPED, Quantity)):
            self.edit(event.text)
        event.stop()

    def on_blur(self) -> None:
        """A click elsewhere keeps what was typed."""
        if self._editor is not None and self._editor.is_open and self.screen.focused is not self:
            self._editor.close(keep=True)

    def edit(self, text: str | None = None) -> None:
        """Type on the focused line: over its value if `text` is given, else on from it."""
        each = self.focused_line
        if _has_lines(each.measure):
            self.open_line()
            self._held = text or ""
            return
        if self._editor is None:
            self._editor = Editor(self)
            self.mount(self._editor)
        stored = self._values.get(each.field)
        self._editor.open(
            text if text is not None else as_typed(stored),
            None if text is not None else as_typed(stored),
            *self.place_to_type(),
        )

    def left(self, text: str, keep: bool, moved: int) -> None:
        """The editor was left: what was typed is the answer, unless it was given up."""
        if keep and text.strip():
            self._finished = Answered(self, self.focused_line.field, None, text)
            self.post_message(self._finished)
        if not keep:
            self.post_message(Typing(self, self.focused_line.field, None))
            self.repaint()
        else:
            self.move(moved)

    def finish(self) -> Answered | None:
        """Leave an open field as Enter does; the answer that nobody has taken yet, now taken."""
        if self._editor is not None and self._editor.is_open:
            self._editor.close(keep=True)
        answer = self._finished
        if answer is None or answer.is_taken:
            return None
        answer.is_taken = True
        return answer

    def typing(self, text: str) -> None:
        """Pass on what is being typed, so that it can be kept."""
        self.post_message(Typing(self, self.focused_line.field, text))


def as_typed(value: object) -> str:
    """A recorded value as one would type it."""
    if isinstance(value, datetime):
        return f"{value:%H:%M}"
    return "" if value is None else str(value)


def _has_lines(measure: Measure) -> bool:
    return isinstance(measure.kind, Text) and measure.kind.lines
