"""The vitamin week in words and marks, the plain twin of the diet cards."""

from collections.abc import Iterator, Sequence
from datetime import date

from hamdiary.domain.diet import DietWeek, Mark, WeekLine
from hamdiary.domain.diet_suggestions import Suggestion
from hamdiary.domain.foods import Serving
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.measures import measures_of
from hamdiary.domain.saying import said
from hamdiary.domain.servings import Target
from hamdiary.domain.typed_dates import short_day
from hamdiary.knowledge.diet_words import (
    BOTH_CLAIMS,
    PELLETS_ARE_THE_SOURCE,
    REASON_WORDS,
    STANDING_WORDS,
    STOP_MOIST,
    WHAT_WORDS,
)
from hamdiary.knowledge.food_search import name_of
from hamdiary.render.cells import wrapped
from hamdiary.render.guide_words import NARROW, hanging, labelled
from hamdiary.render.marks import FED, NOT_RECORDED, NOTHING_FED
from hamdiary.render.servings import serving_words

LABELS = 13
"""Cells of the labels at the left edge."""

MARKS: dict[Mark, str] = {"given": FED, "none": NOTHING_FED, "not_recorded": NOT_RECORDED}
"""What stands for a night."""

LEGEND = f"{FED} given   {NOTHING_FED} none   {NOT_RECORDED} not recorded"
"""What the marks mean."""


def of_target(line: WeekLine) -> str:
    """A line's count beside what a week is to have: "2 of 2–3", "3 of 4"."""
    return f"{line.count} of {target_words(line.target)}"


def target_words(target: Target) -> str:
    """What a week is to have: "2–3", "4"."""
    return f"{target.low}" if target.high is None else f"{target.low}–{target.high}"


def since_words(nights: int | None) -> str:
    """How long ago something was given: "tonight", "2 nights ago", "never recorded"."""
    if nights is None:
        return "never recorded"
    if nights == 0:
        return "tonight"
    return "last night" if nights == 1 else f"{nights} nights ago"


def week_title(week: DietWeek) -> str:
    """From when to when: "Mon 16 Nov – Sun 22 Nov"."""
    return f"{short_day(week.evenings[0])} – {short_day(week.evenings[-1])}"


def reasons(suggestion: Suggestion, limit: int = 2) -> str:
    """Why a food would fit: "a vitamin E food is due, one more plant food this week"."""
    said_why = [REASON_WORDS[each] for each in suggestion.reasons[:limit]]
    return ", ".join([*said_why, *(["a new food"] if suggestion.is_new else [])])


def how_much_tonight(suggestion: Suggestion) -> str:
    """The most of it that fits tonight: "at most 1 g"."""
    if suggestion.words:
        return f"at most {suggestion.words}"
    return f"at most {suggestion.grams:g} g" if suggestion.grams is not None else ""


def usual_food(hamster: Hamster) -> str:
    """What is always there: "complete pellets, Nuggets 10 g a day"; empty if not recorded."""
    kind = hamster.base_diet
    words = said(measures_of(Hamster)["base_diet"], kind) if kind else ""
    return ", ".join(filter(None, (words, hamster.base_food)))


SEED_MIX_ALONE = "Seed mix alone makes vitamin E shortage likely; ask your vet about pellets."
"""Where the usual food is a mix without pellets (domain §4.1, QW)."""

NO_USUAL_FOOD = "not recorded; hamdiary setup --edit NAME --base-diet pellets does that"
"""Where nobody has said what is always there."""


