"""Nights side by side: a block for each, high or low, and what is missing as missing."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from hamdiary.domain.measures import Choice, NotSeen, Scale, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.saying import digit_of
from hamdiary.services.pages import NightPage
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.painting import Line, Span, line

BLOCKS = "▁▂▃▄▅▆▇█"
LABEL = 11

STRIPS = (("gait", "accent"), ("leg_left", "mark"), ("leg_right", "second"), ("ate", "mark"))
"""Which measures are drawn, and in which ink."""


class StripsCard(Card):
    """The last nights at a glance: one row a measure, one mark a night."""

    def __init__(self, *, id: str = "strips") -> None:
        super().__init__("At a glance", id=id)
        self._nights: dict[date, Night] = {}
        self._last: date | None = None

    def show_nights(self, nights: Sequence[Night], last: date) -> None:
        """Show the nights up to `last`."""
        self._nights = {night.evening: night for night in nights}
        self._last = last
        self.repaint()

    def show_page(self, page: NightPage) -> None:
        """Show the nights up to this page's night."""
        self.show_nights(page.recent, page.evening)

    def body(self, width: int, height: int) -> list[Line]:
        """A strip a measure, weights, and the dates below."""
        if self._last is None:
            return []
        cell = 3 if width < 62 else 4
        count = min(14 if height > 6 else 21, (width - LABEL) // cell)
        evenings = [self._last - timedelta(days=back) for back in range(count - 1, -1, -1)]
        recorded = sum(evening in self._nights for evening in evenings)
        self.fact = line(Span(f"{recorded} of {count} nights recorded", "muted"))
        rows = [self._strip(name, ink, evenings, cell) for name, ink in STRIPS]
        rows.append(self._weights(evenings, cell))
        rows = rows[: max(1, height - 2)]
        return [*rows, *_dates(evenings, cell)]

    def _strip(self, name: str, ink: str, evenings: Sequence[date], cell: int) -> Line:
        measure = measures_of(Night)[name]
        row = line(Span(measure.label, "text")).to(LABEL)
        kind = measure.kind
        assert isinstance(kind, Scale | Choice)
        for evening in evenings:
            value = getattr(self._nights.get(evening), name, None)
            digit = digit_of(measure, value)
            if digit is None:
                row = row.plus(_missing(value).ljust(cell), "muted")
            else:
                block = BLOCKS[round(digit * (len(BLOCKS) - 1) / (len(kind.steps) - 1))]
                row = row.plus(block * (cell - 2), ink).plus(f"{digit} ", "muted")
        return row

    def _weights(self, evenings: Sequence[date], cell: int) -> Line:
        known = [n.weight_g for n in self._nights.values() if n.weight_g is not None]
        height = _height_between(min(known), max(known)) if known else None
        row = line(Span("Weight", "text")).to(LABEL)
        for evening in evenings:
            weight = getattr(self._nights.get(evening), "weight_g", None)
            if weight is None or height is None:
                row = row.plus(NOTHING.ljust(cell), "muted")
            else:
                row = row.plus(height(weight) * (cell - 2), "mark").plus("  ")
        return row.plus(f" {min(known):.0f}–{max(known):.0f} g", "muted") if known else row


NOTHING, NOT_SEEN = "·", "×"


def _missing(value: object) -> str:
    return NOT_SEEN if isinstance(value, NotSeen) else NOTHING


def _height_between(low: float, high: float) -> Callable[[float], str]:
    reach = (high - low) or 1.0
    return lambda value: BLOCKS[round((value - low) / reach * (len(BLOCKS) - 1))]


def _dates(evenings: Sequence[date], cell: int) -> list[Line]:
    days, names = line().to(LABEL), line().to(LABEL)
    for evening in evenings:
        monday = evening.weekday() == 0
        ink = "bold" if monday or evening == evenings[-1] else "muted"
        days = days.plus(f"{evening.day}".ljust(cell), ink)
        names = names.plus("MTWTFSS"[evening.weekday()].ljust(cell), ink)
    return [days, names]
