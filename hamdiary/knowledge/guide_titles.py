"""Which topic is meant by typed words; only the contents are read for it."""

from functools import cache

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import english, language
from hamdiary.knowledge.finding import LONGEST, Vocabulary, all_begin, words_of, written_out
from hamdiary.knowledge.guide import contents, german_words
from hamdiary.knowledge.guide_topics import TopicTitle

Words = tuple[str, ...]


@dataclass(frozen=True)
class _Named:
    """A topic with the words of its names, in the language in use, in English and in German."""

    topic: TopicTitle
    titles: tuple[Words, ...]
    names: tuple[Words, ...]


def find_topic(typed: str) -> TopicTitle | None:
    """The one topic called so: by slug, title or another word for it, or a clear beginning."""
    words = words_of(typed[:LONGEST])
    if not words:
        return None
    by_slug = contents().get(typed.strip().casefold())
    if by_slug is not None:
        return by_slug
    named, known = _named(language()), _vocabulary(language())
    held = (known.places_of(known.begun_by(word)) for word in words)
    found = [named[place] for place in sorted(frozenset.intersection(*held))]
    exact = [each for each in found if any(_are_same(words, name) for name in each.names)]
    if len(exact) == 1:
        return exact[0].topic
    begun = [each for each in found if any(all_begin(words, title) for title in each.titles)]
    if not exact and len(begun) == 1 and len("".join(words)) > 3:
        return begun[0].topic
    # A title or slug itself goes before the other words of other topics.
    titled = [each for each in exact if words in (words_of(each.topic.slug), *each.titles)]
    return titled[0].topic if len(titled) == 1 else None


def _are_same(words: Words, name: Words) -> bool:
    return len(words) == len(name) and all_begin(words, name) and all_begin(name, words)


@cache
def _named(code: str) -> tuple[_Named, ...]:
    return tuple(map(_name, contents().values()))


def _name(topic: TopicTitle) -> _Named:
    german = german_words(topic.slug)
    titles = (topic.title, english(topic, "title"), *german[:1])
    names = (topic.slug, *titles, *topic.words, *german)
    return _Named(topic, _forms(titles), _forms(names))


def _forms(names: tuple[str, ...]) -> tuple[Words, ...]:
    return tuple(words_of(form) for name in names for form in written_out(name))


@cache
def _vocabulary(code: str) -> Vocabulary[int]:
    """Every word of every name, with the places of the topics."""
    return Vocabulary(
        (word, place)
        for place, each in enumerate(_named(code))
        for name in each.names
        for word in name
    )
