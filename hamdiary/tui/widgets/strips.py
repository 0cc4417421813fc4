"""Nights side by side: a block for each, high or low, and what is missing as missing."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import NotSeen, Quantity, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.saying import digit_of
from hamdiary.domain.typed_dates import MONTHS, short_day
from hamdiary.services.pages import NightPage
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.painting import Line, Span, line

BLOCKS = "▁▂▃▄▅▆▇"
"""Seven eighths at most, so that rows above one another do not touch."""

LABEL = 11
"""Where the strips begin."""

NOTHING, NOT_SEEN = "·", "×"


@dataclass(frozen=True)
class Strips:
    """Which measures are drawn, and how many cells and nights."""

    rows: tuple[tuple[str, str], ...]
    """Each measure with its ink."""
    cell: int
    """Cells a night; from 3 on the level's digit stands beside its block."""
    most: int
    """Nights at most."""


LATELY = Strips(
    (("gait", "accent"), ("leg_left", "mark"), ("leg_right", "second"), ("ate", "mark"),
     ("weight_g", "mark")),
    4, 14,
)  # fmt: skip
"""Two weeks to be read level by level."""

GLANCE = Strips((("gait", "accent"), ("ate", "mark"), ("weight_g", "mark")), 2, 63)
"""As many weeks as fit, to see how it goes."""


class StripsCard(Card):
    """Some nights at a glance: one row a measure, one mark a night."""

    def __init__(self, strips: Strips = LATELY, *, id: str = "strips") -> None:
        super().__init__("At a glance", id=id)
        self._strips = strips
        self._nights: dict[date, Night] = {}
        self._last: date | None = None
        self._marked: date | None = None

    def show_page(self, page: NightPage) -> None:
        """Show the nights up to this page's night."""
        self.show_nights(page.recent, page.evening)

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
        room = self.size.width - 5 - LABEL - (RANGE if self._brief else 0)
        count = max(1, min(self._strips.most, room // self._strips.cell))
        return count - count % 7 if count > 7 else count

    def body(self, width: int, height: int) -> list[Line]:
        """A strip a measure, and the dates below."""
        if self._last is None:
            return []
        evenings = [self._last - timedelta(days=back) for back in range(self.count - 1, -1, -1)]
        self.fact = line(Span(self._fact(evenings), "muted"))
        dates = self._mondays if self._brief else self._every_date
        below = dates(evenings)[: max(1, height - 1)]
        rows = [self._strip(*row, evenings) for row in self._strips.rows]
        return [*rows[: height - len(below)], *below]

    @property
    def _brief(self) -> bool:
        """Whether nights stand too close for a date each."""
        return self._strips.cell < 4

    def _fact(self, evenings: Sequence[date]) -> str:
        if self._brief:
            first, last = short_day(evenings[0])[4:], short_day(evenings[-1])[4:]
            return f"{first} – {last}"
        recorded = sum(evening in self._nights for evening in evenings)
        return f"{recorded} of {len(evenings)} nights recorded"

    def _strip(self, name: str, ink: str, evenings: Sequence[date]) -> Line:
        measure, cell = measures_of(Night)[name], self._strips.cell
        values = [getattr(self._nights.get(evening), name, None) for evening in evenings]
        row = line(Span(measure.label)).to(LABEL)
        low, high = _range(values)
        for value in values:
            if value is None or isinstance(value, NotSeen):
                row = row.plus((NOT_SEEN if value else NOTHING).ljust(cell), "muted")
            elif isinstance(measure.kind, Quantity):
                share = (value - low) / (high - low) if high > low else 0.5
                width = max(1, cell - 2)
                row = row.plus(_block(share) * width, ink).plus(" " * (cell - width))
            else:
                row = row.then(_level(measure, value, ink, cell))
        if isinstance(measure.kind, Quantity) and self._brief and high:
            row = row.plus(f" {_range_words(low, high)} {measure.kind.unit}", "muted")
        return row

    def _mondays(self, evenings: Sequence[date]) -> list[Line]:
        """Days below the marked night, the last one and Mondays, each where there is room."""
        mondays = [evening for evening in evenings if evening.weekday() == 0]
        starts: dict[int, date] = {}
        for evening in dict.fromkeys((self._marked, evenings[-1], *mondays)):
            if evening is None or evening not in evenings:
                continue
            start = LABEL + self._strips.cell * evenings.index(evening)
            if all(abs(start - each) > 2 for each in starts):
                starts[start] = evening
        row = line(Span(_month(evenings[-1]), "muted"))
        for start, evening in sorted(starts.items()):
            ink = "chip" if evening == self._marked else "muted"
            row = row.to(start).plus(str(evening.day), ink)
        return [row]

    def _every_date(self, evenings: Sequence[date]) -> list[Line]:
        days, names = line(Span(self._weights(evenings), "muted")).to(LABEL), line().to(LABEL)
        for evening in evenings:
            plain = evening.weekday() and evening != evenings[-1]
            ink = "muted" if plain else "bold"
            days = days.plus(f"{evening.day}".ljust(self._strips.cell), ink)
            names = names.plus("MTWTFSS"[evening.weekday()].ljust(self._strips.cell), ink)
        return [days, names]

    def _weights(self, evenings: Sequence[date]) -> str:
        """The range of the last row, below its label where the strips take the whole width."""
        name = self._strips.rows[-1][0]
        kind = measures_of(Night)[name].kind
        low, high = _range([getattr(self._nights.get(each), name, None) for each in evenings])
        return (
            f"{_range_words(low, high)} {kind.unit}" if isinstance(kind, Quantity) and high else ""
        )


RANGE = 12
"""Cells beside a strip for the range of a number: " 114–121 g"."""


def _level(measure: Any, value: Any, ink: str, cell: int) -> Line:
    digit = digit_of(measure, value)
    top = len(measure.kind.steps) - 1
    if digit is None:  # a level that only a newer hamdiary knows
        digit = min(value, top) if isinstance(value, int) else 0
    block = _block(digit / top)
    if cell < 3:
        return line(Span(block, ink), Span(" " * (cell - 1)))
    return line(Span(block * (cell - 2), ink), Span(f"{digit} ", "muted"))


def _block(share: float) -> str:
    return BLOCKS[round(share * (len(BLOCKS) - 1))]


def _range(values: Sequence[Any]) -> tuple[float, float]:
    known = [value for value in values if isinstance(value, int | float)]
    return (min(known), max(known)) if known else (0.0, 0.0)


def _range_words(low: float, high: float) -> str:
    return f"{low:.0f}" if round(low) == round(high) else f"{low:.0f}–{high:.0f}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1][:3]} {day.year}"
