"""A card of rows to read: how they are drawn, and what the mouse does on them."""

from collections.abc import Sequence

from textual import events

from hamdiary.domain.language import tc
from hamdiary.tui.guide.rows import Row
from hamdiary.tui.widgets.leafed_card import LeafedCard, Way
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line

WHEEL = 3
"""Rows that the wheel scrolls by."""


class RowsCard(LeafedCard):
    """Rows that are leafed through by keys, by the wheel and by clicks."""

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel scrolls."""
        self._wheel(event, WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel scrolls."""
        self._wheel(event, -WHEEL)

    def _wheel(self, event: events.MouseEvent, by: int) -> None:
        event.stop()
        event.prevent_default()
        self._scroll(by)
        self.repaint()

    def on_mouse_down(self) -> None:
        """Keys go where was clicked."""
        self.touched()

    def action_way(self, number: int) -> None:
        """A click on a way on."""
        rows, _ = self._in_sight()
        self.cursor = number
        self.opens(self.ways(rows)[number].target)

    def action_further(self) -> None:
        """A click on "more below"."""
        self._leaf(1)
        self.repaint()

    # Drawing

    def body(self, width: int, height: int) -> list[Line]:
        """The rows in sight."""
        width, height = self.list_size(width, height)
        rows = self.rows(width)
        ways = self.ways(rows)
        self._find(rows, height)
        self._clamp(rows, height)
        shown = rows[self._first : self._first + height]
        numbers = self._numbers(ways, height)
        hidden = len(rows) - self._first - len(shown)
        self.foot = self.foot_line(hidden > 0)
        return [
            self._drawn(row, numbers.get(self._first + place)) for place, row in enumerate(shown)
        ]

    def foot_line(self, more: bool) -> Line:
        """What stands in the lower edge."""
        return line(Span(tc("key", "more below ↓"), "muted", "further")) if more else BLANK

    def _numbers(self, ways: Sequence[Way], height: int) -> dict[int, int]:
        """The number of the way on of each row in sight that is one."""
        return {
            place: number
            for number, way in enumerate(ways)
            if self._sees(way, height)
            for place in range(way.first, way.last + 1)
        }

    def _drawn(self, row: Row, number: int | None) -> Line:
        if number is None:
            marked = row.anchor and row.anchor == self._marked
            return row.line.on("chosen") if marked else row.line
        spans = [each if each.action else each._replace(action=f"way({number})")
                 for each in row.line.spans]  # fmt: skip
        ground = ""
        if number == self.cursor:
            ground = "focus" if self.in_front else "chosen"
        return Line(tuple(spans), ground)

    def _in_frame(self, inner: Line, width: int, edge: str) -> Line:
        framed = super()._in_frame(inner, width, edge)
        if inner.ground == "panel":
            spans = (framed.spans[0], Span(self.MARK, "mark"), *framed.spans[2:])
            return Line(spans, framed.ground)
        return framed
