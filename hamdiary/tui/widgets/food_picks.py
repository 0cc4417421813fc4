"""What can be picked when food is written down: what was given, what would fit, all foods."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.cells import cell_len

from hamdiary.domain.foods import Food, Serving, off_for_dwarfs, portion_of
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.text import clean_line
from hamdiary.knowledge.diet_words import STATUS_WORDS, marks_of
from hamdiary.knowledge.food_search import nearest, recognise, search_foods
from hamdiary.knowledge.foods import foods
from hamdiary.render.diet import since_words
from hamdiary.services.diet import Diet
from hamdiary.tui.widgets.diet_rows import serving_row, short_reasons
from hamdiary.tui.widgets.lines import Line, Span, apart, line, shortened

NAMES = (24, 34)
"""Cells of a food's name with its mark, where there is little room and where there is enough."""

BESIDE = 46
"""Cells for its vitamins, how much, and why it fits."""

LATELY = 8
"""Foods given before that stand above all others."""


@dataclass(frozen=True)
class Pick:
    """One row that can be picked."""

    verb: str
    """give, edit, none or clear-none."""
    food: str = ""
    """For give: a slug, or the owner's own word."""
    serving: Serving | None = None
    """For edit."""
    head: str = ""
    """What stands above it, if a new sort begins with it."""


def picks(diet: Diet, typed: str) -> list[Pick]:
    """What is offered for what was typed; due and recent foods first where nothing was."""
    words = clean_line(typed)
    return list(_found(words) if words else _offered(diet))


def first_choice(offered: Sequence[Pick]) -> int:
    """The row with which one begins: the first food."""
    return next((n for n, each in enumerate(offered) if each.verb == "give"), 0)


def _offered(diet: Diet) -> Iterator[Pick]:
    yield from _headed(t("Given that night"), [Pick("edit", serving=each) for each in diet.tonight])
    if not diet.tonight:
        yield Pick("clear-none" if diet.evening in diet.none_given else "none")
    fitting = [each.food for each in diet.suggested]
    yield from _headed(t("What would fit"), [Pick("give", each) for each in fitting])
    order = [each for each in diet.in_pick_order() if each not in fitting]
    before = {each.food for each in diet.servings}
    lately = [each for each in order if each in before][:LATELY]
    yield from _headed(t("Given before"), [Pick("give", each) for each in lately])
    rest = [each for each in order if each not in lately]
    yield from _headed(t("All foods"), [Pick("give", each) for each in rest])


def _headed(head: str, rows: Sequence[Pick]) -> Iterator[Pick]:
    for place, each in enumerate(rows):
        yield Pick(each.verb, each.food, each.serving, "" if place else head)


def _found(words: str) -> Iterator[Pick]:
    found = search_foods(words)
    yield from (Pick("give", each.slug) for each in found)
    if recognise(words) is not None:
        return
    if not found:
        near = [Pick("give", each.slug) for each in nearest(words)]
        yield from _headed(t("No food here is called so. Is it one of these?"), near)
    yield Pick("give", words, head="" if found else t("Or as typed"))


def pick_row(pick: Pick, diet: Diet, width: int) -> Line:
    """A row as it stands in the list."""
    if pick.serving is not None:
        return serving_row(pick.serving, diet.is_new(pick.serving), width)
    if pick.verb == "none":
        return line(Span("□ ", "muted"), Span(t("nothing extra was given"), "text"))
    if pick.verb == "clear-none":
        told = line(Span("□ ", "mark"), Span(t("nothing extra was given"), "text"))
        return told.plus("  " + t("take it back"), "muted")
    food = foods().get(pick.food)
    if food is None:
        words = shortened(pick.food, max(8, width - 24))
        return line(
            Span("+ ", "accent"),
            Span(t("“{words}”").format(words=words)),
            Span("  " + t("your own word"), "muted"),
        )
    return _food_row(food, diet, width)


def _food_row(food: Food, diet: Diet, width: int) -> Line:
    suggested = next((each for each in diet.suggested if each.food == food.slug), None)
    off = food.default == "avoid" or off_for_dwarfs(food, diet.hamster.species)
    sign, ink = ("✗", "warn") if off else ("○", "accent") if suggested else (" ", "muted")
    least, most = NAMES
    cells = max(least, min(most, width - BESIDE))
    row = line(Span(f"{sign} ", ink)).plus(shortened(food.name, cells - 3)).to(cells)
    row = row.plus(f"{marks_of(food):4}", "bold")
    if off:
        why = STATUS_WORDS[food.status] if food.default == "avoid" else t("not for dwarfs: sugar")
        return row.plus(shortened(why, max(0, width - row.width)), "warn")
    portion = portion_of(food, diet.hamster.species)
    why = short_reasons(suggested, diet.week) if suggested else _before(food.slug, diet)
    return _how_much_and_why(row, portion.words, line(Span(why, "muted")), width)


def _how_much_and_why(row: Line, amount: str, why: Line, width: int) -> Line:
    """How much, and why; what stands in brackets gives way first, then the reason."""
    short = amount.partition(" (")[0]
    room = min(26, width - row.width)
    beside = min(26, width - row.width - (why.width + 2 if why.width else 0))
    for words, cells in ((amount, beside), (short, beside), (amount, room), (short, room)):
        if cell_len(words) <= cells:
            return apart(row.plus(words, "text"), why, width)
    return row.plus(shortened(short, room), "text")


def _before(slug: str, diet: Diet) -> str:
    given = [each.evening for each in diet.servings if each.food == slug and each.evening]
    past = [on for on in given if on <= diet.evening]
    return since_words((diet.evening - max(past)).days) if past else ""


def night_title(evening: date, is_tonight: bool) -> str:
    """What is asked, on top of the list."""
    from hamdiary.domain.typed_dates import short_day

    return (
        t("What was given tonight?")
        if is_tonight
        else t("What was given on {day}?").format(day=short_day(evening))
    )
