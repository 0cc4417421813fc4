"""A card: a frame around one thing that is a widget by itself, and knows whether keys go there."""

from hamdiary.tui.widgets.framed import Framed
from hamdiary.tui.widgets.painting import Painted


class Card(Framed, Painted):
    """What stands in the frame is `body`."""

    def __init__(self, title: str = "", *, id: str | None = None) -> None:
        Painted.__init__(self, id=id)
        Framed.__init__(self, title)

    @property
    def in_use(self) -> bool:
        """Whether keys go here; to a dialog's card they do even if it cannot have the focus."""
        if self.has_focus_within or self.has_focus:
            return True
        return self.is_attached and self.screen.is_modal and self.screen.focused is None

    def action_at(self, x: int, y: int) -> str:
        """The action of the words in that cell, else the card's."""
        return super().action_at(x, y) or self.whole

    def edge(self) -> str:
        """The frame's ink: whole while keys come here."""
        return "edge-focus" if self.in_use else "edge"
