"""The report: typed facts in the order in which a vet wants them."""

from collections.abc import Mapping
from datetime import date, datetime

from hamdiary.domain.clips import Clip, Presence
from hamdiary.domain.courses import Course as MedicineCourse
from hamdiary.domain.dose_slots import SlotState
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.happenings import Happening
from hamdiary.domain.hint_notes import HintNote
from hamdiary.domain.measures import NotSeen
from hamdiary.domain.night import Night
from hamdiary.domain.report.comparing import Comparison
from hamdiary.domain.report.options import Part, Period
from hamdiary.domain.trends.course import Course, DoseState
from hamdiary.domain.trends.milestones import Reached
from hamdiary.domain.trends.series import Span
from hamdiary.domain.trends.weighing import Usual
from hamdiary.domain.urgency import Urgency
from hamdiary.domain.wellbeing import Wellbeing


@dataclass(frozen=True)
class Weighing:
    """The last weighing, and what it is compared with."""

    evening: date
    """The night."""
    grams: float
    """Grams."""
    pouches: str | NotSeen | None
    """"yes" if the cheek pouches were empty, "no" if full; None if that is not recorded."""
    percent: float | None
    """In % of the hamster's own usual weight; None while that is not known."""


@dataclass(frozen=True)
class Fed:
    """An extra food of the last fourteen nights."""

    food: str
    """Its name."""
    nights: int
    """Nights on which it was given and not refused."""
    refused: int
    """Nights on which it was refused."""


@dataclass(frozen=True)
class Diet:
    """Extra food of the last fourteen nights."""

    fed: tuple[Fed, ...]
    """What was given, the most often given first."""
    recorded: int
    """Nights of which it is recorded what was given besides the usual food, or that nothing was."""
    of: int
    """Of so many nights."""


@dataclass(frozen=True)
class Sign:
    """An open hint: what the vet should look at first."""

    rule: str
    """The rule, "R34"."""
    urgency: Urgency
    """How soon."""
    title: str
    """What it is about."""
    seen: tuple[str, ...]
    """What was recorded on which nights, a line for each thing."""
    since: date
    """The evening on which it opened."""
    last_seen: date
    """The last evening on which it was not normal."""
    seen_at: datetime | None = None
    """When that was recorded, on the wall clock; None if only afterwards."""


@dataclass(frozen=True)
class MissedDose:
    """A dose that was due in the period and did not go in as prescribed."""

    medicine: str
    """Its name."""
    at: datetime
    """When it was due, on the wall clock of where the owner is."""
    state: SlotState
    """Missed (nothing recorded), refused, spat out or skipped."""
    why: str | None
    """The owner's reason."""


@dataclass(frozen=True)
class Prescribed:
    """A course with what became of its doses in the period."""

    course: MedicineCourse
    """What was prescribed, and where it stands."""
    counts: Mapping[SlotState, int]
    """What became of its doses in the period, extra ones among them."""
    due: int
    """Doses that fell due in the period and whose time is over."""


@dataclass(frozen=True)
class ShownClip:
    """A photo or video."""

    clip: Clip
    """Its night, path, side and remark."""
    presence: Presence
    """What lies at its path now."""


@dataclass(frozen=True)
class LoggedNight:
    """One night of the log."""

    evening: date
    """The evening."""
    night: Night | None
    """What was recorded; None if nothing was."""
    minutes: float | None
    """Minutes out of the cage; None if no outing was recorded."""
    goal: float | None
    """The goal of that night; None if there was none."""
    doses: tuple[DoseState, ...]
    """What became of its doses, in the order of time."""


@dataclass(frozen=True)
class Report:
    """All that a vet is told of one hamster."""

    hamster: Hamster
    """Who, as it is known now."""
    made: datetime
    """When the report was made, on the wall clock."""
    tonight: date
    """The evening of that moment."""
    asked: Period
    """The period that was chosen."""
    span: Span
    """The nights it comes to."""
    parts: frozenset[Part]
    """The parts that were chosen."""
    recorded: int
    """Nights of the span of which anything was recorded."""
    weighing: Weighing | None
    """The last weighing up to the end of the span."""
    usual: Usual | None
    """The weight it is compared with."""
    diet: Diet
    """Extra food of the last fourteen nights."""
    treatment: tuple[int, int | None] | None
    """Which day of treatment the last night is, and of how many; None outside of every course."""
    visits: tuple[Happening, ...]
    """Visits to the vet up to the end of the span, and those to come, the oldest first."""
    signs: tuple[Sign, ...]
    """Open hints at the end of the span, the most urgent first."""
    told: tuple[HintNote, ...]
    """What the vet was told of hints in the span, the oldest first."""
    wellbeing: Wellbeing | None
    """The last quality-of-life check of the span."""
    comparison: Comparison
    """The last fourteen nights against the fourteen before."""
    series: Course
    """What the charts draw: everything by evening, with marks."""
    prescribed: tuple[Prescribed, ...]
    """The courses that had a dose in the span, running ones first."""
    missed: tuple[MissedDose, ...]
    """Doses of the span that did not go in as prescribed, the newest first."""
    milestones: tuple[Reached, ...]
    """Milestones ever reached, those lost again among them."""
    clips: tuple[ShownClip, ...]
    """Photos and videos of the span."""
    questions: tuple[str, ...]
    """The owner's own questions that the vet has not answered yet."""
    nights: tuple[LoggedNight, ...]
    """Every night of the span, the newest first, those without a record among them."""
    carers: tuple[str, ...]
    """Initials of who wrote the nights of the span."""
