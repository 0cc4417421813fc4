"""Sources as rows: key, what it is, where it stands, what it said, how sure."""

from collections.abc import Iterable, Iterator

from hamdiary.knowledge.guide import cited_on
from hamdiary.knowledge.guide_topics import Topic
from hamdiary.knowledge.sources import Source, sources
from hamdiary.tui.guide.rows import Row, sure_line, text_rows
from hamdiary.tui.widgets.lines import Span, line

KEY = 8
"""Cells of a key."""


def sources_of(topic: Topic) -> list[Source]:
    """Everybody whom a page cites, our own rules too, in the order of the page."""
    known = sources()
    return [known[key] for key in cited_on(topic) if key in known]


def source_rows(listed: Iterable[Source], width: int) -> Iterator[Row]:
    """Each source under its key."""
    for source in listed:
        head = line(Span(source.key, "bold")).to(KEY).plus(source.by)
        sure = sure_line(source.sure)
        yield Row(head.to(head.width + 2).then(sure) if sure.width else head, "", source.key)
        for words, ink in ((source.title, "muted"), (source.said, "text")):
            if words:
                yield from text_rows(words, width, ink, indent=min(KEY, width // 6))
