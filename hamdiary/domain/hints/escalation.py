"""What makes a hint more urgent than its rule (domain §6, escalation, D)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.fields import is_of_a_night, value_of
from hamdiary.domain.hints.hint import Hint, System, Urgency
from hamdiary.domain.hints.rules import fired
from hamdiary.domain.hints.seen import Seen

FiredOn = Callable[[date], Sequence[Hint]]
"""What the rules alone say of that evening or an earlier one."""


def evaluate(seen: Seen, fired_on: FiredOn | None = None) -> list[Hint]:
    """Every hint that fires on the evening, raised where it must be, the most urgent first."""
    look = fired_on or (lambda evening: fired(seen.until(evening)))
    hints = [_raised_if_twice(hint, seen, look) for hint in look(seen.evening)]
    hints = [_raised_if_young(hint, seen) for hint in hints]
    hints = raised_if_two_systems(hints)
    return by_urgency([hint for hint in hints if not is_said_better(hint, hints)])


def is_said_better(hint: Hint, others: Iterable[Hint]) -> bool:
    """Whether a small change is already the matter of a rule of its own."""
    return hint.rule == "R44" and any(
        other.rule != "R44" and other.urgency >= hint.urgency and hint.fields & other.fields
        for other in others
    )


def by_urgency(hints: Sequence[Hint]) -> list[Hint]:
    """The most urgent first, those alike in the order of the rules."""
    return sorted(hints, key=lambda hint: (-hint.urgency, hint.rule, hint.variant))


def _raised_if_twice(hint: Hint, seen: Seen, fired_on: FiredOn) -> Hint:
    """WATCH becomes SOON where the entry before already was one to watch, in the same field."""
    if hint.urgency is not Urgency.WATCH:
        return hint
    before = _entry_before(hint, seen)
    if before is None:
        return hint
    again = any(
        other.urgency >= Urgency.WATCH and other.fields & hint.fields for other in fired_on(before)
    )
    return _raise(hint, Urgency.SOON, "twice") if again else hint


def _entry_before(hint: Hint, seen: Seen) -> date | None:
    """The last earlier evening on which something that fed the hint was recorded."""
    first = seen.evening - timedelta(days=T.SAME_WATCH_WITHIN.value)
    fields = [field for field in hint.fields if is_of_a_night(field)]
    for night in reversed(seen.nights):
        if night.evening < first:
            return None
        known = not fields or any(value_of(night, field) is not None for field in fields)
        if night.evening < seen.evening and known:
            return night.evening
    return None


def _raised_if_young(hint: Hint, seen: Seen) -> Hint:
    """Under ten weeks of age, WATCH and SOON about droppings are one step more urgent."""
    born = seen.hamster.born
    if born is None or "droppings" not in hint.fields:
        return hint
    young = (seen.evening - born).days < T.YOUNG.value * 7
    if not young or hint.urgency not in (Urgency.WATCH, Urgency.SOON):
        return hint
    return _raise(hint, Urgency(hint.urgency + 1), "young")


def raised_if_two_systems(hints: Sequence[Hint]) -> list[Hint]:
    """TODAY from two body systems is NOW; rules that one field feeds count once."""
    together = {
        hint.key
        for pair in combinations([each for each in hints if each.urgency is Urgency.TODAY], 2)
        if _are_apart(*pair)
        for hint in pair
    }
    return [
        _raise(hint, Urgency.NOW, "two_systems")
        if hint.key in together and hint.urgency is Urgency.TODAY
        else hint
        for hint in hints
    ]


def _are_apart(one: Hint, other: Hint) -> bool:
    systems = {one.system, other.system}
    if len(systems) < 2 or systems & {System.BODY, System.CARE}:
        return False
    return any(not these & those for these in one.enough for those in other.enough)


def _raise(hint: Hint, urgency: Urgency, why: str) -> Hint:
    return replace(hint, urgency=urgency, raised=(*hint.raised, why))
