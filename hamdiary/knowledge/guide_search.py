"""Full-text search over the guide, small enough to be done anew for each search."""

from collections.abc import Iterator, Sequence
from functools import cache

from hamdiary.domain.frozen import dataclass
from hamdiary.knowledge.finding import LONGEST, all_begin, slips, slips_allowed, words_of
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


def _found(words: Words) -> list[GuideHit]:
    hits = [hit for page in _pages() if (hit := _hit(words, page)) is not None]
    # Sorting is stable: equal topics stay in the guide's order.
    return sorted(hits, key=lambda hit: -hit.score)


def _hit(words: Words, page: _Page) -> GuideHit | None:
    everything = [page.title, *page.others, *(text for _, text in page.texts)]
    if not all(any(all_begin((word,), each) for each in everything) for word in words):
        return None
    held = [(sum(all_begin((word,), text) for word in words), line) for line, text in page.texts]
    score = sum(TEXT * count * count for count, _ in held)
    score += TITLE * all_begin(words, page.title)
    score += SIGN * (page.is_signs and any(all_begin(words, text) for _, text in page.texts))
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
    return tuple(
        _Page(
            listed,
            words_of(listed.title),
            tuple(map(words_of, listed.words)),
            tuple((line, words_of(line)) for line in _lines(slug)),
            topic(slug).shows == "signs",
        )
        for slug, listed in contents().items()
    )


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
