"""Lines of a picture or of its words, as lines of the screen: roles are inks by the same name."""

from collections.abc import Iterable, Sequence

from hamdiary.render.canvas import Line as Pictured
from hamdiary.render.canvas import Span as Words
from hamdiary.render.canvas import wrapped_line
from hamdiary.tui.widgets.lines import BLANK, Line, Span

AIRY = 3
"""So many paragraphs are enough."""

_ON_A_TINT = {"faint": "muted"}
"""In the cursor's column faint words become muted (look.md, Colour)."""


def on_screen(line: Pictured) -> Line:
    """A line of a picture; the cells of the cursor stand on a ground of their own."""
    return Line(
        tuple(
            Span(span.text, _ON_A_TINT.get(span.role, span.role), "", "here")
            if span.here
            else Span(span.text, span.role)
            for span in line
        )
    )


def paragraph(sentences: Iterable[Pictured], width: int) -> list[Line]:
    """Sentences one after the other, each beginning a line of its own."""
    return [on_screen(row) for each in sentences for row in wrapped_line(each, width)]


def paragraphs(each: Sequence[Sequence[Pictured]], width: int, gap: bool = True) -> list[Line]:
    """Paragraphs with an empty row between them."""
    rows: list[Line] = []
    for sentences in each:
        rows += [BLANK] if rows and gap else []
        rows += paragraph(sentences, width)
    return rows


def run_on(sentences: Sequence[Pictured], width: int, height: int) -> list[Line]:
    """Sentences one behind the other, as many of them as there is room for."""
    for count in range(len(sentences), 0, -1):
        run: list[Words] = []
        for sentence in sentences[:count]:
            run += [Words("  ", "text"), *sentence] if run else sentence
        rows = wrapped_line(tuple(run), width)
        if len(rows) <= height:
            return [on_screen(row) for row in rows]
    return []


def whole_paragraphs(each: Sequence[Sequence[Pictured]], width: int, height: int) -> list[Line]:
    """As many paragraphs as there is room for, none of them cut.

    Rather three with empty rows between them than more of them without.
    """
    for gap, least in ((True, min(AIRY, len(each))), (False, 1)):
        for count in range(len(each), least - 1, -1):
            rows = paragraphs(each[:count], width, gap)
            if len(rows) <= height:
                more = _whole_sentences(each[count:], width, height - len(rows) - gap)
                return [*rows, *([BLANK] if gap and more else []), *more]
    return _whole_sentences(each, width, height)


def _whole_sentences(each: Sequence[Sequence[Pictured]], width: int, height: int) -> list[Line]:
    """As many sentences of the first of these paragraphs as there is room for."""
    sentences = each[0] if each else ()
    for count in range(len(sentences), 0, -1):
        rows = paragraph(sentences[:count], width)
        if len(rows) <= height:
            return rows
    return []
