"""Balance, and weakness that goes with an age (domain §6 R22, R37, R38)."""

from datetime import timedelta

from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.hint import Fact, Hint, System, Urgency
from hamdiary.domain.hints.seen import Seen


def off_balance(seen: Seen) -> Hint | None:
    """R22: a new head tilt, circling or falling to one side; NOW if it cannot eat or drink."""
    signs = ("tilt", "circling", "leans")
    facts = tuple(seen.fact(f"sign_{sign}") for sign in signs if seen.has(sign))
    new = any(seen.is_new(sign) for sign in signs)
    if not facts and _circled_outside(seen):
        facts, new = (Fact(seen.evening, "outing", "circling"),), True
    starving = (seen.lately_is("ate", "none"), seen.lately_is("water_ml", 0.0))
    without = tuple(fact for fact in starving if fact is not None)
    facts = facts or (seen.any_lately(*signs) if seen.is_news(*without) else ())
    if facts and without:
        return Hint("R22", Urgency.NOW, System.LEGS, facts + without, variant="not_eating")
    return Hint("R22", Urgency.TODAY, System.LEGS, facts) if facts and new else None


def _circled_outside(seen: Seen) -> bool:
    """Whether it circled or tilted on an outing tonight and had neither the last time."""
    if not any(out.stopped_for == "circling" for out in seen.outings_on(seen.evening)):
        return False
    before = (seen.earlier(f"sign_{sign}") for sign in ("tilt", "circling"))
    return not any(each is not None and each[1] == "yes" for each in before)


def inherited_form(seen: Seen) -> Hint | None:
    """R37: a male Syrian of 5 to 11 months whose legs got weak over days or weeks."""
    hamster = seen.hamster
    if (hamster.species, hamster.sex) != ("syrian", "male") or not _is_weak(seen):
        return None
    if hamster.onset_speed not in ("days", "weeks") or hamster.cause not in (None, "unknown"):
        return None
    months = seen.months_old
    if months is None or not T.INHERITED_FROM.value <= months <= T.INHERITED_TO.value:
        return None
    facts = (seen.fact("gait", normal_from=5),)
    return Hint("R37", Urgency.SOON, System.LEGS, facts, numbers=(("months", months),))


def old_weak_and_tiring(seen: Seen) -> Hint | None:
    """R38: 18 months or older, weak, and tiring out of the cage."""
    months = seen.months_old
    if months is None or months < T.OLD.value or not _is_weak(seen):
        return None
    tired = [
        Fact(out.evening, "outing", out.stopped_for, aside=True)
        for back in range(int(T.TIRING_WITHIN.value), -1, -1)
        for out in seen.outings_on(seen.evening - timedelta(days=back))
        if out.stopped_for in ("tired", "breathing") and out.evening is not None
    ]
    if not tired:
        return None
    facts = (seen.fact("gait", normal_from=5), *tired)
    return Hint("R38", Urgency.SOON, System.LEGS, facts, numbers=(("months", months),))


def _is_weak(seen: Seen) -> bool:
    gait = seen.level("gait")
    return gait is not None and gait <= T.WEAK_GAIT.value
