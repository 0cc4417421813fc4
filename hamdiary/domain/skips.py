"""Skipping a reminder for one night: it is silent then, and the thing is not done for that."""

from datetime import date
from typing import Literal

from hamdiary.domain.declaring import choice, step, text
from hamdiary.domain.frozen import dataclass


@dataclass(frozen=True)
class Skip:
    """That somebody wants no reminder of one thing on one night."""

    id: str
    """The hamster's id, the evening and the reminder's name, parted by strokes."""
    hamster: str
    """The hamster's id."""
    evening: date
    """Which night."""
    reminder: str
    """Which reminder: "outing", "log", "weigh-in"."""

    skipped: Literal["yes"] | None = choice("Skipped", step("yes", "yes", "no reminder tonight"))
    why: str | None = text("Why", most=200)
