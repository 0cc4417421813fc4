"""A report as a page of plain words: sections, tables and lists, alike for paper, screen and mail.

The renderers only set it: what stands where, and in which words, is said here once.
"""

from collections.abc import Sequence

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked, t
from hamdiary.domain.manner import clock_time
from hamdiary.domain.report import Report
from hamdiary.domain.report.value import Sign
from hamdiary.knowledge.notices import KEEPS_NOTES
from hamdiary.knowledge.urgency import URGENCY_SIGNS
from hamdiary.render.median_words import NOISE
from hamdiary.render.night_words import day_said
from hamdiary.render.report.comparison import comparison_tables
from hamdiary.render.report.headings import COMPUTED as COMPUTED
from hamdiary.render.report.headings import OBSERVED as OBSERVED
from hamdiary.render.report.headings import headings
from hamdiary.render.report.log import log_table
from hamdiary.render.report.table import MOST_ROWS, Table, not_printed
from hamdiary.render.report.tables import (
    clips_table,
    medicines_table,
    milestones_table,
    missed_table,
)
from hamdiary.render.report.who import day, who
from hamdiary.render.report.words import facts, footer, period_words, told_words

NO_HINTS = marked("No hint is open. That does not mean that all is well.")

LEGEND_ROWS = 12
"""Marks that are explained below the charts; all of them stand among the happenings."""


@dataclass(frozen=True)
class LookFirst:
    """One thing to look at first."""

    sign: str
    """How urgent, as mark and word."""
    urgency: str
    """The same as a code: "now"."""
    title: str
    """What it is about."""
    seen: str
    """What was seen on which nights."""
    when: str
    """Since when, and when it was last seen."""


@dataclass(frozen=True)
class Page:
    """All that stands on the pages of a report; parts that were left out are None."""

    words: dict[str, str]
    """Headings, and what stands at the edges."""
    name: str
    """The hamster's name."""
    title: str
    """The document's title."""
    who: str
    """Species, sex, age."""
    period: str
    """Which nights."""
    made: str
    """When the report was made."""
    facts: tuple[tuple[str, str], ...]
    """The problem and what goes with it."""
    look_first: tuple[LookFirst, ...] | None
    """Open hints."""
    look_first_note: str
    """What stands below them."""
    comparison: tuple[Table, Table] | None
    """Medians, and counts."""
    comparison_note: str
    """How to read them."""
    charts: bool
    """Whether charts are wanted."""
    legend: tuple[str, ...]
    """What the letters in the charts stand for."""
    chart_note: str
    """How to read the charts."""
    medicines: Table | None
    """Prescribed against given."""
    missed: Table | None
    """Doses that did not go in."""
    milestones: Table | None
    """Gained and lost."""
    happenings: tuple[str, ...] | None
    """What happened in these nights."""
    clips: Table | None
    """Photos and videos."""
    questions: tuple[str, ...] | None
    """The owner's own."""
    log: Table | None
    """Night by night."""
    footer: str
    """Below every page."""
    disclaimer: str
    """At the end."""


def page_of(report: Report) -> Page:
    """The page of a report."""
    parts, name = report.parts, report.hamster.called
    marks = [each for each in report.series.marks if each.evening <= report.span.last]
    happened = tuple(f"{each.letter}  {day(each.evening)}: {each.words}" for each in marks)
    ahead = tuple(
        t("{day}, to come: {what}").format(day=day(each.evening), what=each.words)
        for each in report.series.marks
        if each.evening > report.span.last
    )
    told = tuple(told_words(each, report.made.tzinfo) for each in report.told)
    return Page(
        words=headings(),
        name=name,
        title=t("{name}, care diary for the vet").format(name=name),
        who=who(report.hamster, report.span.last),
        period=period_words(report),
        made=t("made {day} {time}").format(
            day=day(report.made.date()), time=clock_time(report.made)
        ),
        facts=tuple(facts(report)),
        look_first=_look_first(report) if "hints" in parts else None,
        look_first_note=t(KEEPS_NOTES) if report.signs else t(NO_HINTS),
        comparison=comparison_tables(report.comparison) if "comparison" in parts else None,
        comparison_note=_comparison_note(),
        charts="charts" in parts,
        legend=_legend(happened),
        chart_note=t(CHART_NOTE),
        medicines=medicines_table(report) if "medicines" in parts else None,
        missed=missed_table(report) if "medicines" in parts else None,
        milestones=milestones_table(report) if "milestones" in parts else None,
        happenings=_newest((*happened, *told), ahead) if "milestones" in parts else None,
        clips=clips_table(report) if "clips" in parts else None,
        questions=report.questions if "questions" in parts else None,
        log=log_table(report) if "nights" in parts else None,
        footer=footer(report),
        disclaimer=t(KEEPS_NOTES),
    )


def _comparison_note() -> str:
    parts = (
        t("Medians, never means. Up and down: scored nights against the scored night before."),
        t(NOISE),
        t("A night without an entry is in neither column."),
    )
    return " ".join(parts)


CHART_NOTE = marked(
    "Gaps: not recorded. × not seen. Dark bar: the goal of that night was reached. ◆ "
    "weight, right scale, dotted across nights without a weighing."
)


def _look_first(report: Report) -> tuple[LookFirst, ...]:
    return tuple(_one(sign, report) for sign in report.signs)


def _one(sign: Sign, report: Report) -> LookFirst:
    span = report.span
    seen = day_said(sign.last_seen, span)
    if sign.seen_at is not None:
        seen = f"{day_said(sign.seen_at.date(), span)} {clock_time(sign.seen_at)}"
    return LookFirst(
        sign=URGENCY_SIGNS[sign.urgency],
        urgency=sign.urgency,
        title=sign.title,
        seen="; ".join(sign.seen),
        when=_when(sign, day_said(sign.since, span), seen),
    )


def _when(sign: Sign, since: str, seen: str) -> str:
    """Since when it is open and when it was last seen; once, where that is one and the same."""
    if sign.since == sign.last_seen:
        return t("open since {day}").format(day=seen)
    opened = t("open since {day}").format(day=since)
    return f"{opened}, {t('last seen {day}').format(day=seen)}"


def _newest(been: tuple[str, ...], ahead: tuple[str, ...]) -> tuple[str, ...]:
    """What happened, as much as fits beside the milestones, and what is to come."""
    left_out = not_printed(len(been))
    return (*([left_out] if left_out else []), *been[-MOST_ROWS:], *ahead[:MOST_ROWS])


def _legend(happened: Sequence[str]) -> tuple[str, ...]:
    shown = list(happened[-LEGEND_ROWS:])
    more = len(happened) - len(shown)
    if more:
        shown.insert(0, t("{n} earlier ones are in the list of happenings").format(n=more))
    return tuple(shown)
