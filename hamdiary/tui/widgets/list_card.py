"""A card of rows, one of them chosen; keys act on it at once, in the order they are pressed."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from textual import events
from textual.message import Message

from hamdiary.domain.language import t
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line, wrapped

WHEEL, LEAF = 2, 8
"""Rows that a turn of the wheel goes on, and a page."""


class ListCard(Card, can_focus=True):
    """Rows, a cursor, and keys below them."""

    class Chosen(Message):
        """A row was opened by Enter or a click."""

        def __init__(self, card: "ListCard", number: int) -> None:
            super().__init__()
            self.card = card
            """The card it stands in."""
            self.number = number
            """The row's number."""

    def __init__(self, title: str, *, id: str) -> None:
        super().__init__(title, id=id)
        self._rows: Sequence[Sequence[Line]] = ()
        self._empty: Sequence[Line] = ()
        self._below: Sequence[Line] = ()
        self._first = 0
        self.cursor = 0
        """The chosen row's number."""
        self.key_actions: Mapping[str, Callable[[], None]] = {}
        """What keys do here besides moving; taken before any binding sees them."""

    def show_rows(
        self,
        rows: Sequence[Sequence[Line]],
        below: Sequence[Line] = (),
        empty: Sequence[Line] = (),
    ) -> None:
        """Show rows of one or more lines each, lines at the foot, and what stands for no rows."""
        self._rows, self._below, self._empty = rows, below, empty
        self.cursor = max(0, min(self.cursor, len(rows) - 1))
        self.repaint()

    def rows(self, width: int) -> Sequence[Sequence[Line]]:
        """The rows as they are drawn in `width` cells; a card that knows its width makes them."""
        return self._rows

    def wanted_height(self, width: int) -> int:
        """The frame, every row, and the foot."""
        rows = _height(self.rows(width - 5)) or len(_broken(self._empty, width - 5))
        return rows + len(self._below) + (1 if self._below else 0) + 2

    def on_key(self, event: events.Key) -> None:
        """Move, or do what the owner of the card has said for a key."""
        if self.take_key(event.key):
            event.stop()
            event.prevent_default()

    def take_key(self, key: str) -> bool:
        """Do what a key means here; False if it means nothing."""
        moves = {
            "up": -1,
            "down": 1,
            "home": -10_000,
            "end": 10_000,
            "pageup": -LEAF,
            "pagedown": LEAF,
        }
        if key in moves and self.count:
            self.move(moves[key])
            return True
        action = self.key_actions.get(key)
        if action is not None:
            action()
            return True
        if key == "enter" and self.count:
            self.post_message(self.Chosen(self, self.cursor))
            return True
        return False

    def move(self, by: int) -> None:
        """Choose the row so many further down or up, stopping at the ends."""
        self.cursor = max(0, min(self.count - 1, self.cursor + by))
        self.repaint()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel goes through the rows."""
        event.stop()
        self.move(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel goes through the rows."""
        event.stop()
        self.move(-WHEEL)

    def action_further(self) -> None:
        """A click on "more below"."""
        self.focus()
        self.move(LEAF)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def action_choose(self, number: int) -> None:
        """A click on a row: the first chooses it, the next opens it."""
        self.focus()
        if self.cursor == number:
            self.post_message(self.Chosen(self, number))
        self.cursor = number
        self.repaint()

    def body(self, width: int, height: int) -> list[Line]:
        """What stands above, the rows around the cursor, and the foot."""
        above, below = list(self.above(width)), list(self._below)[: max(0, height - 1)]
        room = height - len(above) - len(below) - bool(below)
        rows = self._visible(width, room) if self.count else _broken(self._empty, width)[:room]
        filled = [BLANK] * (height - len(above) - len(rows) - len(below))
        return [*above, *rows, *filled, *below]

    def above(self, width: int) -> Sequence[Line]:
        """Lines above the rows, which do not scroll."""
        return ()

    def _visible(self, width: int, room: int) -> list[Line]:
        rows = self.rows(width)
        self._first = self._first_row(rows, room)
        shown: list[Line] = []
        hidden = 0
        for number in range(self._first, len(rows)):
            gap = [BLANK] if shown and max(len(rows[number]), len(rows[number - 1])) > 1 else []
            if len(shown) + len(gap) + len(rows[number]) > room and number > self.cursor:
                hidden = len(rows) - number
                break
            shown += [*gap, *(self._drawn(number, each, width) for each in rows[number])]
        more = t("{hidden} more below ↓").format(hidden=hidden)
        self.foot = line(Span(more, "muted", "further")) if hidden else Line()
        return shown[:room]

    def _first_row(self, rows: Sequence[Sequence[Line]], room: int) -> int:
        """The first row to show so that the chosen one is in sight and little moves."""
        first = min(self._first, self.cursor, max(0, len(rows) - 1))
        while first < self.cursor and _height(rows[first : self.cursor + 1]) > room:
            first += 1
        # A window that has grown shows what it scrolled away.
        while first > 0 and _height(rows[first - 1 :]) <= room:
            first -= 1
        return first

    def _drawn(self, number: int, row: Line, width: int) -> Line:
        chosen = number == self.cursor
        action = f"choose({number})"
        row = Line(
            tuple(each if each.action else each._replace(action=action) for each in row.spans)
        )
        ground = ("focus" if self.has_focus else "chosen") if chosen else ""
        return row.to(width).on(ground)


def _broken(rows: Sequence[Line], width: int) -> list[Line]:
    """Lines with those of one span, which say something, broken where they are too long."""
    broken: list[Line] = []
    for each in rows:
        if each.width <= width or len(each.spans) > 1:
            broken.append(each)
        else:
            (said,) = each.spans
            broken += [line(said._replace(text=text)) for text in wrapped(said.text, width)]
    return broken


def _height(rows: Sequence[Sequence[Line]]) -> int:
    """Lines that rows take, with an empty one beside those of several."""
    gaps = sum(max(len(one), len(other)) > 1 for one, other in pairwise(rows))
    return sum(map(len, rows)) + gaps
