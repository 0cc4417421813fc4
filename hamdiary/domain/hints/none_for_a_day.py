"""When "none" means none for a day: what is missing never counts (domain §6, missing data)."""

from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.hint import Fact
from hamdiary.domain.hints.seen import Seen


def none_for_a_day(seen: Seen, field: str) -> tuple[Fact, ...]:
    """The looks that say so: two in a row 18 hours apart, or one 24 hours after a cleaning.

    Empty where they do not.
    """
    if seen.now(field) != "none":
        return ()
    return _two_looks(seen, field) or _since_cleaned(seen, field)


def _two_looks(seen: Seen, field: str) -> tuple[Fact, ...]:
    for night, value in seen.known(field, int(T.LOOKS_WITHIN.value)):
        if night is seen.tonight:
            continue
        if value != "none":
            return ()
        if seen.hours_apart(field, night.evening) >= T.NONE_APART.value:
            return Fact(night.evening, field, "none"), seen.fact(field)
    return ()


def _since_cleaned(seen: Seen, field: str) -> tuple[Fact, ...]:
    for night, value in seen.known("cleaned", int(T.LOOKS_WITHIN.value)):
        if value != "yes" or night is seen.tonight:
            continue
        between = seen.earlier(field)
        if between is not None and between[0].evening > night.evening and between[1] != "none":
            return ()
        hours = seen.hours_apart(field, night.evening, other="cleaned")
        if hours >= T.NONE_SINCE_CLEANED.value:
            return Fact(night.evening, "cleaned", "yes", aside=True), seen.fact(field)
    return ()
