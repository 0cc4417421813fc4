"""Full-text search over the guide, small enough to be done anew for each search."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from hamdiary.domain.frozen import dataclass
from hamdiary.knowledge.finding import LONGEST, all_begin, begins, slips, slips_allowed, words_of
from hamdiary.knowledge.foods import foods
from hamdiary.knowledge.guide import (
    Shows,
    TopicTitle,
    contents,
    disagreements,
    disagreements_on,
    topic,
)
from hamdiary.knowledge.signs import signs
from hamdiary.knowledge.sources import sources

Words = tuple[str, ...]

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
class _Page:
    listed: TopicTitle
    title: Words
    others: tuple[Words, ...]
    texts: tuple[tuple[str, Words], ...]
    is_signs: bool
    words: frozenset[str]


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
    return all(_fitting(word) for word in words_of(typed[:LONGEST]))


def _found(words: Words) -> list[GuideHit]:
    hits = [hit for page in _pages() if (hit := _hit(words, page)) is not None]
    # Sorting is stable: equal topics stay in the guide's order.
    return sorted(hits, key=lambda hit: -hit.score)


def _hit(words: Words, page: _Page) -> GuideHit | None:
    fitting = [_fitting(word) for word in words]
    if any(each.isdisjoint(page.words) for each in fitting):
        return None
    held = [(sum(not each.isdisjoint(text) for each in fitting), line) for line, text in page.texts]
    score = sum(TEXT * count * count for count, _ in held)
    score += TITLE * all_begin(words, page.title)
    score += SIGN * (page.is_signs and any(count == len(words) for count, _ in held))
    score += OTHER_WORD * any(all_begin(words, other) for other in page.others)
    ranked = sorted((each for each in held if each[0]), key=lambda each: -each[0])
    return GuideHit(page.listed, tuple(line for _, line in ranked), score)


def _mended(words: Words) -> Words:
    """The words with those that the guide does not have put right, where one is near."""
    known = _vocabulary()
    return tuple(
        word if any(each.startswith(word) for each in known) else _near(word, known) or word
        for word in words
    )


def _near(word: str, known: Sequence[str]) -> str | None:
    allowed = slips_allowed(word)
    near = [(count, each) for each in known if (count := slips(word, each, allowed)) is not None]
    return min(near)[1] if near else None


@cache
def _vocabulary() -> Words:
    found: dict[str, None] = {}
    for page in _pages():
        for words in (page.title, *page.others, *(text for _, text in page.texts)):
            found.update(dict.fromkeys(words))
    return tuple(found)


@cache
def _pages() -> tuple[_Page, ...]:
    return tuple(map(_page, contents().values()))


def _page(listed: TopicTitle) -> _Page:
    title, others = words_of(listed.title), tuple(map(words_of, listed.words))
    texts = tuple((line, words_of(line)) for line in _lines(listed.slug))
    every = (title, *others, *(text for _, text in texts))
    return _Page(
        listed, title, others, texts, topic(listed.slug).shows == "signs",
        frozenset(word for each in every for word in each),
    )  # fmt: skip


@lru_cache(maxsize=256)
def _fitting(word: str) -> frozenset[str]:
    """Every word of the guide that a typed word is the beginning of."""
    return frozenset(each for each in _vocabulary() if begins(word, each))


def _lines(slug: str) -> Iterator[str]:
    page = topic(slug)
    yield page.lead
    yield from (fact.text for fact in page.facts)
    yield from _made_lines(page.shows)
    for each in disagreements_on(page):
        yield each.question
        yield from (claim.text for claim in each.claims)
        yield each.so


def _made_lines(shows: Shows | None) -> Iterator[str]:
    """The texts of a page that is made from other data."""
    match shows:
        case "signs":
            yield from (f"{sign.short}: {sign.full}" for sign in signs().values())
        case "foods" | "never":
            for food in foods().values():
                if food.is_never == (shows == "never"):
                    names = ", ".join((food.name, *food.other_names))
                    yield f"{names}. {food.cautions}"
        case "sources":
            yield from (f"{each.key} {each.by}: {each.title}" for each in sources().values())
        case "disagreements":
            yield from (each.question for each in disagreements().values())
        case None:
            return
