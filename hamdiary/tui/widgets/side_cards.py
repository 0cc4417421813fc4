"""The cards beside the log, drawn by one widget: each more widget is paid for at every start."""

from collections.abc import Sequence

from hamdiary.services.pages import NightPage
from hamdiary.tui.widgets.facts_card import AboutCard, VetCard
from hamdiary.tui.widgets.history_card import HistoryCard
from hamdiary.tui.widgets.painting import Line, Painted


class SideCards(Painted):
    """Whom to ring, what is usual, and what was changed tonight."""

    def __init__(self) -> None:
        super().__init__(id="side")
        self._cards = (VetCard(), AboutCard(), HistoryCard("Changes", id="changes"))

    def show_page(self, page: NightPage) -> None:
        """Show this page in every card."""
        for card in self._cards:
            card.show_page(page)
        self.repaint()

    def paint(self, width: int, height: int) -> Sequence[Line]:
        """The cards above one another; each takes what it needs, the last one the rest."""
        lines: list[Line] = []
        *fitted, last = self._cards
        for card in fitted:
            lines += card.paint(width, min(card.wanted_height(width), height - len(lines)))
        return [*lines, *last.paint(width, height - len(lines))]
