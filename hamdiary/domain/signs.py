"""From the signs that are seen to how soon a vet should see the hamster (domain §6).

Never to what it has. Signs that nobody looked for count neither as there nor as absent, and no
sign at all is no answer: it never says that all is well.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import shows
from hamdiary.domain.night import Answer
from hamdiary.domain.urgency import URGENCIES, Urgency, most_urgent

System = Literal["gut", "urine", "appetite", "breathing", "legs", "skin", "whole"]

WEANLING_WEEKS = 10
"""Below that age WATCH and SOON of droppings are raised by a step (domain §6)."""


@dataclass(frozen=True)
class Worse:
    """What makes a sign more urgent."""

    beside: tuple[str, ...]
    """Any one of these signs beside it."""
    urgency: Urgency
    """How urgent it is then."""
    rule: str
    """The red flag that says so: "R08"."""


@shows("short", "full", "why")
@dataclass(frozen=True)
class Sign:
    """One sign that an owner can look for."""

    slug: str
    """Its stable name; where `Night.signs` has the sign, the same as there."""
    short: str
    """The sign in a few words."""
    full: str
    """How to tell."""
    urgency: Urgency
    """How soon a vet should see it, by itself."""
    system: System
    """Which part of the body it is about."""
    rules: tuple[str, ...]
    """The red flags of domain §6 that it belongs to."""
    sources: tuple[str, ...]
    """Who says so."""
    sure: Literal["H", "M", "L", "D", "K"]
    """How sure it is, as in `knowledge.sources`."""
    why: str
    """Why it matters, without a conclusion."""
    worse: tuple[Worse, ...] = ()
    """What makes it more urgent."""


@dataclass(frozen=True)
class SignSeen:
    """A sign that was seen, with how urgent it is beside the others."""

    sign: Sign
    """Which sign."""
    urgency: Urgency
    """How soon, with everything else that was seen."""
    rules: tuple[str, ...]
    """The red flags that fired."""


@dataclass(frozen=True)
class HowSoon:
    """The answer to "which signs do you see?"."""

    urgency: Urgency | None
    """How soon; None if no sign was seen, which does not mean that all is well."""
    seen: tuple[SignSeen, ...]
    """What was seen, the most urgent first."""
    systems: tuple[System, ...]
    """Two or more systems whose same-day signs together make it now; else empty."""
    not_looked: int
    """Signs that nobody looked for."""


def how_soon(
    signs: Sequence[Sign], answers: Mapping[str, Answer], weeks_old: int | None = None
) -> HowSoon:
    """How soon to be seen, from the answers to `signs`; those without one were not looked for."""
    yes = {slug for slug, answer in answers.items() if answer == "yes"}
    seen = [_seen(sign, yes, weeks_old) for sign in signs if sign.slug in yes]
    seen.sort(key=lambda each: URGENCIES.index(each.urgency))
    today = dict.fromkeys(each.sign.system for each in seen if each.urgency == "today")
    # Same-day signs of two systems together are a matter for now (domain §6, escalation).
    systems = tuple(today) if len(today) > 1 else ()
    urgency: Urgency | None = "now" if systems else most_urgent(each.urgency for each in seen)
    looked = sum(answers.get(sign.slug) in ("yes", "no") for sign in signs)
    return HowSoon(urgency, tuple(seen), systems, len(signs) - looked)


def _seen(sign: Sign, yes: Collection[str], weeks_old: int | None) -> SignSeen:
    fired = [worse for worse in sign.worse if any(other in yes for other in worse.beside)]
    urgency = most_urgent([sign.urgency, *(worse.urgency for worse in fired)]) or sign.urgency
    young = weeks_old is not None and weeks_old < WEANLING_WEEKS
    if young and sign.system == "gut" and urgency in ("watch", "soon"):
        urgency = URGENCIES[URGENCIES.index(urgency) - 1]
    return SignSeen(sign, urgency, (*sign.rules, *(worse.rule for worse in fired)))
