"""A card that is read: rows longer than itself, moved through by keys, wheel and clicks."""

from collections.abc import Sequence

from hamdiary.domain.language import tc
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import Line, Span, line

WHEEL = 3
"""Rows that the wheel scrolls by."""


def close_key() -> Line:
    """How a card that is only read is left."""
    words = " " + tc("key", "close")
    return line(Span("Esc", "key", "screen.leave"), Span(words, "muted", "screen.leave"))


class ReadingCard(Card):
    """Rows to read."""

    _first = 0

    def rows(self, width: int) -> Sequence[Line]:
        """Everything there is to read in `width` cells; to be defined by each card."""
        raise NotImplementedError

    def scroll_rows(self, by: int) -> None:
        """Show what lies further down or up."""
        self._first = max(0, self._first + by)
        self.repaint()

    def leaf(self, pages: int) -> None:
        """Move by as much as is in sight."""
        self.scroll_rows(pages * max(1, self.size.height - 3))

    def on_mouse_scroll_down(self) -> None:
        """The wheel scrolls."""
        self.scroll_rows(WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """The wheel scrolls."""
        self.scroll_rows(-WHEEL)

    def body(self, width: int, height: int) -> Sequence[Line]:
        """The rows in sight, and that there are more."""
        rows = self.rows(width)
        # All that a card would need may be asked for without moving it.
        if height < len(rows):
            self._first = max(0, min(self._first, len(rows) - height))
        first = self._first if height < len(rows) else 0
        below = len(rows) - height - first
        self.foot = (
            line(Span(tc("key", "more below ↓"), "muted", "screen.leaf(1)"))
            if below > 0
            else Line()
        )
        return rows[first:]
