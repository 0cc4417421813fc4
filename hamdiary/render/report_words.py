"""What a report says of the hamster and its problem, in lines with labels."""

from collections.abc import Iterator
from datetime import date, tzinfo

from hamdiary.domain.courses import counted
from hamdiary.domain.hamster import Hamster, illness_day
from hamdiary.domain.happenings import Happening
from hamdiary.domain.hint_notes import HintNote
from hamdiary.domain.manner import clock_time
from hamdiary.domain.measures import NotSeen, measures_of
from hamdiary.domain.report import Report
from hamdiary.domain.report.value import Fed, Prescribed, Weighing
from hamdiary.domain.saying import NOT_RECORDED, said
from hamdiary.render.medicines import plan
from hamdiary.render.report_who import day
from hamdiary.render.wellbeing import sum_words

FOOTER = (
    "Owner's observations, not clinical findings. Scores are ordinal owner scores, not BBB or BMS."
)
"""Below every page (domain §8); who entered them and what a gap is follows."""

_SPEED = {
    "sudden": "came within a day",
    "days": "came over some days",
    "weeks": "came slowly, over weeks",
    "unknown": "how fast it came is not known",
}
_FALL = {
    "yes": "a fall, a drop or a tread before it began",
    "no": "no known fall",
    "unknown": "whether it fell is not known",
}
_POUCHES = {"yes": "cheek pouches empty", "no": "cheek pouches full"}

_FED = 8
"""Foods that are named; the others are counted."""


def footer(report: Report) -> str:
    """The footer of every page, with who entered the nights."""
    by = f" Entered by {', '.join(report.carers)};" if report.carers else ""
    missing = "missing nights shown as gaps." if by else "Missing nights shown as gaps."
    return f"{FOOTER}{by} {missing}"


def period_words(report: Report) -> str:
    """The nights of a report and how many of them are recorded."""
    span = report.span
    nights = "night" if span.nights == 1 else "nights"
    return (
        f"{day(span.first)} – {day(span.last)}: "
        f"{report.recorded} of {span.nights} {nights} recorded"
    )


def facts(report: Report) -> list[tuple[str, str]]:
    """The problem and what goes with it, each with its label."""
    hamster = report.hamster
    lines = [
        ("Problem", _problem(hamster, report.span.last)),
        ("Cause", _cause(hamster)),
        ("Treatment", _treatment(report)),
        ("Weight", _weight(report)),
        ("Diet", _diet(report)),
        ("Housing", _housing(hamster, report.span.last)),
        ("Wellbeing", _wellbeing(report)),
        ("Vet", _vet(hamster)),
    ]
    return [(label, words) for label, words in lines if words]


def _problem(hamster: Hamster, on: date) -> str:
    speed = _SPEED.get(hamster.onset_speed or "", "how fast it came is not recorded")
    fall = _FALL.get(hamster.known_fall or "", "whether it fell is not recorded")
    if hamster.onset is None:
        return f"Weak hind legs, since when is not recorded; {speed}; {fall}"
    number = illness_day(hamster.onset, on)
    nth = f" (day {number})" if number else ""
    return f"Weak hind legs since {day(hamster.onset)}{nth}; {speed}; {fall}"


def _cause(hamster: Hamster) -> str:
    if hamster.cause is None:
        return "no vet's word is recorded"
    measure = measures_of(Hamster)["cause"]
    return f"{said(measure, hamster.cause)} (the vet's word, as the owner noted it)"


def _treatment(report: Report) -> str:
    parts = []
    if report.treatment is not None:
        number, of = report.treatment
        parts.append(f"day {number}" + (f" of {of}" if of else ""))
    elif report.series.treatment_start is not None:
        parts.append(f"none on the last night; first begun {day(report.series.treatment_start)}")
    running = [each for each in report.prescribed if not each.course.state.is_over]
    parts += [course_words(each) for each in running]
    return "; ".join([*parts, *_visits(report)]) or "none recorded"


def course_words(each: Prescribed) -> str:
    """A course briefly: what, the vet's own words, when, and what was given."""
    medicine = each.course.medicine
    what = ", ".join(part for part in (medicine.called, medicine.dose, plan(medicine)) if part)
    given = counted(dict(each.counts))
    return f"{what}: {given}" if given else what


