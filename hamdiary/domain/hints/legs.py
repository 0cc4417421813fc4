"""Legs: lost at once, after a fall, hurt, or the front ones too (domain §6 R05, R06, R12, R46)."""

from datetime import date, timedelta

from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.hint import Fact, Hint, System, Urgency
from hamdiary.domain.hints.seen import Seen

LEGS = ("leg_left", "leg_right")


def sudden_loss(seen: Seen) -> Hint | None:
    """R05: hind legs lost since the last score, after a fall, or suddenly before any vet knew."""
    at_once = fell_far(seen) or _both_legs_lost(seen) or _weaker_after_a_fall(seen)
    return at_once or _sudden_onset(seen) or _no_vet_knows(seen)


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


def _both_legs_lost(seen: Seen) -> Hint | None:
    """Both legs down to hardly any movement, where the gait itself was not scored."""
    now = [seen.level(leg) for leg in LEGS]
    before = [seen.score_before(leg) for leg in LEGS]
    if seen.level("gait") is not None or None in now or None in before:
        return None
    lost = T.GAIT_LOST_TO.value
    if any((level or 0) > lost for level in now):
        return None
    if any(each is None or each[1] < T.GAIT_LOST_FROM.value for each in before):
        return None
    pairs = [from_to(seen, leg, *each) for leg, each in zip(LEGS, before, strict=True) if each]
    facts = tuple(fact for pair in pairs for fact in pair)
    return Hint("R05", Urgency.NOW, System.LEGS, facts, variant="legs")


def _weaker_after_a_fall(seen: Seen) -> Hint | None:
    weaker = _weaker(seen)
    fall = _fell_before(seen, weaker) if weaker else None
    if fall is None:
        return None
    return Hint("R05", Urgency.NOW, System.LEGS, (fall, *weaker), variant="fall")


def _fell_before(seen: Seen, weaker: tuple[Fact, ...]) -> Fact | None:
    """A fall of tonight or last night, or one after which this is the first look at the legs."""
    last_look = min((fact.evening for fact in weaker), default=seen.evening)
    back = min((seen.evening - last_look).days, int(T.FALL_UNTIL_LOOKED.value))
    return fell(seen, max(back, int(T.FALL_IS_NEW.value)))


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
    if seen.is_new("leans"):
        facts += (seen.fact("sign_leans"),)
    first_score = seen.score_before("gait") is None and not seen.vet_knows
    if not facts and first_score and gait is not None and gait <= T.STANDS.value:
        return (seen.fact("gait", normal_from=5),)
    return facts


def _sudden_onset(seen: Seen) -> Hint | None:
    """A weakness that came suddenly and that no vet knows of: NOW when new, TODAY after that."""
    onset, gait = seen.onset, seen.level("gait")
    if onset is None or seen.vet_knows:
        return None
    speed = None if seen.came_back else seen.hamster.onset_speed
    suddenly = speed == "sudden" or (not seen.came_back and seen.hamster.known_fall == "yes")
    days = (seen.evening - onset).days
    facts = [Fact(onset, "onset", onset, aside=gait is not None)]
    if gait is not None:
        facts.append(seen.fact("gait", normal_from=5))
    urgency = _of_an_onset(days, gait, "sudden" if suddenly else speed)
    if urgency is None:
        return None
    return Hint("R05", urgency, System.LEGS, tuple(facts), variant="onset")


def _of_an_onset(days: int, gait: int | None, speed: str | None) -> Urgency | None:
    """How urgent a weakness is that began so many days ago."""
    lame = gait is not None and gait <= T.GAIT_LOST_TO.value
    weak = gait is not None and gait <= T.STANDS.value
    suddenly = speed == "sudden"
    if days <= T.ONSET_IS_NEW.value and gait != 5 and (suddenly or (lame and speed != "weeks")):
        return Urgency.NOW
    # Sound until then and weak now is two levels within 48 hours, as in R21.
    new = days <= T.GAIT_DOWN_WITHIN.value and speed not in ("days", "weeks")
    return Urgency.TODAY if (new and (weak or gait is None)) or (weak and suddenly) else None


def _no_vet_knows(seen: Seen) -> Hint | None:
    """Weak legs that no vet knows of, however slowly they came (A: do not delay; SOON: D)."""
    gait = seen.level("gait")
    if gait is None or gait > T.STANDS.value or seen.vet_knows:
        return None
    facts = (seen.fact("gait", normal_from=5),)
    return Hint("R05", Urgency.SOON, System.LEGS, facts, variant="unknown")


def fell(seen: Seen, most_back: int = int(T.FALL_IS_NEW.value)) -> Fact | None:
    """The last fall, drop or knock of so many nights, tonight's and last night's at least."""
    for back in range(most_back + 1):
        evening = seen.evening - timedelta(days=back)
        night = seen.night_ago(back)
        if night is not None and night.signs.get("fall") == "yes":
            return Fact(evening, "sign_fall", "yes")
        if any(out.stopped_for == "fell" for out in seen.outings_on(evening)):
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
