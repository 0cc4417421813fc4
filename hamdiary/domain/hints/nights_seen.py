"""What one hamster's nights up to an evening say: tonight, nights before, looks in a row."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from itertools import islice

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.fields import value_of
from hamdiary.domain.hints.hint import Fact
from hamdiary.domain.measures import NotSeen, Value
from hamdiary.domain.night import Night

_UNTOLD = frozenset(NotSeen)
"""Looked and could not tell, also as a sign's answer."""


@dataclass(frozen=True)
class NightsSeen:
    """The nights that rules look at; what is not there was not recorded and proves nothing."""

    hamster: Hamster
    """The hamster as it is known now."""
    evening: date
    """The evening that is judged; nothing later counts."""
    nights: tuple[Night, ...]
    """Recorded nights up to that evening, oldest first; there may be holes."""

    @cached_property
    def tonight(self) -> Night | None:
        """The night that is judged, if anything of it is recorded."""
        return self.night_ago(0)

    def night_ago(self, back: int) -> Night | None:
        """The night so many evenings before, if anything of it is recorded."""
        evening = self.evening - timedelta(days=back)
        for night in reversed(self.nights):
            if night.evening <= evening:
                return night if night.evening == evening else None
        return None

    def known(self, field: str, within: int | None = None) -> Iterator[tuple[Night, Value]]:
        """The nights on which a field was seen, with its value, newest first.

        `within` counts the evenings before the one that is judged.
        """
        first = date.min if within is None else self.evening - timedelta(days=within)
        sign = field.removeprefix("sign_") if field.startswith("sign_") else ""
        # As `value_of`, but asked once for all nights: rules look back more than anything else.
        for night in reversed(self.nights):
            if night.evening < first:
                return
            value = night.signs.get(sign) if sign else getattr(night, field)
            if value is not None and value not in _UNTOLD:
                yield night, value

    def earlier(self, field: str, within: int | None = None) -> tuple[Night, Value] | None:
        """The last night before the one that is judged on which a field was seen."""
        for night, value in self.known(field, within):
            if night.evening < self.evening:
                return night, value
        return None

    def now(self, field: str) -> Value | None:
        """A field of the night that is judged; None if it is not recorded or was not seen."""
        return None if self.tonight is None else value_of(self.tonight, field)

    def level(self, field: str) -> int | None:
        """A score of the night that is judged."""
        value = self.now(field)
        return value if isinstance(value, int) else None

    def scores(self, field: str, most: int) -> list[tuple[date, int]]:
        """The last scores of a field with their evenings, tonight's among them, newest first."""
        found: list[tuple[date, int]] = []
        for night, level in self.known(field):
            if isinstance(level, int):
                found.append((night.evening, level))
            if len(found) == most:
                break
        return found

    def run(
        self, field: str, values: tuple[Value, ...], times: int, within: int
    ) -> tuple[Fact, ...]:
        """The last looks up to tonight's, oldest first, if so many in a row have such a value."""
        if self.now(field) not in values:
            return ()
        looks = list(islice(self.known(field, within), times))
        if len(looks) < times or any(value not in values for _, value in looks):
            return ()
        return tuple(Fact(night.evening, field, value) for night, value in reversed(looks))

    def score_before(self, field: str) -> tuple[date, int] | None:
        """The last score before the night that is judged, with its evening."""
        if field not in self._scores_before:
            found = None
            for night, level in self.known(field):
                if night.evening < self.evening and isinstance(level, int):
                    found = night.evening, level
                    break
            self._scores_before[field] = found
        return self._scores_before[field]

    @cached_property
    def _scores_before(self) -> dict[str, tuple[date, int] | None]:
        return {}

    def has(self, sign: str) -> bool:
        """Whether a sign was seen on the night that is judged."""
        return self.tonight is not None and self.tonight.signs.get(sign) == "yes"

    def is_new(self, sign: str) -> bool:
        """Whether a sign was seen tonight and not on the last night it was looked for."""
        if not self.has(sign):
            return False
        before = self.earlier(f"sign_{sign}")
        return before is None or before[1] != "yes"

    def lately(self, field: str) -> tuple[Night, Value] | None:
        """A field of tonight, or of last night while tonight says nothing of it.

        What is not recorded tonight has not got better (domain §6, missing data).
        """
        for night in (self.tonight, self._last_night):
            value = None if night is None else value_of(night, field)
            if night is not None and value is not None:
                return night, value
        return None

    @cached_property
    def _last_night(self) -> Night | None:
        return self.night_ago(1)

    def lately_is(self, field: str, *values: Value) -> Fact | None:
        """That field as a fact, if it has one of these values."""
        found = self.lately(field)
        if found is None or found[1] not in values:
            return None
        return Fact(found[0].evening, field, found[1])

    def any_lately(self, *signs: str) -> tuple[Fact, ...]:
        """Which of these signs are there."""
        there = self._signs_lately
        return tuple(there[sign] for sign in signs if sign in there) if there else ()

    @cached_property
    def _signs_lately(self) -> dict[str, Fact]:
        """The signs that are there tonight, and last night's that tonight says nothing of."""
        there: dict[str, Fact] = {}
        for night in filter(None, (self._last_night, self.tonight)):
            for sign, answer in night.signs.items():
                if answer == "yes":
                    there[sign] = Fact(night.evening, f"sign_{sign}", "yes")
                elif answer == "no":
                    there.pop(sign, None)
        return there

    def fact(self, field: str, **more: float | bool | None) -> Fact:
        """What tonight says of a field that is recorded."""
        value = self.now(field)
        assert value is not None
        return Fact(self.evening, field, value, **more)  # type: ignore[arg-type]

    def is_news(self, *facts: Fact) -> bool:
        """Whether any of it was seen on the night that is judged."""
        return any(fact.evening == self.evening for fact in facts)
