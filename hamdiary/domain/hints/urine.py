"""Urine, water, and the womb, which shows there (domain §2, §6)."""

from itertools import islice

from hamdiary.domain.baseline import median
from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.fields import as_number
from hamdiary.domain.hints.hint import Fact, Hint, System, Urgency
from hamdiary.domain.hints.none_for_a_day import none_for_a_day
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.hints.weight import has_lost

WET = ("urine", "sign_wet_belly")


def no_urine_and_worse(seen: Seen) -> Hint | None:
    """R10: no urine for a day, and straining, a hard belly, or hind legs that do not carry."""
    dry = none_for_a_day(seen, "urine")
    if not dry:
        return None
    more = seen.any_lately("straining", "swollen_belly")
    gait = seen.lately("gait")
    if gait is not None and isinstance(gait[1], int) and gait[1] <= T.GAIT_OF_NO_URINE.value:
        # Legs that have been weak for weeks need not be well for urine to be.
        more += (Fact(gait[0].evening, "gait", gait[1], aside=True),)
    return Hint("R10", Urgency.NOW, System.URINE, (*dry, *more)) if more else None


def blood_in_urine(seen: Seen) -> Hint | None:
    """R20: blood in the urine."""
    if seen.now("urine") != "blood":
        return None
    return Hint("R20", Urgency.TODAY, System.URINE, (seen.fact("urine"),), variant="urine")


def no_urine(seen: Seen) -> Hint | None:
    """R27: no urine for a day, or a wet belly for the first time."""
    facts = none_for_a_day(seen, "urine") or _wet_for_the_first_time(seen)
    return Hint("R27", Urgency.TODAY, System.URINE, facts) if facts else None


def _wet_for_the_first_time(seen: Seen) -> tuple[Fact, ...]:
    facts = tuple(seen.fact(field) for field in WET if seen.now(field) in ("dribble", "yes"))
    if not facts:
        return ()
    earlier = any(
        value in ("dribble", "yes") and night is not seen.tonight
        for field in WET
        for night, value in seen.known(field, int(T.FIRST_WET_IN.value))
    )
    return () if earlier else facts


def womb(seen: Seen) -> Hint | None:
    """R28: blood or a foul discharge from the vulva, or discharge too often or with a big belly."""
    facts = tuple(
        seen.fact(f"sign_{sign}") for sign in ("vulva_blood", "vulva_discharge") if seen.has(sign)
    )
    if not facts:
        return None
    belly = seen.any_lately("swollen_belly")
    days = [
        Fact(night.evening, "sign_vulva_discharge", "yes")
        for night, value in seen.known("sign_vulva_discharge", int(T.DISCHARGE_DAYS.value) - 1)
        if value == "yes"
    ]
    # A sticky discharge on one day in four is the normal cycle.
    if not seen.has("vulva_blood") and not belly and len(days) < 2:
        return None
    return Hint("R28", Urgency.TODAY, System.URINE, facts + belly)


def drinks_or_wets_much(seen: Seen) -> Hint | None:
    """R35: water or urine twice the usual for three nights; TODAY if it trembles as well."""
    much = _much_water(seen) or _much_urine(seen)
    trembles = seen.any_lately("trembling")
    if much and trembles:
        return Hint("R35", Urgency.TODAY, System.URINE, (*trembles, *much), variant="trembling")
    if much:
        return Hint("R35", Urgency.SOON, System.URINE, much)
    once = _once(seen)
    # One night of it is a matter of days, with trembling too (domain §2).
    if once and trembles and seen.is_news(*once, *trembles):
        return Hint("R35", Urgency.SOON, System.URINE, (*trembles, *once), variant="trembling")
    if seen.now("urine") == "more" and has_lost(seen, T.LOSS_AND_MORE.value):
        lighter = (seen.fact("urine"), seen.fact("weight_g", aside=True))
        return Hint("R35", Urgency.SOON, System.URINE, lighter)
    if seen.has("trembling"):
        facts = (seen.fact("sign_trembling"),)
        return Hint("R35", Urgency.WATCH, System.URINE, facts, variant="trembling")
    return None


def _once(seen: Seen) -> tuple[Fact, ...]:
    urine = seen.lately_is("urine", "more")
    return (urine,) if urine is not None else _much_water(seen, 1)


def _much_water(seen: Seen, nights: int = int(T.MUCH_NIGHTS.value)) -> tuple[Fact, ...]:
    if seen.now("water_ml") is None:
        return ()
    most = nights + int(T.USUAL_WATER_OF.value)
    drunk = [(night.evening, as_number(ml)) for night, ml in islice(seen.known("water_ml"), most)]
    last, before = drunk[:nights], [ml for _, ml in drunk[nights:]]
    if len(before) < T.USUAL_WATER_FEWEST.value:
        return ()
    if (seen.evening - last[-1][0]).days >= T.MUCH_WITHIN.value:
        return ()
    much = median(before) * T.WATER_TIMES.value
    if not much or any(ml < much for _, ml in last):
        return ()
    normal = much * 0.999
    return tuple(Fact(on, "water_ml", ml, normal_to=normal) for on, ml in reversed(last))


def _much_urine(seen: Seen) -> tuple[Fact, ...]:
    if seen.now("urine") != "more":
        return ()
    looks = []
    for night, value in seen.known("urine", int(T.MUCH_WITHIN.value) - 1):
        if value != "more":
            break
        looks.append(Fact(night.evening, "urine", value))
    return tuple(reversed(looks)) if len(looks) >= T.MUCH_NIGHTS.value else ()