def _visits(report: Report) -> Iterator[str]:
    seen = [each for each in report.visits if each.on_day and each.on_day <= report.tonight]
    coming = [each for each in report.visits if each.on_day and each.on_day > report.tonight]
    if seen:
        yield f"last at the vet {_visit(seen[-1])}"
    if coming:
        yield f"next visit {_visit(coming[0])}"


def _visit(visit: Happening) -> str:
    assert visit.on_day is not None
    at = f" {visit.at}" if visit.at else ""
    note = f" ({visit.note})" if visit.note else ""
    return f"{day(visit.on_day)}{at}{note}"


def _weight(report: Report) -> str:
    if report.weighing is None:
        return "not weighed in these nights"
    return weighing_words(report.weighing) + _usual(report)


def weighing_words(weighing: Weighing) -> str:
    """A weighing with its night and how the cheek pouches were."""
    pouches = weighing.pouches
    if isinstance(pouches, NotSeen) or pouches is None:
        told = "pouches not checked"
    else:
        told = _POUCHES.get(pouches, pouches)
    return f"{weighing.grams:.1f} g on {day(weighing.evening)}, {told}"


def _usual(report: Report) -> str:
    weighing, usual = report.weighing, report.usual
    if weighing is None or usual is None or weighing.percent is None:
        return ""
    of = f"median of {usual.weighings} weighings" if usual.weighings else "as the owner set it"
    return f"; {weighing.percent:.1f} % of its own usual {usual.grams:.1f} g ({of})"


def _diet(report: Report) -> str:
    hamster, diet = report.hamster, report.diet
    base = said(measures_of(Hamster)["base_diet"], hamster.base_diet)
    usual = f"usual food {base}" + (f" ({hamster.base_food})" if hamster.base_food else "")
    if not diet.recorded:
        return f"{usual}; extra food of the last {diet.of} nights not recorded"
    named = [_fed(each) for each in diet.fed[:_FED]]
    if len(diet.fed) > _FED:
        named.append(f"{len(diet.fed) - _FED} more")
    extras = " · ".join(named) or "nothing"
    return f"{usual}; extra food recorded on {diet.recorded} of {diet.of} nights: {extras}"


def _fed(each: Fed) -> str:
    """A food with its nights: "Kale 2×", "Spinach, raw refused 1×"."""
    given = f" {each.nights}×" if each.nights else ""
    refused = f" refused {each.refused}×" if each.refused else ""
    return f"{each.food}{given}{',' if given and refused else ''}{refused}"


def _housing(hamster: Hamster, on: date) -> str:
    sides = (hamster.cage_length_cm, hamster.cage_width_cm)
    cage = "cage size not recorded"
    if sides[0] and sides[1]:
        cage = f"cage {sides[0]:g} × {sides[1]:g} cm"
    goal = hamster.goal_on(on)
    if hamster.rest_ordered == "yes":
        return f"{cage}; the vet ordered rest"
    return cage + (f"; goal {goal:g} min out of the cage a night" if goal else "")


def _wellbeing(report: Report) -> str:
    """The last quality-of-life check; nothing where none was made."""
    check = report.wellbeing
    if check is None or check.evening is None:
        return ""
    told = f"{sum_words(check)} in the owner's quality-of-life check of {day(check.evening)}"
    return f"{told}; not validated for hamsters"


def told_words(note: HintNote, zone: tzinfo | None) -> str:
    """That the vet was told of a hint, and what the vet said."""
    assert note.evening is not None
    at = f" {clock_time(note.at_utc.astimezone(zone))}" if note.at_utc is not None else ""
    urgency = f" that said {note.urgency.upper()}" if note.urgency else ""
    by = f", by {note.who}" if note.who else ""
    answer = f"; the vet said: {note.said}" if note.said else ""
    return f"{day(note.evening)}{at}: the vet was told of a hint{urgency}{by}{answer}"


def _vet(hamster: Hamster) -> str:
    parts = [hamster.vet_name, hamster.vet_phone]
    return " · ".join(part for part in parts if part) or NOT_RECORDED
