"""Weight against the hamster's own (domain §3.1, §6)."""

from datetime import date, timedelta
from itertools import pairwise

from hamdiary.domain.baseline import median
from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.hint import Fact, Hint, Number, System, Urgency
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.measures import NotSeen

ATE_HALF = ("none", "little", "half")
NOT_NORMAL = ("none", "few", "soft", "loose", "watery")


def has_lost(seen: Seen, share: float) -> bool:
    """Whether that share of the usual weight is missing, and more than the scale's scatter."""
    if seen.lost is None or seen.usual_g is None or seen.lost < share - 1e-9:
        return False
    step = seen.hamster.scale_step_g or T.SCALE_STEP.value
    return seen.lost * seen.usual_g >= T.LOSS_STEPS.value * step - 1e-9


def lost_much(seen: Seen) -> Fact | None:
    """Tonight's weight, or last night's while there is none, if a tenth of the usual is lost."""
    for each in (seen, seen.until(seen.evening - timedelta(days=1))):
        if each.lost is not None:
            return _weight(each) if each.lost >= T.LOSS.value - 1e-9 else None
    return None


def _weight(seen: Seen) -> Fact:
    usual = seen.usual_g or 0.0
    return seen.fact("weight_g", normal_from=usual * (1 - T.LOSS_AND_MORE.value))


def _share(seen: Seen) -> tuple[tuple[str, Number], ...]:
    return (
        ("percent", round((seen.lost or 0) * 100)),
        ("usual", round(seen.usual_g or 0, 1)),
    )


def lost_dangerously(seen: Seen) -> Hint | None:
    """R11: a fifth of the usual weight lost, or 15 % within four days."""
    if has_lost(seen, T.LOSS_EVER.value):
        return Hint("R11", Urgency.NOW, System.APPETITE, (_weight(seen),), numbers=_share(seen))
    quick = _lost_quickly(seen)
    if not quick:
        return None
    was, now = quick[0].value, quick[1].value
    assert isinstance(was, float) and isinstance(now, float)
    numbers = (
        ("percent", round((1 - now / was) * 100)),
        ("days", (seen.evening - quick[0].evening).days),
    )
    return Hint("R11", Urgency.NOW, System.APPETITE, quick, variant="quick", numbers=numbers)


def _lost_quickly(seen: Seen) -> tuple[Fact, ...]:
    grams = None if seen.tonight is None else seen.tonight.weight_g
    first = seen.evening - timedelta(days=T.LOSS_QUICK_WITHIN.value)
    earlier = [
        (was, on)
        for on, was in seen.weights
        if first <= on < seen.evening and not _is_one_heavy_slip(seen, on, was)
    ]
    if grams is None or not earlier:
        return ()
    was, on = max(earlier)
    if grams > was * (1 - T.LOSS_QUICK.value) + 1e-9:
        return ()
    normal = was * (1 - T.LOSS_AND_MORE.value)
    return Fact(on, "weight_g", was, normal_from=normal), seen.fact("weight_g", normal_from=normal)


def _is_one_heavy_slip(seen: Seen, on: date, grams: float) -> bool:
    """Whether a weight stands out above all others: pouches that nobody looked into were full."""
    first = on - timedelta(days=T.WEEK.value)
    others = [
        each
        for when, each in seen.weights
        if first <= when < seen.evening and when != on and abs((when - on).days) <= T.WEEK.value
    ]
    heavy = seen.usual_g is not None and grams >= seen.usual_g * (1 + T.GAIN.value)
    known = any(n.evening == on and n.pouches_empty == "yes" for n in seen.nights)
    return (
        heavy and not known and all(each < grams * (1 - T.LOSS_AND_MORE.value) for each in others)
    )


def lost_a_tenth(seen: Seen) -> Hint | None:
    """R23: a tenth of the usual weight lost; a single doubtful weighing is to be repeated first."""
    if not has_lost(seen, T.LOSS.value):
        return None
    doubtful = seen.tonight is not None and seen.tonight.pouches_empty is NotSeen.NOT_CHECKED
    if doubtful and not _lost_before(seen) and not _anything_else(seen):
        facts = (_weight(seen),)
        return Hint("R23", Urgency.WATCH, System.APPETITE, facts, "again", _share(seen))
    return Hint("R23", Urgency.TODAY, System.APPETITE, (_weight(seen),), numbers=_share(seen))


def _lost_before(seen: Seen) -> bool:
    before = seen.earlier("weight_g", int(T.WEEK.value))
    return before is not None and has_lost(seen.until(before[0].evening), T.LOSS.value)


