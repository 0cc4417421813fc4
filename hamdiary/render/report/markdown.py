"""The report as Markdown: to be pasted into a mail, where it reads well unrendered too."""

import re
from collections.abc import Iterator, Sequence

from hamdiary.domain.language import t
from hamdiary.domain.report import Report
from hamdiary.domain.text import clean
from hamdiary.render.cells import cells, padded
from hamdiary.render.chart_words import gait_in_words, legs_in_words, minutes_in_words
from hamdiary.render.report.page import Page, page_of
from hamdiary.render.report.table import Table

_STEERS = re.compile(r"([\\`*_\[\]<>|#~])")
"""Letters that would make markup of what an owner typed."""

_STARTS = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)")
"""What would make a list or a heading at the start of a line."""


def markdown_of(report: Report) -> bytes:
    """The report in UTF-8."""
    text = "\n".join(_lines(report, page_of(report)))
    return f"{re.sub(chr(10) + '{3,}', chr(10) * 2, text)}\n".encode("utf-8", "replace")


def _lines(report: Report, page: Page) -> Iterator[str]:
    yield from (f"# {said(page.name)}", "", said(page.who), "", said(page.period), "")
    about = t("Owner's care diary for the vet, {made}").format(made=page.made)
    yield from (f"*{about}*", "")
    yield from (f"- **{label}:** {said(words)}" for label, words in page.facts)
    yield from _look_first(page)
    yield from _comparison(page)
    if page.charts:
        yield from _heading(t("In words"), page.words["computed"])
        for told in (gait_in_words, legs_in_words, minutes_in_words):
            yield f"- {said(told(report.series))}"
    if page.medicines is not None and page.missed is not None:
        yield from _section(
            t("Medicines, prescribed and given"), page.words["observed"], page.medicines
        )
        if page.missed.rows:
            yield from ("", f"**{page.missed.caption}**", "", *_table(page.missed))
    yield from _milestones(page)
    if page.clips is not None and page.clips.rows:
        yield from _section(t("Photos and videos"), page.words["observed"], page.clips)
    if page.questions:
        yield from _heading(t("Questions for the vet"), t("the owner's own"))
        yield from (f"{count}. {said(each)}" for count, each in enumerate(page.questions, 1))
    if page.log is not None:
        yield from _section(t("Night by night"), page.words["observed"], page.log)
    yield from ("", "---", "", said(page.footer), "", said(page.disclaimer))


def _look_first(page: Page) -> Iterator[str]:
    if page.look_first is None:
        return
    yield from _heading(t("Please look at first"), t("hamdiary's rules, from what was recorded"))
    for each in page.look_first:
        yield f"- **{said(each.sign)} {said(each.title)}** ({said(each.when)}): {said(each.seen)}"
    yield from ("", said(page.look_first_note))


def _comparison(page: Page) -> Iterator[str]:
    if page.comparison is None:
        return
    yield from _heading(t("Last 14 nights against the 14 before"), page.words["computed"])
    for table in page.comparison:
        yield from (*_table(table), "")
    yield said(page.comparison_note)


def _milestones(page: Page) -> Iterator[str]:
    if page.milestones is None:
        return
    yield from _section(t("Milestones gained and lost"), page.words["computed"], page.milestones)
    if page.happenings:
        yield from ("", f"**{t('What happened')}**", "")
        yield from (f"- {said(each)}" for each in page.happenings)


def _heading(title: str, origin: str) -> Iterator[str]:
    yield from ("", f"## {title}", "", f"*{origin}*", "")


def _section(title: str, origin: str, table: Table) -> Iterator[str]:
    yield from _heading(title, origin)
    if table.rows:
        yield from _table(table)
    if table.note:
        yield from ("", said(table.note))


def _table(table: Table) -> Iterator[str]:
    """A table whose columns stand below one another, but for the last, which may be long."""
    rows = [[head for head, _ in table.heads]]
    rows += [[said(cell.words) for cell in row] for row in table.rows]
    widths = [max(cells(row[place]) for row in rows) for place in range(len(table.heads))]
    widths[-1] = cells(table.heads[-1][0])
    right = [side == "right" for _, side in table.heads]
    yield _row(rows[0], widths, right)
    marks = (
        "-" * (width - 1) + ":" if at_right else "-" * width
        for width, at_right in zip((max(each, 3) for each in widths), right, strict=True)
    )
    yield f"| {' | '.join(marks)} |"
    for row in rows[1:]:
        yield _row(row, widths, right)


def _row(words: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    filled = (
        padded(each, max(width, 3), at_right)
        for each, width, at_right in zip(words, widths, right, strict=True)
    )
    return f"| {' | '.join(filled)} |"


def said(words: str) -> str:
    """Words on one line in which nothing is markup."""
    line = " / ".join(part.strip() for part in clean(words).splitlines() if part.strip())
    escaped = _STEERS.sub(r"\\\1", line)
    return _STARTS.sub(_with_stroke, escaped)


def _with_stroke(found: re.Match[str]) -> str:
    """A dash gets a stroke before it, a number one before its point."""
    mark = found[2]
    return found[1] + (f"{mark[:-1]}\\{mark[-1]}" if len(mark) > 1 else f"\\{mark}")
