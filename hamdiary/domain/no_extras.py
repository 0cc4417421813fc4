"""A night on which nothing but the usual food was given: said by the owner, never concluded."""

from datetime import date
from typing import Literal

from hamdiary.domain.declaring import choice, step
from hamdiary.domain.frozen import dataclass


@dataclass(frozen=True)
class NoExtras:
    """That nothing extra was given on one night; a night without it is not recorded."""

    id: str
    """The hamster's id, a stroke, and the evening: two devices say it of the same night."""
    hamster: str
    """The hamster's id."""
    evening: date
    """Which night."""

    none_given: Literal["yes"] | None = choice(
        "Extra food",
        step("yes", "none given", "nothing was given besides the usual food"),
        hint="the week then counts the night as one without extras, not as not recorded",
    )
