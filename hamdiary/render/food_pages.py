"""Foods as plain pages: the table, what a search found, and one food with its cautions."""

from collections.abc import Iterator, Sequence

from hamdiary.domain.foods import Food, frequency_of, portion_of
from hamdiary.domain.hamster import Species
from hamdiary.domain.language import marked, t, tc
from hamdiary.knowledge.diet_words import (
    GROUP_WORDS,
    PELLETS_ARE_THE_SOURCE,
    RING_A_VET,
    STATUS_WORDS,
    STOP_MOIST,
    disagreements_about,
    marks_of,
)
from hamdiary.knowledge.foods import foods
from hamdiary.render.cells import cells, padded, wrapped
from hamdiary.render.food_facts import Whose, food_facts, is_left_out, times_words
from hamdiary.render.guide_words import disagreement_lines, hanging, labelled

WIDE = 72
"""From so many cells on a food of the list takes one line."""

NAME, VITAMINS = 24, 5

HEADINGS = (
    (marked("Seeds and nuts"), ("seed", "nut")),
    (marked("Leaves"), ("leaf",)),
    (marked("Vegetables"), ("vegetable",)),
    (marked("Fruit"), ("fruit",)),
    (marked("Protein"), ("egg", "fish", "meat", "dairy", "tofu")),
    (marked("Grains"), ("grain",)),
    (marked("Others"), ("mushroom", "oil")),
)
"""Groups under one heading in the list."""


def food_list(found: Sequence[Food], whose: Whose, width: int) -> str:
    """Foods one after the other, in the order given."""
    return "\n".join(line for food in found for line in _row(food, whose, width))


def food_table(whose: Whose, width: int) -> str:
    """Every food under its heading, then the two never lists."""
    lines = []
    every = foods().values()
    for heading, groups in HEADINGS:
        listed = [food for food in every if food.group in groups]
        lines += [t(heading), *(line for food in listed for line in _row(food, whose, width)), ""]
    lines += [*never_lines(width), "", *_advice(width)]
    return "\n".join(lines)


def never_lines(width: int) -> Iterator[str]:
    """The two never lists, name by name with the reason."""
    for status, heading in (
        ("never_t", f"{t('Never: possibly poisonous.')} {t(RING_A_VET)}"),
        ("never_u", t("Never: unsuitable, or sources disagree")),
    ):
        yield from wrapped(heading, width)
        listed = [food for food in foods().values() if food.status == status]
        yield from labelled(((food.name, food.cautions) for food in listed), width, NAME + 2)
        if status == "never_t":
            yield ""


def food_page(food: Food, whose: Whose, width: int) -> str:
    """One food with everything that is known of it."""
    group = "" if food.is_never else f" ({GROUP_WORDS[food.group]})"
    lines = wrapped(f"{food.name}{group}: {STATUS_WORDS[food.status]}", width)
    if food.default == "avoid" and not food.is_never and food.status != "vet_only":
        lines += wrapped(t("Off unless your vet agrees."), width)
    lines += ["", *labelled(food_facts(food, whose), width)]
    if food.status == "never_t":
        lines += ["", *wrapped(t(RING_A_VET), width)]
    for slug in disagreements_about(food):
        lines += ["", *disagreement_lines(slug, width)]
    return "\n".join([*lines, "", *([] if food.is_never else _advice(width))]).rstrip()


def not_found(typed: str, near: Sequence[Food], width: int) -> str:
    """What to say of a word that is no food here: the nearest, which are only asked about."""
    if near:
        names = ", ".join(food.name for food in near)
        words = t("No food here is called “{typed}”. Is it one of these: {names}?").format(
            typed=typed, names=names
        )
    else:
        words = t("No food here is called “{typed}”. hamdiary foods lists all of them.").format(
            typed=typed
        )
    return "\n".join(wrapped(words, width))


def _advice(width: int) -> list[str]:
    return [*wrapped(t(PELLETS_ARE_THE_SOURCE), width), *wrapped(t(STOP_MOIST), width)]


def _names() -> int:
    """Cells of the column of names in any language; one name longer than all does not widen it."""
    return max(NAME, sorted(cells(food.name) for food in foods().values() if not food.is_never)[-2])


def _row(food: Food, whose: Whose, width: int) -> Iterator[str]:
    told = _told(food, whose)
    if width >= WIDE:
        head = f"  {padded(food.name, _names())} {padded(marks_of(food), VITAMINS)}"
        room = width - len(head)
        first, *rest = wrapped(told, room)
        yield f"{head}{first}".rstrip()
        yield from (" " * len(head) + line for line in rest)
        return
    marks = marks_of(food)
    yield from hanging("", f"{food.name}{f' ({marks})' if marks else ''}", width)
    yield from (f"    {line}" for line in wrapped(told, width - 4))


def _told(food: Food, whose: Whose) -> str:
    if food.default == "avoid":
        status = STATUS_WORDS[food.status]
        return t("{status} (off)").format(status=status) if food.status == "conflict" else status
    disputed = f"; {STATUS_WORDS['conflict']}" if food.status == "conflict" else ""
    if whose.known:
        return _short(food, whose.species) + disputed
    syrian, dwarf = _short(food, "syrian"), _short(food, "unknown_dwarf")
    return t("{syrian}; dwarf {dwarf}").format(syrian=syrian, dwarf=dwarf) + disputed


def _short(food: Food, species: Species | None) -> str:
    if is_left_out(food, species):
        return tc("portion", "none")
    words, frequency = portion_of(food, species).words, frequency_of(food, species)
    if frequency is None:
        return words
    return t("{portion}, {times}/week").format(portion=words, times=times_words(frequency))
