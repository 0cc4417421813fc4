"""Foods as rows: the table, the never lists, and one food with this hamster's portions."""

from collections.abc import Iterator

from hamdiary.domain.foods import Food
from hamdiary.domain.language import marked, t
from hamdiary.knowledge.diet_words import (
    PELLETS_ARE_THE_SOURCE,
    RING_A_VET,
    STATUS_WORDS,
    STOP_MOIST,
    disagreements_about,
)
from hamdiary.knowledge.foods import foods
from hamdiary.knowledge.guide import contents, disagreement
from hamdiary.render.food_facts import Whose, food_facts
from hamdiary.render.food_pages import HEADINGS, NAME, WIDE, food_list
from hamdiary.tui.guide.box_rows import box_rows
from hamdiary.tui.guide.rows import EMPTY, Row, gap, heading, labelled_rows, link_rows, text_rows
from hamdiary.tui.widgets.lines import Span, line, wrapped

LABELS = 16
"""Cells of the labels of one food."""

TIERS = (
    ("never_t", marked("Never: possibly poisonous.")),
    ("never_u", marked("Never: unsuitable, or sources disagree")),
)
"""The two never lists (domain §4.5)."""


def table_rows(whose: Whose, width: int) -> Iterator[Row]:
    """Every food under its heading, each a way to its own page."""
    words = t("The most for {name} in one night. E, D: it counts for that vitamin.").format(
        name=whose.name
    )
    yield from text_rows(words, width, "muted")
    for name, groups in HEADINGS:
        yield EMPTY
        yield from heading(name, width)
        for food in foods().values():
            if food.group in groups:
                yield from listed_rows(food, whose, width)
    yield EMPTY
    yield from never_rows(width)
    yield EMPTY
    yield from _advice(width)


def listed_rows(food: Food, whose: Whose, width: int) -> Iterator[Row]:
    """One food of a list: name, vitamins, portion and how often."""
    target = f"food/{food.slug}"
    if food.is_never:
        yield from _never(food, width)
        return
    for count, text in enumerate(food_list([food], whose, width).splitlines()):
        if count == 0 and width >= WIDE:
            head = text[: NAME + 2].removeprefix("  ")
            yield Row(line(Span(head, "bold"), Span(text[NAME + 2 :])), target)
        else:
            yield Row(line(Span(text.removeprefix("  "), "text" if count else "bold")), target)


def never_rows(width: int) -> Iterator[Row]:
    """The never lists, name by name with the reason."""
    for status, name in TIERS:
        is_poison = status == TIERS[0][0]
        yield from heading(f"{t(name)} {t(RING_A_VET)}" if is_poison else t(name), width)
        for food in foods().values():
            if food.status == status:
                yield from _never(food, width)
        if is_poison:
            yield EMPTY


def _never(food: Food, width: int) -> Iterator[Row]:
    target = f"food/{food.slug}"
    if width < WIDE:
        yield from text_rows(food.name, width, "bold", link=target)
        yield from text_rows(food.cautions, width, indent=2, link=target)
        return
    names = wrapped(food.name, NAME)
    texts = wrapped(food.cautions, width - NAME - 2)
    for count in range(max(len(names), len(texts))):
        name = line(Span(names[count] if count < len(names) else "", "bold")).to(NAME + 2)
        yield Row(name.plus(texts[count] if count < len(texts) else ""), target)


def food_rows(food: Food, whose: Whose, width: int) -> Iterator[Row]:
    """One food with everything that is known of it."""
    status = STATUS_WORDS[food.status]
    ink = "warn" if food.is_never else "bold"
    yield from gap(width)
    yield from text_rows(status[:1].upper() + status[1:], width, ink)
    if food.default == "avoid" and not food.is_never and food.status != "vet_only":
        yield from text_rows(t("Off unless your vet agrees."), width)
    yield EMPTY
    yield from labelled_rows(food_facts(food, whose), width, LABELS)
    if food.status == "never_t":
        yield from (EMPTY, *text_rows(t(RING_A_VET), width, "bold"))
    for slug in disagreements_about(food):
        yield from (EMPTY, *box_rows(disagreement(slug), width))
    yield EMPTY
    if not food.is_never:
        yield from (*_advice(width), EMPTY)
    yield from heading(t("See also"), width)
    for number, slug in enumerate(_see(food), 1):
        yield from link_rows(number, contents()[slug].title, slug, width)


def _see(food: Food) -> tuple[str, ...]:
    if food.is_never:
        return ("never", "right-now", "food-table")
    return ("food-table", "vitamin-foods", "never", "base-diet")


def _advice(width: int) -> list[Row]:
    return [*text_rows(t(PELLETS_ARE_THE_SOURCE), width), *text_rows(t(STOP_MOIST), width)]
