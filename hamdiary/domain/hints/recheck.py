"""When to look again, and until when a hint that was seen need not speak (domain §6)."""

from datetime import datetime, timedelta

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.course import OpenHint
from hamdiary.domain.hints.hint import Hint, Urgency
from hamdiary.domain.hints.seen import Seen


@dataclass(frozen=True)
class LookAgain:
    """After how many hours to look again."""

    after_h: float
    """At the earliest."""
    within_h: float
    """At the latest."""


def look_again(hint: Hint, ill_looking: bool = False) -> LookAgain | None:
    """The re-check clock: none for NOW, which is for going; none for a note."""
    if hint.urgency in (Urgency.NOW, Urgency.NOTE):
        return None
    ill = ill_looking and hint.urgency is Urgency.WATCH
    after, within = T.LOOK_AGAIN["watch_ill" if ill else hint.urgency.code]
    return LookAgain(after.value, within.value)


def looks_ill(seen: Seen) -> bool:
    """Whether the hamster looks ill, so that one to watch is looked at after 12 hours."""
    signs = ("hunched", "limp", "cold", "quiet", "pain_face")
    return bool(seen.any_lately(*signs) or seen.lately_is("ate", "none", "little"))


def silent_until(opened: OpenHint, ill_looking: bool = False) -> datetime | None:
    """Until when one that was seen need not speak; None if it speaks now, as NOW always does."""
    note, again = opened.acknowledged, look_again(opened.hint, ill_looking)
    if note is None or note.at_utc is None or again is None:
        return None
    return note.at_utc + timedelta(hours=again.within_h)
