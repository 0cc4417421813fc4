"""One hint: whom to ring, what to tell them, and that it was done."""

from collections.abc import Sequence

from textual.app import ComposeResult

from hamdiary.domain.frozen import dataclass
from hamdiary.tui.dialogs.dialog import WishDialog
from hamdiary.tui.widgets.hint_card import HintCard, HintKey
from hamdiary.tui.widgets.hint_lines import HintShown


@dataclass(frozen=True)
class HintWish:
    """What an owner wants with one hint."""

    key: str
    """Which hint."""
    verb: str
    """told, seen, slip, guide, number, tell or open."""


WIDTH = 90
"""Cells of the card."""


class HintDialog(WishDialog[HintWish | None]):
    """Returns what is to be done about it; Enter does nothing here, least of all "rung"."""

    beside = ""

    def __init__(self, shown: HintShown, keys: Sequence[HintKey], *, aloud: bool = False) -> None:
        super().__init__()
        self._shown = shown
        self._card = HintCard(shown, keys, aloud=aloud)
        self._card.key_actions = self.wishes({each.key: each.verb for each in keys})

    def compose(self) -> ComposeResult:
        """The card."""
        yield self._card

    def on_mount(self) -> None:
        """As high as it needs to be."""
        self._card.focus()

    def on_resize(self) -> None:
        """The window has another size, or has one now."""
        size = self.app.size
        self._card.styles.height = self._card.height_in(min(WIDTH, size.width), size.height)

    def action_wish(self, verb: str) -> None:
        """Return what is wanted."""
        self.dismiss(HintWish(self._shown.key, verb))
