"""Lines of words that bear roles: what every part of the screen says, made by plain functions.

`painting` turns their roles into the theme's colours.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from hamdiary.domain.text import clean_line, words_in


class Span(NamedTuple):
    """Some words of one role."""

    text: str
    """The words; already clean."""
    ink: str = "text"
    """Its role, one of `inks.INKS`."""
    action: str = ""
    """What a click on them does, as a Textual action."""
    ground: str = ""
    """The role of what they stand on, one of `inks.GROUNDS`; empty for the line's."""


class Line:
    """One line of the screen. It is never changed: hundreds are made for every frame."""

    __slots__ = ("_width", "ground", "spans")

    def __init__(
        self, spans: tuple[Span, ...] = (), ground: str = "", width: int | None = None
    ) -> None:
        """`width` spares counting the cells where they are known."""
        self.spans = spans
        """The words from left to right."""
        self.ground = ground
        """The role of the whole line, one of `inks.GROUNDS`, or nothing."""
        self._width = width

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Line):
            return NotImplemented
        return self.spans == other.spans and self.ground == other.ground

    def __hash__(self) -> int:
        return hash((self.spans, self.ground))

    def __repr__(self) -> str:
        return f"Line({self.spans!r}, {self.ground!r})"

    @property
    def width(self) -> int:
        """Cells that the words take."""
        if self._width is None:
            cells = 0
            for span in self.spans:
                text = span[0]
                cells += len(text) if text.isascii() else cell_len(text)
            self._width = cells
        return self._width

    @property
    def plain(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)

    def to(self, column: int) -> "Line":
        """The line filled up with space to `column`; at least one space stays before it."""
        missing = column - self.width
        if missing <= 0:
            return self
        return Line((*self.spans, Span(" " * missing)), self.ground, column)

    def plus(self, text: str, ink: str = "text", action: str = "") -> "Line":
        """The line with more words."""
        return Line((*self.spans, Span(text, ink, action)), self.ground)

    def then(self, other: "Line") -> "Line":
        """The line with another one's words behind it."""
        return Line((*self.spans, *other.spans), self.ground)

    def on(self, ground: str) -> "Line":
        """The line on another ground."""
        return Line(self.spans, ground, self._width)


BLANK = Line()


def line(*parts: Span | str) -> Line:
    """A line of spans and plain words."""
    return Line(tuple([Span(part) if isinstance(part, str) else part for part in parts]))


def apart(left: Line, right: Line, width: int) -> Line:
    """Two ends of one line; the right one gives way if there is no room for both."""
    if left.width + right.width + 1 > width:
        return left
    return left.to(width - right.width).then(right)


def shortened(text: str, width: int) -> str:
    """An owner's own words on one line, cut with … where they do not fit."""
    # No more of a long note than could ever be shown is looked at.
    words = width_certain(clean_line(text[: 8 * max(0, width) + 200]))
    if cell_len(words) <= width:
        return words
    return set_cell_size(words, max(0, width - 1)).rstrip() + "…" if width > 0 else ""


_PICTURE = "[\u2190-\u2bff\U0001f000-\U0001fbff]"
_JOINED = f"({_PICTURE})(?:[\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|\u200d{_PICTURE})+"


def width_certain(text: str) -> str:
    """Emoji joined of several by their first one: terminals disagree on the width of the others.

    Joiners between letters stay, Indian scripts and Persian need them.
    """
    # The pattern is slow to compile, and nothing below the first of its joiners can match.
    if text.isascii() or ("\u200d" not in text and max(text) < "\ufe0f"):
        return text
    return re.sub(_JOINED, r"\1", text)


def wrapped(text: str, width: int) -> list[str]:
    """Words broken into lines of at most `width` cells; a long word is broken where it must."""
    lines: list[str] = []
    text = width_certain(text)
    for paragraph in text.splitlines() or [""]:
        current: list[str] = []
        room = width
        for word in (piece for each in words_in(paragraph) for piece in _pieces(each, width)):
            cells = cell_len(word)
            if cells + bool(current) > room:
                lines.append(" ".join(current))
                current, room = [], width
            room -= cells + bool(current)
            current.append(word)
        lines.append(" ".join(current))
    return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    while cell_len(word) > width > 0:
        head = set_cell_size(word, width).rstrip() or word[0]
        yield head
        word = word[len(head) :]
    yield word


def flowed(parts: Iterable[Line], width: int, gap: int = 2) -> list[Line]:
    """Short lines set one after another, as many on each line as fit."""
    rows: list[Line] = []
    for part in parts:
        if rows and rows[-1].width + gap + part.width <= width:
            rows[-1] = rows[-1].to(rows[-1].width + gap).then(part)
        else:
            rows.append(part)
    return rows
