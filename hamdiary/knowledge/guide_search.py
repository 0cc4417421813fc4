"""Full-text search over the guide, quick enough to be done anew at each letter.

Texts are found by their words in the language in use and in English; topics by their names in
German too, whatever the language.
"""

from collections import Counter
from functools import lru_cache

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import language
from hamdiary.knowledge.finding import LONGEST, slips, slips_allowed, words_of
from hamdiary.knowledge.guide_index import Page, Words, guide_index
from hamdiary.knowledge.guide_topics import TopicTitle

TITLE, OTHER_WORD, SIGN, TEXT = 60, 40, 80, 4
"""What a hit counts: in the title, in another word for the topic, for signs, in a text.

Who looks for a sign is led to how soon to be seen before any cause.
"""


@dataclass(frozen=True)
class GuideHit:
    """One topic that a search found."""

    topic: TopicTitle
    """Which one."""
    lines: tuple[str, ...]
    """The texts of it that hold a typed word, those that hold most of them first."""
    score: int
    """The higher the better; good for ordering only."""


@dataclass(frozen=True)
class _Fitting:
    """What one typed word is the beginning of."""

    words: frozenset[str]
    texts: frozenset[int]
    pages: frozenset[int]


def search_guide(typed: str) -> list[GuideHit]:
    """The topics that hold every typed word, the best first; with slips only if none does."""
    words = words_of(typed[:LONGEST])
    if not words:
        return []
    found = _found(words)
    if not found:
        mended = _mended(words)
        found = _found(mended) if mended != words else []
    return found


def knows_words(typed: str) -> bool:
    """Whether each typed word stands in the guide as it is typed, or begins one that does."""
    return all(_fitting(word, language()).words for word in words_of(typed[:LONGEST]))


def _found(words: Words) -> list[GuideHit]:
    index = guide_index(language())
    fitting = [_fitting(word, language()) for word in words]
    pages = frozenset.intersection(*(each.pages for each in fitting))
    counts = Counter(number for each in fitting for number in each.texts)
    held: dict[int, list[tuple[int, str]]] = {number: [] for number in sorted(pages)}
    for number in sorted(counts):
        page, text = index.texts[number]
        if page in held:
            held[page].append((counts[number], text))
    hits = [_hit(index.pages[number], fitting, texts) for number, texts in held.items()]
    # Sorting is stable: equal topics stay in the guide's order.
    return sorted(hits, key=lambda hit: -hit.score)


def _hit(page: Page, fitting: list[_Fitting], held: list[tuple[int, str]]) -> GuideHit:
    score = sum(TEXT * count * count for count, _ in held)
    score += TITLE * any(_all_fit(fitting, title) for title in page.titles)
    score += SIGN * (page.is_signs and any(count == len(fitting) for count, _ in held))
    score += OTHER_WORD * any(_all_fit(fitting, other) for other in page.others)
    ranked = sorted(held, key=lambda each: -each[0])
    return GuideHit(page.listed, tuple(text for _, text in ranked), score)


def _all_fit(fitting: list[_Fitting], words: Words) -> bool:
    return not any(each.words.isdisjoint(words) for each in fitting)


def _mended(words: Words) -> Words:
    """The words with those that the guide does not have put right, where one is near."""
    known = guide_index(language()).in_pages.words
    return tuple(
        word if _fitting(word, language()).words else _near(word, known) or word for word in words
    )


def _near(word: str, known: Words) -> str | None:
    allowed = slips_allowed(word)
    near = [(count, each) for each in known if (count := slips(word, each, allowed)) is not None]
    return min(near)[1] if near else None


@lru_cache(maxsize=256)
def _fitting(word: str, code: str) -> _Fitting:
    """What a typed word is the beginning of, in the language of that code."""
    index = guide_index(code)
    words = index.in_pages.begun_by(word)
    return _Fitting(words, index.in_texts.places_of(words), index.in_pages.places_of(words))
