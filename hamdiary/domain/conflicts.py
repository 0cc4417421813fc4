"""Fields that two carers wrote apart: both values stand until a person chooses (design §5)."""

from collections.abc import Iterable, Sequence

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Change, Heads, Stored, heads, same_value

NEVER_ASKED = frozenset({("night", "carer")})
"""Whose eyes scored is told by each value's own change; the initials shown go with the shown."""


@dataclass(frozen=True)
class Conflict:
    """One field with several values, of which one is shown until somebody chooses."""

    kind: str
    """The kind of thing."""
    id: str
    """Which one."""
    field: str
    """The field's name in the journal."""
    sides: tuple[Change, ...]
    """One change for each value, the one that is shown last."""

    @property
    def values(self) -> tuple[Stored, ...]:
        """The values, the one that is shown last."""
        return tuple(side.fields[self.field].to for side in self.sides)


def conflicts_in(kind: str, thing: str, changes: Iterable[Change]) -> list[Conflict]:
    """The open questions of one thing whose changes are given."""
    return conflicts_among(kind, thing, heads(changes))


def conflicts_among(kind: str, thing: str, standing: Heads) -> list[Conflict]:
    """The open questions of one thing whose heads are known."""
    return [
        Conflict(kind, thing, field, sides)
        for field, chain in standing.items()
        if len(chain) > 1
        and (kind, field) not in NEVER_ASKED
        and len(sides := _different(field, chain)) > 1
    ]


def _different(field: str, chain: Sequence[Change]) -> tuple[Change, ...]:
    """One change for each value, the latest of those that agree."""
    sides: list[Change] = []
    for change in reversed(chain):
        value = change.fields[field].to
        if not any(same_value(value, side.fields[field].to) for side in sides):
            sides.append(change)
    return tuple(reversed(sides))
