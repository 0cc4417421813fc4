"""Legs: lost at once, after a fall, hurt, or the front ones too (domain §6 R05, R06, R12, R46)."""

from datetime import date, timedelta

from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.hint import Fact, Hint, System, Urgency
from hamdiary.domain.hints.seen import Seen

LEGS = ("leg_left", "leg_right")


def sudden_loss(seen: Seen) -> Hint | None:
    """R05: hind legs lost since the last score, after a fall, or suddenly before any vet knew."""
    at_once = fell_far(seen) or _weaker_after_a_fall(seen) or _sudden_onset(seen)
    return at_once or _no_vet_knows(seen)


def fell_far(seen: Seen) -> Hint | None:
    """R05 by the last two scores alone: to 0 or 1 from 3 or more, or to 0 from 2."""
    now, before = seen.level("gait"), seen.score_before("gait")
    if now is None or before is None:
        return None
    on, was = before
    lost = now <= T.GAIT_LOST_TO.value and was >= T.GAIT_LOST_FROM.value
    if not lost and not (now == 0 and was >= T.GAIT_STILL_FROM.value):
        return None
    facts = from_to(seen, "gait", on, was)
    return Hint("R05", Urgency.NOW, System.LEGS, facts, numbers=(("before", was), ("now", now)))


def _weaker_after_a_fall(seen: Seen) -> Hint | None:
    fall = fell(seen)
    if fall is None:
        return None
    weaker = _weaker(seen)
    if not weaker:
        return None
    return Hint("R05", Urgency.NOW, System.LEGS, (fall, *weaker), variant="fall")


def _weaker(seen: Seen) -> tuple[Fact, ...]:
    """What got weaker since the score before, as far as that is more than noise after a fall."""
    gait = seen.level("gait")
    facts: tuple[Fact, ...] = ()
    for field in ("gait", *LEGS):
        now, before = seen.level(field), seen.score_before(field)
        if now is None or before is None:
            continue
        # A single leg's score is noisier than the gait (domain §0.4).
        least = 1 if field == "gait" or gait is None else T.LEG_DOWN.value
        if before[1] - now >= least:
            facts += from_to(seen, field, *before)
    first_score = seen.score_before("gait") is None and not seen.vet_knows
    if not facts and first_score and gait is not None and gait <= T.STANDS.value:
        return (seen.fact("gait", normal_from=5),)
    return facts


def _sudden_onset(seen: Seen) -> Hint | None:
    """A weakness that came suddenly and that no vet knows of: NOW when new, TODAY after that."""
    onset, speed, gait = seen.hamster.onset, seen.hamster.onset_speed, seen.level("gait")
    if onset is None or seen.vet_knows or onset > seen.evening:
        return None
    new = (seen.evening - onset).days <= T.ONSET_IS_NEW.value
    lame = gait is not None and gait <= T.GAIT_LOST_TO.value
    weak = gait is not None and gait <= T.STANDS.value
    suddenly = speed == "sudden" or seen.hamster.known_fall == "yes"
    facts = [Fact(onset, "onset", onset, aside=gait is not None)]
    if gait is not None:
        facts.append(seen.fact("gait", normal_from=5))
    if new and gait != 5 and (suddenly or (lame and speed != "weeks")):
        return Hint("R05", Urgency.NOW, System.LEGS, tuple(facts), variant="onset")
    if weak and suddenly:
        return Hint("R05", Urgency.TODAY, System.LEGS, tuple(facts), variant="onset")
    return None


def _no_vet_knows(seen: Seen) -> Hint | None:
    """Weak legs that no vet knows of, however slowly they came (A: do not delay; SOON: D)."""
    gait = seen.level("gait")
    if gait is None or gait > T.STANDS.value or seen.vet_knows:
        return None
    facts = (seen.fact("gait", normal_from=5),)
    return Hint("R05", Urgency.SOON, System.LEGS, facts, variant="unknown")


def fell(seen: Seen) -> Fact | None:
    """A fall, drop or knock of tonight or last night."""
    for back in range(int(T.FALL_IS_NEW.value) + 1):
        evening = seen.evening - timedelta(days=back)
        night = seen.night_ago(back)
        if night is not None and night.signs.get("fall") == "yes":
            return Fact(evening, "sign_fall", "yes")
        if any(out.evening == evening and out.stopped_for == "fell" for out in seen.outings):
            return Fact(evening, "outing", "fell")
        if evening in seen.falls:
            return Fact(evening, "fall", "yes")
    return None


def injured_leg(seen: Seen) -> Hint | None:
    """R06: wound, odd angle, swelling or crackling at a leg."""
    if not seen.is_new("leg_hurt"):
        return None
    return Hint("R06", Urgency.NOW, System.LEGS, (seen.fact("sign_leg_hurt"),))


def front_legs_too(seen: Seen) -> Hint | None:
    """R12: the weakness spreads to the front legs."""
    if not seen.is_new("front_legs"):
        return None
    return Hint("R12", Urgency.NOW, System.LEGS, (seen.fact("sign_front_legs"),))


def fall_without_weakness(seen: Seen) -> Hint | None:
    """R46: a fall or a knock that shows nothing yet: injury may show later."""
    fall = fell(seen)
    if fall is None or fall.evening != seen.evening or _weaker(seen) or fell_far(seen):
        return None
    return Hint("R46", Urgency.WATCH, System.LEGS, (fall,))


def from_to(seen: Seen, field: str, on: date, was: int) -> tuple[Fact, Fact]:
    """A score before and tonight's, which is normal again from there on."""
    return Fact(on, field, was, normal_from=was), seen.fact(field, normal_from=was)
