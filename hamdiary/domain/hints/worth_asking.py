"""Which fields of an evening can feed a rule at all: most nights are usual, and ask few rules.

A rule fires only by something that was recorded of the evening that is judged, so that one whose
fields are all normal or missing need not be asked. A property test holds this against all rules.
"""

from collections.abc import Iterator

from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.measures import NotSeen
from hamdiary.domain.night import Night

_USUAL = {
    "ate": ("most", "all"),
    "droppings": ("normal",),
    "urine": ("normal",),
    "breathing": ("normal",),
}
"""Values that feed nothing; those of other choices do whatever they are."""

_ENDED_FOR = ("tired", "breathing", "circling", "fell")
"""Why an outing ended, where that says something of the hamster."""

_NEVER_DOWN_TO = {"gait": 5, "leg_left": 4, "leg_right": 4}
"""Nothing has become worse that is as good as it can be."""


def worth_asking(seen: Seen) -> frozenset[str]:
    """The fields of the evening by which a rule can fire: names of a night's, and those beside."""
    night = seen.tonight
    fields = set(_beside(seen))
    if night is not None:
        fields.update(_of_night(night))
        if night.weight_g is not None and _is_weight_worth_asking(seen, night.weight_g):
            fields.add("weight_g")
    return frozenset(fields)


def _of_night(night: Night) -> Iterator[str]:
    yield from (f"sign_{sign}" for sign, answer in night.signs.items() if answer == "yes")
    for field, usual in _USUAL.items():
        value = getattr(night, field)
        if value is not None and not isinstance(value, NotSeen) and value not in usual:
            yield field
    for field, best in _NEVER_DOWN_TO.items():
        level = getattr(night, field)
        if isinstance(level, int):
            yield f"{field}_scored"
            if level < best:
                yield field
    for field in ("water_ml", "night_quality"):
        if getattr(night, field) is not None:
            yield field


def _beside(seen: Seen) -> Iterator[str]:
    evening = seen.evening
    for name, beside in (("food", seen.eaten), ("dose", seen.doses), ("quality", seen.quality)):
        if any(each.evening == evening for each in beside):
            yield name
    if evening in seen.falls:
        yield "fall"
    if any(out.stopped_for in _ENDED_FOR for out in seen.outings_on(evening)):
        yield "outing"
    onset = seen.onset
    if onset is not None and (evening - onset).days <= T.ONSET_IS_NEW.value:
        yield "onset"


def _is_weight_worth_asking(seen: Seen, grams: float) -> bool:
    """Whether it is off the usual one, or less than it was in the week before."""
    lost = seen.lost
    if lost is None or not -T.GAIN.value + 1e-9 < lost < T.LOSS_SMALL.value - 1e-9:
        return True
    before = [each for each in reversed(seen.weights) if each[0] < seen.evening]
    week = [was for on, was in before if (seen.evening - on).days <= T.WEEK.value]
    if week and grams <= max(week) * (1 - T.LOSS_AND_MORE.value) + 1e-6:
        return True
    return len(before) > 1 and grams < before[0][1] < before[1][1]
