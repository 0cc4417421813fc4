"""The numbers to ring, big and plain."""

from collections.abc import Sequence
from typing import NamedTuple

from hamdiary.domain.language import marked, t
from hamdiary.domain.text import clean_line
from hamdiary.domain.vet_numbers import VetNumber
from hamdiary.tui.widgets.big_digits import big, can_be_big
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line, wrapped

NONE_KNOWN = marked(
    "No vet's number is written down. Ring the nearest vet who sees small animals; at "
    "night, the nearest animal hospital."
)
"""What is said where there is no number."""

BETWEEN = 4
"""Cells between two numbers beside each other."""


class _Block(NamedTuple):
    """One number: whose and which, big, and when it answers."""

    head: list[Line]
    figures: list[Line]
    when: list[Line]


def number_lines(numbers: Sequence[VetNumber], width: int, *, in_big: bool) -> list[Line]:
    """Every number as plain text, and big too if it is wanted and fits; none is ever cut."""
    if not numbers:
        return _none_known(width)
    half = (width - BETWEEN) // 2
    if in_big and len(numbers) == 2 and all(_figures(each, half) for each in numbers):
        return _beside(numbers[0], numbers[1], half)
    blocks = [_block(each, width, in_big, on_one=True) for each in numbers]
    rows: list[Line] = []
    for block in blocks:
        gap = [BLANK] if rows and in_big else []
        rows += [*gap, *block.head, *block.figures, *block.when]
    return rows


def numbers_in_brief(numbers: Sequence[VetNumber], width: int) -> list[Line]:
    """One row a number, for the smallest windows; the number itself goes before whose it is."""
    rows: list[Line] = []
    for each in numbers:
        mark = Span("● ", "accent") if each.is_first else Span("○ ", "muted")
        first, *more = wrapped(clean_line(each.phone), width - 2)
        row = line(mark, Span(first, "bold"))
        room = width - row.width - 2
        if not more and room >= len("Vet"):
            row = row.plus("  ").plus(wrapped(clean_line(each.called), room)[0], "muted")
        rows += [row, *(line("  ", Span(part, "bold")) for part in more)]
    return rows or _none_known(width)


def _none_known(width: int) -> list[Line]:
    return [line(Span(each, "bold")) for each in wrapped(t(NONE_KNOWN), width)]


def _beside(one: VetNumber, other: VetNumber, half: int) -> list[Line]:
    on_one = all(_on_one(each).width <= half for each in (one, other))
    left, right = (_block(each, half, True, on_one=on_one) for each in (one, other))
    rows: list[Line] = []
    for mine, its in zip(left, right, strict=True):
        height = max(len(mine), len(its))
        for place in range(height):
            row = mine[place] if place < len(mine) else BLANK
            rows.append(row.to(half + BETWEEN).then(its[place] if place < len(its) else BLANK))
    return rows


def _block(number: VetNumber, width: int, in_big: bool, *, on_one: bool) -> _Block:
    head = _on_one(number)
    rows = [head] if on_one and head.width <= width else _on_two(number, width)
    return _Block(rows, _figures(number, width) if in_big else [], _when(number, width))


def _on_one(number: VetNumber) -> Line:
    return line(Span(clean_line(number.called), "bold"), "  ", Span(clean_line(number.phone)))


def _on_two(number: VetNumber, width: int) -> list[Line]:
    called = [line(Span(each, "bold")) for each in wrapped(clean_line(number.called), width)]
    return [*called, *(line(Span(each)) for each in wrapped(clean_line(number.phone), width))]


def _figures(number: VetNumber, width: int) -> list[Line]:
    """The number in big figures; nothing if it has letters or is too long."""
    phone = clean_line(number.phone)
    figures = big(phone, "accent" if number.is_first else "text") if can_be_big(phone) else []
    return figures if figures and figures[0].width <= width else []


def _when(number: VetNumber, width: int) -> list[Line]:
    mark = Span("● ", "accent") if number.is_first else Span("○ ", "muted")
    hours = clean_line(number.hours)
    ink = "bold" if number.is_first else "muted"
    if number.is_first:
        first = t("ring this one first")
        hours = f"{first}, {hours}" if hours else first
    if not hours:
        return []
    begins, *more = wrapped(hours, width - 2)
    return [line(mark, Span(begins, ink)), *(line("  ", Span(each, ink)) for each in more)]
