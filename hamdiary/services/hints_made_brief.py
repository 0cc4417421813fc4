"""From a page of hints to the hints in brief."""

from datetime import UTC, datetime

from hamdiary.domain.evening import Moment, zone_named
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.course import OpenHint
from hamdiary.domain.hints.in_brief import HintInBrief
from hamdiary.domain.hints.recheck import looks_ill, silent_until
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.night_times import night_begins
from hamdiary.knowledge.hint_titles import title_of
from hamdiary.services.hints import HintsPage


def in_brief(page: HintsPage, now: Moment) -> tuple[HintInBrief, ...]:
    """The open hints, the most urgent first."""
    hamster, seen = page.seen.hamster, page.seen
    return tuple(_in_brief(each, hamster, seen, now) for each in page.opened)


def _in_brief(opened: OpenHint, hamster: Hamster, seen: Seen, now: Moment) -> HintInBrief:
    return HintInBrief(
        opened.hint.key,
        opened.hint.urgency.code,
        title_of(opened.hint, hamster),
        opened.since,
        _recorded_at(opened, seen, now),
        silent_until(opened, looks_ill(seen)),
    )


def _recorded_at(opened: OpenHint, seen: Seen, now: Moment) -> datetime:
    places = [(fact.evening, fact.field) for fact in opened.hint.facts]
    known = [
        at
        for times in (seen.looked, seen.written_late)
        for place in places
        if (at := times.get(place)) is not None
    ]
    begun = night_begins(opened.since, zone_named(now.zone))
    return min(max(known, default=begun), now.wall.astimezone(UTC))
