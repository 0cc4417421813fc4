"""All that is drawn and said of the nights between two evenings, as plain series by evening."""

from collections.abc import Iterable, Mapping
from datetime import date
from operator import itemgetter
from string import ascii_lowercase, ascii_uppercase
from typing import Literal

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import NotSeen
from hamdiary.domain.trends.milestones import Reached
from hamdiary.domain.trends.series import Numbers, Scores, Span
from hamdiary.domain.trends.weighing import Usual

DoseState = Literal["given", "refused", "spat_out", "skipped", "missed", "due", "later"]
"""What became of a dose; "missed" is one of which nothing was recorded in time."""

_LETTERS = ascii_uppercase + ascii_lowercase
NO_LETTER = "*"
"""What a mark bears when all letters are taken."""


@dataclass(frozen=True)
class Mark:
    """A dated event: onset, treatment, vet visit, or what the owner called a happening."""

    evening: date
    """The evening to which it belongs."""
    letter: str
    """One letter that stands for it in a plot."""
    words: str
    """What happened."""


@dataclass(frozen=True)
class Course:
    """What was recorded of one hamster over a span of nights.

    The series may reach further back than the span, since comparisons do.
    """

    span: Span
    """The nights that are shown."""
    gait: Scores
    """Levels 0-5."""
    leg_left: Scores
    """Levels 0-4 of its own left leg."""
    leg_right: Scores
    """Levels 0-4 of its own right leg."""
    weights: Numbers
    """Grams of the weighings that do not say the pouches were full."""
    usual: Usual | None
    """The weight that these are compared with."""
    pouches_full: int
    """Weighings of the span that were left out because the pouches were full."""
    minutes: Numbers
    """Minutes out of the cage."""
    goal: Mapping[date, float | None]
    """The goal of each night in minutes; None where rest was ordered."""
    ate: Scores
    """Levels 0-4, none to all."""
    droppings: Mapping[date, str | NotSeen]
    """One code of the choice a night."""
    water: Numbers
    """Millilitres."""
    doses: Mapping[date, tuple[DoseState, ...]]
    """The doses of each night that has any, in the order of time."""
    marks: tuple[Mark, ...]
    """Dated events from the first night on, oldest first; some may be to come."""
    milestones: tuple[Reached, ...]
    """Those ever reached."""
    treatment_start: date | None
    """The first day of treatment."""
    recorded: int
    """Nights of the span of which anything was recorded."""


def lettered(events: Iterable[tuple[date, str]]) -> tuple[Mark, ...]:
    """Events as marks with letters A to Z and a to z in the order of their evenings.

    Those of one evening keep their order, so that a letter means the same in every language.
    """
    ordered = sorted(dict.fromkeys(events), key=itemgetter(0))
    return tuple(
        Mark(evening, _LETTERS[place] if place < len(_LETTERS) else NO_LETTER, words)
        for place, (evening, words) in enumerate(ordered)
    )
