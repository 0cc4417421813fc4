"""Which topic is meant by typed words; only the contents are read for it."""

from hamdiary.domain.language import english
from hamdiary.knowledge.finding import LONGEST, all_begin, words_of, written_out
from hamdiary.knowledge.guide import TopicTitle, contents, german_words

Words = tuple[str, ...]


def find_topic(typed: str) -> TopicTitle | None:
    """The one topic called so: by slug, title or another word for it, or a clear beginning."""
    words = words_of(typed[:LONGEST])
    if not words:
        return None
    listed = list(contents().values())
    exact = [each for each in listed if _is_called(each, words)]
    if len(exact) == 1:
        return exact[0]
    begun = [
        each for each in listed if any(all_begin(words, words_of(title)) for title in _titles(each))
    ]
    if not exact and len(begun) == 1 and len("".join(words)) > 3:
        return begun[0]
    # A title or slug itself goes before the other words of other topics.
    titled = [each for each in exact if words in map(words_of, (each.slug, *_titles(each)))]
    return titled[0] if len(titled) == 1 else None


def _is_called(each: TopicTitle, words: Words) -> bool:
    names = (each.slug, *_titles(each), *each.words, *german_words(each.slug))
    names = tuple(form for name in names for form in written_out(name))
    return any(
        len(words) == len(name) and all_begin(words, name) and all_begin(name, words)
        for name in map(words_of, names)
    )


def _titles(each: TopicTitle) -> tuple[str, ...]:
    """Its title in the language in use, in English and in German."""
    return each.title, english(each, "title"), *german_words(each.slug)[:1]
