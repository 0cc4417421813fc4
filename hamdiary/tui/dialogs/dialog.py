"""What every dialog is: a card in the middle, on small screens the whole screen."""

from typing import TypeVar

from textual.screen import ModalScreen

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """A modal screen that takes a value and dismisses a new one."""

    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (81, "-large")]
