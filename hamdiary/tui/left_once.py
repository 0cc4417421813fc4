"""A screen that is left once, however many keys ask for it."""

from typing import TypeVar

from textual.message import Message
from textual.screen import Screen

Result = TypeVar("Result")


class LeftOnce(Screen[Result]):
    """A screen that returns something.

    Keys come in bursts, over a slow line above all. The second of two that both leave a screen
    finds it gone; Textual would take away the one that lay under it, or end the program.
    """

    @property
    def is_left(self) -> bool:
        """Whether it stands no more: it was left, or what lay under it was."""
        return self not in self.app.screen_stack

    def dismiss(self, result: Result | None = None) -> None:  # type: ignore[override]
        """Return `result`, and leave what stands on this screen too; only the first time."""
        if self.is_left:
            return
        while self.app.screen is not self:
            self.workers.cancel_node(self.app.screen)
            self.app.pop_screen()
        self.workers.cancel_node(self)
        super().dismiss(result)

    def check_message_enabled(self, message: Message) -> bool:
        """Hear no more what is chosen here once it has been left."""
        return not (message.bubble and self.is_left) and super().check_message_enabled(message)
