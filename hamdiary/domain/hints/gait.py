"""The way of walking over several nights: down, slowly down, no better, uneven (domain §6)."""

from datetime import date, timedelta
from itertools import pairwise

from hamdiary.domain.baseline import median
from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.hint import Fact, Hint, System, Urgency
from hamdiary.domain.hints.legs import LEGS, fell_far, from_to
from hamdiary.domain.hints.seen import Seen


def gait_or_leg_down(seen: Seen) -> Hint | None:
    """R21: two levels of gait lost within 48 hours, or of one leg on two scores."""
    facts = _gait_down(seen)
    for leg in LEGS:
        facts += _leg_down(seen, leg)
    # Down to 0 or 1 at once is R05.
    if not facts or fell_far(seen) is not None:
        return None
    return Hint("R21", Urgency.TODAY, System.LEGS, facts)


def _gait_down(seen: Seen) -> tuple[Fact, ...]:
    now, before = seen.level("gait"), seen.score_before("gait")
    # What was lost a night ago and has not gone on was said then.
    if now is None or before is None or now >= before[1]:
        return ()
    # Older than 48 hours only where nothing newer is known: a gap may hide a sudden loss.
    first = min(before[0], seen.evening - timedelta(days=T.GAIT_DOWN_WITHIN.value))
    scores = seen.scores("gait", int(T.GAIT_DOWN_WITHIN.value) + 1)
    was, on = max((level, on) for on, level in scores if first <= on < seen.evening)
    return from_to(seen, "gait", on, was) if was - now >= T.GAIT_DOWN.value else ()


def _leg_down(seen: Seen, leg: str) -> tuple[Fact, ...]:
    """A leg that is down on both of the last two scores against the one before them."""
    scores = seen.scores(leg, int(T.LEG_DOWN_SCORES.value) + 1)
    if len(scores) <= T.LEG_DOWN_SCORES.value or seen.level(leg) is None:
        return ()
    *down, (on, was) = scores
    if any(was - level < T.LEG_DOWN.value for _, level in down) or _said_by_gait(seen, down[-1][0]):
        return ()
    return _as_facts(leg, [(on, was), *reversed(down)], was)


def _said_by_gait(seen: Seen, evening: date) -> bool:
    """Whether the gait fell as far on the evening when the leg did: that was said then."""
    then = seen.until(evening)
    return then.level("gait") is not None and (fell_far(then) is not None or bool(_gait_down(then)))


def slowly_down(seen: Seen) -> Hint | None:
    """R33: one level lower than before on three scored nights in a row."""
    last = int(T.SLOWLY_DOWN_SCORES.value)
    scores = seen.scores("gait", last * 2)
    down, before = scores[:last], scores[last:]
    if seen.level("gait") is None or not before:
        return None
    # The middle of the nights before, so that one good night does not make a fall of the others.
    was = int(median([level for _, level in before]))
    steps = pairwise([before[0][1], *(level for _, level in reversed(down))])
    # A sudden loss was said when it came; here it is about one that creeps.
    if any(level >= was for _, level in down) or any(a - b >= T.GAIT_DOWN.value for a, b in steps):
        return None
    facts = _as_facts("gait", [before[0], *reversed(down)], was)
    return Hint("R33", Urgency.SOON, System.LEGS, facts)


def no_rise(seen: Seen) -> Hint | None:
    """R36: the median of three scored nights has not risen for 14 nights of treatment."""
    since, nights = seen.treated_since, int(T.NO_RISE_NIGHTS.value)
    if since is None or (seen.evening - since).days < nights or seen.level("gait") is None:
        return None
    first = seen.evening - timedelta(days=nights)
    scores = [each for each in seen.scores("gait", nights + 1) if each[0] >= first]
    if len(scores) < T.FEWEST_SCORES.value:
        return None
    of = int(T.MEDIAN_OF.value)
    medians = [
        median([level for _, level in scores[place : place + of]])
        for place in range(len(scores) - of + 1)
    ]
    if medians[-1] > T.WEAK_GAIT.value or max(*medians, scores[0][1]) > medians[-1]:
        return None
    rise = medians[-1] + 1
    facts = _as_facts("gait", [scores[-1], scores[0]], rise)
    return Hint("R36", Urgency.SOON, System.LEGS, facts, numbers=(("nights", nights),))


def uneven(seen: Seen) -> Hint | None:
    """R39: one leg two levels below the other on three scored nights, and not before."""
    pairs = _pairs(seen, int(T.UNEVEN_SCORES.value) + 1)
    last = pairs[: int(T.UNEVEN_SCORES.value)]
    if len(last) < T.UNEVEN_SCORES.value or last[0][0] != seen.evening:
        return None
    left_worse = last[0][1] < last[0][2]
    if not all(_is_uneven(pair, left_worse) for pair in last):
        return None
    before = pairs[len(last) :]
    # Where no score came before, it is new only while no vet knows of the weakness.
    if _is_uneven(before[0], left_worse) if before else seen.vet_knows:
        return None
    worse = LEGS[0] if left_worse else LEGS[1]
    levels = [(on, left if left_worse else right) for on, left, right in reversed(last)]
    better = max(max(left, right) for _, left, right in last)
    facts = _as_facts(worse, levels, better - T.UNEVEN.value + 1)
    side = "left" if left_worse else "right"
    return Hint("R39", Urgency.SOON, System.LEGS, facts, numbers=(("side", side),))


def _pairs(seen: Seen, most: int) -> list[tuple[date, int, int]]:
    """The last nights on which both legs were scored, newest first."""
    left, right = (dict(seen.scores(leg, most * 2)) for leg in LEGS)
    return [(on, left[on], right[on]) for on in left if on in right][:most]


def _is_uneven(pair: tuple[date, int, int], left_worse: bool) -> bool:
    _, left, right = pair
    return (right - left if left_worse else left - right) >= T.UNEVEN.value


def _as_facts(field: str, scores: list[tuple[date, int]], normal: float) -> tuple[Fact, ...]:
    return tuple(Fact(on, field, level, normal_from=normal) for on, level in scores)
