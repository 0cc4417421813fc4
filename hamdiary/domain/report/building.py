"""Building a report from what was gathered; no clock, no file, no diary."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from hamdiary.domain.courses import Course as MedicineCourse
from hamdiary.domain.courses import in_order
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.happenings import Happening
from hamdiary.domain.hint_notes import HintNote
from hamdiary.domain.night import Night
from hamdiary.domain.report.comparing import COMPARED, comparison_of
from hamdiary.domain.report.doses import missed_of, prescribed_of
from hamdiary.domain.report.options import ReportOptions
from hamdiary.domain.report.value import Diet, LoggedNight, Report, ShownClip, Sign, Weighing
from hamdiary.domain.trends.course import Course, DoseState
from hamdiary.domain.trends.series import Span
from hamdiary.domain.trends.weighing import percent_of
from hamdiary.domain.vet_questions import VetQuestion
from hamdiary.domain.wellbeing import Wellbeing


@dataclass(frozen=True)
class Gathered:
    """What a report is made from, as the diary has it."""

    hamster: Hamster
    """Who."""
    made: datetime
    """This moment on the wall clock, in the zone of where the owner is."""
    tonight: date
    """Its evening."""
    span: Span
    """The nights that the period comes to."""
    series: Course
    """Everything by evening, reaching back far enough to compare fourteen nights before."""
    nights: Sequence[Night]
    """The recorded nights of the span and the 28 up to its end, in any order."""
    doses: Mapping[date, tuple[DoseState, ...]]
    """What became of the doses of these nights."""
    courses: Sequence[MedicineCourse] = ()
    """Every course, with its slots of the span."""
    happenings: Sequence[Happening] = ()
    """All happenings."""
    treatment: tuple[int, int | None] | None = None
    """The day of treatment of the last night."""
    signs: Sequence[Sign] = ()
    """Open hints at the end of the span, the most urgent first."""
    notes: Sequence[HintNote] = ()
    """All that was done about hints, in the order of time."""
    checks: Sequence[Wellbeing] = ()
    """Quality-of-life checks of the span, the oldest first."""
    diet: Diet = Diet((), 0, COMPARED)
    """Extra food of the last fourteen nights."""
    clips: Sequence[ShownClip] = ()
    """Photos and videos of the span."""
    questions: Sequence[VetQuestion] = ()
    """All questions for the vet."""


def build_report(found: Gathered, options: ReportOptions) -> Report:
    """The report of what was gathered; parts that are left out are told by `parts` alone."""
    nights = {night.evening: night for night in found.nights}
    inside = [night for on, night in nights.items() if on in found.span]
    asked = [each.question for each in found.questions if each.question and each.is_open]
    return Report(
        hamster=found.hamster,
        made=found.made,
        tonight=found.tonight,
        asked=options.period,
        span=found.span,
        parts=options.parts,
        recorded=len(inside),
        weighing=_weighing(found),
        usual=found.series.usual,
        diet=found.diet,
        treatment=found.treatment,
        visits=tuple(each for each in found.happenings if each.what == "vet_visit"),
        signs=tuple(found.signs),
        told=tuple(
            each
            for each in found.notes
            if each.kind == "told" and each.evening is not None and each.evening in found.span
        ),
        wellbeing=found.checks[-1] if found.checks else None,
        comparison=comparison_of(found.series, nights, found.doses, found.span.last),
        series=found.series,
        prescribed=tuple(
            each
            for course in in_order(found.courses)
            if (each := prescribed_of(course, found.span)) is not None
        ),
        missed=missed_of(found.courses, found.span),
        milestones=found.series.milestones,
        clips=tuple(found.clips),
        questions=tuple(dict.fromkeys([*asked, *options.questions])),
        nights=tuple(_logged(found, nights)),
        carers=tuple(sorted({night.carer for night in inside if night.carer})),
    )


def _logged(found: Gathered, nights: Mapping[date, Night]) -> list[LoggedNight]:
    series = found.series
    return [
        LoggedNight(
            evening=on,
            night=nights.get(on),
            minutes=series.minutes.get(on),
            goal=series.goal.get(on),
            doses=tuple(found.doses.get(on, ())),
        )
        for on in reversed(list(found.span.evenings()))
    ]


def _weighing(found: Gathered) -> Weighing | None:
    weighed = [
        night
        for night in found.nights
        if night.weight_g is not None and night.evening <= found.span.last
    ]
    if not weighed:
        return None
    night = max(weighed, key=lambda each: each.evening)
    assert night.weight_g is not None
    usual = found.series.usual
    # What is in full pouches is no weight of the hamster's own.
    own = usual is not None and night.pouches_empty != "no"
    percent = percent_of(night.weight_g, usual) if usual and own else None
    return Weighing(night.evening, night.weight_g, night.pouches_empty, percent)
