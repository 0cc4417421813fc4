"""When the fields of nights were recorded: asked night by night, and only where a rule asks."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from hamdiary.domain.frozen import dataclass


@dataclass(frozen=True)
class Recorded:
    """When a field got the value that stands."""

    at_utc: datetime
    """The moment, in UTC."""
    in_its_night: bool
    """Whether that was in the night it is about; else it says not when one looked."""


OfNight = Callable[[date], Mapping[str, Recorded]]
"""When each field of a night was recorded."""


class WhenRecorded(Mapping[tuple[date, str], datetime]):
    """Moments by evening and field; each night is looked up when it is first asked about."""

    def __init__(self, of_night: OfNight, in_its_night: bool) -> None:
        self._of_night = of_night
        self._in_its_night = in_its_night
        self._known: dict[date, dict[str, datetime]] = {}

    def __getitem__(self, place: tuple[date, str]) -> datetime:
        evening, field = place
        return self._fields(evening)[field]

    def __iter__(self) -> Iterator[tuple[date, str]]:
        return ((on, field) for on, fields in self._known.items() for field in fields)

    def __len__(self) -> int:
        return sum(map(len, self._known.values()))

    def _fields(self, evening: date) -> dict[str, datetime]:
        if evening not in self._known:
            found = self._of_night(evening).items()
            self._known[evening] = {
                name: each.at_utc for name, each in found if each.in_its_night is self._in_its_night
            }
        return self._known[evening]
