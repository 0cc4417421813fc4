"""A month in which every night shows its gait as a digit on a darker or lighter ground."""

from collections.abc import Sequence
from datetime import date, timedelta

from textual.message import Message

from hamdiary.domain.manner import brief_weekdays, in_sentence, month
from hamdiary.domain.measures import Scale, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.saying import digit_of
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import Line, Span, flowed, line
from hamdiary.tui.widgets.night_rows import missing

CELL = 4
"""A day's cells: two figures, a space, the level."""

WIDEST = 8
"""Cells from one day to the next at most."""

MARKS = ("▐", "▌")
"""What stands before and after the day that is shown."""

MEASURE = "gait"
"""What the calendar shows."""


class MonthCard(Card):
    """The month of the night that is shown."""

    class Picked(Message):
        """A day was clicked."""

        def __init__(self, evening: date) -> None:
            super().__init__()
            self.evening = evening
            """Which day."""

    class Stepped(Message):
        """Another month is wanted."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by
            """-1 for the month before, 1 for the next one."""

    def __init__(self) -> None:
        super().__init__(id="month")
        self._nights: dict[date, Night] = {}
        self._shown = self._first = self._last = date.min

    def show(self, nights: Sequence[Night], shown: date, first: date, last: date) -> None:
        """Show the month of `shown`; days before `first` and after `last` have no night yet."""
        self._nights = {night.evening: night for night in nights}
        self._shown, self._first, self._last = shown, first, last
        self.title = f"{month(shown)} {shown.year}"
        keys = [Span("<", "key", "step(-1)"), Span(" "), Span(">", "key", "step(1)")]
        label = in_sentence(measures_of(Night)[MEASURE].label)
        self.fact = line(*keys, Span(f"  {label}", "muted"))
        self.repaint()

    def action_step(self, by: int) -> None:
        """Ask for another month."""
        self.post_message(self.Stepped(by))

    def action_pick(self, day: int) -> None:
        """Ask for a day of this month."""
        self.post_message(self.Picked(self._shown.replace(day=day)))

    def body(self, width: int, height: int) -> list[Line]:
        """Weekdays, at most six weeks, and what the grounds mean."""
        pitch = max(CELL + 1, min(WIDEST, (width + 1) // 7))
        heads = line(*(Span(f" {name[:2]}".ljust(pitch), "muted") for name in brief_weekdays()))
        rows = [heads, *(self._week(week, pitch) for week in weeks_of(self._shown))]
        if height > len(rows):
            rows += [Line()] * (min(height, 8) - len(rows) - 1)
            rows += flowed([legend()], width)
        return rows

    def _week(self, week: Sequence[date | None], pitch: int) -> Line:
        row = Line()
        for number, day in enumerate([*week, None]):
            before = week[number - 1] if number else None
            mark = " "
            if day == self._shown and day is not None:
                mark = MARKS[0]
            elif before == self._shown and before is not None:
                mark = MARKS[1]
            row = row.plus(mark, "bold")
            if number < len(week):
                row = row.then(self._day(day, pitch - 1))
        return row

    def _day(self, day: date | None, width: int) -> Line:
        if day is None:
            return line(" " * width)
        action = f"pick({day.day})"
        if not self._first <= day <= self._last and day not in self._nights:
            return line(Span(f"{day.day:>2}".ljust(width), "faint", action))
        value = getattr(self._nights.get(day), MEASURE, None)
        digit = digit_of(measures_of(Night)[MEASURE], value)
        words = f"{day.day:>2}{missing(value) if digit is None else digit:>{width - 2}}"
        ink = "here" if day == self._shown else "heat"
        return line(Span(words, "muted" if digit is None else f"{ink}-{digit}", action))


def weeks_of(day: date) -> list[list[date | None]]:
    """The weeks of a day's month, Monday first; None for days of other months."""
    first = day.replace(day=1)
    days: list[date | None] = [None] * first.weekday()
    days += [first + timedelta(days=back) for back in range(days_in_month(day))]
    days += [None] * (-len(days) % 7)
    return [days[start : start + 7] for start in range(0, len(days), 7)]


def days_in_month(day: date) -> int:
    """How many days the day's month has."""
    return (month_later(day.replace(day=1), 1) - day.replace(day=1)).days


def month_later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    number = day.year * 12 + day.month - 1 + months
    first = date(number // 12, number % 12 + 1, 1)
    for back in range(4):
        try:
            return first.replace(day=day.day - back)
        except ValueError:
            continue
    return first


def legend() -> Line:
    """What the grounds mean: "still 0 1 2 3 4 5 normal"."""
    kind = measures_of(Night)[MEASURE].kind
    assert isinstance(kind, Scale)
    levels = [Span(f" {level} ", f"heat-{level}") for level in range(len(kind.steps))]
    return line(
        Span(f" {kind.steps[0].short} ", "muted"), *levels,
        Span(f" {kind.steps[-1].short}", "muted"),
    )  # fmt: skip
