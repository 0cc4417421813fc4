"""What a diary as it is and another state of it hold that the other does not."""

from datetime import date

from hamdiary.domain.frozen import dataclass


@dataclass(frozen=True)
class Side:
    """What only one of the two holds."""

    changes: int
    """Changes of the journal."""
    nights: int
    """Nights that are recorded there alone."""
    evenings: tuple[date, ...]
    """The evenings of those nights, each once, the latest first."""
    hamsters: tuple[str, ...]
    """Names of hamsters that are there alone."""


@dataclass(frozen=True)
class Compared:
    """A diary as it is beside a backup of it."""

    lost: Side
    """What only the diary as it is holds."""
    gained: Side
    """What only the backup holds."""
    nights_changed: int
    """Nights that are in both, but recorded differently."""
    evenings_changed: tuple[date, ...]
    """The evenings of those nights, each once, the latest first."""
    is_shared: bool = False
    """Whether several devices wrote the diary as it is, so that others may hold what is lost."""
