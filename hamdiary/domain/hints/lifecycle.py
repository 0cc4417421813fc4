"""How long a hint stays: until the vet was told, or two normal entries in a row (domain §6).

Nothing of it is stored but the owner's notes: what is open follows from going through the nights.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from hamdiary.domain.hint_notes import HintNote
from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.course import Course, OpenHint
from hamdiary.domain.hints.escalation import is_said_better
from hamdiary.domain.hints.hint import Fact, Hint, System, Urgency, rule_of
from hamdiary.domain.hints.seen import Seen

ABOUT_THE_LEGS = frozenset({"R05", "R12", "R21", "R33"})
"""A vet who was told of one of these knows of the weakness."""


def open_hints(
    seen: Seen, notes: Sequence[HintNote] = (), since: date | None = None
) -> list[OpenHint]:
    """The hints that are open on the evening, the most urgent first, R45 at the end.

    Evenings before `since` are looked back at, but what they opened is not asked after any more.
    """
    return opened_on(course_before(seen, notes, since), seen, notes)


def course_before(seen: Seen, notes: Sequence[HintNote], since: date | None = None) -> Course:
    """The course up to the evening before the one that is judged."""
    course = Course(knowing(seen, notes), notes)
    if since is not None:
        course.remember_told_before(since)
    for evening in eventful_evenings(seen, notes):
        if (since or date.min) <= evening < seen.evening:
            course.go_through(evening)
    return course


def opened_on(course: Course, seen: Seen, notes: Sequence[HintNote]) -> list[OpenHint]:
    """What is open once the course has gone through the evening that is judged as well."""
    course = course.going_on(knowing(seen, notes))
    course.go_through(seen.evening)
    hints = [each.hint for each in course.opened.values()]
    opened = sorted(
        (each for each in course.opened.values() if not is_said_better(each.hint, hints)),
        key=lambda each: (-each.hint.urgency, each.hint.rule, each.since),
    )
    reminder = nothing_recorded(seen, opened)
    return [*opened, reminder] if reminder else opened


def knowing(seen: Seen, notes: Iterable[HintNote]) -> Seen:
    """With the vet knowing of the weakness since one was told of it on the phone."""
    onset = seen.onset or date.min
    told = [
        note.evening
        for note in notes
        if note.kind == "told" and note.evening and rule_of(note.hint) in ABOUT_THE_LEGS
    ]
    known = [on for on in told if on >= onset]
    return replace(seen, vet_saw_again=(*seen.vet_saw_again, *known)) if known else seen


def nothing_recorded(seen: Seen, opened: Iterable[OpenHint]) -> OpenHint | None:
    """R45: nothing recorded for two nights while a hint of SOON or more is open."""
    urgent = [each for each in opened if each.hint.urgency >= Urgency.SOON]
    if not urgent or not seen.nights:
        return None
    last = seen.nights[-1].evening
    nights = (seen.evening - last).days
    if nights < T.NO_ENTRY_NIGHTS.value:
        return None
    facts = tuple(Fact(each.since, "open", each.hint.rule, aside=True) for each in urgent)
    numbers = (("nights", nights), ("last", last))
    hint = Hint("R45", Urgency.NOTE, System.CARE, facts, numbers=numbers)
    return OpenHint(hint, last + timedelta(days=int(T.NO_ENTRY_NIGHTS.value)), seen.evening)


def eventful_evenings(seen: Seen, notes: Iterable[HintNote]) -> list[date]:
    """Evenings on which there is anything to look at."""
    found = {night.evening for night in seen.nights} | {seen.evening, *seen.falls, *seen.onsets}
    for beside in (seen.doses, seen.eaten, seen.quality):
        found |= {each.evening for each in beside}
    found |= {out.evening for out in seen.outings if out.evening is not None}
    found |= {note.evening for note in notes if note.evening is not None}
    begun = seen.kept_since or (seen.nights[0].evening if seen.nights else seen.evening)
    if seen.hamster.onset is not None:
        found.add(max(seen.hamster.onset, begun))
    return sorted(evening for evening in found if evening <= seen.evening)


def most_urgent(opened: Iterable[OpenHint]) -> Urgency | None:
    """How urgent the most urgent open hint is."""
    return max((each.hint.urgency for each in opened), default=None)
