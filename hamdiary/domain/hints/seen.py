"""What the rules look at: one hamster's nights up to an evening, and the care around them."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date, datetime, timedelta
from functools import cached_property

from hamdiary.domain.baseline import FEWEST, LATEST_LEFT_OUT, baseline_of, in_window, median
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster, months_between
from hamdiary.domain.hints import thresholds as T
from hamdiary.domain.hints.beside import DoseSeen, Eaten, QualityCheck
from hamdiary.domain.hints.nights_seen import NightsSeen
from hamdiary.domain.night import Night
from hamdiary.domain.outings import Outing


@dataclass(frozen=True)
class Seen(NightsSeen):
    """All that rules may look at; what is not there was not recorded and proves nothing.

    What a property has worked out is kept, so compare the parts, not two of these.
    """

    doses: tuple[DoseSeen, ...] = ()
    """Doses of prescribed medicines, as-needed ones left out."""
    outings: tuple[Outing, ...] = ()
    """Times out of the cage."""
    eaten: tuple[Eaten, ...] = ()
    """Foods besides the usual one."""
    falls: tuple[date, ...] = ()
    """Evenings with a happening "a fall or a knock"."""
    quality: tuple[QualityCheck, ...] = ()
    """Weekly looks at the quality of life."""
    vet_saw_on: date | None = None
    """The evening since when a vet knows of the weakness: seen, or told on the phone."""
    vet_saw_again: tuple[date, ...] = ()
    """All evenings on which a vet saw it."""
    treatments: tuple[date, ...] = ()
    """Evenings on which a treatment began: nobody but a vet prescribes one."""
    onsets: tuple[date, ...] = ()
    """Evenings on which it is written down that the legs went weak, or weak again."""
    treated_since: date | None = None
    """Since when a treatment runs, None while none does."""
    kept_since: date | None = None
    """The evening on which this diary was begun, where that is before its first night."""
    looked: Mapping[tuple[date, str], datetime] = field(default_factory=dict)
    """When a night's field was looked at, in UTC: recorded in its own night, and known when."""
    written_late: Mapping[tuple[date, str], datetime] = field(default_factory=dict)
    """When it was recorded, in UTC, if only after its night: that says not when one looked."""

    @classmethod
    def of(cls, hamster: Hamster, evening: date, nights: Iterable[Night], **care: object) -> "Seen":
        """The nights in any order, later ones left out."""
        upto = sorted(
            (each for each in nights if each.evening <= evening), key=lambda each: each.evening
        )
        return cls(hamster, evening, tuple(upto), **care)  # type: ignore[arg-type]

    def until(self, evening: date) -> "Seen":
        """What had been seen on an earlier evening."""
        cut = len(self.nights)
        while cut and self.nights[cut - 1].evening > evening:
            cut -= 1
        other = Seen(
            self.hamster, evening, self.nights[:cut], self.doses, self.outings, self.eaten,
            self.falls, self.quality, self.vet_saw_on, self.vet_saw_again, self.treatments,
            self.onsets, self.treated_since, self.kept_since, self.looked, self.written_late,
        )  # fmt: skip
        weighed = bisect_right(self.weights, evening, key=lambda each: each[0])
        other.__dict__["weights"] = self.weights[:weighed]
        other.__dict__["_outings_by_evening"] = self._outings_by_evening
        return other

    def outings_on(self, evening: date) -> Sequence[Outing]:
        """The times out of the cage of one night."""
        return self._outings_by_evening.get(evening, ())

    @cached_property
    def _outings_by_evening(self) -> Mapping[date | None, Sequence[Outing]]:
        found: dict[date | None, list[Outing]] = {}
        for out in self.outings:
            found.setdefault(out.evening, []).append(out)
        return found

    def hours_apart(self, field: str, earlier: date, other: str = "") -> float:
        """Hours from a look on an earlier evening to tonight's; whole nights if not known."""
        first = self.looked.get((earlier, other or field))
        last = self.looked.get((self.evening, field))
        if first is None or last is None:
            return (self.evening - earlier).days * 24.0
        return (last - first).total_seconds() / 3600

    # Weight

    @cached_property
    def weights(self) -> tuple[tuple[date, float], ...]:
        """Weighings whose pouches were not full, oldest first."""
        return tuple(
            (night.evening, night.weight_g)
            for night in self.nights
            if night.weight_g is not None and night.pouches_empty != "no"
        )

    @cached_property
    def usual_g(self) -> float | None:
        """The hamster's own usual weight (domain §3.1, D), or the best that there is in its place.

        One that is weighed weekly never has three weights in the window: then its latest three
        older ones say more than the first three of its life.
        """
        # Tonight's own weight would pull its yardstick along.
        before = [each for each in self.weights if each[0] < self.evening]
        last = self.evening - timedelta(days=LATEST_LEFT_OUT)
        older = [grams for on, grams in before if on <= last]
        if len(older) >= FEWEST and len(in_window(before, self.evening)) < FEWEST:
            return median(older[-FEWEST:])
        usual = baseline_of(before, self.evening) or self.hamster.usual_weight_g
        return usual or (median([grams for _, grams in before]) if before else None)

    @cached_property
    def lost(self) -> float | None:
        """Share of the usual weight that is missing tonight; below 0 if it gained.

        Full pouches only make a hamster heavier, so that such a weight can hide a loss but not
        feign one.
        """
        grams = None if self.tonight is None else self.tonight.weight_g
        if grams is None or not self.usual_g:
            return None
        return 1 - grams / self.usual_g

    # The hamster

    @property
    def months_old(self) -> int | None:
        """Whole months of life on that evening."""
        born = self.hamster.born
        return None if born is None else months_between(born, self.evening)

    @cached_property
    def onset(self) -> date | None:
        """When the weakness began or last came back, as known on that evening."""
        known = (self.hamster.onset, *self.onsets)
        return max((on for on in known if on is not None and on <= self.evening), default=None)

    @property
    def came_back(self) -> bool:
        """Whether the weakness has come back since the one that the hamster's facts tell of."""
        first = self.hamster.onset
        return self.onset is not None and (first is None or self.onset > first)

    @property
    def vet_knows(self) -> bool:
        """Whether by that evening a vet knew of this weakness (domain §6, R05's note)."""
        seen_on = [on for on in (self.vet_saw_on, *self.vet_saw_again) if on is not None]
        if not seen_on and not self.came_back and self.hamster.cause not in (None, "unknown"):
            return True
        since = self.onset or date.min
        return self._is_treated or any(since <= on <= self.evening for on in seen_on)

    @property
    def _is_treated(self) -> bool:
        """Whether a treatment began since the weakness; while that is new, it silences nothing."""
        onset = self.onset
        if onset is None or (self.evening - onset).days <= T.ONSET_IS_NEW.value:
            return False
        return any(onset <= on <= self.evening for on in self.treatments)
