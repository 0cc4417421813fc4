"""The field in which one line's answer is typed: a plain text input laid over the line."""

from textual import events
from textual.message import Message
from textual.widgets import Input


class Editor(Input):
    """An input that is opened over a line and says how it was left."""

    class Done(Message):
        """The field was left."""

        def __init__(self, text: str, started_with: str, keep: bool, moved: int) -> None:
            super().__init__()
            self.text = text
            """What stands in it."""
            self.started_with = started_with
            """What stood in it when it was opened."""
            self.keep = keep
            """False if it was given up with Escape."""
            self.moved = moved
            """Lines to move on by an arrow key: -1, 0 or 1."""

    class Typing(Message):
        """The text has changed and is not an answer yet."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text
            """What stands in it."""

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.display = False
        self._started_with = ""

    def open(self, text: str, column: int, row: int, width: int) -> None:
        """Show it at that cell of the form, with a text to go on from."""
        self.styles.offset = (column, row)
        self.styles.width = max(4, width)
        self._started_with = "" if len(text) == 1 else text
        with self.prevent(Input.Changed):
            self.value = text
        self.cursor_position = len(text)
        self.display = True
        self.focus()

    def close(self, keep: bool, moved: int = 0) -> None:
        """Take it away and say what it holds."""
        if self.display:
            self.display = False
            self.post_message(self.Done(self.value, self._started_with, keep, moved))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps what was typed."""
        event.stop()
        self.close(keep=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is being typed."""
        event.stop()
        self.post_message(self.Typing(event.value))

    def on_key(self, event: events.Key) -> None:
        """Arrows leave the field with its text, Escape without."""
        moves = {"up": -1, "down": 1, "tab": 1, "shift+tab": -1}
        if event.key in moves:
            event.stop()
            event.prevent_default()
            self.close(keep=True, moved=moves[event.key])
        elif event.key == "escape":
            event.stop()
            self.close(keep=False)

    def on_blur(self) -> None:
        """A click elsewhere keeps what was typed."""
        self.close(keep=True)
