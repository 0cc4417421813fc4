"""How soon a vet should see the hamster (domain §6)."""

from collections.abc import Iterable
from typing import Literal

from hamdiary.domain.language import Told

Urgency = Literal["now", "today", "soon", "watch", "note"]

URGENCIES: tuple[Urgency, ...] = ("now", "today", "soon", "watch", "note")
"""The most urgent first."""


_NAMES: Told[Urgency, str] = Told(
    {
        "now": "NOW",
        "today": "TODAY",
        "soon": "SOON",
        "watch": "WATCH",
        "note": "NOTE",
    }
)


def urgency_name(urgency: Urgency) -> str:
    """As an owner reads it: "NOW"."""
    return _NAMES[urgency]


def most_urgent(urgencies: Iterable[Urgency]) -> Urgency | None:
    """The most urgent of them; None if there are none, which never means that all is well."""
    return min(urgencies, key=URGENCIES.index, default=None)
