"""What is noise or a beginning: seen once, to be looked at again (domain §6 R44, §2)."""

from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.gut import SCANT
from hamdiary.domain.hints.hint import Fact, Hint, System, Urgency
from hamdiary.domain.hints.legs import LEGS, from_to
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.hints.weight import ATE_HALF, has_lost


def soft_once(seen: Seen) -> Hint | None:
    """R44: soft droppings."""
    if seen.now("droppings") != "soft":
        return None
    return _watch(System.GUT, "soft", seen.fact("droppings"))


def few_once(seen: Seen) -> Hint | None:
    """R44: few droppings or, not yet for a day, none (domain §2: look again)."""
    if seen.now("droppings") not in SCANT:
        return None
    return _watch(System.GUT, "few", seen.fact("droppings"))


def little_urine_once(seen: Seen) -> Hint | None:
    """R44: little urine or, not yet for a day, none (domain §2: watch 12 to 24 hours)."""
    if seen.now("urine") not in ("less", "none"):
        return None
    return _watch(System.URINE, "urine", seen.fact("urine"))


def ate_half_once(seen: Seen) -> Hint | None:
    """R44: ate half or less."""
    if seen.now("ate") not in ATE_HALF:
        return None
    return _watch(System.APPETITE, "ate", seen.fact("ate"))


def a_little_lighter(seen: Seen) -> Hint | None:
    """R44: a little lighter than usual."""
    if not has_lost(seen, T.LOSS_SMALL.value):
        return None
    normal = (seen.usual_g or 0.0) * (1 - T.LOSS_SMALL.value) + 1e-6
    return _watch(System.APPETITE, "weight", seen.fact("weight_g", normal_from=normal))


def one_level_down(seen: Seen) -> Hint | None:
    """R44: gait down by one, or one leg down by two on a single score."""
    facts: tuple[Fact, ...] = ()
    for field in ("gait", *LEGS):
        now, before = seen.level(field), seen.score_before(field)
        least = 1 if field == "gait" else T.LEG_DOWN.value
        if now is not None and before is not None and before[1] - now >= least:
            facts += from_to(seen, field, *before)
    return _watch(System.LEGS, "gait", *facts) if facts else None


def _watch(system: System, variant: str, *facts: Fact) -> Hint:
    return Hint("R44", Urgency.WATCH, system, facts, variant=variant)
