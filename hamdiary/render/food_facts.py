"""What is known of one food, in words: how much for whom, how often, what it counts for."""

from collections.abc import Iterable, Iterator

from hamdiary.domain.foods import Food, Frequency, frequency_of, off_for_dwarfs, portion_of
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Species
from hamdiary.domain.language import english, t, tc, tn
from hamdiary.domain.manner import figures
from hamdiary.knowledge.finding import stems_of
from hamdiary.knowledge.foods import also_called
from hamdiary.render.guide_words import cited


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
        often = "" if is_left_out(food, species) else how_often(frequency_of(food, species))
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


def is_left_out(food: Food, species: Species | None) -> bool:
    """Whether a hamster of that species is to have none of it."""
    return off_for_dwarfs(food, species) or portion_of(food, species).is_none


def how_often(frequency: Frequency | None) -> str:
    """How often in 7 nights: "1–2 nights a week"; empty if it is not to be given."""
    if frequency is None:
        return ""
    words = tn("{times} night a week", "{times} nights a week", frequency.high)
    return words.format(times=times_words(frequency))


def times_words(frequency: Frequency) -> str:
    """The number of nights alone: "1–2", "at most 1"."""
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
