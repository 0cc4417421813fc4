"""Finding a food by its name, one of its other names, a plural, or with a slip of the finger.

Whatever language is in use, a food goes by its English and by its German names.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from hamdiary.domain.foods import Food
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import english, language
from hamdiary.knowledge.finding import (
    LONGEST,
    Vocabulary,
    slips,
    slips_allowed,
    stems_of,
    words_of,
    written_out,
)
from hamdiary.knowledge.foods import foods, german_names

NEAREST = 3
"""How many foods are offered for a word that is no food here."""

COMPOUND = 4.0
"""How far a word is from a food whose name is a part of it; no two slips are as far."""

NAME_IN_A_COMPOUND = 5
"""Letters of a name that is looked for in longer words: "tee" is in too many of them."""

Words = tuple[str, ...]
Begun = tuple[frozenset[str], ...]


@dataclass(frozen=True)
class _Named:
    """A food with the words of its names, its own name first."""

    food: Food
    names: tuple[Words, ...]
    stems: tuple[Words, ...]


def _named() -> tuple[_Named, ...]:
    return _named_in(language())


@cache
def _named_in(code: str) -> tuple[_Named, ...]:
    """Every food, its name in that language first."""
    return tuple(
        _Named(food, tuple(map(words_of, names)), tuple(map(stems_of, names)))
        for food in foods().values()
        for names in [_names_of(food, code)]
    )


def _names_of(food: Food, code: str) -> tuple[str, ...]:
    here = (english(food, "name"), food.slug, *food.other_names)
    german = [form for name in german_names()[food.slug] for form in written_out(name)]
    return tuple(dict.fromkeys((*german, *here) if code == "de" else (*here, *german)))


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
    stems, begun = stems_of(" ".join(words)), tuple(map(_begun_by, words))
    named = _named()
    ranked = [
        (rank, named[place].food)
        for place in _places_begun_by(words)
        if (rank := _rank(begun, stems, named[place])) is not None
    ]
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


def begins_a_name(words: Words) -> bool:
    """Whether all typed words begin words of one name of a food."""
    begun, named = tuple(map(_begun_by, words)), _named()
    places = _places_begun_by(words)
    return any(_all_begin(begun, name) for place in places for name in named[place].names)


def _rank(begun: Begun, stems: Words, each: _Named) -> int | None:
    if stems == each.stems[0]:
        return 0
    if stems in each.stems:
        return 1
    own, *others = each.names
    if _starts(begun, own):
        return 2
    if any(_starts(begun, name) for name in others):
        return 3
    if _all_begin(begun, own):
        return 4
    return 5 if any(_all_begin(begun, name) for name in others) else None


def _starts(begun: Begun, name: Words) -> bool:
    return len(begun) <= len(name) and all(
        name[place] in words for place, words in enumerate(begun)
    )


def _all_begin(begun: Begun, name: Words) -> bool:
    return all(not words.isdisjoint(name) for words in begun)


@lru_cache(maxsize=256)
def _begun_by(word: str) -> frozenset[str]:
    """Every word of a name that a typed word begins."""
    return _vocabulary().begun_by(word)


def _places_begun_by(words: Words) -> list[int]:
    """The foods, by their places in the list, that have every typed word in their names."""
    known = _vocabulary()
    return sorted(frozenset.intersection(*(known.places_of(_begun_by(word)) for word in words)))


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
    near = _near_words(word)
    return min((near[other] for other in name if other in near), default=None)


@cache
def _vocabulary() -> Vocabulary[int]:
    """Every word of every name, with the places of the foods; the same in every language."""
    return Vocabulary(
        (word, place) for place, each in enumerate(_named()) for name in each.names for word in name
    )


@lru_cache(maxsize=64)
def _near_words(word: str) -> Mapping[str, int]:
    """The words that a typed one may have been, with its slips; each looked at only once."""
    allowed = slips_allowed(word)
    # A word of two letters is too short to have a slip in it.
    long = (other for other in _vocabulary().words if len(other) > 2)
    counted = ((other, slips(word, other, allowed)) for other in long)
    return {other: count for other, count in counted if count is not None}


def _distance(words: Words, each: _Named) -> float | None:
    """How far from a food: slips in its whole name, or one word of several that is its name."""
    if stems_of(" ".join(words)) in each.stems:
        return -1.0
    whole = _slipped(words, each)
    if whole is not None:
        return float(whole)
    if _rank(tuple(map(_begun_by, words)), stems_of(" ".join(words)), each) is not None:
        return 0.5
    single = [name[0] for name in each.names if len(name) == 1]
    shared = [_nearest_word(word, (name,)) for word in words if len(word) > 2 for name in single]
    near = min((count for count in shared if count is not None), default=None)
    if near is not None:
        return 1.5 + near
    held = any(_is_compound(word, name) for word in words for name in single)
    return COMPOUND if held else None


def _is_compound(word: str, name: str) -> bool:
    """Whether a word is made of a name and something else: "Knoblauchbrot", "Nussschokolade"."""
    long = len(name) >= NAME_IN_A_COMPOUND
    return long and (word.startswith(name) or word.endswith(name))
