"""Finding a food by its name, one of its other names, a plural, or with a slip of the finger."""

from collections.abc import Mapping, Sequence
from functools import cache

from hamdiary.domain.foods import Food
from hamdiary.domain.frozen import dataclass
from hamdiary.knowledge.finding import (
    LONGEST,
    all_begin,
    slips,
    slips_allowed,
    stems_of,
    words_of,
)
from hamdiary.knowledge.foods import foods

NEAREST = 3
"""How many foods are offered for a word that is no food here."""

Words = tuple[str, ...]


@dataclass(frozen=True)
class _Named:
    """A food with the words of its names, its own name first."""

    food: Food
    names: tuple[Words, ...]
    stems: tuple[Words, ...]


@cache
def _named() -> tuple[_Named, ...]:
    return tuple(
        _Named(food, tuple(map(words_of, names)), tuple(map(stems_of, names)))
        for food in foods().values()
        for names in [(food.name, food.slug, *food.other_names)]
    )


@cache
def _by_stems() -> Mapping[Words, tuple[Food, ...]]:
    found: dict[Words, dict[str, Food]] = {}
    for each in _named():
        for stems in each.stems:
            found.setdefault(stems, {})[each.food.slug] = each.food
    return {stems: tuple(named.values()) for stems, named in found.items()}


def search_foods(typed: str) -> list[Food]:
    """Foods whose names begin with the typed words, the best first; all for no word.

    A name before another name, its beginning before a later word; slips only where nothing fits.
    """
    words = words_of(typed[:LONGEST])
    if not words:
        return [] if typed.strip() else list(foods().values())
    ranked = [(rank, each.food) for each in _named() if (rank := _rank(words, each)) is not None]
    if not ranked:
        ranked = [
            (rank, each.food) for each in _named() if (rank := _slipped(words, each)) is not None
        ]
    ranked.sort(key=lambda pair: pair[0])
    return [food for _, food in ranked]


def recognise(typed: str) -> Food | None:
    """The one food that is called so, by whichever of its names; None if there is none or more."""
    found = _by_stems().get(stems_of(typed[:LONGEST]), ())
    return found[0] if len(found) == 1 else None


def food_called(stored: str) -> Food | None:
    """The food that a serving names, by its slug or in whatever words it was kept."""
    return foods().get(stored) or recognise(stored)


def name_of(stored: str) -> str:
    """What a serving's food is called: its name here, or the owner's own word."""
    food = foods().get(stored)
    return food.name if food else stored


def maybe_poisonous(typed: str) -> Food | None:
    """The possibly poisonous food that an unknown word is nearest to, if one is (domain §4.5)."""
    near = nearest(typed, 1)
    return near[0] if near and near[0].status == "never_t" else None


def nearest(typed: str, most: int = NEAREST) -> list[Food]:
    """Foods that may have been meant, never foods first where several are as near."""
    words = words_of(typed[:LONGEST])
    if not words:
        return []
    ranked = []
    for place, each in enumerate(_named()):
        far = _distance(words, each)
        if far is not None:
            ranked.append(((far, not each.food.is_never, place), each.food))
    ranked.sort(key=lambda pair: pair[0])
    return [food for _, food in ranked[:most]]


def _rank(words: Words, each: _Named) -> int | None:
    stems = tuple(stems_of(" ".join(words)))
    if stems == each.stems[0]:
        return 0
    if stems in each.stems:
        return 1
    own, *others = each.names
    if _starts(words, own):
        return 2
    if any(_starts(words, name) for name in others):
        return 3
    if all_begin(words, own):
        return 4
    return 5 if any(all_begin(words, name) for name in others) else None


def _starts(words: Words, name: Words) -> bool:
    return len(words) <= len(name) and all(
        all_begin((word,), (name[place],)) for place, word in enumerate(words)
    )


def _slipped(words: Words, each: _Named) -> int | None:
    """How many slips make the typed words those of one of its names."""
    best: int | None = None
    for name in each.names:
        counts = [_nearest_word(word, name) for word in words]
        if None not in counts:
            total = sum(count or 0 for count in counts)
            best = total if best is None else min(best, total)
    return best


def _nearest_word(word: str, name: Sequence[str]) -> int | None:
    allowed = slips_allowed(word)
    found = [slips(word, other, allowed) for other in name if len(other) > 2]
    return min((each for each in found if each is not None), default=None)


def _distance(words: Words, each: _Named) -> float | None:
    """How far from a food: slips in its whole name, or one word of several that is its name."""
    if stems_of(" ".join(words)) in each.stems:
        return -1.0
    whole = _slipped(words, each)
    if whole is not None:
        return float(whole)
    if _rank(words, each) is not None:
        return 0.5
    shared = [
        _nearest_word(word, (name[0],))
        for word in words
        if len(word) > 2
        for name in each.names
        if len(name) == 1
    ]
    near = min((count for count in shared if count is not None), default=None)
    return None if near is None else 1.5 + near
