"""Droppings and belly (domain §2, §6)."""

from datetime import date, timedelta

from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.beside import DoseSeen
from hamdiary.domain.hints.hint import Fact, Hint, System, Urgency
from hamdiary.domain.hints.none_for_a_day import none_for_a_day
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.hints.weight import lost_much

LOOSE = ("loose", "watery")
RUNNY = ("soft", *LOOSE)
SCANT = ("few", "none")
WRONG_URINE = ("less", "none", "dribble", "blood")
OFF_FOOD = ("none", "little")


def tissue_sticks_out(seen: Seen) -> Hint | None:
    """R07: something sticks out of the anus or vulva."""
    if not seen.has("prolapse"):
        return None
    return Hint("R07", Urgency.NOW, System.GUT, (seen.fact("sign_prolapse"),))


def loose_and_ill(seen: Seen) -> Hint | None:
    """R08: loose or watery droppings in a hamster that is ill besides."""
    droppings = seen.lately_is("droppings", *LOOSE)
    if droppings is None:
        return None
    more = (
        *_found(seen.lately_is("ate", *OFF_FOOD), lost_much(seen)),
        *seen.any_lately("hunched", "limp", "swollen_belly", "blood_droppings"),
    )
    if not more or not seen.is_news(droppings, *more):
        return None
    return Hint("R08", Urgency.NOW, System.GUT, (droppings, *more))


def nothing_and_ill(seen: Seen) -> Hint | None:
    """R09: no droppings for a day in a hamster that is ill besides."""
    nothing = none_for_a_day(seen, "droppings")
    more = (
        *_found(seen.lately_is("ate", *OFF_FOOD)),
        *seen.any_lately("swollen_belly", "hunched", "straining"),
    )
    if not nothing or not more:
        return None
    return Hint("R09", Urgency.NOW, System.GUT, (*nothing, *more))


def runny_on_an_antibiotic(seen: Seen) -> Hint | None:
    """R14: droppings newly soft or looser within ten days of an antibiotic."""
    if seen.now("droppings") not in RUNNY:
        return None
    begun, before = _began(seen)
    first = begun - timedelta(days=T.ANTIBIOTIC_WITHIN.value)
    taken = [
        dose
        for dose in seen.doses
        if dose.antibiotic and _may_have_been_taken(dose) and first <= dose.evening <= begun
    ]
    # With nothing known from before, loose droppings may well be why it got the antibiotic.
    if not taken or (before is None and all(dose.evening == begun for dose in taken)):
        return None
    newest = max(taken, key=lambda dose: dose.evening)
    medicine = Fact(newest.evening, "dose", newest.medicine, aside=True)
    facts = (medicine, seen.fact("droppings"))
    return Hint("R14", Urgency.NOW, System.GUT, facts, numbers=(("medicine", newest.medicine),))


def _began(seen: Seen) -> tuple[date, date | None]:
    """When droppings got soft or looser, and the last look before that, if there was one."""
    begun = seen.evening
    for night, droppings in seen.known("droppings"):
        if droppings not in RUNNY:
            return begun, night.evening
        begun = night.evening
    return begun, None


def _may_have_been_taken(dose: DoseSeen) -> bool:
    # A dose that nobody recorded may have been given all the same.
    return dose.state not in ("refused", "skipped", "open")


def loose(seen: Seen) -> Hint | None:
    """R18: loose or watery droppings."""
    if seen.now("droppings") not in LOOSE:
        return None
    return Hint("R18", Urgency.TODAY, System.GUT, (seen.fact("droppings"),))


def nothing(seen: Seen) -> Hint | None:
    """R19: no droppings for a day."""
    facts = none_for_a_day(seen, "droppings")
    return Hint("R19", Urgency.TODAY, System.GUT, facts) if facts else None


def blood_or_straining(seen: Seen) -> Hint | None:
    """R20: blood in the droppings, or straining."""
    signs = ("blood_droppings", "straining")
    facts = tuple(seen.fact(f"sign_{sign}") for sign in signs if seen.has(sign))
    if not facts:
        return None
    # Straining belongs to what comes or does not come: with the urine wrong, to the urine.
    urine = not seen.has("blood_droppings") and seen.lately_is("urine", *WRONG_URINE)
    system = System.URINE if urine else System.GUT
    return Hint("R20", Urgency.TODAY, system, facts, variant="droppings")


def swollen_belly(seen: Seen) -> Hint | None:
    """R29: a swollen belly."""
    if not seen.has("swollen_belly"):
        return None
    return Hint("R29", Urgency.TODAY, System.GUT, (seen.fact("sign_swollen_belly"),))


def _ill_besides(seen: Seen) -> tuple[Fact, ...]:
    """What makes few or soft droppings a matter of the same day (domain §2)."""
    return (
        *_found(seen.lately_is("ate", *OFF_FOOD), lost_much(seen)),
        *seen.any_lately("hunched", "limp", "swollen_belly"),
    )


def still_soft(seen: Seen) -> Hint | None:
    """R31: still soft after 24 hours without moist food, or soft in a hamster that is ill."""
    if seen.now("droppings") != "soft":
        return None
    facts = _soft_for_a_day(seen)
    if facts:
        return Hint("R31", Urgency.TODAY, System.GUT, facts)
    more = _ill_besides(seen)
    if not more:
        return None
    facts = (seen.fact("droppings"), *more)
    return Hint("R31", Urgency.TODAY, System.GUT, facts, variant="ill")


def _soft_for_a_day(seen: Seen) -> tuple[Fact, ...]:
    before = seen.earlier("droppings", int(T.LOOKS_WITHIN.value))
    if before is None or before[1] not in RUNNY:
        return ()
    night = before[0]
    if seen.hours_apart("droppings", night.evening) < T.SOFT_STILL_AFTER.value:
        return ()
    # What was eaten tonight was mostly eaten after tonight's look.
    if any(each.moist and night.evening <= each.evening < seen.evening for each in seen.eaten):
        return ()
    return Fact(night.evening, "droppings", before[1]), seen.fact("droppings")


def few(seen: Seen) -> Hint | None:
    """R32: few droppings on two nights, or once in a hamster that is ill: then TODAY."""
    more = _ill_besides(seen)
    if seen.now("droppings") in SCANT and more:
        facts = (seen.fact("droppings"), *more)
        return Hint("R32", Urgency.TODAY, System.GUT, facts, variant="ill")
    nights, within = int(T.FEW_NIGHTS.value), int(T.LOOKS_WITHIN.value)
    facts = seen.run("droppings", SCANT, nights, within)
    return Hint("R32", Urgency.SOON, System.GUT, facts) if facts else None


def _found(*facts: Fact | None) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact is not None)