def diet_page(
    hamster: Hamster,
    week: DietWeek,
    servings: Sequence[Serving],
    suggested: Sequence[Suggestion],
    notes: Sequence[str],
    is_tonight: bool,
    width: int,
) -> str:
    """All of it: the week, each night, what came too often, what would fit, and what to mind."""
    lines = [*wrapped(f"{hamster.called}: extra food, {week_title(week)}", width), ""]
    lines += [*_marks(week, width), "", *_nights(week, servings, width)]
    trouble = [*too_much(week), *notes]
    if trouble:
        lines += ["", *(line for each in trouble for line in wrapped(each, width))]
    lines += ["", *_suggestions(week, suggested, is_tonight, width)]
    base = usual_food(hamster) or NO_USUAL_FOOD
    lines += ["", *labelled([("Usual food", base)], width, LABELS)]
    advice = [PELLETS_ARE_THE_SOURCE, STOP_MOIST, f"{BOTH_CLAIMS} hamdiary guide vitamin-foods"]
    if hamster.base_diet == "mix":
        advice.insert(0, SEED_MIX_ALONE)
    return "\n".join([*lines, *(line for each in advice for line in wrapped(each, width))])


def _marks(week: DietWeek, width: int) -> Iterator[str]:
    yield " " * LABELS + " ".join(f"{on:%a}"[:1] for on in week.evenings)
    for line in week.lines:
        marks = " ".join(MARKS[mark] for mark in line.marks)
        head = f"{WHAT_WORDS[line.what]:{LABELS}}{marks}  {of_target(line):10}"
        told = f"{STANDING_WORDS[line.standing]}; {since_words(line.since)}"
        first, *more = wrapped(told, max(width - len(head), 16))
        if len(head) + len(first) > width:
            yield from (head.rstrip(), *(f"{'':{LABELS}}{each}" for each in (first, *more)))
            continue
        yield head + first
        yield from (" " * len(head) + each for each in more)
    yield from (
        labelled([(" ", LEGEND)], width, LABELS) if width >= NARROW else wrapped(LEGEND, width)
    )


def _nights(week: DietWeek, servings: Sequence[Serving], width: int) -> Iterator[str]:
    for evening in week.evenings:
        given = [serving_words(each) for each in servings if each.evening == evening]
        unknown = evening in week.not_recorded
        words = "; ".join(given) or ("not recorded" if unknown else "none")
        yield from labelled([(short_day(evening), words)], width, LABELS)


def too_much(week: DietWeek) -> list[str]:
    """What came too often or was too much, each in a sentence."""
    often = [
        f"Too often: {name_of(each.food)}, {each.times} nights; {each.most} is the most in a week."
        for each in week.foods
        if each.too_often
    ]
    lines = [
        f"Too often: {WHAT_WORDS[line.what].lower()} foods, {line.count} nights; "
        f"{line.target.high} is the most in a week."
        for line in week.lines
        if line.standing == "too_often"
    ]
    nights = [
        f"Too much: {short_day(each.evening)}, {each.grams:g} g; {each.limit:g} g is the most "
        "of all extras in a night."
        for each in week.totals
        if each.is_over
    ]
    return [*(each.replace("vitamin e", "vitamin E").replace("vitamin d", "vitamin D")
              for each in lines), *often, *nights]  # fmt: skip


def _suggestions(
    week: DietWeek, suggested: Sequence[Suggestion], is_tonight: bool, width: int
) -> Iterator[str]:
    when = "tonight" if is_tonight else short_day(week.evenings[-1])
    if not suggested:
        had = any(each.evening == week.evenings[-1] for each in week.totals)
        had_it = f"{when[:1].upper()}{when[1:]} has had its extra food."
        yield from wrapped(had_it if had else f"Nothing would fit {when}.", width)
        return
    yield from wrapped(f"What would fit {when}, one of these:", width)
    for each in suggested:
        words = f"{name_of(each.food)}, {how_much_tonight(each)}: {reasons(each)}"
        yield from hanging("", words, width, 2)


def not_recorded_note(missing: Sequence[date]) -> str:
    """That nights without a record may have held something; empty if there is none."""
    if not missing:
        return ""
    nights = f"{len(missing)} night{'s' * (len(missing) > 1)}"
    return (
        f"{nights} of 7 not recorded: what they held is not known. hamdiary feed none records a "
        "night without extras."
    )
