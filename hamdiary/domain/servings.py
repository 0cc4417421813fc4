"""What servings come to: which of them count for what, on which nights, how much (domain §4.1)."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Literal

from hamdiary.domain.foods import Food, Serving, is_dwarf
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Species
from hamdiary.domain.measures import NotSeen
from hamdiary.domain.night import Droppings, Night

What = Literal["e", "d", "plants", "protein"]
Foods = Mapping[str, Food]

WEEK = 7
"""Nights that are looked at together."""

TREATS_SYRIAN_G, TREATS_DWARF_G = 1.0, 0.5
"""Most extras a night in grams (domain §4.1, D)."""

LEAF_SHARE = 0.5
"""A gram of a watery leaf counts as half a gram: up to about double of them (§4.1, D)."""

SOFT = frozenset({"soft", "loose", "watery"})
"""Droppings at which moist food stops (domain §4.1)."""


@dataclass(frozen=True)
class Target:
    """How much of one thing a week is to have."""

    low: int
    """At least."""
    high: int | None
    """At most; None where more is no harm."""


TARGETS: dict[What, Target] = {
    "e": Target(2, 3),
    "d": Target(1, 2),
    "plants": Target(4, None),
    "protein": Target(1, 2),
}
"""Nights with an E, a D and a protein food, and how many different plant foods (§4.1, D)."""


@dataclass(frozen=True)
class NightTotal:
    """What all the extras of one night come to."""

    evening: date
    """Which night."""
    grams: float
    """Grams that are known, watery leaves by half."""
    unweighed: int
    """Servings whose grams nobody recorded: the night has more than `grams`."""
    limit: float
    """The most for the species."""

    @property
    def is_over(self) -> bool:
        """Whether the known grams alone are too much."""
        return self.grams > self.limit + 1e-9


def taken(servings: Iterable[Serving]) -> list[Serving]:
    """The servings that were not refused."""
    return [each for each in servings if not each.was_refused]


def counts_for(food: Food | None, what: What) -> bool:
    """Whether a food belongs into that line; one that is not known here into none."""
    if food is None or food.default == "avoid":
        return False
    match what:
        case "e":
            return food.gives_e
        case "d":
            return food.gives_d
        case "plants":
            return food.is_plant
        case "protein":
            return food.is_protein


def nights_of(foods: Foods, servings: Iterable[Serving], what: What) -> set[date]:
    """The evenings on which something that counts was given and not refused."""
    return {
        each.evening
        for each in taken(servings)
        if each.evening is not None and counts_for(foods.get(each.food or ""), what)
    }


def most_in_a_week(evenings: Collection[date], evening: date) -> int:
    """The most of `evenings` in any seven nights that hold `evening`."""
    near = [days for on in evenings if abs(days := (on - evening).days) < WEEK]
    return max(sum(0 <= days - first < WEEK for days in near) for first in range(1 - WEEK, 1))


def night_limit(species: Species | None) -> float:
    """The most extras a night in grams."""
    return TREATS_DWARF_G if is_dwarf(species) else TREATS_SYRIAN_G


def weighted(food: Food | None, grams: float) -> float:
    """Grams as they count against the night's limit."""
    return grams * LEAF_SHARE if food is not None and food.is_watery_leaf else grams


def night_total(
    foods: Foods, servings: Iterable[Serving], evening: date, species: Species | None
) -> NightTotal:
    """All extras of one night that were not refused."""
    given = [each for each in taken(servings) if each.evening == evening]
    known = [each for each in given if each.grams is not None]
    grams = sum(weighted(foods.get(each.food or ""), each.grams or 0) for each in known)
    return NightTotal(evening, round(grams, 3), len(given) - len(known), night_limit(species))


def latest_droppings(nights: Iterable[Night], evening: date) -> Droppings | None:
    """The last droppings anybody saw by `evening`; a night without a look changes nothing."""
    last: Night | None = None
    for night in nights:
        looked = night.droppings is not None and not isinstance(night.droppings, NotSeen)
        if looked and night.evening <= evening and (last is None or night.evening > last.evening):
            last = night
    found = None if last is None else last.droppings
    return None if isinstance(found, NotSeen) else found
