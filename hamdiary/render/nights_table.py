"""Nights as a compact table in plain text; a gap stays visible as a gap (design §2, rule 2)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t, tc, tn
from hamdiary.domain.manner import bare_day, with_year
from hamdiary.domain.measures import Choice, NotSeen, Scale, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.saying import NOT_RECORDED as NOTHING_RECORDED
from hamdiary.domain.saying import said
from hamdiary.domain.typed_dates import short_day
from hamdiary.render.cells import cells, cut, padded, wrapped
from hamdiary.render.marks import NOT_RECORDED, NOT_SEEN

WIDE, NARROW = 72, 60
"""From `WIDE` cells on gait is spelt out; below `NARROW` the note has a line of its own."""

LEAST_NOTE = 8
"""With fewer cells left for it a note has a line of its own too."""

FOLDED = 4
"""So many nights without an entry in a row become one line."""


def legend() -> str:
    """What the marks of gaps stand for."""
    return t("{unseen} not seen or not checked, {gap} not recorded").format(
        unseen=NOT_SEEN, gap=NOT_RECORDED
    )


@dataclass(frozen=True)
class Column:
    """One column of the table."""

    measure: str
    """The measure's name."""
    head: str
    """What stands above it."""
    width: int
    """Its cells."""
    right: bool = False
    """Whether its values stand at the right edge."""
    digit: bool = False
    """Whether a level is shown as its digit only."""


def _columns(width: int) -> tuple[Column, ...]:
    wide = width >= WIDE
    return (
        _fitting("gait", t("Gait"), digit=not wide),
        Column("leg_left", tc("left leg, one letter", "L"), 1, digit=True),
        Column("leg_right", tc("right leg, one letter", "R"), 1, digit=True),
        _fitting("ate", t("Ate")),
        _fitting("droppings", t("Droppings")),
        Column("weight_g", t("Weight"), 8 if width >= NARROW else 7, right=True),
    )


def _fitting(measure: str, head: str, digit: bool = False) -> Column:
    """A column as wide as the longest of what may stand in it, in whatever language."""
    kind = measures_of(Night)[measure].kind
    assert isinstance(kind, Scale | Choice)
    number = "0 " if isinstance(kind, Scale) else ""
    words = [] if digit else [f"{number}{step.short}" for step in kind.steps]
    return Column(measure, head, max(map(cells, [head, *words])), digit=digit)


def nights_table(nights: Sequence[Night], first: date, last: date, width: int) -> str:
    """The nights from `first` to `last`, missing ones marked, and how many are recorded."""
    lines = [_head(width)]
    if first.year != last.year:
        lines.append(str(first.year))
    by_evening = {night.evening: night for night in nights}
    for kept, evenings in groupby(_every_evening(first, last), key=by_evening.__contains__):
        if kept:
            lines += _rows((by_evening[evening] for evening in evenings), first, width)
        else:
            lines += _gap(list(evenings), first, width)
    return "\n".join([*lines, "", *wrapped(legend(), width), counted(len(nights), first, last)])


def counted(nights: int, first: date, last: date) -> str:
    """How many nights of a period have an entry: "12 of 14 nights recorded"."""
    of = (last - first).days + 1
    words = tn("{n} of {of} night recorded", "{n} of {of} nights recorded", of)
    return words.format(n=nights, of=of)


def found_table(nights: Sequence[Night], width: int) -> str:
    """Nights that a search found: the evening in full with its year, and the note's beginning."""
    days = [with_year(night.evening) for night in nights]
    wide = max(map(len, days), default=0)
    return "\n".join(
        f"{day:{wide}}  {cut(_note(night), max(width - wide - 2, 8))}"
        for day, night in zip(days, nights, strict=True)
    )


def _every_evening(first: date, last: date) -> Iterator[date]:
    for days in range((last - first).days + 1):
        yield first + timedelta(days=days)


def _head(width: int) -> str:
    heads = [padded(column.head, column.width, column.right) for column in _columns(width)]
    line = _line([padded(t("Night"), _evening_width(width)), *heads], width)
    return f"{line}  {t('Note')}" if _room_for_notes(line, width) else line


def _rows(nights: Iterable[Night], first: date, width: int) -> Iterator[str]:
    for night in nights:
        if _opens_a_year(night.evening, first):
            yield str(night.evening.year)
        yield from _row(night, width)


def _row(night: Night, width: int) -> Iterator[str]:
    row = [
        padded(_cell(column, getattr(night, column.measure)), column.width, column.right)
        for column in _columns(width)
    ]
    line = _line([_evening(night.evening, width), *row], width)
    room = _room_for_notes(line, width)
    if not night.note:
        yield line.rstrip()
    elif room:
        yield f"{line}  {cut(_note(night), room)}"
    else:
        yield line.rstrip()
        yield "  " + cut(_note(night), width - 2)


def _gap(evenings: list[date], first: date, width: int) -> Iterator[str]:
    if len(evenings) >= FOLDED and evenings[0].year == evenings[-1].year:
        if _opens_a_year(evenings[0], first):
            yield str(evenings[0].year)
        days = f"{_day(evenings[0], width)} – {_day(evenings[-1], width)}"
        between = _gap_between(width)
        nights = tn("{n} night", "{n} nights", len(evenings)).format(n=len(evenings))
        yield f"{days}{between}{t(NOTHING_RECORDED)} ({nights})"
        return
    for year, of_one_year in groupby(evenings, key=lambda evening: evening.year):
        same = list(of_one_year)
        if len(same) >= FOLDED and len(same) < len(evenings):
            yield from _gap(same, first, width)
            continue
        for evening in same:
            if _opens_a_year(evening, first):
                yield str(year)
            yield f"{_evening(evening, width)}{_gap_between(width)}{t(NOTHING_RECORDED)}"


def _opens_a_year(evening: date, first: date) -> bool:
    return evening != first and evening.month == evening.day == 1


def _cell(column: Column, value: Any) -> str:
    if value is None:
        return NOT_RECORDED
    if isinstance(value, NotSeen):
        return NOT_SEEN
    measure = measures_of(Night)[column.measure]
    if column.digit and isinstance(measure.kind, Scale):
        return str(value)
    return said(measure, value)


def _evening(evening: date, width: int) -> str:
    return padded(_day(evening, width), _evening_width(width))


def _day(evening: date, width: int) -> str:
    return short_day(evening) if width >= NARROW else bare_day(evening)


def _evening_width(width: int) -> int:
    return max(10 if width >= NARROW else 6, cells(_day(_TWO_DIGITS, width)))


_TWO_DIGITS = date(2026, 11, 22)
"""A day that is as wide as any."""


def _room_for_notes(line: str, width: int) -> int:
    """Cells for a note behind the other columns; 0 where it has a line of its own."""
    room = width - cells(line) - 2
    return room if width >= NARROW and room >= LEAST_NOTE else 0


def _gap_between(width: int) -> str:
    return "  " if width >= NARROW else " "


def _line(row: Sequence[str], width: int) -> str:
    evening, gait, left, right, *others = row
    between = _gap_between(width)
    return between.join([evening, gait, f"{left} {right}", *others])


def _note(night: Night) -> str:
    return " ".join((night.note or "").split())
