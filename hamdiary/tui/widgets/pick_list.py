"""The foods that are offered, one of them chosen, and the window of rows around that one."""

from hamdiary.domain.language import t
from hamdiary.services.diet import Diet
from hamdiary.tui.widgets.food_picks import Pick, first_choice, pick_row, picks
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line

LONGEST = 80
"""Letters that are taken as a food's name."""


class PickList:
    """Rows to pick from, under headings; what is typed says which."""

    def __init__(self, diet: Diet) -> None:
        self._diet = diet
        self._first = 0
        self.typed = ""
        """The words that are looked for."""
        self._offered = picks(diet, "")
        self.cursor = first_choice(self._offered)
        """The number of the chosen row."""

    @property
    def chosen(self) -> Pick | None:
        """The chosen row."""
        return self._offered[self.cursor] if self._offered else None

    def find(self, typed: str) -> None:
        """Offer what fits the typed words."""
        self.typed = typed[:LONGEST]
        self._offered = picks(self._diet, self.typed)
        self.cursor = first_choice(self._offered)
        self._first = 0

    def move(self, by: int) -> None:
        """Choose a row further down, or further up if `by` is negative."""
        self.cursor = max(0, min(len(self._offered) - 1, self.cursor + by))

    def rows(self, width: int, room: int) -> list[Line]:
        """At most `room` lines among which the chosen row stands, headings between them."""
        self._first = min(self._first, self.cursor)
        while self._height(self._first, self.cursor) > room:
            self._first += 1
        shown: list[Line] = []
        for number in range(self._first, self._last(room)):
            shown += self._row(number, width, first=number == self._first)
        return shown

    def more(self, room: int) -> Line:
        """How many rows stand below those that `room` lines show."""
        below = len(self._offered) - self._last(room)
        words = t("{below} more below ↓").format(below=below)
        return line(Span(words, "muted")) if below > 0 else Line()

    def _last(self, room: int) -> int:
        """The row behind the last one that is in sight."""
        number = self._first
        while number < len(self._offered) and self._height(self._first, number) <= room:
            number += 1
        return number

    def _height(self, first: int, last: int) -> int:
        """Rows that those from `first` to `last` take with their headings."""
        heads = [bool(each.head) for each in self._offered[first : last + 1]]
        return len(heads) + 2 * sum(heads) - bool(heads and heads[0])

    def _row(self, number: int, width: int, first: bool) -> list[Line]:
        pick = self._offered[number]
        head: list[Line] = []
        if pick.head:
            head = [*([] if first else [BLANK]), line(Span(pick.head, "muted"))]
        row = pick_row(pick, self._diet, width)
        action = f"choose({number})"
        row = Line(tuple(each._replace(action=action) for each in row.spans)).to(width)
        return [*head, row.on("focus" if number == self.cursor else "")]
