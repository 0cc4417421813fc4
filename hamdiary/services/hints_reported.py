"""Hints as a report for the vet tells them: what is open, what was, and what the vet was told."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hint_notes import HintNote
from hamdiary.domain.hints.course import OpenHint
from hamdiary.domain.hints.escalation import evaluate
from hamdiary.domain.hints.hint import Hint
from hamdiary.domain.hints.lifecycle import eventful_evenings, knowing
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.urgency import Urgency
from hamdiary.knowledge.hint_words import HintWords, words_of
from hamdiary.services.hints import hints_page
from hamdiary.services.session import Session


@dataclass(frozen=True)
class HintReported:
    """One open hint, with all that a page for the vet says of it; the words are hamdiary's own."""

    rule: str
    """The rule of domain §6: "R05"."""
    urgency: Urgency
    """How soon, as code: "now", "today", "soon", "watch", "note"."""
    words: HintWords
    """Sign, title, what was seen line by line, why, how soon, sources and how sure they are."""
    nights: tuple[date, ...]
    """The nights whose entries fed it, oldest first."""
    since: date
    """The night on which it opened."""
    recorded_at: datetime | None
    """When the last thing that feeds it was recorded, in UTC; None where that is not known."""
    noticed: HintNote | None
    """The owner's note that it was seen, if it was noted and has not become more urgent since."""


@dataclass(frozen=True)
class RuleFired:
    """One rule on the nights of a period, open still or not."""

    rule: str
    """The rule of domain §6."""
    title: str
    """What it said on its last night."""
    urgency: Urgency
    """The most urgent it was on any of these nights."""
    nights: tuple[date, ...]
    """The nights on which it fired, oldest first; a night without entries fires nothing."""


@dataclass(frozen=True)
class HintsReported:
    """All that a report says of hints."""

    open: tuple[HintReported, ...]
    """What is open at the end of the period, the most urgent first."""
    fired: tuple[RuleFired, ...]
    """What fired on the nights of the period, in the order of the rules."""
    notes: tuple[HintNote, ...]
    """What was told to the vet and what was noted as seen within the period, in order of time."""


def hints_reported(
    session: Session, hamster: Hamster, first: date, last: date | None = None
) -> HintsReported:
    """The hints of the nights from `first` to `last`, both included; up to tonight without one.

    What fired is told of the last 90 recorded nights at most; rules look no further back.
    Nothing open never means that all is well: a page that shows this says `KEEPS_NOTES` as well.
    Of a closed diary nothing is open any more; what fired in it is told all the same.
    """
    on = min(last or session.tonight, session.tonight)
    page = hints_page(session, hamster, None if on == session.tonight else on)
    opened = page.opened if hamster.closed_because is None else ()
    return HintsReported(
        open=tuple(_reported(each, hamster, page.seen) for each in opened),
        fired=_fired(knowing(page.seen, page.notes), page.notes, (first, on)),
        notes=tuple(each for each in page.notes if each.evening and first <= each.evening <= on),
    )


def _reported(opened: OpenHint, hamster: Hamster, seen: Seen) -> HintReported:
    hint = opened.hint
    return HintReported(
        rule=hint.rule,
        urgency=hint.urgency.code,
        words=words_of(opened, hamster, seen),
        nights=hint.evenings,
        since=opened.since,
        recorded_at=_recorded_at(hint, seen),
        noticed=opened.acknowledged,
    )


def _recorded_at(hint: Hint, seen: Seen) -> datetime | None:
    places = [(fact.evening, fact.field) for fact in hint.facts]
    times = [seen.looked.get(place) or seen.written_late.get(place) for place in places]
    return max((at.astimezone(UTC) for at in times if at is not None), default=None)


def _fired(
    seen: Seen, notes: Sequence[HintNote], period: tuple[date, date]
) -> tuple[RuleFired, ...]:
    by_rule: dict[str, list[tuple[date, Hint]]] = {}
    first, last = period
    for evening in eventful_evenings(seen, notes):
        if first <= evening <= last:
            for hint in evaluate(seen.until(evening)):
                by_rule.setdefault(hint.rule, []).append((evening, hint))
    return tuple(_rule(rule, by_rule[rule], seen) for rule in sorted(by_rule))


def _rule(rule: str, hints: Sequence[tuple[date, Hint]], seen: Seen) -> RuleFired:
    most = max(hint.urgency for _, hint in hints)
    nights = tuple(dict.fromkeys(evening for evening, _ in hints))
    return RuleFired(rule, words_of(hints[-1][1], seen.hamster, seen).title, most.code, nights)
