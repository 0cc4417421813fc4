"""The frame that all charts of a report share: nights along it, marks of what happened, a scale."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.manner import brief_month, day_and_month, in_use
from hamdiary.domain.trends.columns import Column, column_of, split
from hamdiary.domain.trends.course import Mark
from hamdiary.domain.trends.series import Span
from hamdiary.render.svg import INK, MUTED, label, line

WEEKLY_FROM, WEEK = 121, 7
"""From so many nights on a column is a week's median (traps §4)."""

FOUR_WEEKLY_FROM, FOUR_WEEKS = 2 * 366, 28
"""And from so many that of four weeks: hundreds of weeks would run into one another."""

WIDE, NARROW = 720.0, 360.0
"""Widths of a chart on paper or a screen, and on a phone."""

BEFORE_SIDE, A_LETTER = 17, 5.8
"""Where the words "left" and "right" begin, counted from the field, and the room of a letter."""

_FEW = 95
"""With more columns the marks of single values would run together."""

_LETTERS_APART = 11
"""Marks nearer than this share one label, so that letters never overlap."""


def nights_a_column(span: Span) -> int:
    """How many nights share a column of a chart."""
    if span.nights < WEEKLY_FROM:
        return 1
    return WEEK if span.nights < FOUR_WEEKLY_FROM else FOUR_WEEKS


def columns_for(span: Span) -> int:
    """How many columns the nights of a span are drawn in."""
    return -(-span.nights // nights_a_column(span))


@dataclass(frozen=True)
class Frame:
    """Where things lie in a chart of one width."""

    span: Span
    """The nights."""
    width: float
    """The whole width."""
    height: float
    """The height of the field that values are drawn in."""
    left: float
    """The field's left side; the scale's words stand before it."""
    right: float
    """The room on its right side."""
    top: float = 16
    """The room above it, for the marks' letters."""
    bottom: float = 19
    """The room below it, for the dates."""

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return columns_for(self.span)

    @property
    def few(self) -> bool:
        """Whether there is room for a mark on every value."""
        return self.columns <= _FEW

    @property
    def whole_height(self) -> float:
        """The height with letters and dates."""
        return self.top + self.height + self.bottom

    @property
    def end(self) -> float:
        """The field's right side."""
        return self.width - self.right

    @property
    def floor(self) -> float:
        """The field's lower side."""
        return self.top + self.height

    @property
    def step(self) -> float:
        """The width of one column."""
        return (self.end - self.left) / self.columns

    def x(self, column: int) -> float:
        """The middle of a column."""
        return self.left + (column + 0.5) * self.step

    def x_of(self, evening: date) -> float:
        """The middle of the column in which an evening lies."""
        return self.x(column_of(self.span, self.columns, evening))

    def y(self, value: float, low: float, high: float) -> float:
        """Where a value lies between the field's lower and upper side; kept inside."""
        share = min(max((value - low) / (high - low), 0.0), 1.0)
        return self.floor - share * self.height

    def scale(self, low: float, high: float, ticks: Sequence[tuple[float, str]]) -> Iterator[str]:
        """A line and its words for each tick."""
        for value, words in ticks:
            y = self.y(value, low, high)
            yield line(self.left, y, self.end, y)
            yield label(self.left - 6, y + 3.6, words, anchor="end")

    def dates(self) -> Iterator[str]:
        """Dates below the field, as many as there is room for."""
        yield line(self.left, self.floor, self.end, self.floor, ink=MUTED)
        parts = split(self.span, self.columns)
        every = max(1, -(-len(parts) // (8 if self.width >= WIDE else 4)))
        for column in range(0, len(parts), every):
            words = day_label(parts[column].first, self.span)
            x = self.x(column)
            yield line(x, self.floor, x, self.floor + 3, ink=MUTED)
            if x + 4 * len(words) > self.width:
                continue
            yield label(x, self.floor + 14, words, anchor="middle")

    def events(self, marks: Sequence[Mark]) -> Iterator[str]:
        """A dotted line for each mark, and its letter above; near ones share a label."""
        inside = [each for each in marks if each.evening in self.span]
        for each in inside:
            x = self.x_of(each.evening)
            yield line(x, self.top - 3, x, self.floor, ink=MUTED, dash="1.5 2.5")
        for near in self._near(inside):
            first, last = near[0], near[-1]
            words = first.letter if len(near) == 1 else f"{first.letter}–{last.letter}"
            words = f"{first.letter} {last.letter}" if len(near) == 2 else words
            x = (self.x_of(first.evening) + self.x_of(last.evening)) / 2
            yield label(x, self.top - 6, words, anchor="middle", ink=INK, bold=True)

    def ranges(
        self, columns: Sequence[Column], low: float, high: float, ink: str, aside: float = 0.0
    ) -> Iterator[str]:
        """From the lowest to the highest of some nights, where a column is more than one."""
        if self.columns == self.span.nights:
            return
        for place, each in enumerate(columns):
            if each.low is not None and each.high is not None and each.low < each.high:
                x = self.x(place) + aside
                top, bottom = self.y(each.high, low, high), self.y(each.low, low, high)
                yield line(x, top, x, bottom, ink=ink, width=0.7)

    def _near(self, marks: Sequence[Mark]) -> Iterator[list[Mark]]:
        group: list[Mark] = []
        for each in marks:
            if group and self.x_of(each.evening) - self.x_of(group[-1].evening) > _LETTERS_APART:
                yield group
                group = []
            group.append(each)
        if group:
            yield group


def frame_of(span: Span, width: float, height: float) -> Frame:
    """The frame of a chart of that width; all of one width lie alike, one below the other."""
    wide = width >= WIDE
    sides = max(len(t("left")), len(t("right")))
    # Right of the field stand weights, and behind a mark "left" and "right".
    right = max(52 if wide else 46, ceil(BEFORE_SIDE + sides * A_LETTER))
    return Frame(span, width, height, 70 if wide else 66, right)


def day_label(day: date, span: Span) -> str:
    """A date as short as the span allows: "22 Oct", "Oct 2026"."""
    month = brief_month(day)
    if span.nights > 400:
        return f"{month} {day.year}"
    match in_use().days:
        case "iso":
            return f"{day:%m-%d}"
        case "month first":
            return f"{month} {day.day}"
    return day_and_month(day)
