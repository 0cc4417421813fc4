"""Whom to ring, so large that it is read across the room, and as plain text beside."""

from collections.abc import Iterator

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import marked, t
from hamdiary.domain.text import clean_line
from hamdiary.tui.guide.rows import Row, text_rows
from hamdiary.tui.widgets.big_digits import big, can_be_big
from hamdiary.tui.widgets.lines import Line, Span, line, wrapped

LABEL = 14
"""Cells of what a number is for."""

NO_NUMBER = marked("No vet's number is recorded; a adds it.")
"""Where there is nobody to ring yet."""


def number_rows(hamster: Hamster, width: int, large: bool, hours: bool = True) -> list[Row]:
    """The vet's number and the one out of hours, `hours` too; no part of a number is cut."""
    known = [
        (t("Vet"), hamster.vet_phone, hamster.vet_hours),
        (t("Out of hours"), hamster.night_phone, hamster.night_hours),
    ]
    rows = [
        row
        for label, phone, open_at in known
        if phone
        for row in _number(
            label, clean_line(phone), clean_line(open_at or "") if hours else "", width, large
        )
    ]
    return rows or text_rows(t(NO_NUMBER), width, "muted")


def _number(label: str, phone: str, hours: str, width: int, large: bool) -> Iterator[Row]:
    head = line(Span(label, "muted")).to(LABEL).plus(phone, "bold")
    if head.width > width:
        yield Row(line(Span(label, "muted")))
        yield from text_rows(phone, width, "bold")
    else:
        told = head.plus("  ").plus(hours, "muted") if hours else head
        yield Row(told if told.width <= width else head)
        if told.width > width:
            yield from text_rows(hours, width, "muted", indent=LABEL)
    figures = _figures(phone, width) if large else []
    yield from (Row(each) for each in figures)


def _figures(phone: str, width: int) -> list[Line]:
    """The number in large figures; in two lines if one is too short."""
    if not can_be_big(phone):
        return []
    for words in ([phone], wrapped(phone, len(phone) // 2 + 2)):
        rows = [each for word in words for each in big(word, "bold")]
        if max(row.width for row in rows) <= width:
            return rows
    return []
