"""Which topic is meant by typed words; only the contents are read for it."""

from hamdiary.knowledge.finding import LONGEST, all_begin, words_of
from hamdiary.knowledge.guide import TopicTitle, contents

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
    begun = [each for each in listed if all_begin(words, words_of(each.title))]
    if not exact and len(begun) == 1 and len("".join(words)) > 3:
        return begun[0]
    # A title or slug itself goes before the other words of other topics.
    titled = [each for each in exact if words in (words_of(each.title), words_of(each.slug))]
    return titled[0] if len(titled) == 1 else None


def _is_called(each: TopicTitle, words: Words) -> bool:
    names = (each.title, each.slug, *each.words)
    return any(
        len(words) == len(name) and all_begin(words, name) and all_begin(name, words)
        for name in map(words_of, names)
    )
