"""The field in which one line's answer is typed: a plain text input laid over the line."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from textual import events
from textual.widgets import Input


class Owner(Protocol):
    """The form over whose line the field is laid."""

    def left(self, text: str, keep: bool, moved: int) -> None:
        """The field was left."""

    def typing(self, text: str) -> None:
        """The text has changed and is not an answer yet."""


class Editor(Input):
    """An input that is opened over a line, and only shown: the form has the focus and the keys.

    With a focus of its own it would have a queue of its own too, and in a burst of letters the
    last ones would overtake those that wait in the form's.
    """

    can_focus = False

    def __init__(self, owner: Owner) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.display = False
        self.is_open = False
        """Whether something is being typed."""
        self._owner = owner
        self._unchanged: str | None = None

    def open(self, stored: object, text: str | None, column: int, row: int, width: int) -> None:
        """Show it at that cell of the form: on from the stored value, or over it if text is given.

        Left with the stored value unchanged, nothing was said.
        """
        self.lie(column, row, width)
        begun = as_typed(stored) if text is None else text
        self._unchanged = begun if text is None else None
        self.is_open = self.display = True
        with self.prevent(Input.Changed):
            self.value = begun
        self.cursor_position = len(begun)
        self.has_focus = True  # so that its cursor shows

    def lie(self, column: int, row: int, width: int) -> None:
        """Lie over that cell of the form, so wide."""
        self.styles.offset = (column, row)
        self.styles.width = max(4, width)

    def close(self, keep: bool, moved: int = 0) -> None:
        """Take it away and say what it holds."""
        if not self.is_open:
            return
        self.is_open = self.display = self.has_focus = False
        changed = self.value != self._unchanged
        self._owner.left(self.value if changed else "", keep, moved)

    def take_key(self, event: events.Key) -> bool:
        """Do what a key means in the field; False if it means nothing."""
        action = self._keys.get(event.key)
        if action is not None:
            action()
        elif event.is_printable and event.character:
            self.insert_text_at_cursor(event.character)
        else:
            return False
        return True

    @property
    def _keys(self) -> dict[str, Callable[[], None]]:
        return {
            "enter": lambda: self.close(keep=True, moved=1),
            "tab": lambda: self.close(keep=True, moved=1),
            "down": lambda: self.close(keep=True, moved=1),
            "up": lambda: self.close(keep=True, moved=-1),
            "shift+tab": lambda: self.close(keep=True, moved=-1),
            "escape": lambda: self.close(keep=False),
            "backspace": self.action_delete_left,
            "delete": self.action_delete_right,
            "left": self.action_cursor_left,
            "right": self.action_cursor_right,
            "ctrl+left": self.action_cursor_left_word,
            "ctrl+right": self.action_cursor_right_word,
            "home": self.action_home,
            "ctrl+a": self.action_home,
            "end": self.action_end,
            "ctrl+e": self.action_end,
            "ctrl+w": self.action_delete_left_word,
            "ctrl+u": self.action_delete_left_all,
            "ctrl+k": self.action_delete_right_all,
        }

    def paste(self, text: str) -> None:
        """Put the first line of a text in at the cursor."""
        self.insert_text_at_cursor(next(iter(text.splitlines()), ""))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is being typed."""
        event.stop()
        if self.is_open:
            self._owner.typing(event.value)


def as_typed(value: object) -> str:
    """A recorded value as one would type it."""
    if isinstance(value, datetime):
        return f"{value:%H:%M}"
    return "" if value is None else str(value)
