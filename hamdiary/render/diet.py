"""The vitamin week in words and marks, the plain twin of the diet cards."""

from collections.abc import Iterator, Sequence
from datetime import date

from hamdiary.domain.diet import DietWeek, Mark, WeekLine
from hamdiary.domain.diet_suggestions import Suggestion
from hamdiary.domain.foods import Serving
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import marked, t, tc, tn
from hamdiary.domain.manner import brief_weekday, day_column, figures, in_sentence
from hamdiary.domain.measures import measures_of
from hamdiary.domain.saying import NOT_RECORDED as NOTHING_SAID
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


def legend() -> str:
    """What the marks mean."""
    given, none, gap = t("given"), tc("extra food", "none"), t(NOTHING_SAID)
    return f"{FED} {given}   {NOTHING_FED} {none}   {NOT_RECORDED} {gap}"


def of_target(line: WeekLine) -> str:
    """A line's count beside what a week is to have: "2 of 2–3", "3 of 4"."""
    return t("{n} of {target}").format(n=line.count, target=target_words(line.target))


def target_words(target: Target) -> str:
    """What a week is to have: "2–3", "4"."""
    return f"{target.low}" if target.high is None else f"{target.low}–{target.high}"


def since_words(nights: int | None) -> str:
    """How long ago something was given: "tonight", "2 nights ago", "never recorded"."""
    if nights is None:
        return t("never recorded")
    if nights == 0:
        return t("tonight")
    return t("last night") if nights == 1 else t("{n} nights ago").format(n=nights)


def week_title(week: DietWeek) -> str:
    """From when to when: "Mon 16 Nov – Sun 22 Nov"."""
    return f"{short_day(week.evenings[0])} – {short_day(week.evenings[-1])}"


def reasons(suggestion: Suggestion, limit: int = 2) -> str:
    """Why a food would fit: "a vitamin E food is due, one more plant food this week"."""
    said_why = [REASON_WORDS[each] for each in suggestion.reasons[:limit]]
    return ", ".join([*said_why, *([t("a new food")] if suggestion.is_new else [])])


def how_much_tonight(suggestion: Suggestion) -> str:
    """The most of it that fits tonight: "at most 1 g"."""
    most = suggestion.words
    if not most and suggestion.grams is not None:
        most = f"{figures(suggestion.grams)} g"
    return t("at most {amount}").format(amount=most) if most else ""


def usual_food(hamster: Hamster) -> str:
    """What is always there: "complete pellets, Nuggets 10 g a day"; empty if not recorded."""
    kind = hamster.base_diet
    words = said(measures_of(Hamster)["base_diet"], kind) if kind else ""
    return ", ".join(filter(None, (words, hamster.base_food)))


SEED_MIX_ALONE = marked(
    "Seed mix alone makes vitamin E shortage likely; ask your vet about pellets."
)
"""Where the usual food is a mix without pellets (domain §4.1, QW)."""

NO_USUAL_FOOD = marked("not recorded; hamdiary setup --edit NAME --base-diet pellets does that")
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
    title = t("{name}: extra food, {week}").format(name=hamster.called, week=week_title(week))
    lines = [*wrapped(title, width), ""]
    lines += [*_marks(week, width), "", *_nights(week, servings, width)]
    trouble = [*too_much(week), *notes]
    if trouble:
        lines += ["", *(line for each in trouble for line in wrapped(each, width))]
    lines += ["", *_suggestions(week, suggested, is_tonight, width)]
    base = usual_food(hamster) or t(NO_USUAL_FOOD)
    lines += ["", *labelled([(t("Usual food"), base)], width, LABELS)]
    claims = f"{t(BOTH_CLAIMS)} hamdiary guide vitamin-foods"
    advice = [t(PELLETS_ARE_THE_SOURCE), t(STOP_MOIST), claims]
    if hamster.base_diet == "mix":
        advice.insert(0, t(SEED_MIX_ALONE))
    return "\n".join([*lines, *(line for each in advice for line in wrapped(each, width))])


def _marks(week: DietWeek, width: int) -> Iterator[str]:
    yield " " * LABELS + " ".join(brief_weekday(on)[:1] for on in week.evenings)
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
        labelled([(" ", legend())], width, LABELS) if width >= NARROW else wrapped(legend(), width)
    )


def _nights(week: DietWeek, servings: Sequence[Serving], width: int) -> Iterator[str]:
    for evening in week.evenings:
        given = [serving_words(each) for each in servings if each.evening == evening]
        unknown = evening in week.not_recorded
        words = "; ".join(given) or (t(NOTHING_SAID) if unknown else tc("extra food", "none"))
        yield from labelled([(short_day(evening), words)], width, max(LABELS, day_column()))


def too_much(week: DietWeek) -> list[str]:
    """What came too often or was too much, each in a sentence."""
    often = [
        t("Too often: {food}, {n} nights; {most} is the most in a week.").format(
            food=name_of(each.food), n=each.times, most=each.most
        )
        for each in week.foods
        if each.too_often
    ]
    lines = [
        t("Too often: {what} foods, {n} nights; {most} is the most in a week.").format(
            what=in_sentence(WHAT_WORDS[line.what]), n=line.count, most=line.target.high
        )
        for line in week.lines
        if line.standing == "too_often"
    ]
    nights = [
        t("Too much: {day}, {amount} g; {limit} g is the most of all extras in a night.").format(
            day=short_day(each.evening), amount=figures(each.grams), limit=figures(each.limit)
        )
        for each in week.totals
        if each.is_over
    ]
    return [*lines, *often, *nights]


def _suggestions(
    week: DietWeek, suggested: Sequence[Suggestion], is_tonight: bool, width: int
) -> Iterator[str]:
    day = short_day(week.evenings[-1])
    if not suggested:
        yield from wrapped(_nothing_fits(week, day, is_tonight), width)
        return
    heading = t("What would fit {day}, one of these:").format(day=day)
    yield from wrapped(t("What would fit tonight, one of these:") if is_tonight else heading, width)
    for each in suggested:
        words = f"{name_of(each.food)}, {how_much_tonight(each)}: {reasons(each)}"
        yield from hanging("", words, width, 2)


def _nothing_fits(week: DietWeek, day: str, is_tonight: bool) -> str:
    if any(each.evening == week.evenings[-1] for each in week.totals):
        had_it = t("{day} has had its extra food.").format(day=day)
        return t("Tonight has had its extra food.") if is_tonight else had_it
    return (
        t("Nothing would fit tonight.")
        if is_tonight
        else t("Nothing would fit {day}.").format(day=day)
    )


def not_recorded_note(missing: Sequence[date]) -> str:
    """That nights without a record may have held something; empty if there is none."""
    if not missing:
        return ""
    return tn(
        "{n} night of 7 not recorded: what they held is not known. hamdiary feed none records a "
        "night without extras.",
        "{n} nights of 7 not recorded: what they held is not known. hamdiary feed none records a "
        "night without extras.",
        len(missing),
    ).format(n=len(missing))
