"""Servings in lines of plain text: what was given, how much, what became of it."""

from collections.abc import Collection, Sequence
from datetime import date

from hamdiary.domain.amounts import amount_said
from hamdiary.domain.foods import Serving
from hamdiary.domain.language import marked, t, tc
from hamdiary.domain.manner import day_column, figures
from hamdiary.domain.saying import NOT_RECORDED
from hamdiary.domain.servings import NightTotal
from hamdiary.domain.typed_dates import short_day
from hamdiary.knowledge.food_search import name_of
from hamdiary.render.cells import wrapped

EATEN_WORDS = {
    "all": marked("ate all of it"),
    "some": marked("ate some of it"),
    "none": marked("ate none of it"),
}
"""What became of a serving."""

LIKING_WORDS = {
    "likes": marked("likes it"),
    "takes": marked("takes it"),
    "dislikes": marked("dislikes it"),
}
"""What the hamster thinks of it."""


def serving_words(serving: Serving, is_new: bool = False) -> str:
    """A serving in one line: "Kale, 1 g, ate all of it, likes it, a new food"."""
    parts = [
        name_of(serving.food or t("something")),
        amount_said(serving),
        t(EATEN_WORDS.get(serving.eaten or "", "")),
        t(LIKING_WORDS.get(serving.liking or "", "")),
        t("a new food") if is_new else "",
        serving.note or "",
    ]
    return ", ".join(filter(None, parts))


def night_of_servings(
    evening: date, servings: Sequence[Serving], none_given: bool, new: Collection[str], width: int
) -> list[str]:
    """A night: a line a serving with its number; that there were none, or that nobody recorded."""
    day = f"{short_day(evening):{day_column()}}"
    if not servings:
        return [day + (tc("extra food", "none") if none_given else t(NOT_RECORDED))]
    lines = []
    for number, each in enumerate(servings, 1):
        head = f"{day if number == 1 else ' ' * day_column()}{number:>2}  "
        first, *more = wrapped(serving_words(each, each.id in new), max(width - len(head), 16))
        lines += [head + first, *(" " * len(head) + line for line in more)]
    return lines


def night_total_words(evening: date, tonight: date, total: NightTotal | None, limit: float) -> str:
    """All extras of a night against the most: "tonight: 0.5 g of at most 1 g, 1 not weighed"."""
    day = t("tonight") if evening == tonight else short_day(evening)
    if total is None or (not total.grams and not total.unweighed):
        nothing = t("{day}: nothing counts so far, of at most {limit} g in all")
        return nothing.format(day=day, limit=figures(limit))
    words = t("{day}: {grams} g of at most {limit} g in all")
    said = words.format(day=day, grams=figures(total.grams), limit=figures(limit))
    unweighed = t("{n} not weighed").format(n=total.unweighed)
    return f"{said}, {unweighed}" if total.unweighed else said
