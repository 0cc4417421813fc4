"""Doses, liveliness, and good and bad nights (domain §6 R40, R42, R43)."""

from datetime import timedelta

from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.beside import QualityCheck
from hamdiary.domain.hints.hint import Fact, Hint, System, Urgency
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.language import Told, t
from hamdiary.domain.night import Night

_NOT_TAKEN: Told[str, str] = Told(
    {
        "missed": "{medicine}: missed",
        "refused": "{medicine}: refused",
        "spat_out": "{medicine}: spat out",
    }
)


def doses_not_taken(seen: Seen) -> Hint | None:
    """R40: two or more prescribed doses missed, refused or spat out within a week."""
    first = seen.evening - timedelta(days=T.DOSES_WITHIN.value - 1)
    facts = tuple(
        Fact(dose.evening, "dose", _NOT_TAKEN[dose.state].format(medicine=dose.medicine))
        for dose in seen.doses
        if dose.state in _NOT_TAKEN and first <= dose.evening <= seen.evening
    )
    if len(facts) < T.DOSES_NOT_TAKEN.value or not seen.is_news(*facts):
        return None
    return Hint("R40", Urgency.SOON, System.CARE, facts, numbers=(("doses", len(facts)),))


def quiet_and_still(seen: Seen) -> Hint | None:
    """R42: quiet, with the wheel unused or no time out, on two nights in a row."""
    nights = [seen.night_ago(back) for back in range(int(T.QUIET_NIGHTS.value))]
    facts: tuple[Fact, ...] = ()
    for night in reversed(nights):
        still = _still(seen, night)
        if night is None or night.signs.get("quiet") != "yes" or still is None:
            return None
        facts += (Fact(night.evening, "sign_quiet", "yes"), still)
    return Hint("R42", Urgency.WATCH, System.BODY, facts)


def _still(seen: Seen, night: Night | None) -> Fact | None:
    """That it used no wheel, or was out and would not go on; never that nothing is recorded."""
    if night is None:
        return None
    if night.wheel == "none":
        return Fact(night.evening, "wheel", "none", aside=True)
    for out in seen.outings_on(night.evening):
        if out.stopped_for == "tired" or out.minutes == 0:
            return Fact(night.evening, "outing", out.stopped_for or t("no time out"), aside=True)
    return None


def bad_nights(seen: Seen) -> Hint | None:
    """R43: four of seven nights bad, a low quality of life, or letting go is thought of."""
    checks = [each for each in seen.quality if each.evening == seen.evening]
    facts = tuple(_quality(each) for each in checks if each.is_low or each.end_considered)
    bad = tuple(
        Fact(night.evening, "night_quality", value)
        for night, value in seen.known("night_quality", int(T.BAD_NIGHTS_OF.value) - 1)
        if value == "bad"
    )
    if len(bad) >= T.BAD_NIGHTS.value and seen.now("night_quality") is not None:
        facts += tuple(reversed(bad))
    if not facts:
        return None
    variant = "talk" if any(each.end_considered for each in checks) else ""
    if not variant and any(each.is_low for each in checks):
        variant = "check"
    numbers = (("bad", len(bad)), ("total", facts[0].value if variant == "check" else ""))
    return Hint("R43", Urgency.SOON, System.CARE, facts, variant, numbers)


def _quality(check: QualityCheck) -> Fact:
    if check.total is None or not check.is_low:
        return Fact(check.evening, "quality", "talk")
    return Fact(
        check.evening,
        "quality",
        check.total if check.is_whole else t("at most {total}").format(total=check.total),
    )
