"""Rows of the guide: lines, what a key or click on them opens, and by which name they are found."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from hamdiary.domain.language import t
from hamdiary.domain.urgency import Urgency
from hamdiary.knowledge.sources import SURE_MARKS, SURENESS, Sure, key_of, sources
from hamdiary.knowledge.urgency import URGENCY_SIGNS
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line, wrapped

WIDE = 68
"""From so many cells on, who says a thing stands beside it, and below it where it is narrow."""

BROADEST = 92
"""Cells of the longest line: longer ones are hard to read."""

BY, SURE, GAP = 14, 10, 2
"""Cells of who says it, of how sure it is at least, and between them."""

URGENCY_INKS: dict[Urgency, str] = {
    "now": "now", "today": "today", "soon": "warn", "watch": "muted", "note": "muted",
}  # fmt: skip
"""How a word of urgency is drawn; its sign and word say it without colour (look.md)."""


class Row(NamedTuple):
    """One line of a page."""

    line: Line = BLANK
    """What is drawn."""
    link: str = ""
    """What it opens; neighbours of one link are one choice."""
    anchor: str = ""
    """The name under which a link finds it."""


EMPTY = Row()


class Cited(NamedTuple):
    """Something with who says it."""

    text: str
    """What is said."""
    sources: tuple[str, ...]
    """Who says it."""
    sure: Sure
    """How sure it is."""
    urgency: Urgency | None = None
    """How soon a vet should see it."""
    label: str = ""
    """What stands before it."""


def text_rows(text: str, width: int, ink: str = "text", indent: int = 0, link: str = "",
              anchor: str = "") -> list[Row]:  # fmt: skip
    """Words in lines."""
    blanks = " " * indent
    return [
        Row(line(blanks, Span(each, ink)) if indent else line(Span(each, ink)), link, anchor)
        for each in wrapped(text, width - indent)
    ]


def gap(width: int) -> list[Row]:
    """An empty row at the top of a page, where there is room for one."""
    return [EMPTY] if width >= WIDE else []


def heading(text: str, width: int) -> list[Row]:
    """The name of a part."""
    return text_rows(text, width, "title")


def labelled_rows(pairs: Iterable[tuple[str, str]], width: int, labels: int) -> list[Row]:
    """Labels with their words beside, or below where it is narrow; empty words are left out."""
    rows: list[Row] = []
    for label, words in pairs:
        if not words:
            continue
        if width < 3 * labels or len(label) >= labels:
            rows += text_rows(label, width, "muted")
            rows += text_rows(words, width, indent=2)
            continue
        for count, each in enumerate(wrapped(words, width - labels)):
            head = line(Span("" if count else label, "muted"))
            rows.append(Row(head.to(labels).plus(each)))
    return rows


def sign_of(urgency: Urgency) -> Span:
    """Sign and word of an urgency; the two that cannot wait as a patch."""
    words = URGENCY_SIGNS[urgency]
    patch = urgency in ("now", "today")
    return Span(f" {words} " if patch else words, URGENCY_INKS[urgency])


def urgent_lines(urgency: Urgency | None, text: str, width: int, ink: str = "text") -> list[Line]:
    """A text with its word of urgency before it."""
    if urgency is None:
        return [line(Span(each, ink)) for each in wrapped(text, width)]
    sign = sign_of(urgency)
    # The sign must not be broken: it is wrapped as one long word.
    first, *more = wrapped(f"{'x' * len(sign.text)} {text}", width)
    head = line(sign, Span(first[len(sign.text) :], ink))
    return [head, *(line(Span(each, ink)) for each in more)]


def said_by(keys: Sequence[str]) -> list[str]:
    """Who says it, with their keys: "care page A", "vet pages TOL, PMD1", "our own rule"."""
    known, named = sources(), dict[str, list[str]]()
    for key in sorted(dict.fromkeys(keys), key=lambda each: key_of(each) == "D"):
        source = known.get(key_of(key))
        named.setdefault(source.by if source else "", []).append(key)
    return [
        by if key_of(keys[0]) == "D" else f"{by} {', '.join(keys)}" for by, keys in named.items()
    ]


def sure_cells() -> int:
    """Cells of how sure it is, marks and the longest word."""
    beside = [f"{marks} {SURENESS[sure]}" for sure, marks in SURE_MARKS.items() if marks]
    return max(SURE, *map(len, beside))


def sure_line(sure: Sure) -> Line:
    """How sure it is as dots and a word; of our own rules nothing is claimed."""
    if sure == "D":
        return BLANK
    marks = SURE_MARKS[sure]
    spans = [Span(each, "mark" if each == "●" else "faint") for each in marks]
    return line(*spans, Span(f" {SURENESS[sure]}" if marks else SURENESS[sure]))


def column_heads(text: str, width: int) -> list[Row]:
    """The name of a part with what stands in its columns."""
    if width < WIDE:
        return heading(text, width)
    by = width - BY - sure_cells() - GAP
    row = line(Span(text, "title")).to(by).plus(t("By whom"), "title")
    return [Row(row.to(width - sure_cells()).plus(t("How sure"), "title"))]


def cited_rows(cited: Cited, width: int, anchor: str = "", labels: int = 0) -> Iterator[Row]:
    """What is said with who says it and how sure it is, beside it or below it."""
    beside = width >= WIDE
    room = width - BY - sure_cells() - 2 * GAP if beside else width
    texts = urgent_lines(cited.urgency, cited.text, room - labels)
    texts = [
        line(Span("" if count else cited.label, "bold")).to(labels).then(each) if labels else each
        for count, each in enumerate(texts)
    ]
    if not beside:
        yield from (Row(each, "", anchor) for each in texts)
        yield from (Row(each, "", anchor) for each in _below(cited, width))
        return
    by = [each for name in said_by(cited.sources) for each in wrapped(name, BY)]
    for count, (text, who) in enumerate(zip_longest(texts, by)):
        row = (text or BLANK).to(room + GAP).plus(who or "", "muted").to(room + BY + 2 * GAP)
        yield Row(row.then(sure_line(cited.sure)) if count == 0 else row, "", anchor)


def _below(cited: Cited, width: int) -> list[Line]:
    sure = sure_line(cited.sure)
    rows = [line("  ", Span(each, "muted")) for each in
            wrapped("; ".join(said_by(cited.sources)), width - 2)]  # fmt: skip
    if not sure.width:
        return rows
    if rows and rows[-1].width + 2 + sure.width <= width:
        return [*rows[:-1], rows[-1].plus("  ").then(sure)]
    return [*rows, line("  ").then(sure)]


def link_rows(number: int, title: str, target: str, width: int, words: str = "") -> list[Row]:
    """A numbered way to another page."""
    head = line(Span(f"{number}" if number < 10 else " ", "key"), "  ")
    rows = wrapped(title, width - head.width)
    first = Row(head.plus(rows[0]), target)
    rest = [Row(line(" " * head.width, each), target) for each in rows[1:]]
    notes = [Row(line(" " * head.width, Span(each, "muted")), target)
             for each in (wrapped(words, width - head.width) if words else ())]  # fmt: skip
    return [first, *rest, *notes]
