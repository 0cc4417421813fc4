"""What a rule says when it fires: how soon, what was seen on which nights, which part of it."""

from datetime import date
from enum import IntEnum, StrEnum
from typing import cast

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import Value
from hamdiary.domain.urgency import Urgency as UrgencyCode


class Urgency(IntEnum):
    """How soon a vet should be asked (domain §6); the greater the sooner."""

    NOTE = 1
    """Mention it at the next visit."""
    WATCH = 2
    """Look again in 12 to 24 hours."""
    SOON = 3
    """An appointment in 1 to 3 days."""
    TODAY = 4
    """Be seen the same day."""
    NOW = 5
    """Ring a vet at once, at any hour, and go."""

    @property
    def code(self) -> UrgencyCode:
        """The word in data: "now", "today", "soon", "watch", "note"."""
        return cast("UrgencyCode", self.name.lower())


class System(StrEnum):
    """The part of the body that a hint is about; two at once are worse than one (domain §6)."""

    GUT = "gut"
    URINE = "urine"
    APPETITE = "weight and appetite"
    BREATHING = "breathing"
    LEGS = "nerves and legs"
    SKIN = "skin and pain"
    BODY = "the whole body"
    CARE = "care"


@dataclass(frozen=True)
class Fact:
    """One thing that was recorded, on the night it was recorded of."""

    evening: date
    """The night."""
    field: str
    """The night's field, "sign_tilt" for a sign; or dose, food, outing, fall, quality, onset."""
    value: Value
    """What was recorded."""
    normal_from: float | None = None
    """From this value on it is normal again, where the rule knows it."""
    normal_to: float | None = None
    """Up to this value it is normal again, where the rule knows it."""
    aside: bool = False
    """Whether it only belongs to the picture: it need not be normal for the hint to end."""


Number = int | float | str | date
"""A figure or word that a hint's wording names."""


@dataclass(frozen=True)
class Hint:
    """A rule that fired on one evening."""

    rule: str
    """The rule of domain §6, "R05"."""
    urgency: Urgency
    """How soon a vet should be asked, escalation included."""
    system: System
    """The part of the body it is about."""
    facts: tuple[Fact, ...]
    """What was seen on which nights, in the order in which one would tell it."""
    variant: str = ""
    """Which of the rule's wordings fits; empty for the usual one."""
    numbers: tuple[tuple[str, Number], ...] = ()
    """Figures for the wording, by the name of their place in it."""
    raised: tuple[str, ...] = ()
    """Why it is more urgent than the rule alone: "twice", "young", "two_systems"."""
    ways: tuple[frozenset[str], ...] = ()
    """Sets of fields each of which would have been enough; empty where it took all of them."""

    @property
    def key(self) -> str:
        """What tells hints apart that are open at once: the rule, for some with its variant."""
        return f"{self.rule}:{self.variant}" if self.rule in SEVERAL_AT_ONCE else self.rule

    @property
    def fields(self) -> frozenset[str]:
        """The fields that fed it."""
        return frozenset(fact.field for fact in self.facts if not fact.aside)

    @property
    def enough(self) -> tuple[frozenset[str], ...]:
        """Sets of fields each of which is enough for the rule to fire."""
        return self.ways or (self.fields,)

    @property
    def evenings(self) -> tuple[date, ...]:
        """The nights that fed it, oldest first."""
        return tuple(sorted({fact.evening for fact in self.facts}))


SEVERAL_AT_ONCE = frozenset({"R20", "R44"})
"""Rules about several fields, each of which has a hint of its own."""


def rule_of(key: str) -> str:
    """The rule that a hint's key names."""
    return key.partition(":")[0]
