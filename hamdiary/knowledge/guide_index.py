"""Which word stands in which text of the guide, in the language in use and in English.

Topics and foods are found by their German names too, whatever the language.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from hamdiary.domain.foods import Food
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import english
from hamdiary.knowledge.finding import Vocabulary, words_of, written_out
from hamdiary.knowledge.foods import also_called, foods, german_names
from hamdiary.knowledge.guide import contents, disagreements, disagreements_on, german_words, topic
from hamdiary.knowledge.guide_topics import Shows, TopicTitle
from hamdiary.knowledge.signs import signs
from hamdiary.knowledge.sources import sources

Words = tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """One topic by its names."""

    listed: TopicTitle
    """Which one."""
    titles: tuple[Words, ...]
    """The words of its title in each language."""
    others: tuple[Words, ...]
    """The words of what else people look for."""
    is_signs: bool
    """Whether it is the page of signs."""


@dataclass(frozen=True)
class Index:
    """Which page and which of its texts each word stands in."""

    pages: tuple[Page, ...]
    """The topics in the guide's order."""
    texts: tuple[tuple[int, str], ...]
    """Each text with the number of its page."""
    in_texts: Vocabulary[int]
    """Each word with the numbers of the texts that hold it."""
    in_pages: Vocabulary[int]
    """Each word with the numbers of the pages that hold it, in their names or in a text."""


@cache
def guide_index(code: str) -> Index:
    """All that is searched, in the language of that code, which is to be the one in use."""
    pages = tuple(map(_page, contents().values()))
    texts: list[tuple[int, str]] = []
    in_texts: list[tuple[str, int]] = []
    in_pages: list[tuple[str, int]] = []
    for number, page in enumerate(pages):
        in_pages += ((word, number) for name in (*page.titles, *page.others) for word in name)
        for text, other in _texts(page.listed.slug):
            words = _words_of(text, other)
            in_texts += ((word, len(texts)) for word in words)
            in_pages += ((word, number) for word in words)
            texts.append((number, text))
    return Index(pages, tuple(texts), Vocabulary(in_texts), Vocabulary(in_pages))


def _page(listed: TopicTitle) -> Page:
    german = german_words(listed.slug)
    titles = (listed.title, english(listed, "title"), *german[:1])
    others = (*listed.words, *german[1:])
    is_signs = topic(listed.slug).shows == "signs"
    return Page(listed, _forms(titles), _forms(others), is_signs)


def _words_of(*texts: str) -> set[str]:
    """Every word, also as it is typed where there are no umlauts."""
    return {word for text in texts for form in written_out(text) for word in words_of(form)}


def _forms(names: Iterable[str]) -> tuple[Words, ...]:
    return tuple(words_of(form) for name in dict.fromkeys(names) for form in written_out(name))


def _texts(slug: str) -> Iterator[tuple[str, str]]:
    """Each text of a page, and the same in English."""
    page = topic(slug)
    yield _both(page, "lead")
    yield from (_both(fact, "text") for fact in page.facts)
    yield from _made(page.shows)
    for each in disagreements_on(page):
        yield _both(each, "question")
        yield from (_both(claim, "text") for claim in each.claims)
        yield _both(each, "so")


def _both(thing: object, *names: str) -> tuple[str, str]:
    here = ": ".join(getattr(thing, name) for name in names)
    return here, ": ".join(english(thing, name) for name in names)


def _made(shows: Shows | None) -> Iterator[tuple[str, str]]:
    """The texts of a page that is made from other data."""
    match shows:
        case "signs":
            yield from (_both(sign, "short", "full") for sign in signs().values())
        case "foods" | "never":
            every = foods().values()
            yield from (_food(food) for food in every if food.is_never == (shows == "never"))
        case "sources":
            for each in sources().values():
                text = f"{each.key} {each.by}: {each.title}"
                yield text, text
        case "disagreements":
            yield from (_both(each, "question") for each in disagreements().values())
        case None:
            return


def _food(food: Food) -> tuple[str, str]:
    here = f"{', '.join((food.name, *also_called(food)))}. {food.cautions}"
    names = (english(food, "name"), *food.other_names, *german_names()[food.slug])
    return here, f"{', '.join(names)}. {english(food, 'cautions')}"
