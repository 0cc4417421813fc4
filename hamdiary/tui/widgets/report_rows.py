"""The report as rows to read: the same page that paper and mail get."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from hamdiary.domain.language import marked, t
from hamdiary.domain.report import Report
from hamdiary.domain.text import clean
from hamdiary.render.chart_words import gait_in_words, legs_in_words, minutes_in_words
from hamdiary.render.report.page import COMPUTED, OBSERVED, LookFirst, Page, page_of
from hamdiary.tui.guide.rows import EMPTY, URGENCY_INKS, Row, labelled_rows, text_rows
from hamdiary.tui.widgets.lines import Line, Span, apart, line
from hamdiary.tui.widgets.report_table import table_rows

BROADEST = 112
"""Cells of the longest line."""

LABELS = 12
"""Cells of the facts' labels."""

RULES = marked("hamdiary’s rules, from what was recorded")


def report_rows(report: Report, width: int) -> list[Row]:
    """Everything that would be written, in `width` cells."""
    width = min(width, BROADEST)
    return [*_rows(report, page_of(report), width)]


def _rows(report: Report, page: Page, width: int) -> Iterator[Row]:
    yield from text_rows(clean(page.name), width, "title")
    yield from text_rows(clean(page.who), width)
    yield from text_rows(f"{page.period}; {page.made}", width, "muted")
    yield EMPTY
    yield from labelled_rows([(label, clean(words)) for label, words in page.facts], width, LABELS)
    if page.look_first is not None:
        yield from _heading(t("Please look at first"), t(RULES), width)
        yield from _look_first(page.look_first, width)
        yield from text_rows(page.look_first_note, width, "muted")
    if page.comparison is not None:
        yield from _heading(t("Last 14 nights against the 14 before"), t(COMPUTED), width)
        for table in page.comparison:
            yield from (*table_rows(table, width), EMPTY)
        yield from text_rows(page.comparison_note, width, "muted")
    if page.charts:
        yield from _heading(t("Charts; here in words"), t(COMPUTED), width)
        for told in (gait_in_words, legs_in_words, minutes_in_words):
            yield from text_rows(told(report.series), width)
    yield from _care(page, width)
    if page.questions is not None:
        yield from _heading(t("Questions for the vet"), t("the owner’s own"), width)
        yield from _numbered(page.questions, width)
    if page.log is not None:
        yield from _heading(t("Night by night"), t(OBSERVED), width)
        yield from (*table_rows(page.log, width), *_note(page.log.note, width))
    yield EMPTY
    yield from text_rows(page.footer, width, "muted")
    yield from text_rows(page.disclaimer, width, "muted")


def _care(page: Page, width: int) -> Iterator[Row]:
    if page.medicines is not None:
        yield from _heading(t("Medicines, prescribed and given"), t(OBSERVED), width)
        yield from (*table_rows(page.medicines, width), *_note(page.medicines.note, width))
        if page.missed is not None and page.missed.rows:
            yield EMPTY
            yield from text_rows(page.missed.caption, width, "bold")
            yield from table_rows(page.missed, width)
    if page.milestones is not None:
        yield from _heading(t("Milestones gained and lost"), t(COMPUTED), width)
        yield from (*table_rows(page.milestones, width), *_note(page.milestones.note, width))
        if page.happenings:
            yield EMPTY
            yield from text_rows(t("What happened"), width, "bold")
            for each in page.happenings:
                yield from text_rows(clean(each), width)
    if page.clips is not None and (page.clips.rows or page.clips.note):
        yield from _heading(t("Photos and videos"), t(OBSERVED), width)
        yield from (*table_rows(page.clips, width), *_note(page.clips.note, width))


def _heading(title: str, origin: str, width: int) -> list[Row]:
    named = line(Span(title, "title"))
    return [EMPTY, Row(apart(named, line(Span(origin, "muted")), width))]


def _note(note: str, width: int) -> list[Row]:
    return text_rows(note, width, "muted") if note else []


def _look_first(found: Sequence[LookFirst], width: int) -> Iterator[Row]:
    for each in found:
        urgency = each.urgency
        patch = urgency in ("now", "today")
        ink = {str(name): ink for name, ink in URGENCY_INKS.items()}.get(urgency, "muted")
        head: Line = line(Span(f" {each.sign} " if patch else each.sign, ink), "  ")
        first, *rest = text_rows(clean(each.title), max(8, width - head.width), "bold")
        yield Row(head.then(first.line))
        yield from rest
        yield from text_rows(clean(each.seen), width, "text", 2)
        yield from text_rows(clean(each.when), width, "muted", 2)


def _numbered(words: Sequence[str], width: int) -> Iterator[Row]:
    for number, each in enumerate(words, 1):
        head = f"{number}. "
        first, *rest = text_rows(clean(each), max(8, width - cell_len(head)))
        yield Row(line(Span(head, "muted")).then(first.line))
        yield from (Row(line(" " * len(head)).then(row.line)) for row in rest)
    if not words:
        yield from text_rows(t("None is noted."), width, "muted")
