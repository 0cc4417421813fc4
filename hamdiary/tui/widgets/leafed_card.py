"""Leafing through rows: a window on them, and a cursor that goes from one way on to the next.

Keys are taken at once, in the order they are pressed; the view that owns the card hands them on.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from textual.geometry import Size

from hamdiary.tui.guide.rows import Row
from hamdiary.tui.widgets.card import Card

REACH = 3
"""Rows beyond the edge in which a way on is still gone to rather than scrolled towards."""

NOT_SHOWN = Size(80, 22)
"""How large a card is taken to be before it is first shown."""


class Way(NamedTuple):
    """One way on: neighbouring rows of one link."""

    first: int
    """Its first row."""
    last: int
    """Its last row."""
    target: str
    """What it opens."""


class LeafedCard(Card):
    """Rows, a window on them, and a cursor; how they are drawn is for `RowsCard`."""

    def __init__(self, title: str, *, id: str) -> None:
        super().__init__(title, id=id)
        self._first = 0
        self._wanted = self._marked = ""
        self._unshown = False
        self._known: tuple[Sequence[Row], list[Way]] = ((), [])
        self.cursor: int | None = None
        """The number of the chosen way on; None before one is chosen."""
        self.in_front = False
        """Whether keys go here."""
        self.opens: Callable[[str], None] = lambda target: None
        """What opening a way on does; called at once, so that keys right behind find the page."""
        self.moved: Callable[[], None] = lambda: None
        """What a move of the cursor does."""
        self.touched: Callable[[], None] = lambda: None
        """What a click anywhere on the card does."""

    def rows(self, width: int) -> Sequence[Row]:
        """Everything that can be scrolled through in `width` cells; to be defined by each card."""
        raise NotImplementedError

    def list_size(self, width: int, height: int) -> tuple[int, int]:
        """How much of the card's inside is for rows."""
        return width, height

    @property
    def in_use(self) -> bool:
        """Whether keys go here."""
        return self.in_front

    # Where it is

    @property
    def first(self) -> int:
        """The first row in sight."""
        return self._first

    def go_back_to(self, first: int, cursor: int | None) -> None:
        """Show again what was in sight before."""
        self._first, self.cursor, self._wanted, self._marked = first, cursor, "", ""
        self.repaint()

    def go_to(self, anchor: str = "", cursor: int | None = None) -> None:
        """Show the top, or the row of that name, with a way on chosen or none."""
        self._first, self.cursor = 0, cursor
        self._wanted = self._marked = anchor
        self.repaint()

    def point_at(self, target: str) -> None:
        """Put the cursor on the way on that leads there, if there is one."""
        rows, _ = self._in_sight()
        for number, way in enumerate(self.ways(rows)):
            if way.target == target:
                self.cursor, self._unshown = number, True
        self.repaint()

    def ways(self, rows: Sequence[Row]) -> list[Way]:
        """The ways on among the rows."""
        if self._known[0] is not rows:
            self._known = (rows, list(_ways(rows)))
        return self._known[1]

    def target_here(self) -> str:
        """What the chosen way on opens, if it is in sight."""
        rows, height = self._in_sight()
        ways = self.ways(rows)
        if self.cursor is None or not 0 <= self.cursor < len(ways):
            return ""
        way = ways[self.cursor]
        return way.target if self._sees(way, height) else ""

    def _in_sight(self) -> tuple[Sequence[Row], int]:
        # A card that was never shown has no size yet.
        size = self.size if self.size.width else NOT_SHOWN
        width, height = self.list_size(max(1, size.width - 5), max(1, size.height - 2))
        return self.rows(width), max(1, height)

    def _sees(self, way: Way, height: int) -> bool:
        return way.last >= self._first and way.first < self._first + height

    # Keys and mouse

    def take_key(self, key: str) -> bool:
        """Do what a key means here; False if it means nothing."""
        before = self.cursor
        match key:
            case "up" | "down":
                self._step(1 if key == "down" else -1)
            case "pageup" | "pagedown":
                self._leaf(1 if key == "pagedown" else -1)
            case "home" | "end":
                self._to_the(end=key == "end")
            case "enter":
                return self.open_here()
            case _:
                return False
        self.repaint()
        if self.cursor != before:
            self.moved()
        return True

    def open_here(self) -> bool:
        """Open the chosen way on; without one a page is leafed through."""
        target = self.target_here()
        if target:
            self.opens(target)
        else:
            self._leaf(1)
            self.repaint()
        return True

    def _step(self, by: int) -> None:
        rows, height = self._in_sight()
        ways = self.ways(rows)
        number = None if self._reads_on(ways, by, height) else self._next(ways, by, height)
        if number is None:
            self._scroll(by)
        else:
            self.cursor = number
            self._show(self.ways(self._in_sight()[0])[number])

    def _reads_on(self, ways: Sequence[Way], by: int, height: int) -> bool:
        """Whether the chosen way on is longer than the card and not yet read to its end."""
        if self.cursor is None or self.cursor >= len(ways):
            return False
        way, bottom = ways[self.cursor], self._first + height - 1
        if way.last - way.first < height or not self._sees(way, height):
            return False
        return way.last > bottom if by > 0 else way.first < self._first

    def _next(self, ways: Sequence[Way], by: int, height: int) -> int | None:
        """The way on to go to; None if there is none within reach."""
        top, bottom = self._first, self._first + height - 1
        here = self.cursor if self.cursor is not None and self.cursor < len(ways) else None
        if here is not None and self._sees(ways[here], height):
            number = here + by
        elif by > 0:
            number = next((n for n, way in enumerate(ways) if way.first >= top), len(ways))
        else:
            number = next((n for n, way in reversed([*enumerate(ways)]) if way.last <= bottom), -1)
        if not 0 <= number < len(ways):
            return None
        way = ways[number]
        near = way.first <= bottom + REACH if by > 0 else way.last >= top - REACH
        return number if near else None

    def _show(self, way: Way) -> None:
        """Scroll as little as brings a way on into sight, its heading too if there is room."""
        rows, height = self._in_sight()
        top = way.first
        while top > 0 and not rows[top - 1].link and way.first - top < 2:
            top -= 1
        if way.last >= self._first + height:
            self._first = min(way.first, way.last - height + 1)
        if (top if height > REACH * 2 else way.first) < self._first:
            self._first = top if height > REACH * 2 else way.first
        self._clamp(rows, height)

    def _scroll(self, by: int) -> bool:
        rows, height = self._in_sight()
        before, self._first = self._first, self._first + by
        self._clamp(rows, height)
        return self._first != before

    def _clamp(self, rows: Sequence[Row], height: int) -> None:
        self._first = max(0, min(self._first, len(rows) - height))

    def _leaf(self, by: int) -> None:
        rows, height = self._in_sight()
        moved = self._scroll(by * max(1, height - 1))
        if self.cursor is None:
            return
        ways = self.ways(rows)
        seen = [n for n, way in enumerate(ways) if self._sees(way, height)]
        if seen and (not moved or self.cursor not in seen):
            self.cursor = seen[-1] if (by > 0) is not moved else seen[0]

    def _to_the(self, end: bool) -> None:
        rows, height = self._in_sight()
        self._first = len(rows) if end else 0
        self._clamp(rows, height)
        if self.cursor is not None:
            self.cursor = len(self.ways(rows)) - 1 if end else 0

    def _find(self, rows: Sequence[Row], height: int) -> None:
        """Scroll to what was asked for; only now it is known how large the card is."""
        ways = self.ways(rows)
        if self._unshown and self.cursor is not None and self.cursor < len(ways):
            self._show(ways[self.cursor])
        self._unshown = False
        if self._wanted:
            found = [place for place, row in enumerate(rows) if row.anchor == self._wanted]
            if found:
                self._first = found[0] - min(2, height // 4) if found[-1] >= height else 0
            self._wanted = ""


def _ways(rows: Sequence[Row]) -> Iterator[Way]:
    first = 0
    for place, row in enumerate(rows):
        if place and row.link != rows[place - 1].link:
            first = place
        ends = place + 1 == len(rows) or rows[place + 1].link != row.link
        if row.link and ends:
            yield Way(first, place, row.link)
