"""Skin, feet, face and pain (domain §6 R25, R26, R41)."""

from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.hint import Hint, System, Urgency
from hamdiary.domain.hints.seen import Seen


def pain(seen: Seen) -> Hint | None:
    """R25: a pain face on two looks, or hunched; that there is none proves nothing."""
    if seen.has("hunched"):
        return Hint("R25", Urgency.TODAY, System.SKIN, (seen.fact("sign_hunched"),))
    if not seen.has("pain_face"):
        return None
    looks, within = int(T.PAIN_LOOKS.value), int(T.PAIN_WITHIN.value)
    again = seen.run("sign_pain_face", ("yes",), looks, within)
    if again:
        return Hint("R25", Urgency.TODAY, System.SKIN, again)
    face = (seen.fact("sign_pain_face"),)
    return Hint("R25", Urgency.WATCH, System.SKIN, face, variant="once")


def sore_or_chewed(seen: Seen) -> Hint | None:
    """R26: an open sore, a blackened or chewed foot."""
    signs = ("sore", "foot_chewed")
    facts = tuple(seen.fact(f"sign_{sign}") for sign in signs if seen.has(sign))
    return Hint("R26", Urgency.TODAY, System.SKIN, facts) if facts else None


def mouth_eye_or_lump(seen: Seen) -> Hint | None:
    """R41: drooling, long teeth, a lump, a closed eye; TODAY if it does not eat."""
    found = seen.any_lately("mouth_eye_lump")
    starving = seen.lately_is("ate", "none", "little")
    if not found or not seen.is_news(*found, *([starving] if starving else [])):
        return None
    if starving is not None:
        facts = (*found, starving)
        return Hint("R41", Urgency.TODAY, System.SKIN, facts, variant="not_eating")
    return Hint("R41", Urgency.SOON, System.SKIN, found)
