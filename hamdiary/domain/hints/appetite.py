"""Eating and drinking nothing (domain §6 R16, R17)."""

from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.hint import Hint, System, Urgency
from hamdiary.domain.hints.seen import Seen


def ate_nothing(seen: Seen) -> Hint | None:
    """R16: ate nothing for a night; NOW on the second night or with lethargy."""
    if seen.now("ate") != "none":
        return None
    nights = int(T.EATS_NOTHING_NIGHTS.value)
    # A night between that nobody recorded is no night on which it ate.
    on_end = seen.run("ate", ("none",), nights, int(T.EATS_NOTHING_WITHIN.value))
    ill = seen.any_lately("quiet", "hunched", "limp")
    urgency = Urgency.NOW if on_end or ill else Urgency.TODAY
    facts = (*(on_end or (seen.fact("ate"),)), *ill)
    return Hint("R16", urgency, System.APPETITE, facts)


def drank_nothing(seen: Seen) -> Hint | None:
    """R17: drank nothing for a night, and no moist food is recorded of it."""
    if seen.now("water_ml") != 0:
        return None
    if any(each.moist and each.evening == seen.evening for each in seen.eaten):
        return None
    return Hint("R17", Urgency.TODAY, System.APPETITE, (seen.fact("water_ml", normal_from=0.5),))
