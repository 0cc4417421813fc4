"""Reports to set, made of plain values: what an owner may have typed, and how much of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hamdiary.domain.clips import Clip, Presence
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.measures import NotSeen
from hamdiary.domain.night import Night
from hamdiary.domain.report import Gathered, Report, ReportOptions, build_report
from hamdiary.domain.report.value import ShownClip, Sign
from hamdiary.domain.trends.course import Course, lettered
from hamdiary.domain.trends.milestones import RUMP_UP, TEN_STEPS, Reached
from hamdiary.domain.trends.series import Span, nights_up_to
from hamdiary.domain.vet_questions import VetQuestion

LAST = date(2026, 11, 22)
MADE = datetime(2026, 11, 22, 20, 16, tzinfo=UTC)

NOTES = (
    "<script>alert(1)</script><img src=x onerror=alert(1)></style><style>*{display:none}",
    '#panic("x") #import "@preview/x:1.0.0" $x^2$ *bold* _it_ `raw` @ref <label> // /* { [ ]',
    "[/] [/x] a[/]b [@click=app.quit()]x[/] {{ 7*7 }} {% raw %}",
    "中文:今晚後腿有力。日本語:後ろ足で立てた。한국어: 잘 걸었어요.",
    "العربية: مشى اليوم بشكل أفضل. Ελληνικά: περπάτησε. Русский: лапы сильнее.",
    "Emoji: 🐹 ate 🥦, 👍🏽 and 👨‍👩‍👧‍👦",
    "Weight −6.4 %, a → b, 3 ≥ 2, ½ pea",
    "- a list\n# a head\n1. one\n> quote | pipe\n\ttab",
    "z\u0301" * 20,
    "lone \ud800 surrogate, \x1b]52;c;aGk=\x07esc \x1b[2J \x00 nul \u202e turned",
    "word " * 20_000,
    "x" * 5000,
)
"""Notes that break what takes words for markup, and notes in the letters of many people."""


def ago(nights: int) -> date:
    return LAST - timedelta(days=nights)


def a_report(
    nights: int = 30,
    notes: Mapping[int, str] | None = None,
    options: ReportOptions | None = None,
    **more: Any,
) -> Report:
    """A report of so many nights, every fifth without an entry; notes by nights ago."""
    span = nights_up_to(LAST, nights)
    known = [_night(on, notes or {}) for on in span.evenings() if (LAST - on).days % 5 != 4]
    course = {
        "hamster": Hamster("h", "Biscuit", "syrian", "male", born=date(2026, 1, 14)),
        "made": MADE,
        "tonight": LAST,
        "span": span,
        "series": _series(span, known),
        "nights": known,
        "doses": {ago(0): ("given",), ago(1): ("missed",)},
    }
    return build_report(Gathered(**(course | more)), options or ReportOptions())


def with_everything(note: str = "as usual") -> Report:
    """A report in which every part has something to say, always with these words."""
    hamster = Hamster("h", note[:60], "syrian", vet_name=note, base_food=note)
    return a_report(
        notes={0: note},
        hamster=hamster,
        signs=[Sign("R34", "soon", note, (note, "seen twice"), ago(3), ago(0), MADE)],
        clips=[ShownClip(Clip("h/c", "h", ago(1), f"/x/{note}", remark=note), Presence.MISSING)],
        questions=[VetQuestion("h/q", "h", ago(1), note)],
    )


def a_year(nights: int = 365) -> Report:
    """A long report."""
    return a_report(nights)


def _night(on: date, notes: Mapping[int, str]) -> Night:
    back = (LAST - on).days
    if back == 2:
        return Night("h", on, gait=NotSeen.NOT_SEEN, droppings=NotSeen.NOT_CHECKED)
    return Night(
        "h", on, gait=back % 6, leg_left=back % 5, leg_right=(back + 1) % 5, ate="most",
        droppings="soft" if back == 3 else "normal", weight_g=130.0 - back % 9,
        pouches_empty="no" if back == 1 else "yes", note=notes.get(back), carer="AK",
    )  # fmt: skip


def _series(span: Span, nights: list[Night]) -> Course:
    def of(name: str) -> dict[date, Any]:
        values = {each.evening: getattr(each, name) for each in nights}
        return {on: value for on, value in values.items() if value is not None}

    events = [(ago(6), "treatment starts: drops"), (ago(5), "vet visit"), (ago(-3), "ahead")]
    milestones = (Reached(RUMP_UP, ago(9), ago(9), None), Reached(TEN_STEPS, ago(8), None, ago(2)))
    return Course(
        span=span, gait=of("gait"), leg_left=of("leg_left"), leg_right=of("leg_right"),
        weights=of("weight_g"), usual=None, pouches_full=1,
        minutes={each.evening: 10.0 + each.evening.day for each in nights},
        goal=dict.fromkeys(span.evenings(), 20.0), ate={}, droppings={}, water={}, doses={},
        marks=lettered(events), milestones=milestones, treatment_start=ago(6), recorded=len(nights),
    )  # fmt: skip


def without(report: Report, *parts: str) -> Report:
    """The same with some parts left out."""
    return replace(report, parts=report.parts - set(parts))
