"""The rows of a screen's help: what it is for, its keys, its marks, the keys of every view."""

from collections.abc import Sequence

from hamdiary.domain.language import t
from hamdiary.domain.measures import Measure
from hamdiary.tui.help.page import EVERYWHERE, HelpPage
from hamdiary.tui.views.building import TABS
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line, wrapped
from hamdiary.tui.widgets.wording import wording_lines

FIRST = 12
"""Cells of the column with keys and signs."""


def line_rows(measure: Measure, width: int, first_digit: int = 0) -> list[Line]:
    """How to look at one line, and every level in full."""
    return [*_muted(measure.hint, width), *wording_lines(measure, width, first_digit)]


def page_rows(page: HelpPage, width: int, titled: bool) -> list[Line]:
    """All of a screen's help; its title first if it does not stand on the card already."""
    rows = [line(Span(page.title, "title")), BLANK] if titled else []
    rows += [line(each) for each in wrapped(page.about, width)]
    rows += _table(t("Keys"), [(each.key, "key", each.words) for each in page.keys], width)
    marks = [(mark.sign, mark.ink, mark.words) for mark in page.marks]
    rows += _table(t("Marks"), marks, width) if marks else []
    for paragraph in page.more:
        rows += [BLANK, *_muted(t(paragraph), width)]
    if not page.is_view:
        return rows
    here = {key for each in page.keys for key in each.key.split()}
    there = [(" ".join(tab.key for tab in TABS), "key", _views())]
    there += [
        (each.key, "key", each.words) for each in EVERYWHERE if not set(each.key.split()) <= here
    ]
    return [*rows, *_table(t("On every view"), there, width)]


def _views() -> str:
    return t("{views}; F1 to F{count} too").format(
        views=", ".join(tab.name for tab in TABS), count=len(TABS)
    )


def _muted(text: str, width: int) -> list[Line]:
    return [line(Span(each, "muted")) for each in wrapped(text, width)] if text else []


def _table(title: str, entries: Sequence[tuple[str, str, str]], width: int) -> list[Line]:
    rows = [BLANK, line(Span(title, "bold"))]
    for sign, ink, words in entries:
        first, *more = wrapped(words, max(10, width - FIRST))
        rows.append(line(Span(sign, ink)).to(FIRST).plus(first))
        rows += [line(" " * FIRST, each) for each in more]
    return rows
