"""Where the lines of the night list stand: nights, and a line wherever the year changes."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from hamdiary.services.looking_back import place_in


class NightOrder:
    """Lines for evenings that go newest first; found by counting, so that length costs nothing."""

    def __init__(self, evenings: Sequence[date], this_year: int) -> None:
        self.evenings = evenings
        """The evenings, newest first."""
        self._heads = _year_changes(evenings, this_year)

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self.evenings) + len(self._heads)

    def line_of(self, place: int) -> int:
        """The line of the evening in that place."""
        return place + bisect_right(self._heads, place)

    def at(self, line: int) -> tuple[int, bool]:
        """The place that a line belongs to, and whether the line only names its year."""
        heads = [place + number for number, place in enumerate(self._heads)]
        before = bisect_right(heads, line)
        if before and heads[before - 1] == line:
            return self._heads[before - 1], True
        return line - before, False


def _year_changes(evenings: Sequence[date], this_year: int) -> list[int]:
    """The places of evenings that another year begins with, counted from the top."""
    changes, year, place = [], this_year, 0
    while place < len(evenings):
        if evenings[place].year != year:
            year = evenings[place].year
            changes.append(place)
        place = place_in(evenings, date(year - 1, 12, 31))
    return changes
