"""What to say before a serving is stored; the owner may store it all the same (domain §4.1, §4.5).

Warnings are values; their words lie in `knowledge.diet_words`.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from hamdiary.domain.foods import Food, Serving, frequency_of, off_for_dwarfs, portion_of
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Species
from hamdiary.domain.night import Droppings
from hamdiary.domain.servings import SOFT, Foods, most_in_a_week, night_total, taken
from hamdiary.domain.urgency import Urgency

WarningKind = Literal[
    "possibly_poisonous", "unsuitable", "vet_only", "off_by_default", "disputed", "not_for_dwarfs",
    "moist_while_soft", "over_portion", "over_night", "too_often", "new_too_soon",
]  # fmt: skip


@dataclass(frozen=True)
class FoodWarning:
    """One thing to mind about one serving."""

    kind: WarningKind
    """What it is about."""
    food: str
    """The food's slug."""
    source: str
    """A source key, or a paragraph of our own rules: "D §4.1"."""
    urgency: Urgency | None = None
    """How soon to ring a vet if it was eaten (domain §6, R13)."""
    amount: float | None = None
    """What it comes to: grams, or nights in a week."""
    limit: float | None = None
    """The most that it should come to, in the same unit."""


def warnings_before(
    serving: Serving,
    foods: Foods,
    others: Iterable[Serving],
    species: Species | None,
    droppings: Droppings | None,
) -> tuple[FoodWarning, ...]:
    """Everything to mind about `serving`, the gravest first; nothing for a food not known here.

    `others` are the servings recorded besides it; `droppings` the last ones anybody saw by then
    (`diet.latest_droppings`).
    """
    food = foods.get(serving.food or "")
    if food is None:
        return ()
    rest = [each for each in others if each.id != serving.id]
    found = [*_about_food(food, serving, species)]
    if food.default == "avoid" or serving.was_refused:
        return tuple(found)
    if droppings in SOFT and food.is_moist:
        found.append(FoodWarning("moist_while_soft", food.slug, "D §4.1"))
    found += _about_amount(food, serving, foods, rest, species)
    found += _about_time(food, serving, foods, rest, species)
    return tuple(found)


def _about_food(food: Food, serving: Serving, species: Species | None) -> Iterator[FoodWarning]:
    source = food.sources[0]
    match food.status:
        case "never_t":
            eaten: Urgency = "note" if serving.was_refused else "now"
            yield FoodWarning("possibly_poisonous", food.slug, source, urgency=eaten)
        case "never_u":
            yield FoodWarning("unsuitable", food.slug, source, urgency="note")
        case "vet_only":
            yield FoodWarning("vet_only", food.slug, "HEI")
        case "conflict":
            off = food.default == "avoid"
            yield FoodWarning("off_by_default" if off else "disputed", food.slug, "D §9.3")
    if off_for_dwarfs(food, species):
        yield FoodWarning("not_for_dwarfs", food.slug, "D §4.1")


def _about_amount(
    food: Food, serving: Serving, foods: Foods, rest: list[Serving], species: Species | None
) -> Iterator[FoodWarning]:
    if serving.grams is not None:
        most = portion_of(food, species).grams
        if most and serving.grams > most + 1e-9:
            yield FoodWarning("over_portion", food.slug, "D §4.4", amount=serving.grams, limit=most)
    if serving.evening is not None:
        night = night_total(foods, [*rest, serving], serving.evening, species)
        if night.is_over:
            yield FoodWarning(
                "over_night", food.slug, "D §4.1", amount=night.grams, limit=night.limit
            )


def _about_time(
    food: Food, serving: Serving, foods: Foods, rest: list[Serving], species: Species | None
) -> Iterator[FoodWarning]:
    evening, frequency = serving.evening, frequency_of(food, species)
    if evening is None:
        return
    if frequency is not None:
        own = {each.evening for each in taken(rest) if each.food == food.slug and each.evening}
        times = most_in_a_week(own | {evening}, evening)
        if times > frequency.high:
            yield FoodWarning("too_often", food.slug, "D §4.4", amount=times, limit=frequency.high)
    if is_new(serving, rest) and any(
        each.evening == evening and each.food != food.slug and is_new(each, rest) for each in rest
    ):
        yield FoodWarning("new_too_soon", food.slug, "D §4.1")


def is_new(serving: Serving, others: Iterable[Serving]) -> bool:
    """Whether it is the first time for that food: as the owner marked it, or as the diary has it.

    Whatever was given before the diary began is not known; the mark says so.
    """
    if serving.first_time is not None:
        return serving.first_time == "yes"
    if serving.evening is None:
        return False
    return not any(
        each.food == serving.food and each.evening is not None and each.evening < serving.evening
        for each in others
    )
