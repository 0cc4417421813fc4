"""What a report says of the hamster and its problem, in lines with labels."""

from collections.abc import Callable, Iterator
from datetime import date, tzinfo

from hamdiary.domain.courses import counted
from hamdiary.domain.hamster import Hamster, illness_day
from hamdiary.domain.happenings import Happening
from hamdiary.domain.hint_notes import HintNote
from hamdiary.domain.language import marked, t
from hamdiary.domain.manner import clock_time, clock_times, decimal, figures
from hamdiary.domain.measures import NotSeen, measures_of
from hamdiary.domain.report import Report
from hamdiary.domain.report.value import Fed, Prescribed, Weighing
from hamdiary.domain.saying import NOT_RECORDED, said
from hamdiary.knowledge.notices import OBSERVATIONS
from hamdiary.render.medicines import plan
from hamdiary.render.nights_table import counted as counted_nights
from hamdiary.render.report.who import day
from hamdiary.render.wellbeing import sum_words

GAPS = marked("Missing nights shown as gaps.")
ENTERED_BY = marked("Entered by {carers}; missing nights shown as gaps.")

_SPEED = {
    "sudden": marked("came within a day"),
    "days": marked("came over some days"),
    "weeks": marked("came slowly, over weeks"),
    "unknown": marked("how fast it came is not known"),
    "": marked("how fast it came is not recorded"),
}
_FALL = {
    "yes": marked("a fall, a drop or a tread before it began"),
    "no": marked("no known fall"),
    "unknown": marked("whether it fell is not known"),
    "": marked("whether it fell is not recorded"),
}
_POUCHES = {"yes": marked("cheek pouches empty"), "no": marked("cheek pouches full")}

_FED = 8
"""Foods that are named; the others are counted."""


def footer(report: Report, say: Callable[[str], str] = t) -> str:
    """The footer of every page, with who entered the nights; `say` puts it into a language."""
    if not report.carers:
        return f"{say(OBSERVATIONS)} {say(GAPS)}"
    return f"{say(OBSERVATIONS)} {say(ENTERED_BY).format(carers=', '.join(report.carers))}"


def period_words(report: Report) -> str:
    """The nights of a report and how many of them are recorded."""
    span = report.span
    recorded = counted_nights(report.recorded, span.first, span.last)
    if span.first == span.last:
        return f"{day(span.last)}: {recorded}"
    return f"{day(span.first)} – {day(span.last)}: {recorded}"


def facts(report: Report) -> list[tuple[str, str]]:
    """The problem and what goes with it, each with its label."""
    hamster = report.hamster
    lines = [
        (t("Problem"), _problem(hamster, report.span.last)),
        (t("Cause"), _cause(hamster)),
        (t("Treatment"), _treatment(report)),
        (t("Weight"), _weight(report)),
        (t("Diet"), _diet(report)),
        (t("Housing"), _housing(hamster, report.span.last)),
        (t("Wellbeing"), _wellbeing(report)),
        (t("Vet"), _vet(hamster)),
    ]
    return [(label, words) for label, words in lines if words]


def _problem(hamster: Hamster, on: date) -> str:
    speed = t(_SPEED[hamster.onset_speed or ""])
    fall = t(_FALL[hamster.known_fall or ""])
    return f"{_since(hamster, on)}; {speed}; {fall}"


def _since(hamster: Hamster, on: date) -> str:
    if hamster.onset is None:
        return t("Weak hind legs, since when is not recorded")
    number, began = illness_day(hamster.onset, on), day(hamster.onset)
    if number:
        return t("Weak hind legs since {day} (day {number})").format(day=began, number=number)
    return t("Weak hind legs since {day}").format(day=began)


def _cause(hamster: Hamster) -> str:
    if hamster.cause is None:
        return t("no vet's word is recorded")
    measure = measures_of(Hamster)["cause"]
    return t("{cause} (the vet's word, as the owner noted it)").format(
        cause=said(measure, hamster.cause)
    )


def _treatment(report: Report) -> str:
    parts = []
    if report.treatment is not None:
        number, of = report.treatment
        words = t("day {number} of {of}") if of else t("day {number}")
        parts.append(words.format(number=number, of=of))
    elif report.series.treatment_start is not None:
        parts.append(
            t("none on the last night; first begun {day}").format(
                day=day(report.series.treatment_start)
            )
        )
    running = [each for each in report.prescribed if not each.course.state.is_over]
    parts += [course_words(each) for each in running]
    return "; ".join([*parts, *_visits(report)]) or t("none recorded")


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
        yield t("last at the vet {visit}").format(visit=_visit(seen[-1]))
    if coming:
        yield t("next visit {visit}").format(visit=_visit(coming[0]))


