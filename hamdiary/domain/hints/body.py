"""Signs of the whole hamster: bleeding, collapse, fits, poison, heat (domain §6 R02-R04, R13)."""

from hamdiary.domain.hints.beside import Eaten
from hamdiary.domain.hints.hint import Fact, Hint, System, Urgency
from hamdiary.domain.hints.seen import Seen


def bleeding(seen: Seen) -> Hint | None:
    """R02: bleeding that does not stop."""
    return _now(seen, "R02", "bleed")


def collapsed_or_cold(seen: Seen) -> Hint | None:
    """R03: collapsed, does not respond, limp or cold."""
    return _now(seen, "R03", "limp", "cold")


def fit_or_rolling(seen: Seen) -> Hint | None:
    """R04: a fit, or rolling over and over."""
    return _now(seen, "R04", "seizure", "rolling")


def too_hot(seen: Seen) -> Hint | None:
    """R15: too hot."""
    return _now(seen, "R15", "heat")


def ate_something_unsafe(seen: Seen) -> Hint | None:
    """R13: ate what may be poisonous; what is only unsuitable is a note (domain §4.5)."""
    foods = [each for each in seen.eaten if each.evening == seen.evening]
    facts = tuple(_food(each) for each in foods if each.tier == "T")
    if seen.is_new("ate_unsafe"):
        facts += (seen.fact("sign_ate_unsafe"),)
    if facts:
        return Hint("R13", Urgency.NOW, System.BODY, facts)
    unsuitable = tuple(_food(each) for each in foods if each.tier == "U")
    if unsuitable:
        return Hint("R13", Urgency.NOTE, System.BODY, unsuitable, variant="unsuitable")
    return None


def _food(eaten: Eaten) -> Fact:
    return Fact(eaten.evening, "food", eaten.food)


def _now(seen: Seen, rule: str, *signs: str) -> Hint | None:
    facts = tuple(seen.fact(f"sign_{sign}") for sign in signs if seen.has(sign))
    return Hint(rule, Urgency.NOW, System.BODY, facts) if facts else None
