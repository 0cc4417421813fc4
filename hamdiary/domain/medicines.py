"""Medicines as a vet prescribed them, and the doses that were given or not.

Nothing here works out a dose: what the vet said is kept as text (domain §5.2).
"""

from datetime import date, datetime
from typing import Literal

from hamdiary.domain.declaring import choice, day, instant, quantity, step, text
from hamdiary.domain.declaring import times as times_of_day
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t

YesNo = Literal["yes", "no"]
DoseStatus = Literal["given", "refused", "spat_out", "skipped"]

_YES = step("yes", "yes", "yes")
_NO = step("no", "no", "no")


@dataclass(frozen=True)
class Medicine:
    """One course of one medicine; a taper is a second course."""

    id: str
    """The hamster's id, a stroke, and an id of its own made when its form was opened."""
    hamster: str
    """The hamster's id."""

    name: str | None = text("Medicine", most=60, hint="as it stands on the label")
    dose: str | None = text("Dose", most=200, hint="the vet's own words: 0.1 ml by mouth")
    antibiotic: YesNo | None = choice("Antibiotic", _YES, _NO, hint="ask the vet if in doubt")
    as_needed: YesNo | None = choice(
        "As needed", _YES, _NO, hint="yes: given when it is wanted, never due"
    )
    times: str | None = times_of_day("Times", most=12, hint="21:00, or 9, 21")
    every_h: float | None = quantity(
        "Every", unit="h", low=4, high=48, most=168, places=0, also=(("d", 24.0),),
        hint="hours between doses, counted from the first time",
    )  # fmt: skip
    starts: date | None = day("First day", hint="today, 9 Nov", ahead=True)
    first_at: str | None = times_of_day(
        "First dose", most=1, hint="on the first day none is due before it; empty: all of its times"
    )
    days: float | None = quantity(
        "Length", unit="days", low=1, high=60, most=1000, places=0,
        also=(("d", 1.0), ("day", 1.0), ("weeks", 7.0), ("week", 7.0), ("w", 7.0)),
        hint="empty: until it is stopped",
    )  # fmt: skip
    stopped: date | None = day("Stopped on", hint="the last day it was given", ahead=True)
    stopped_at: str | None = times_of_day(
        "Stopped at", most=1, hint="on that day none is due after it; empty: all of its times"
    )
    stopped_why: str | None = text("Why stopped", most=200)
    note: str | None = text("Note", most=400)
    zone: str | None = text("Zone", most=60, aside=True)

    @property
    def called(self) -> str:
        """Its name, or a word that stands for it while none is recorded."""
        return self.name or t("a medicine without a name")

    @property
    def is_as_needed(self) -> bool:
        """Whether no dose of it is ever due."""
        return self.as_needed == "yes" or (self.times is None and self.every_h is None)


@dataclass(frozen=True)
class Dose:
    """What became of one dose; one that was due and has none of these is open or missed."""

    id: str
    """The hamster's id, the medicine's own id and `due`, parted by strokes: two people who record
    one dose record the same dose.
    """
    hamster: str
    """The hamster's id."""
    medicine: str
    """The medicine's own id, without the hamster's."""
    due: str
    """The slot that it was due in, "2026-11-22T21:00", or "extra-" and an id of its own."""

    status: DoseStatus | None = choice(
        "Dose",
        step("given", "given", "given as the vet said"),
        step("refused", "refused", "refused, nothing went in"),
        step("spat_out", "spat out", "spat out, some or all of it"),
        step("skipped", "skipped", "skipped on purpose; say why"),
    )
    at_utc: datetime | None = instant("At", hint='21:05, "10 min ago"')
    evening: date | None = day("Night")
    why: str | None = text("Why", most=200)
    zone: str | None = text("Zone", most=60, aside=True)
