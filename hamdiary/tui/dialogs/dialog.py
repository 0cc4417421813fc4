"""What every dialog is: a card in the middle, on small screens the whole screen; and its keys."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from textual import events
from textual.binding import Binding
from textual.screen import ModalScreen

from hamdiary.tui.left_once import LeftOnce
from hamdiary.tui.widgets.card import Card
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

    def fit(self, card: Card, width: int) -> None:
        """Make a card of so many cells, or as many as the window has, as high as it needs to be."""
        card.styles.height = card.wanted_height(min(width, self.app.size.width))


class WishDialog(Dialog[Result]):
    """Returns what is wanted, as one word, and with which row; nothing is done here."""

    BINDINGS = [Binding("escape", "leave", "back")]

    def action_wish(self, verb: str) -> None:
        """Return what is wanted, if it can be had."""
        raise NotImplementedError

    def wishes(self, verbs: Mapping[str, str]) -> dict[str, Callable[[], None]]:
        """What each key of a card does: it wishes its verb."""
        return {key: partial(self.action_wish, verb) for key, verb in verbs.items()}


def key_line(key: str, words: str, action: str) -> Line:
    """A key and what it does; a click does the same. `action` is one of the dialog's own."""
    action = f"screen.{action}"
    return line(Span(key, "key", action), Span(f" {words}", "muted", action))


def wish_line(key: str, words: str, verb: str) -> Line:
    """A key of a WishDialog and what it is for."""
    return key_line(key, words, f"wish('{verb}')")


def reply_line(key: str, words: str, action: str, wide: int = 5) -> Line:
    """The same for a reply, one below the other; the longest key has `wide` cells."""
    action = f"screen.{action}"
    return line(Span(key.ljust(wide), "key", action), Span(f"  {words}", "text", action))
