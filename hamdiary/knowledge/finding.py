"""Finding names and texts by typed words: case, accents, plurals and a slip do not matter."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

Place = TypeVar("Place", bound=Hashable)

LONGEST = 80
"""Letters of what was typed that are looked at."""

_IRREGULAR = (("ies", "y"), ("oes", "o"), ("ves", "f"), ("ches", "ch"), ("shes", "sh"))
_NO_PLURAL = ("ss", "us")
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters without accents."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(each for each in text if not unicodedata.combining(each))
    return tuple(re.findall(r"\w+", text.casefold().replace("’", "").replace("'", "")))


def written_out(name: str) -> tuple[str, ...]:
    """A German name as it is, and as it is typed where there are no umlauts: "Moehre"."""
    plain = name.translate(_WRITTEN_OUT)
    return (name,) if plain == name else (name, plain)


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """The word without the ending of a plural: "tomatoes" and "tomato" are one."""
    for ending, instead in _IRREGULAR:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + instead
    if len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURAL):
        return word[:-1]
    return word


@lru_cache(maxsize=8192)
def stems_of(text: str) -> tuple[str, ...]:
    """The words of a text, each without the ending of a plural."""
    return tuple(map(stem, words_of(text)))


def begins(typed: str, word: str) -> bool:
    """Whether a typed word is the beginning of a word, or the same in the plural."""
    return word.startswith(typed) or stem(typed) == stem(word)


def all_begin(typed: Sequence[str], words: Sequence[str]) -> bool:
    """Whether every typed word begins one of the words."""
    for each in typed:
        own = stem(each)
        for word in words:
            if word.startswith(each) or stem(word) == own:
                break
        else:
            return False
    return True


class Vocabulary(Generic[Place]):
    """Words with the places that hold them, laid out so that a beginning is found at once."""

    def __init__(self, held: Iterable[tuple[str, Place]]) -> None:
        places: dict[str, set[Place]] = {}
        for word, place in held:
            places.setdefault(word, set()).add(place)
        self._places = places
        self.words: tuple[str, ...] = tuple(sorted(places))
        """Every word, sorted, so that those with one beginning lie together."""
        self._stems: dict[str, list[str]] = {}
        for word in places:
            self._stems.setdefault(stem(word), []).append(word)

    def begun_by(self, typed: str) -> frozenset[str]:
        """Every word that a typed word begins, or is the same as in the plural."""
        first = bisect_left(self.words, typed)
        last = bisect_left(self.words, typed + chr(0x10FFFF), first)
        return frozenset((*self.words[first:last], *self._stems.get(stem(typed), ())))

    def places_of(self, words: Iterable[str]) -> frozenset[Place]:
        """Every place that holds one of the words."""
        none: frozenset[Place] = frozenset()
        return none.union(*(self._places[word] for word in words if word in self._places))


def slips(one: str, other: str, most: int) -> int | None:
    """How many letters were missed, doubled, changed or swapped; None for more than `most`."""
    # Most words are ruled out by their letters alone, each missing one being a slip.
    if abs(len(one) - len(other)) > most or len(set(one) - set(other)) > most:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None


def slips_allowed(word: str) -> int:
    """How many slips a word of that length may have: none in a short one."""
    return 0 if len(word) < 4 else 1 if len(word) < 7 else 2
