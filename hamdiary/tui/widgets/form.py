"""A form: one line per thing to record, one key per answer, nothing to save.

The form shows values and says what was answered; whoever owns it records and shows anew.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual import events

from hamdiary.domain.language import t
from hamdiary.domain.measures import (
    Checklist,
    Choice,
    Day,
    Instant,
    Measure,
    Quantity,
    Scale,
    Text,
    Times,
)
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.form_answering import AnswerableForm
from hamdiary.tui.widgets.form_messages import Answered, Opened, Typing

if TYPE_CHECKING:
    from hamdiary.tui.widgets.editor import Editor

TYPED = (Text, Day, Instant, Times)
"""Kinds that are answered in letters."""


class Form(AnswerableForm, Card, can_focus=True):
    """A card of lines; a digit answers the focused line and moves on."""

    explained = False
    """Whether its screen explains it on `?`, which then begins no text but is typed within one."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._editor: Editor | None = None
        self._held: str | None = None
        self._finished: Answered | None = None
        self._deaf_before = 0.0

    # Keys. All of them are taken here, one after another: bindings run a turn of the event loop
    # later, so that in a burst of keys (a slow line, a paste) a digit would overtake an arrow.

    def on_key(self, event: events.Key) -> None:
        """Take a key that this form knows."""
        if self.take_key(event):
            event.stop()
            event.prevent_default()

    def take_nothing_before(self, moment: float) -> None:
        """Let fall what was typed before that moment, a time as events bear it.

        While an answer waited in vain for another program, the next ones were typed blindly; now
        that the cursor is back on its line, they would be taken for answers to that.
        """
        self._deaf_before = moment

    def _came_too_early(self, event: events.Event) -> bool:
        if event.time >= self._deaf_before:
            return False
        words = t("What was typed meanwhile was not taken.")
        if words not in self.trouble:
            self.complain(f"{self.trouble} {words}".strip())
        return True

    @property
    def is_typing(self) -> bool:
        """Whether its editor is open."""
        return self._editor is not None and self._editor.is_open

    def take_key(self, event: events.Key) -> bool:
        """Do what a key means here; False if it means nothing to a form."""
        if (event.is_printable or event.key in self._keys) and self._came_too_early(event):
            return True
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
        if character == "?" and self.explained:
            return False
        begins_text = self._as_facts and isinstance(kind, TYPED)
        begins_number = isinstance(kind, Quantity) and character in "0123456789.,"
        if begins_text or begins_number:
            self.edit(character)
        elif isinstance(kind, Checklist) and character == "0":
            self.answer("no")
        elif isinstance(kind, Scale | Choice) and character.isdecimal():
            self.score(int(character) - self.first_digit)
        elif character == "x" and isinstance(kind, Scale | Choice):
            self.unseen()
        elif character == "=" and not self._as_facts:
            self.same()
        else:
            return False
        return True

    # Moving

    def go(self, number: int) -> None:
        """Focus a line by its number; what is being typed is kept."""
        if self._editor is not None and self._editor.is_open:
            self._editor.close(keep=True)
        super().go(number)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel goes from line to line, but not away from what is being typed."""
        self._wheel(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel goes from line to line, but not away from what is being typed."""
        self._wheel(event, -1)

    def _wheel(self, event: events.MouseEvent, by: int) -> None:
        event.stop()
        if self._held is None and not self.is_typing:
            self.move(by)

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

    # Typing

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes into the focused line where it takes text or a number."""
        event.stop()
        if self._came_too_early(event):
            return
        if self._held is not None:
            self._held += event.text
        elif self._editor is not None and self._editor.is_open:
            self._editor.paste(event.text)
        elif isinstance(self.focused_line.measure.kind, (*TYPED, Quantity)):
            self.edit(event.text)

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
            from hamdiary.tui.widgets.editor import Editor

            self._editor = Editor(self)
            self.mount(self._editor)
        self.trouble = ""
        self._editor.open(self._values.get(each.field), text, *self.place_to_type())

    def complain(self, trouble: str) -> None:
        """Show under the line why what was typed cannot be kept; the open field stays beside it."""
        super().complain(trouble)
        self._keep_beside()

    def on_resize(self) -> None:
        """Lines stand elsewhere in a card of another size; the open field goes with its own."""
        self.call_after_refresh(self._keep_beside)

    def on_show(self) -> None:
        """As at another size: a view that was away knew nothing of its place."""
        self.call_after_refresh(self._keep_beside)

    def _keep_beside(self) -> None:
        if self._editor is not None and self._editor.is_open:
            self._editor.lie(*self.place_to_type())

    def left(self, text: str, keep: bool, moved: int) -> None:
        """The editor was left: what was typed is the answer, unless it was given up."""
        if keep and text.strip():
            self._finished = Answered(self, self.focused_line.field, None, text)
            self.post_message(self._finished)
        if not keep:
            self.post_message(Typing(self, self.focused_line.field, None))
            self.complain(
                t("Given up: what you typed is not kept. Enter keeps it.") if text else ""
            )
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


def _has_lines(measure: Measure) -> bool:
    return isinstance(measure.kind, Text) and measure.kind.lines
