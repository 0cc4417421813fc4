"""Nights side by side: a block for each, high or low, and what is missing as missing."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hamdiary.domain.language import t
from hamdiary.domain.manner import bare_day, brief_month
from hamdiary.domain.measures import NotSeen, Quantity, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.saying import digit_of
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import Line, Span, line

BLOCKS = "▁▂▃▄▅▆▇"
"""Seven eighths at most, so that rows above one another do not touch."""

LABEL = 11
"""Where the strips begin."""

NOTHING, NOT_SEEN = "·", "×"


ROWS = (("gait", "accent"), ("ate", "mark"), ("weight_g", "mark"))
"""Which measures are drawn, each with its ink."""

CELL, MOST = 2, 63
"""Cells of a night, and nights at most: as many weeks as fit, to see how it goes."""


class StripsCard(Card):
    """Some nights at a glance: one row a measure, one mark a night."""

    def __init__(self, *, id: str) -> None:
        super().__init__(t("At a glance"), id=id)
        self._nights: dict[date, Night] = {}
        self._last: date | None = None
        self._marked: date | None = None

    def show_nights(self, nights: Sequence[Night], last: date, marked: date | None = None) -> None:
        """Show the nights up to `last`, one of them `marked`."""
        self._nights = {night.evening: night for night in nights}
        self._last, self._marked = last, marked
        self.repaint()

    def window(self, evening: date, tonight: date) -> tuple[date, date]:
        """The first and last night to show: the latest, or those around an evening long ago."""
        reach = timedelta(days=self.count - 1)
        last = tonight if tonight - evening <= reach else evening + reach / 2
        return last - reach, last

    @property
    def count(self) -> int:
        """How many nights there is room for: whole weeks, if there is room for one."""
        room = self.size.width - 5 - LABEL - RANGE
        count = max(1, min(MOST, room // CELL))
        return count - count % 7 if count > 7 else count

    def body(self, width: int, height: int) -> list[Line]:
        """A strip a measure, and the dates below."""
        if self._last is None:
            return []
        evenings = [self._last - timedelta(days=back) for back in range(self.count - 1, -1, -1)]
        self.fact = line(Span(self._fact(evenings), "muted"))
        rows = [self._strip(*row, evenings) for row in ROWS]
        return [*rows[: height - 1], self._mondays(evenings)]

    def _fact(self, evenings: Sequence[date]) -> str:
        first, last = bare_day(evenings[0]), bare_day(evenings[-1])
        return f"{first} – {last}"

    def _strip(self, name: str, ink: str, evenings: Sequence[date]) -> Line:
        measure = measures_of(Night)[name]
        values = [getattr(self._nights.get(evening), name, None) for evening in evenings]
        row = line(Span(measure.label)).to(LABEL)
        low, high = _range(values)
        for value in values:
            if value is None or isinstance(value, NotSeen):
                row = row.plus((NOT_SEEN if value else NOTHING).ljust(CELL), "muted")
            elif isinstance(measure.kind, Quantity):
                share = (value - low) / (high - low) if high > low else 0.5
                row = row.plus(_block(share), ink).plus(" " * (CELL - 1))
            else:
                row = row.then(_level(measure, value, ink))
        if isinstance(measure.kind, Quantity) and high:
            row = row.plus(f" {_range_words(low, high)} {measure.kind.unit}", "muted")
        return row

    def _mondays(self, evenings: Sequence[date]) -> Line:
        """Days below the marked night, the last one and Mondays, each where there is room."""
        mondays = [evening for evening in evenings if evening.weekday() == 0]
        starts: dict[int, date] = {}
        for evening in dict.fromkeys((self._marked, evenings[-1], *mondays)):
            if evening is None or evening not in evenings:
                continue
            start = LABEL + CELL * evenings.index(evening)
            if all(abs(start - each) > 2 for each in starts):
                starts[start] = evening
        row = line(Span(_month(evenings[-1]), "muted"))
        for start, evening in sorted(starts.items()):
            ink = "chip" if evening == self._marked else "muted"
            row = row.to(start).plus(str(evening.day), ink)
        return row


RANGE = 12
"""Cells beside a strip for the range of a number: " 114–121 g"."""


def _level(measure: Any, value: Any, ink: str) -> Line:
    digit = digit_of(measure, value)
    top = len(measure.kind.steps) - 1
    if digit is None:  # a level that only a newer hamdiary knows
        digit = min(value, top) if isinstance(value, int) else 0
    return line(Span(_block(digit / top), ink), Span(" " * (CELL - 1)))


def _block(share: float) -> str:
    return BLOCKS[round(share * (len(BLOCKS) - 1))]


def _range(values: Sequence[Any]) -> tuple[float, float]:
    known = [value for value in values if isinstance(value, int | float)]
    return (min(known), max(known)) if known else (0.0, 0.0)


def _range_words(low: float, high: float) -> str:
    return f"{low:.0f}" if round(low) == round(high) else f"{low:.0f}–{high:.0f}"


def _month(day: date) -> str:
    return f"{brief_month(day)} {day.year}"