def _visit(visit: Happening) -> str:
    assert visit.on_day is not None
    at = f" {clock_times(visit.at)}" if visit.at else ""
    note = f" ({visit.note})" if visit.note else ""
    return f"{day(visit.on_day)}{at}{note}"


def _weight(report: Report) -> str:
    if report.weighing is None:
        return t("not weighed in these nights")
    return weighing_words(report.weighing) + _usual(report)


def weighing_words(weighing: Weighing) -> str:
    """A weighing with its night and how the cheek pouches were."""
    pouches = weighing.pouches
    if isinstance(pouches, NotSeen) or pouches is None:
        told = t("pouches not checked")
    else:
        told = t(_POUCHES[pouches])
    grams = decimal(weighing.grams, 1)
    return f"{t('{grams} g on {day}').format(grams=grams, day=day(weighing.evening))}, {told}"


def _usual(report: Report) -> str:
    weighing, usual = report.weighing, report.usual
    if weighing is None or usual is None or weighing.percent is None:
        return ""
    of = t("as the owner set it")
    if usual.weighings:
        of = t("median of {n} weighings").format(n=usual.weighings)
    words = t("{percent} % of its own usual {grams} g ({of})")
    share, grams = decimal(weighing.percent, 1), decimal(usual.grams, 1)
    return f"; {words.format(percent=share, grams=grams, of=of)}"


def _diet(report: Report) -> str:
    hamster, diet = report.hamster, report.diet
    base = said(measures_of(Hamster)["base_diet"], hamster.base_diet)
    named = f" ({hamster.base_food})" if hamster.base_food else ""
    usual = f"{t('usual food {food}').format(food=base)}{named}"
    if not diet.recorded:
        nothing = t("extra food of the last {n} nights not recorded").format(n=diet.of)
        return f"{usual}; {nothing}"
    foods = [_fed(each) for each in diet.fed[:_FED]]
    if len(diet.fed) > _FED:
        foods.append(t("{n} more").format(n=len(diet.fed) - _FED))
    words = t("extra food recorded on {n} of {of} nights: {foods}")
    extras = " · ".join(foods) or t("nothing")
    return f"{usual}; {words.format(n=diet.recorded, of=diet.of, foods=extras)}"


def _fed(each: Fed) -> str:
    """A food with its nights: "Kale 2×", "Spinach, raw refused 1×"."""
    given = f" {each.nights}×" if each.nights else ""
    refused = t("refused {n}×").format(n=each.refused) if each.refused else ""
    return f"{each.food}{given}{',' if given and refused else ''} {refused}".rstrip()


def _housing(hamster: Hamster, on: date) -> str:
    sides = (hamster.cage_length_cm, hamster.cage_width_cm)
    cage = t("cage size not recorded")
    if sides[0] and sides[1]:
        length, width = figures(sides[0]), figures(sides[1])
        cage = t("cage {length} × {width} cm").format(length=length, width=width)
    goal = hamster.goal_on(on)
    if hamster.rest_ordered == "yes":
        return f"{cage}; {t('the vet ordered rest')}"
    if not goal:
        return cage
    return f"{cage}; {t('goal {n} min out of the cage a night').format(n=figures(goal))}"


def _wellbeing(report: Report) -> str:
    """The last quality-of-life check; nothing where none was made."""
    check = report.wellbeing
    if check is None or check.evening is None:
        return ""
    told = t("{sum} in the owner's quality-of-life check of {day}").format(
        sum=sum_words(check), day=day(check.evening)
    )
    return f"{told}; {t('not validated for hamsters')}"


def told_words(note: HintNote, zone: tzinfo | None) -> str:
    """That the vet was told of a hint, and what the vet said."""
    assert note.evening is not None
    at = f" {clock_time(note.at_utc.astimezone(zone))}" if note.at_utc is not None else ""
    told = t("the vet was told of a hint")
    if note.urgency:
        urgency = said(measures_of(HintNote)["urgency"], note.urgency).upper()
        told = t("the vet was told of a hint that said {urgency}").format(urgency=urgency)
    by = f", {t('by {who}').format(who=note.who)}" if note.who else ""
    answer = f"; {t('the vet said: {words}').format(words=note.said)}" if note.said else ""
    return f"{day(note.evening)}{at}: {told}{by}{answer}"


def _vet(hamster: Hamster) -> str:
    parts = [hamster.vet_name, hamster.vet_phone]
    return " · ".join(part for part in parts if part) or t(NOT_RECORDED)
