"""What an owner chooses about a report: which nights, and which parts."""

from datetime import date
from typing import Literal

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import Told, t
from hamdiary.domain.trends.series import Span, nights_up_to
from hamdiary.domain.typed_dates import say_day
from hamdiary.domain.values import BadValue

Part = Literal[
    "hints", "comparison", "charts", "medicines", "milestones", "clips", "questions", "nights",
    "notes",
]  # fmt: skip

PARTS: Told[Part, str] = Told(
    {
        "hints": "Please look at first",
        "comparison": "Last 14 nights against the 14 before",
        "charts": "Charts",
        "medicines": "Medicines",
        "milestones": "Milestones and happenings",
        "clips": "Photos and videos",
        "questions": "Questions for the vet",
        "nights": "Night by night",
        "notes": "Notes of the nights",
    }
)
"""Every part that can be left out, as the owner reads it; who and the problem are always there."""

PeriodKind = Literal["nights", "since_vet", "since_onset", "dates"]

USUAL_NIGHTS = 30
"""Nights of a report if nothing is chosen."""

OFFERED_NIGHTS = (14, 30, 90)
"""Lengths that a screen offers."""

MOST_NIGHTS = 36_600
"""A hundred years: more than anybody can have meant."""


class BadPeriod(BadValue):
    """A period that has no nights; its text is one line for the owner."""


@dataclass(frozen=True)
class Period:
    """Which nights a report is about."""

    kind: PeriodKind = "nights"
    """The last so many nights, since the last visit to the vet, since the onset, or two dates."""
    nights: int = USUAL_NIGHTS
    """How many nights, for "nights"."""
    first: date | None = None
    """The first evening, for "dates"; None is the first recorded one."""
    last: date | None = None
    """The last evening, for every kind; None is tonight."""


@dataclass(frozen=True)
class ReportOptions:
    """All that is chosen about a report."""

    period: Period = Period()
    """Which nights."""
    parts: frozenset[Part] = frozenset(PARTS)
    """Which parts are in it."""
    questions: tuple[str, ...] = ()
    """Questions for the vet beside those that are kept in the diary."""
    language: str | None = None
    """The language of who will read it, "en" or "de"; None for the owner's own."""


@dataclass(frozen=True)
class Known:
    """What has to be known of a diary to say which nights a period has."""

    tonight: date
    """The evening on which the report is made."""
    first_recorded: date | None = None
    """The evening of the oldest recorded night."""
    visit: date | None = None
    """The last day before the last night with a visit to the vet."""
    onset: date | None = None
    """The day the weakness began."""


def nights_of(period: Period, known: Known) -> Span:
    """The nights of a period; never more than the diary has. BadPeriod says why there are none."""
    last = min(period.last or known.tonight, known.tonight)
    first = _first_of(period, known, last)
    begun = known.first_recorded
    if begun is not None and begun <= last:
        first = max(first, begun)
    if first > last:
        raise BadPeriod(
            t("{first} is after {last}; name a night before that as the first").format(
                first=say_day(first), last=say_day(last)
            )
        )
    return Span(first, last)


def _first_of(period: Period, known: Known, last: date) -> date:
    if period.kind == "nights":
        if not 1 <= period.nights <= MOST_NIGHTS:
            raise BadPeriod(
                t("a report has 1 to {most} nights, not {nights}").format(
                    most=MOST_NIGHTS, nights=period.nights
                )
            )
        return nights_up_to(last, min(period.nights, last.toordinal())).first
    if period.kind == "since_vet":
        if known.visit is None:
            raise BadPeriod(
                t(
                    "no visit to the vet is recorded before today; hamdiary happening add "
                    "vet-visit records one"
                )
            )
        return known.visit
    if period.kind == "since_onset":
        if known.onset is None:
            raise BadPeriod(
                t(
                    "it is not recorded since when the legs are weak; hamdiary setup --edit "
                    "--onset DATE records it"
                )
            )
        return known.onset
    return period.first or known.first_recorded or last
