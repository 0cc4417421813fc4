"""Foods as plain pages: the table, what a search found, and one food with its cautions."""

from collections.abc import Iterable, Iterator, Sequence

from hamdiary.domain.foods import Food, Frequency, frequency_of, off_for_dwarfs, portion_of
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Species
from hamdiary.domain.language import english, marked, t, tc, tn
from hamdiary.domain.manner import figures
from hamdiary.knowledge.diet_words import (
    GROUP_WORDS,
    PELLETS_ARE_THE_SOURCE,
    RING_A_VET,
    STATUS_WORDS,
    STOP_MOIST,
    disagreements_about,
    marks_of,
)
from hamdiary.knowledge.finding import stems_of
from hamdiary.knowledge.foods import also_called, foods
from hamdiary.render.cells import cells, padded, wrapped
from hamdiary.render.guide_words import cited, disagreement_lines, hanging, labelled

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


@dataclass(frozen=True)
class Whose:
    """For whom portions are shown."""

    known: bool
    """Whether a hamster is known; if not, both portions are shown."""
    species: Species | None
    """Its species; an unrecorded one counts as Syrian."""
    name: str
    """What it is called."""


NOBODY = Whose(known=False, species=None, name="")
"""Without a diary."""


def food_list(found: Sequence[Food], whose: Whose, width: int) -> str:
    """Foods one after the other, in the order given."""
    return "\n".join(line for food in found for line in _row(food, whose, width))


def food_table(whose: Whose, width: int) -> str:
    """Every food under its heading, then the two never lists."""
    lines = []
    every = foods().values()
    for heading, groups in HEADINGS:
        lines += [t(heading), *(line for f in every if f.group in groups for line in
                             _row(f, whose, width)), ""]  # fmt: skip
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


def food_facts(food: Food, whose: Whose) -> Iterator[tuple[str, str]]:
    """What is known of a food, label by label; an empty text where there is nothing."""
    yield t("Also called"), ", ".join(_truly_other_names(food))
    if not food.is_never:
        yield from _portions(food, whose)
    yield (t("Why") if food.is_never else t("Mind"), food.cautions) if food.cautions else ("", "")
    if food.named_for:
        what = t("A, a care page, for vitamin {letter}").format(letter=food.named_for)
        yield t("Named by"), what
    if not food.is_never:
        yield t("Counts for"), _counts_for(food)
        yield t("In 100 g"), _values(food)
    yield t("Sources"), "; ".join(map(cited, food.sources))


def _portions(food: Food, whose: Whose) -> Iterator[tuple[str, str]]:
    kinds: Iterable[tuple[str, Species | None]] = (
        [(whose.name, whose.species)] if whose.known
        else [(t("Syrian"), "syrian"), (t("Dwarf"), "unknown_dwarf")]
    )  # fmt: skip
    for name, species in kinds:
        most = how_much(food, species)
        often = "" if _is_none(food, species) else how_often(frequency_of(food, species))
        yield (
            t("For {name}").format(name=name) if whose.known else name,
            f"{most}, {often}" if often else most,
        )


def _truly_other_names(food: Food) -> list[str]:
    own = set(stems_of(food.name))
    return [name for name in also_called(food) if not own.issuperset(stems_of(name))]


def how_much(food: Food, species: Species | None) -> str:
    """The most for one night: "at most 1 g", or that it is to be left out."""
    if off_for_dwarfs(food, species):
        return t("none: not for dwarf hamsters, because of the sugar")
    portion = portion_of(food, species)
    if portion.is_none:
        return tc("portion", "none")
    most = portion.words
    if not english(portion, "words").startswith(("if ", "skip")):
        most = t("at most {portion} a night").format(portion=most)
    rare = species not in (None, "syrian") and food.dwarf == "rare"
    return t("{portion}, rarely").format(portion=most) if rare else most


def _is_none(food: Food, species: Species | None) -> bool:
    return off_for_dwarfs(food, species) or portion_of(food, species).is_none


def how_often(frequency: Frequency | None) -> str:
    """How often in 7 nights: "1–2 nights a week"; empty if it is not to be given."""
    if frequency is None:
        return ""
    words = tn("{times} night a week", "{times} nights a week", frequency.high)
    return words.format(times=_times(frequency))


def _times(frequency: Frequency) -> str:
    if frequency.low == frequency.high:
        return str(frequency.high)
    if frequency.low:
        return f"{frequency.low}–{frequency.high}"
    return t("at most {amount}").format(amount=frequency.high)


def _counts_for(food: Food) -> str:
    if food.default == "avoid":
        return ""
    parts = (
        (food.gives_e, t("vitamin E")),
        (food.gives_d, t("vitamin D")),
        (food.is_plant, t("plant foods")),
        (food.is_protein, t("protein foods")),
    )
    return ", ".join(words for counts, words in parts if counts)


def _values(food: Food) -> str:
    parts = (
        (t("vitamin E"), food.vit_e_mg_100g, "mg"),
        (t("vitamin D"), food.vit_d_ug_100g, "µg"),
        (t("sugar"), food.sugar_g_100g, "g"),
        (t("fat"), food.fat_g_100g, "g"),
        (t("water"), food.water_g_100g, "g"),
        (t("protein"), food.protein_g_100g, "g"),
        (t("energy"), food.kcal_100g, "kcal"),
        (t("calcium"), food.ca_mg_100g, "mg"),
        (t("phosphorus"), food.p_mg_100g, "mg"),
    )
    return ", ".join(
        f"{name} {t('no value') if value is None else f'{figures(value)} {unit}'}"
        for name, value, unit in parts
    )


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
    if _is_none(food, species):
        return tc("portion", "none")
    words, frequency = portion_of(food, species).words, frequency_of(food, species)
    if frequency is None:
        return words
    return t("{portion}, {times}/week").format(portion=words, times=_times(frequency))
