"""Words for one night that plots, pages and the report share."""

from datetime import date

from hamdiary.domain.language import marked
from hamdiary.domain.manner import with_year
from hamdiary.domain.trends.course import DoseState
from hamdiary.domain.trends.series import Span
from hamdiary.domain.typed_dates import short_day

DOSE_WORDS: dict[DoseState, str] = {
    "given": marked("given"),
    "refused": marked("refused"),
    "spat_out": marked("spat out"),
    "skipped": marked("skipped"),
    "missed": marked("not recorded"),
    "due": marked("due"),
    "later": marked("to come"),
}
"""How an owner reads what became of a dose."""


def day_said(on: date, span: Span) -> str:
    """A night briefly, with its year where the span leaves that open."""
    same = span.first.year == span.last.year == on.year
    return short_day(on) if same else with_year(on)
