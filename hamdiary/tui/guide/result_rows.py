"""What a search of everything finds: signs first, then foods, then topics with their facts."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from hamdiary.domain.foods import Food
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import english, marked, t
from hamdiary.domain.signs import Sign
from hamdiary.domain.text import clean_line
from hamdiary.domain.urgency import URGENCIES
from hamdiary.knowledge.files import DamagedKnowledge
from hamdiary.knowledge.finding import all_begin, begins, words_of
from hamdiary.knowledge.food_search import begins_a_name, nearest, recognise, search_foods
from hamdiary.knowledge.foods import foods
from hamdiary.knowledge.guide import contents, disagreements, disagreements_on, topic
from hamdiary.knowledge.guide_search import knows_words, search_guide
from hamdiary.knowledge.guide_titles import find_topic
from hamdiary.knowledge.guide_topics import TopicTitle
from hamdiary.knowledge.signs import signs
from hamdiary.knowledge.sources import sources
from hamdiary.render.food_facts import Whose
from hamdiary.tui.guide.food_rows import listed_rows
from hamdiary.tui.guide.places import SIGNS
from hamdiary.tui.guide.rows import EMPTY, Row, gap, heading, sign_of, text_rows
from hamdiary.tui.widgets.lines import Line, Span, line, shortened, wrapped

FOODS, TOPICS, TEXTS = 12, 12, 3
"""The most that is listed of each, and of texts below a topic; more letters find fewer."""

HOW = marked("A sign, a food, a cause, a word of a fact: type it, ↑ ↓ choose, Enter opens.")
"""Before anything is typed."""

MADE = frozenset({"food-table", "never", "sources", SIGNS})
"""Pages whose texts are listed as foods and signs already, or are no facts."""


@dataclass(frozen=True)
class Found:
    """What a search found."""

    words: str
    """The typed words."""
    called: TopicTitle | None
    """The topic that is called so."""
    of_called: Sequence[str]
    """The texts of that topic that hold the words."""
    signs: Sequence[Sign]
    """Signs that hold every word."""
    foods: Sequence[Food]
    """Foods that are called so."""
    food_first: bool
    """Whether the words are just the name of a food."""
    near: Sequence[Food]
    """If nothing at all was found, foods that may have been meant."""
    texts: Sequence[tuple[TopicTitle, Sequence[str]]]
    """Topics, with the texts of theirs that hold the words."""

    @property
    def count(self) -> int:
        """How much was found."""
        return bool(self.called) + len(self.signs) + len(self.foods) + len(self.texts)


def search(typed: str) -> Found:
    """Look for typed words in everything."""
    words = words_of(typed)
    if not words:
        return Found("", None, (), (), (), False, (), ())
    called = find_topic(typed) if len(typed.strip()) > 2 else None
    seen = _signs(words)
    hits = {hit.topic: hit.lines for hit in search_guide(typed)}
    of_called = hits.pop(called, ()) if called else ()
    texts = [(hit, lines) for hit, lines in hits.items() if not (hit.slug == SIGNS and seen)]
    # Foods with a slip in their names are only offered where nothing fits without one.
    is_food = begins_a_name(words)
    fits = called or seen or (texts and knows_words(typed))
    fitting = search_foods(typed) if is_food or not fits else []
    near = [] if called or seen or fitting or texts else nearest(typed)
    food_first = recognise(typed) is not None
    return Found(clean_line(typed), called, of_called, seen, fitting, food_first, near, texts)


def read_ahead() -> Iterator[object]:
    """Read what a search looks through, piece by piece; a damaged file ends it."""
    try:
        for slug in contents():
            yield topic(slug)
        for each in (signs, foods, disagreements, sources):
            yield each()
        yield search("a")
    except DamagedKnowledge:
        return


def _signs(words: tuple[str, ...]) -> list[Sign]:
    short, full = [], []
    for sign in signs().values():
        # Who reads German may still type the English word.
        names = dict.fromkeys((sign.short, english(sign, "short")))
        wholes = dict.fromkeys((f"{sign.short} {sign.full}", _in_english(sign)))
        if any(all_begin(words, words_of(name)) for name in names):
            short.append(sign)
        elif any(all_begin(words, words_of(whole)) for whole in wholes):
            full.append(sign)
    return [*short, *full]


def _in_english(sign: Sign) -> str:
    return f"{english(sign, 'short')} {english(sign, 'full')}"


def result_rows(found: Found, whose: Whose, width: int) -> Iterator[Row]:
    """What was found, each a way to where it stands."""
    if not found.words:
        yield from text_rows(t(HOW), width, "muted")
        return
    yield from gap(width)
    named = [list(listed_rows(each, whose, width)) for each in found.foods[:FOODS]]
    listed_foods = list(_group(t("Foods"), named, width, len(found.foods)))
    yield from listed_foods if found.food_first else ()
    if found.called is not None:
        called = list(_topic(found.called, found.of_called, found.words, width))
        yield from _group(t("Topic"), [called], width)
    yield from _group(t("Signs"), [_sign(each, found.words, width) for each in found.signs], width)
    yield from () if found.food_first else listed_foods
    topics = [list(_topic(each, lines, found.words, width)) for each, lines in found.texts[:TOPICS]]
    yield from _group(t("In the guide"), topics, width)
    if not found.count:
        yield from text_rows(
            t("The guide has nothing about “{words}”.").format(words=shortened(found.words, 40)),
            width,
        )
    if found.near:
        near = [list(listed_rows(each, whose, width)) for each in found.near]
        yield from _group(t("Did you mean one of these foods?"), near, width)


def _group(name: str, shown: Sequence[Sequence[Row]], width: int, found: int = 0) -> Iterator[Row]:
    """What is shown of so many that were found; of all of them, if no number is given."""
    if shown:
        yield from heading(name, width)
        yield from (row for each in shown for row in each)
    if found > len(shown):
        more = t("and {count} more; more letters find fewer").format(count=found - len(shown))
        yield from text_rows(more, width, "muted")
    if shown:
        yield EMPTY


def _sign(sign: Sign, typed: str, width: int) -> list[Row]:
    urgency = sign_of(sign.urgency)
    beside = max(12, *(len(sign_of(each).text) + 2 for each in URGENCIES))
    deep = beside if width >= 60 else 2
    texts = wrapped(f"{sign.short}: {sign.full}", width - deep)
    head = line(urgency).to(deep) if deep == beside else line("  ")
    rows = [(Line() if count and deep == beside else head).to(deep).then(_marked(text, typed))
            for count, text in enumerate(texts)]  # fmt: skip
    if deep != beside:
        rows = [line(urgency), *(line("  ").then(_marked(text, typed)) for text in texts)]
    return [Row(each, f"{SIGNS}/{sign.slug}") for each in rows]


def _topic(listed: TopicTitle, lines: Sequence[str], typed: str, width: int) -> Iterator[Row]:
    title = line(Span(listed.title, "bold"))
    section = Span(f"  {listed.section}", "muted")
    fits = title.width + len(section.text) <= width
    yield Row(title.then(line(section)) if fits else title, listed.slug)
    most = TEXTS if len(typed) > 1 else 0
    texts = () if listed.slug in MADE else lines[:most]
    for text in texts:
        target = f"{listed.slug}/{_anchor(listed.slug, text)}"
        for each in wrapped(text, width - 2):
            yield Row(line("  ").then(_marked(each, typed)), target)


def _anchor(slug: str, text: str) -> str:
    """Where on its page a text stands: a fact, or the disagreement that it is part of."""
    page = topic(slug)
    for fact in page.facts:
        if fact.text == text:
            return fact.slug
    for each in disagreements_on(page):
        if text in (each.question, each.so, *(claim.text for claim in each.claims)):
            return f"≠{each.slug}"
    return ""


def _marked(text: str, typed: str) -> Line:
    """A text with the words that were typed standing out."""
    words = words_of(typed)
    inked = ((piece, _is_held(piece, words)) for piece in _PIECE.findall(text))
    return line(
        *(
            Span("".join(piece for piece, _ in pieces), "bold" if held else "muted")
            for held, pieces in groupby(inked, key=itemgetter(1))
        )
    )


_PIECE = re.compile(r"\w+|\W+")


@lru_cache(maxsize=4096)
def _is_held(piece: str, words: tuple[str, ...]) -> bool:
    return any(begins(word, each) for word in words for each in words_of(piece))


def title_of(found: Found) -> str:
    """What stands on the card."""
    words = shortened(found.words, 24)
    return t("“{words}”").format(words=words) if words else t("Search")
