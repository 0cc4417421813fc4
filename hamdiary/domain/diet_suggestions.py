"""What would fit tonight: two or three foods to choose one from, each with its reasons (§4.1).

Never a food that was refused twice, that is off for the species or disputed, that would come more
often than it should in any seven nights, or that is moist or new while droppings are soft.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from hamdiary.domain.diet import vitamin_week
from hamdiary.domain.diet_warnings import is_new
from hamdiary.domain.foods import (
    Food,
    Serving,
    frequency_of,
    is_dwarf,
    off_for_dwarfs,
    portion_of,
)
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Species
from hamdiary.domain.night import Droppings
from hamdiary.domain.servings import (
    LEAF_SHARE,
    SOFT,
    TARGETS,
    Foods,
    What,
    counts_for,
    most_in_a_week,
    night_total,
    nights_of,
    taken,
)

Reason = Literal["e_due", "d_due", "plants_due", "protein_due", "variety", "liked"]

MOST = 3
"""Suggestions at most."""

REFUSED_TWICE = 2
"""A food that was refused so often is not suggested again."""

ONE_OF_A_KIND = frozenset({"egg", "fish"})
"""Of these one is enough to choose from: an egg and its yolk are no variety (D)."""

LEAST_G = 0.1
"""Less than that is not worth offering."""

_DUE: dict[What, Reason] = {
    "e": "e_due", "d": "d_due", "plants": "plants_due", "protein": "protein_due"
}  # fmt: skip


@dataclass(frozen=True)
class Suggestion:
    """One food that would fit, instead of the others, not beside them."""

    food: str
    """Its slug."""
    reasons: tuple[Reason, ...]
    """Why, the weightiest first."""
    words: str
    """How much at most, in the words of the table; "" if only `grams` holds tonight."""
    grams: float | None
    """How much at most in grams, where they are known."""
    since: int | None
    """Nights since it was last given; None if no record says that it was."""
    is_new: bool
    """Whether it would be a new food: one at a time, 24 h between two."""


def suggestions(
    foods: Foods,
    servings: Iterable[Serving],
    none_given: Iterable[date],
    evening: date,
    species: Species | None,
    droppings: Droppings | None,
) -> tuple[Suggestion, ...]:
    """Up to three foods for `evening`; none once the night has had its extras."""
    known = [each for each in servings if each.evening is not None and each.food]
    tonight = night_total(foods, known, evening, species)
    room = round(tonight.limit - tonight.grams, 3)
    if tonight.unweighed or room < LEAST_G:
        return ()
    history = _history(foods, known, evening)
    fitting = [
        food
        for food in foods.values()
        if _may_be_given(food, history, evening, species, droppings)
        and not _too_often(food, history, evening, species)
        and _offer(food, species, room, bool(tonight.grams)) is not None
    ]
    week = vitamin_week(foods, known, set(none_given), evening, species)
    due = tuple(line.what for line in week.lines if line.count < line.target.low)
    made = [_suggested(food, history, evening, due, species, room) for food in fitting]
    return _chosen(made, foods, due)


def pick_order(
    foods: Foods, servings: Iterable[Serving], suggested: Iterable[Suggestion]
) -> list[str]:
    """Slugs as they are offered to be picked: what would fit, then the latest given, then all."""
    known = [each for each in servings if each.evening is not None and each.food in foods]
    latest = sorted(known, key=lambda each: each.evening or date.min, reverse=True)
    rest = [slug for slug, food in foods.items() if food.default != "avoid"]
    order = [*(each.food for each in suggested), *(each.food or "" for each in latest), *rest]
    return list(dict.fromkeys(order))


@dataclass(frozen=True)
class _History:
    """What the records say, sorted once for all foods."""

    by_food: Mapping[str, Sequence[Serving]]
    nights: Mapping[What, set[date]]
    another_is_new: bool

    def of(self, food: Food) -> Sequence[Serving]:
        """All servings of one food."""
        return self.by_food.get(food.slug, ())


def _history(foods: Foods, servings: Sequence[Serving], evening: date) -> _History:
    by_food: dict[str, list[Serving]] = {}
    for each in servings:
        by_food.setdefault(each.food or "", []).append(each)
    tonight = [each for each in servings if each.evening == evening]
    return _History(
        by_food,
        {what: nights_of(foods, servings, what) for what in TARGETS},
        any(is_new(each, by_food[each.food or ""]) for each in tonight),
    )


def _may_be_given(
    food: Food,
    history: _History,
    evening: date,
    species: Species | None,
    droppings: Droppings | None,
) -> bool:
    if food.status not in ("ok", "limit") or off_for_dwarfs(food, species):
        return False
    if portion_of(food, species).is_none or (is_dwarf(species) and food.dwarf == "rare"):
        return False
    if droppings in SOFT and food.is_moist:
        return False
    own = history.of(food)
    if any(each.evening == evening for each in own):
        return False
    if sum(each.was_refused for each in own) >= REFUSED_TWICE:
        return False
    # No sudden changes for a gut that is upset (PDSA, domain §4.1).
    no_new_food = history.another_is_new or droppings in SOFT
    return not (no_new_food and _is_new(own, evening))


def _is_new(own: Sequence[Serving], evening: date) -> bool:
    return not any(each.evening is not None and each.evening < evening for each in own)


def _too_often(food: Food, history: _History, evening: date, species: Species | None) -> bool:
    """Whether one more would be too much of it, or of what it gives, in any seven nights."""
    frequency = frequency_of(food, species)
    own = {each.evening for each in taken(history.of(food)) if each.evening}
    if frequency is None or most_in_a_week(own | {evening}, evening) > frequency.high:
        return True
    return any(
        target.high is not None
        and counts_for(food, what)
        and most_in_a_week(history.nights[what] | {evening}, evening) > target.high
        for what, target in TARGETS.items()
    )


def _offer(
    food: Food, species: Species | None, room: float, begun: bool
) -> tuple[str, float | None] | None:
    """Words and grams of the most that fits into what the night has room for; None if nothing."""
    portion = portion_of(food, species)
    if portion.grams is None:
        return None if begun else (portion.words, None)
    fits = room / LEAF_SHARE if food.is_watery_leaf else room
    if portion.grams <= fits + 1e-9:
        return portion.words, portion.grams
    # Rounded down, so that the night stays within its limit.
    grams = int(fits * 10) / 10
    return ("", grams) if grams >= LEAST_G else None


def _suggested(
    food: Food,
    history: _History,
    evening: date,
    due: tuple[What, ...],
    species: Species | None,
    room: float,
) -> Suggestion:
    own = history.of(food)
    before = [each.evening for each in taken(own) if each.evening and each.evening <= evening]
    since = (evening - max(before)).days if before else None
    reasons: list[Reason] = [_DUE[what] for what in due if counts_for(food, what)]
    if since is not None and since < 7 and "plants_due" in reasons:
        reasons.remove("plants_due")  # it is among the week's different plants already
    if _last_liking(own) == "likes":
        reasons.append("liked")
    words, grams = _offer(food, species, room, begun=False) or ("", None)
    return Suggestion(
        food.slug, tuple(reasons or ["variety"]), words, grams, since, _is_new(own, evening)
    )


def _last_liking(own: Sequence[Serving]) -> str | None:
    noted = [each for each in own if each.liking is not None]
    return max(noted, key=lambda each: each.evening or date.min).liking if noted else None


def _chosen(
    made: Sequence[Suggestion], foods: Foods, due: tuple[What, ...]
) -> tuple[Suggestion, ...]:
    """The best for each thing that is due, then the best of the rest.

    One new food at most beside familiar ones; where nothing is familiar yet, all may be new,
    since one of them is to be chosen.
    """
    ranked = sorted(made, key=lambda each: _rank(each, foods[each.food]))
    wanted = [next((each for each in ranked if _DUE[what] in each.reasons), None) for what in due]
    familiar = any(not each.is_new for each in made)
    chosen: list[Suggestion] = []
    for each in dict.fromkeys([*wanted, *ranked]):
        if each is None or len(chosen) == MOST:
            continue
        if familiar and each.is_new and any(other.is_new for other in chosen):
            continue
        group = foods[each.food].group
        if group in ONE_OF_A_KIND and any(foods[other.food].group == group for other in chosen):
            continue
        chosen.append(each)
    return tuple(chosen)


def _rank(each: Suggestion, food: Food) -> tuple[int, bool, bool, bool, int, str]:
    """What is due first, familiar before new, unlimited before limited, the longest ago first."""
    due = sum(reason in _DUE.values() for reason in each.reasons)
    liked = "liked" in each.reasons
    return (-due, each.is_new, food.status != "ok", not liked, -(each.since or 0), each.food)
