"""A topic as rows: what to know first, what is said part by part, and where to read on."""

from collections.abc import Iterator, Sequence

from hamdiary.domain.language import english, marked, t, tn
from hamdiary.knowledge.guide import (
    cited_on,
    contents,
    disagreement,
    disagreements,
)
from hamdiary.knowledge.guide_topics import HEADINGS, Fact, Topic
from hamdiary.tui.guide.box_rows import box_rows
from hamdiary.tui.guide.reader import Reader
from hamdiary.tui.guide.rows import (
    EMPTY,
    Cited,
    Row,
    cited_rows,
    column_heads,
    gap,
    heading,
    link_rows,
    text_rows,
)
from hamdiary.tui.widgets.lines import Span, line

ONLY_A_VET = marked("It can only be told apart from other causes by a vet.")
"""On a cause's page, where its first words do not say so."""


def topic_rows(topic: Topic, reader: Reader, width: int) -> list[Row]:
    """All of a topic, from its first words to its sources."""
    rows = [*gap(width), *text_rows(topic.lead, width)]
    if topic.when:
        rows += text_rows(t("Concerns only: {when}.").format(when=topic.when), width, "bold")
    if topic.is_cause and "vet" not in english(topic, "lead"):
        rows += text_rows(t(ONLY_A_VET), width)
    rows += _own(topic, reader, width)
    rows += _parts(topic, width)
    rows += _made(topic, reader, width)
    return [*rows, *_read_on(topic, width)]


def _parts(topic: Topic, width: int) -> Iterator[Row]:
    shown: set[str] = set()
    for count, (about, facts) in enumerate(topic.parts().items()):
        yield EMPTY
        heads = heading if count else column_heads
        yield from heads(HEADINGS[about], width)
        for place, fact in enumerate(facts):
            yield from cited_rows(_cited(fact), width, fact.slug)
            # A claim that others contradict has them right below it, once a page.
            if fact.disagreement and fact.disagreement not in shown:
                shown.add(fact.disagreement)
                yield from (EMPTY, *box_rows(disagreement(fact.disagreement), width))
                if place < len(facts) - 1:
                    yield EMPTY


def _cited(fact: Fact) -> Cited:
    mark = " ≠" if fact.disagreement else ""
    return Cited(fact.text + mark, fact.sources, fact.sure, fact.urgency)


def _made(topic: Topic, reader: Reader, width: int) -> Sequence[Row]:
    """What a page shows besides its own facts."""
    match topic.shows:
        case "foods":
            from hamdiary.tui.guide.food_rows import table_rows

            return [EMPTY, *table_rows(reader.whose, width)]
        case "never":
            from hamdiary.tui.guide.food_rows import never_rows

            return [EMPTY, *never_rows(width)]
        case "disagreements":
            boxes = [(EMPTY, *box_rows(each, width)) for each in disagreements().values()]
            return [row for box in boxes for row in box]
        case "sources":
            from hamdiary.knowledge.sources import sources
            from hamdiary.tui.guide.source_rows import source_rows

            return [EMPTY, *source_rows(sources().values(), width)]
        case "signs" | None:
            return ()


def _own(topic: Topic, reader: Reader, width: int) -> Sequence[Row]:
    """What a page says of this hamster: its cage; whom to ring, before anything is read."""
    if topic.slug == "cage":
        from hamdiary.tui.guide.cage_rows import cage_rows

        return [EMPTY, *cage_rows(reader.hamster, width)]
    if topic.slug == "right-now":
        from hamdiary.tui.guide.number_rows import number_rows

        return [EMPTY, *number_rows(reader.hamster, width, large=True)]
    return ()


def _read_on(topic: Topic, width: int) -> Iterator[Row]:
    listed = contents()
    yield EMPTY
    yield from heading(t("See also"), width)
    for number, slug in enumerate(listed[topic.slug].see, 1):
        yield from link_rows(number, listed[slug].title, slug, width)
    count = len(set(cited_on(topic)) - {"D"})
    if count:
        told = tn(
            "the source of this page, with addresses and what each said",
            "the {count} sources of this page, with addresses and what each said",
            count,
        )
        first, *more = text_rows(told.format(count=count), width - 3)
        target = f"sources/{topic.slug}"
        yield EMPTY
        yield Row(line(Span("s", "key"), "  ").then(first.line), target)
        yield from (Row(line("   ").then(each.line), target) for each in more)
