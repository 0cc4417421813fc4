"""What is said about servings, warnings and suggestions, each in one place (domain §4)."""

from typing import TYPE_CHECKING

from hamdiary.domain.foods import Food, Group, Status
from hamdiary.domain.language import Told, marked, t
from hamdiary.knowledge.foods import foods

if TYPE_CHECKING:
    # Words about a week do not need the week's rules; a page of foods pays for neither.
    from hamdiary.domain.diet import Standing
    from hamdiary.domain.diet_suggestions import Reason
    from hamdiary.domain.diet_warnings import FoodWarning, WarningKind
    from hamdiary.domain.servings import What

PELLETS_ARE_THE_SOURCE = marked(
    "Pellets are the source of vitamins; these foods are variety. Treats cannot make good a poor "
    "diet."
)
"""With every list of vitamin foods (domain §4.3)."""

STOP_MOIST = marked("Stop moist food as soon as droppings turn soft.")
"""With every list of moist food (domain §4.1)."""

BOTH_CLAIMS = marked(
    "A names green vegetables for vitamin D; food tables find none in them, so they do not count "
    "for it here. Cod-liver oil is for a vet to prescribe, and almonds are off unless your vet "
    "agrees."
)
"""With the vitamin week; the guide shows what each side says (domain §4.2, §9)."""

STATUS_WORDS: Told[Status, str] = Told(
    {
        "ok": "fine in small amounts",
        "limit": "seldom and little",
        "avoid": "avoid",
        "vet_only": "only if a vet prescribes it",
        "conflict": "sources disagree",
        "never_t": "NEVER: possibly poisonous",
        "never_u": "never: unsuitable or disputed",
    }
)
"""What the table says of a food."""

GROUP_WORDS: Told[Group, str] = Told(
    {
        "seed": "seed",
        "nut": "nut",
        "leaf": "leaf",
        "vegetable": "vegetable",
        "fruit": "fruit",
        "grain": "grain",
        "egg": "egg",
        "fish": "fish",
        "meat": "meat",
        "dairy": "dairy",
        "tofu": "tofu",
        "mushroom": "mushroom",
        "oil": "oil",
        "never": "never",
    }
)
"""What sort of food it is."""

WHAT_WORDS: "Told[What, str]" = Told(
    {
        "e": "Vitamin E",
        "d": "Vitamin D",
        "plants": "Plants",
        "protein": "Protein",
    }
)
"""The lines of the vitamin week."""

STANDING_WORDS: "Told[Standing, str]" = Told(
    {
        "too_seldom": "too seldom",
        "fits": "fits",
        "too_often": "too often",
        "not_known": "not known: not every night is recorded",
    }
)
"""How a line stands."""

REASON_WORDS: "Told[Reason, str]" = Told(
    {
        "e_due": "a vitamin E food is due",
        "d_due": "a vitamin D food is due",
        "plants_due": "one more plant food this week",
        "protein_due": "a protein food is due",
        "variety": "for variety",
        "liked": "liked last time",
    }
)
"""Why a food is suggested."""

RING_A_VET = marked("If any of it was eaten, ring a vet now; say what, how much and when.")
"""With every food that is possibly poisonous (domain §6, R13)."""

_WARNINGS: "Told[WarningKind, str]" = Told(
    {
        "possibly_poisonous": "{name} is on the never list: possibly poisonous. {why}",
        "unsuitable": "{name} is on the never list: unsuitable or disputed. {why}",
        "vet_only": "{name} is only for a vet to prescribe. {why}",
        "off_by_default": "{name} is off unless your vet agrees: sources disagree. {why}",
        "disputed": "Sources disagree about {name}. {why}",
        "not_for_dwarfs": "{name} is not for dwarf hamsters: sugar, and their risk of diabetes.",
        "moist_while_soft": "{name} is moist, and droppings are soft: stop all moist food for now.",
        "over_portion": "{amount} g of {name} is more than the {limit} g that is enough for a "
        "night.",
        "over_night": "All extras of the night come to {amount} g; {limit} g is enough.",
        "too_often": "{name} would be given {amount} nights in 7; {limit} is the most.",
        "new_too_soon": "{name} is new, and so is another food tonight: one new food at a time, "
        "24 hours between two.",
    }
)


def warning_in_words(warning: "FoodWarning") -> str:
    """A warning as the owner reads it, with what to do if it cannot wait."""
    food = foods()[warning.food]
    words = _WARNINGS[warning.kind].format(
        name=food.name,
        why=food.cautions,
        amount=_plain(warning.amount),
        limit=_plain(warning.limit),
    )
    return f"{words.strip()} {t(RING_A_VET)}" if warning.urgency == "now" else words.strip()


_DISPUTED = {
    "almond": "almonds",
    "bitter-almond": "almonds",
    "cod-liver-oil": "cod-liver-oil",
    "grape": "disputed-foods",
    "raisins": "disputed-foods",
    "parsley": "disputed-foods",
    "uv-mushroom": "disputed-foods",
    "white-mushroom": "disputed-foods",
    "cabbage": "disputed-foods",
    "iceberg-lettuce": "disputed-foods",
}

_GREEN_VEGETABLES = frozenset(
    {"asparagus", "broccoli", "courgette", "cucumber", "celery", "green-peas"}
)


def disagreements_about(food: Food) -> tuple[str, ...]:
    """Slugs of the disagreements that a food is about (domain §4.2, §9)."""
    found = [_DISPUTED[food.slug]] if food.slug in _DISPUTED else []
    # A names green vegetables for vitamin D; the tables have none of it.
    if food.named_for == "D" or food.group == "leaf" or food.slug in _GREEN_VEGETABLES:
        found.append("d-in-greens")
    if food.group == "fruit" and food.default != "avoid":
        found.append("fruit-for-dwarfs")
    return tuple(found)


def marks_of(food: Food) -> str:
    """The vitamins that it counts for, "E", "D" or "E D"; empty for neither."""
    may = food.default != "avoid"
    return " ".join(
        letter for letter, gives in (("E", food.gives_e), ("D", food.gives_d)) if gives and may
    )


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
