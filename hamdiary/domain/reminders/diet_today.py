"""What a reminder needs to know of the diet week."""

from hamdiary.domain.frozen import dataclass


@dataclass(frozen=True)
class Lack:
    """One line of the week that has less than it is to have, and for which something would fit."""

    what: str
    """e, d, plants or protein."""
    count: int
    """How often it was given in seven nights; of plants how many different ones."""
    of: str
    """What a week is to have: "2–3", "4"."""


@dataclass(frozen=True)
class DietToday:
    """How the diet week stands tonight."""

    lacks: tuple[Lack, ...]
    """What is to be given, the weightiest first."""
    given: tuple[str, ...]
    """What was given tonight, by name."""
    none_given: bool
    """Whether it is recorded that nothing extra is given tonight."""


def nobody_feeds() -> DietToday | None:
    """Where nothing is known of extra food."""
    return None
