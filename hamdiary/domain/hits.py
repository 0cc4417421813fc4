"""Where in a text the words of a search stand."""

import re
import unicodedata
from functools import lru_cache

Hit = tuple[int, int]
"""First letter of a found word and the one after its last."""

FURTHEST = 20_000
"""Letters of a text that are looked through; what is shown of it is a line."""

LONGEST = 200
"""Letters of a search that are looked at."""


def hits(text: str, typed: str) -> list[Hit]:
    """Where the typed words begin words of the text, or else stand anywhere in it.

    Case and accents do not matter, as they do not for the full-text index.
    """
    folded, wanted = _folded(text[:FURTHEST]), _folded(typed[:LONGEST])
    words = sorted(set(re.findall(r"\w+", wanted)), key=len, reverse=True)
    parts = sorted(set(wanted.split()), key=len, reverse=True)
    for before, any_of in (("(?<!\\w)", words), ("", parts)):
        if any_of:
            either = "|".join(map(re.escape, any_of))
            found = [each.span() for each in re.finditer(f"{before}(?:{either})", folded)]
            if found:
                return found
    return []


def _folded(text: str) -> str:
    """The text in small letters without accents, as long as before."""
    return text.lower() if text.isascii() else "".join(map(_folded_letter, text))


@lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str:
    return (unicodedata.normalize("NFD", letter)[0].lower() or letter)[0]
