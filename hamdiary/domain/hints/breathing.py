"""Breathing: it outranks all else (domain §6 R01, R30; HHH)."""

from hamdiary.domain.hints.hint import Hint, System, Urgency
from hamdiary.domain.hints.seen import Seen


def laboured_breathing(seen: Seen) -> Hint | None:
    """R01: laboured or gasping breath, or blue skin."""
    facts = []
    if seen.now("breathing") == "laboured":
        facts.append(seen.fact("breathing"))
    if seen.has("blue"):
        facts.append(seen.fact("sign_blue"))
    return Hint("R01", Urgency.NOW, System.BREATHING, tuple(facts)) if facts else None


def fast_or_noisy_breathing(seen: Seen) -> Hint | None:
    """R30: fast or noisy breath, sneezing with discharge."""
    if seen.now("breathing") not in ("fast", "noisy"):
        return None
    return Hint("R30", Urgency.TODAY, System.BREATHING, (seen.fact("breathing"),))
