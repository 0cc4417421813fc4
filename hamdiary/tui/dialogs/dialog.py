"""What every dialog is: a card in the middle, on small screens the whole screen; and its keys."""

from typing import TypeVar

from textual import events
from textual.screen import ModalScreen

from hamdiary.tui.left_once import LeftOnce
from hamdiary.tui.widgets.lines import Line, Span, line

Result = TypeVar("Result")


class Dialog(ModalScreen[Result], LeftOnce[Result]):
    """A modal screen that takes a value and dismisses a new one."""

    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (81, "-large")]

    beside = "leave"
    """What a click beside the card does: nothing where typed words would be lost, nor where the
    dialog may have come by itself under a mouse that meant something else."""

    async def on_click(self, event: events.Click) -> None:
        """A click beside the card goes back; the second of two quick ones does nothing."""
        if event.widget is self and event.chain == 1 and self.beside:
            await self.run_action(f"screen.{self.beside}")

    def action_leave(self) -> None:
        """Back, and nothing is done."""
        self.dismiss(None)


def key_line(key: str, words: str, action: str) -> Line:
    """A key and what it does; a click does the same. `action` is one of the dialog's own."""
    action = f"screen.{action}"
    return line(Span(key, "key", action), Span(f" {words}", "muted", action))


def reply_line(key: str, words: str, action: str, wide: int = 5) -> Line:
    """The same for a reply, one below the other; the longest key has `wide` cells."""
    action = f"screen.{action}"
    return line(Span(key.ljust(wide), "key", action), Span(f"  {words}", "text", action))
