"""How soon a vet should see the hamster (domain §6)."""

from collections.abc import Iterable
from typing import Literal

Urgency = Literal["now", "today", "soon", "watch", "note"]

URGENCIES: tuple[Urgency, ...] = ("now", "today", "soon", "watch", "note")
"""The most urgent first."""


def most_urgent(urgencies: Iterable[Urgency]) -> Urgency | None:
    """The most urgent of them; None if there are none, which never means that all is well."""
    return min(urgencies, key=URGENCIES.index, default=None)
