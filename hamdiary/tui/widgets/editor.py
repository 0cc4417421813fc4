"""The field in which one line's answer is typed: a plain text input laid over the line."""

from collections.abc import Callable
from typing import Protocol

from textual import events
from textual.widget import Widget
from textual.widgets import Input


class Owner(Protocol):
    """The form over whose line the field is laid."""

    def left(self, text: str, keep: bool, moved: int) -> None:
        """The field was left."""

    def typing(self, text: str) -> None:
        """The text has changed and is not an answer yet."""

    def take_key(self, event: events.Key) -> bool:
        """A key that came when the field was closed already."""


class Editor(Input):
    """An input that is opened over a line.

    It speaks to its form directly, not by messages: a key that comes in the same instant as the
    one that closes the field must find the form moved on.
    """

    def __init__(self, owner: Owner) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.display = False
        self.is_open = False
        """Whether something is being typed."""
        self._owner = owner
        self._unchanged: str | None = None

    def open(self, text: str, unchanged: str | None, column: int, row: int, width: int) -> None:
        """Show it at that cell of the form; left with the text `unchanged`, nothing was said."""
        self.styles.offset = (column, row)
        self.styles.width = max(4, width)
        self._unchanged = unchanged
        self.is_open = self.display = True
        with self.prevent(Input.Changed):
            self.value = text
        self.cursor_position = len(text)
        self.screen.set_focus(self)

    def close(self, keep: bool, moved: int = 0) -> None:
        """Take it away and say what it holds."""
        if not self.is_open:
            return
        self.is_open = self.display = False
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
            "home": self.action_home,
            "end": self.action_end,
        }

    async def _on_key(self, event: events.Key) -> None:
        taken = self.take_key(event) if self.is_open else self._owner.take_key(event)
        if taken:
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is being typed."""
        event.stop()
        if self.is_open:
            self._owner.typing(event.value)

    def on_blur(self) -> None:
        """A click elsewhere keeps what was typed."""
        focused: Widget | None = self.screen.focused
        if focused is not self:
            self.close(keep=True)
