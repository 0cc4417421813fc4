"""Whether what once fed a hint is normal again on a later night (domain §6, re-check clock)."""

from hamdiary.domain.hints.fields import is_of_a_night, value_of
from hamdiary.domain.hints.hint import Fact, Hint
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.measures import Value
from hamdiary.domain.night import Night

_NORMAL: dict[str, tuple[Value, ...]] = {
    "ate": ("most", "all"),
    "droppings": ("normal",),
    "urine": ("normal",),
    "breathing": ("normal",),
    "wheel": ("some", "usual"),
    "night_quality": ("good", "mixed"),
}
"""What counts as normal in a choice (domain §2, §12)."""

_LOOKED_AT_INSTEAD = {
    "food": ("ate", "droppings"),
    "outing": ("gait",),
    "fall": ("gait",),
    "onset": ("gait",),
}
"""Where to see on a night that what happened beside it has left no trace."""

SOUND_GAIT = 5
"""The gait that is normal where a rule does not know the hamster's own (domain §1.2)."""


def is_normal(hint: Hint, seen: Seen) -> bool | None:
    """Whether all that fed the hint is normal on the evening; None where not all was looked at.

    One thing that is plainly not normal is enough to say no.
    """
    answers = [_fact_is_normal(fact, seen) for fact in hint.facts if not fact.aside]
    if False in answers:
        return False
    return None if None in answers or not answers else True


def _fact_is_normal(fact: Fact, seen: Seen) -> bool | None:
    if fact.field == "dose":
        return _doses_are_normal(seen)
    if fact.field == "quality":
        return _quality_is_normal(seen)
    night = seen.tonight
    if night is None:
        return None
    if is_of_a_night(fact.field):
        return _value_is_normal(fact, night, fact.field)
    answers = [_value_is_normal(fact, night, each) for each in _LOOKED_AT_INSTEAD[fact.field]]
    return False if False in answers else None if None in answers else True


def _value_is_normal(fact: Fact, night: Night, field: str) -> bool | None:
    value = value_of(night, field)
    if value is None:
        return None
    if field.startswith("sign_"):
        return value == "no"
    if isinstance(value, int | float):
        return _number_is_normal(fact, value)
    return value in _NORMAL.get(field, (value,))


def _number_is_normal(fact: Fact, value: float) -> bool:
    if fact.normal_to is not None:
        return value <= fact.normal_to
    least = SOUND_GAIT if fact.normal_from is None else fact.normal_from
    return value >= least


def _doses_are_normal(seen: Seen) -> bool | None:
    states = {dose.state for dose in seen.doses if dose.evening == seen.evening}
    if states & {"missed", "refused", "spat_out"}:
        return False
    return True if "given" in states else None


def _quality_is_normal(seen: Seen) -> bool | None:
    """Only another check can tell; one with open parts tells nothing but what is bad."""
    checks = [each for each in seen.quality if each.evening == seen.evening]
    if any(each.is_low or each.end_considered for each in checks):
        return False
    return True if any(each.is_whole and each.total is not None for each in checks) else None
