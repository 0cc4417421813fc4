"""One page of the guide, whichever it is: its title, one fact about it, its rows."""

from collections.abc import Mapping, Sequence

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked, t
from hamdiary.domain.night import Answer
from hamdiary.knowledge.files import DamagedKnowledge
from hamdiary.tui.guide.places import Place
from hamdiary.tui.guide.reader import Reader
from hamdiary.tui.guide.rows import BROADEST, EMPTY, Row, gap, text_rows

Answers = Mapping[str, Answer]


@dataclass(frozen=True)
class Page:
    """What a card shows."""

    title: str
    """Its name."""
    fact: str
    """One thing about it."""
    rows: Sequence[Row]
    """Everything on it."""


STILL_OPEN = marked("The diary itself is not touched by this.")
"""Below a trouble with the guide's own files."""


def page_at(place: Place, reader: Reader, answers: Answers, width: int) -> Page:
    """The page in `width` cells; a damaged file of the guide is told of as a page."""
    room = min(width, BROADEST)
    try:
        return _page_at(place, reader, answers, room)
    except DamagedKnowledge as trouble:
        rows = [*text_rows(str(trouble), room, "warn"), EMPTY, *text_rows(t(STILL_OPEN), room)]
        return Page(t("The guide cannot be read"), "", rows)


def _page_at(place: Place, reader: Reader, answers: Answers, width: int) -> Page:
    match place.kind:
        case "topic":
            return _topic_page(place.name, reader, answers, width)
        case "food":
            from hamdiary.knowledge.diet_words import GROUP_WORDS
            from hamdiary.knowledge.foods import foods
            from hamdiary.tui.guide.food_rows import food_rows

            food = foods()[place.name]
            group = t("never give") if food.is_never else GROUP_WORDS[food.group]
            return Page(food.name, group, list(food_rows(food, reader.whose, width)))
        case "sources":
            from hamdiary.knowledge.guide import topic
            from hamdiary.tui.guide.source_rows import source_rows, sources_of

            page = topic(place.name)
            found = sources_of(page)
            rows = [*gap(width), *source_rows(found, width)]
            return Page(t("Who says it: {title}").format(title=page.title), f"{len(found)}", rows)
        case "answer":
            from hamdiary.tui.guide.sign_rows import answer_rows, answered

            given = answered(answers, reader)
            fact = t("how soon, never what it is")
            return Page(t("What you saw"), fact, list(answer_rows(given, width)))
        case "results":
            from hamdiary.tui.guide.result_rows import result_rows, search, title_of

            hits = search(place.name)
            words = t("{count} found").format(count=hits.count) if hits.words else ""
            return Page(title_of(hits), words, list(result_rows(hits, reader.whose, width)))


def _topic_page(slug: str, reader: Reader, answers: Answers, width: int) -> Page:
    from hamdiary.knowledge.guide import contents, topic
    from hamdiary.tui.guide.topic_rows import topic_rows

    page = topic(slug)
    same = [each.slug for each in contents().values() if each.section == page.section]
    fact = t("{section}, {number} of {count}").format(
        section=page.section, number=same.index(slug) + 1, count=len(same)
    )
    if page.shows == "signs":
        from hamdiary.tui.guide.sign_rows import answer_rows, answered

        rows = [*gap(width), *text_rows(page.lead, width), EMPTY]
        return Page(page.title, fact, [*rows, *answer_rows(answered(answers, reader), width)])
    return Page(page.title, fact, topic_rows(page, reader, width))