def _anything_else(seen: Seen) -> bool:
    """Whether anything else is not as it should be: then no loss is waved aside."""
    signs = seen.tonight.signs if seen.tonight is not None else {}
    return bool(
        "yes" in signs.values()
        or seen.lately_is("ate", *ATE_HALF)
        or seen.lately_is("droppings", *NOT_NORMAL)
        or seen.lately_is("urine", "less", "none", "dribble", "blood")
        or seen.lately_is("breathing", "fast", "noisy", "laboured")
        or _gait_down(seen)
    )


def _gait_down(seen: Seen) -> Fact | None:
    now, before = seen.level("gait"), seen.score_before("gait")
    if now is None or before is None or now >= before[1]:
        return None
    return seen.fact("gait", normal_from=before[1])


def lost_some_and_more(seen: Seen) -> Hint | None:
    """R24: a twentieth of the weight lost, and droppings, appetite or gait not as usual."""
    if not has_lost(seen, T.LOSS_AND_MORE.value):
        return None
    found = (
        seen.lately_is("droppings", *NOT_NORMAL),
        seen.lately_is("ate", *ATE_HALF),
        _gait_down(seen),
    )
    more = tuple(fact for fact in found if fact is not None)
    if not more:
        return None
    facts = (_weight(seen), *more)
    # Each of them is enough: droppings that a rule of their own speaks of leave the others.
    ways = tuple(frozenset(("weight_g", fact.field)) for fact in more)
    numbers = _share(seen)
    return Hint("R24", Urgency.TODAY, System.APPETITE, facts, numbers=numbers, ways=ways)


def lost_over_a_week(seen: Seen) -> Hint | None:
    """R34: a twentieth lost within seven days, or seven falling weighings in a row."""
    facts = _lost_in_a_week(seen) or _falling(seen)
    return Hint("R34", Urgency.SOON, System.APPETITE, facts) if facts else _gained(seen)


def _gained(seen: Seen) -> Hint | None:
    """A tenth heavier than usual, which is a matter of the next visit (domain §3.1)."""
    born = seen.hamster.born
    grows = born is not None and (seen.evening - born).days < T.GROWN.value * 7
    share = T.GAIN.value - 1e-9
    if seen.lost is None or seen.lost > -share or grows or seen.tonight is None:
        return None
    before = seen.earlier("weight_g", int(T.WEEK.value))
    again = before is not None and (seen.until(before[0].evening).lost or 0) <= -share
    # One weight with pouches that nobody looked into is most likely a full mouth.
    if seen.tonight.pouches_empty != "yes" and not again:
        return None
    normal = (seen.usual_g or 0.0) * (1 + T.GAIN.value) - 1e-6
    fact = seen.fact("weight_g", normal_to=normal)
    more = (("percent", round(-seen.lost * 100)), _share(seen)[1])
    return Hint("R34", Urgency.NOTE, System.APPETITE, (fact,), "gain", more)


def _lost_in_a_week(seen: Seen) -> tuple[Fact, ...]:
    grams = None if seen.tonight is None else seen.tonight.weight_g
    begins = seen.evening - timedelta(days=T.WEEK.value)
    week = [(on, was) for on, was in seen.weights if begins <= on < seen.evening]
    if grams is None or not week:
        return ()
    # The oldest shows a slow loss, the middle one a quick loss; neither is a single slip's prey.
    was = max(week[0][1], median([each for _, each in week]))
    step = seen.hamster.scale_step_g or T.SCALE_STEP.value
    least = max(was * T.LOSS_IN_A_WEEK.value, T.LOSS_STEPS.value * step)
    if was - grams < least - 1e-9:
        return ()
    on, shown = min(week, key=lambda each: abs(each[1] - was))
    normal = was * (1 - T.LOSS_IN_A_WEEK.value) + 1e-6
    return Fact(on, "weight_g", shown, normal_from=normal), seen.fact(
        "weight_g", normal_from=normal
    )


def _falling(seen: Seen) -> tuple[Fact, ...]:
    last = seen.weights[-int(T.FALLING_WEIGHINGS.value) :]
    if len(last) < T.FALLING_WEIGHINGS.value or last[-1][0] != seen.evening:
        return ()
    if any(later >= earlier for (_, earlier), (_, later) in pairwise(last)):
        return ()
    normal = last[-2][1]
    return tuple(Fact(on, "weight_g", grams, normal_from=normal) for on, grams in last)
