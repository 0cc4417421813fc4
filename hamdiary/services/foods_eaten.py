"""Servings by the foods that are known: what was eaten, and what never should have been."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from hamdiary.domain.foods import Food, Serving
from hamdiary.domain.hints.beside import Eaten
from hamdiary.knowledge.food_search import food_called, name_of


def recognised(serving: Serving) -> Serving:
    """The serving with its food's slug in place of words that are one of its names."""
    food = food_called(serving.food or "")
    return serving if food is None or food.slug == serving.food else replace(
        serving, food=food.slug
    )  # fmt: skip


def foods_eaten(servings: Iterable[Serving]) -> tuple[Eaten, ...]:
    """Those that were not refused: what nobody looked after may have been eaten."""
    return tuple(_eaten(servings))


def _eaten(servings: Iterable[Serving]) -> Iterator[Eaten]:
    for each in servings:
        if each.evening is None or not each.food or each.was_refused:
            continue
        food = food_called(each.food)
        moist = food is not None and food.is_moist
        yield Eaten(each.evening, name_of(each.food), tier_of(food), moist)


def tier_of(food: Food | None) -> Literal["T", "U"] | None:
    """T possibly poisonous, U unsuitable or disputed, None neither (domain §4.5)."""
    if food is None:
        return None
    match food.status:
        case "never_t":
            return "T"
        case "never_u" | "conflict" | "vet_only":
            return "U"
    return None
