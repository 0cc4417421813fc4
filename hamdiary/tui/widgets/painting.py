"""The common way in which every part of the screen is drawn: lines of words that bear roles.

What a line says is made by plain functions; a `Painted` widget turns roles into the theme's
colours and clicks into actions.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from hamdiary.domain.text import clean_line, words_in
from hamdiary.tui.inks import FRAME, Styles, inks_of
from hamdiary.tui.themes import HIGH_CONTRAST


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

    def __init__(self, spans: tuple[Span, ...] = (), ground: str = "") -> None:
        self.spans = spans
        """The words from left to right."""
        self.ground = ground
        """The role of the whole line, one of `inks.GROUNDS`, or nothing."""
        self._width: int | None = None

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
            texts = [span.text for span in self.spans]
            self._width = sum(len(text) if text.isascii() else cell_len(text) for text in texts)
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
        return Line((*self.spans, Span(" " * missing)), self.ground)

    def plus(self, text: str, ink: str = "text", action: str = "") -> "Line":
        """The line with more words."""
        return Line((*self.spans, Span(text, ink, action)), self.ground)

    def then(self, other: "Line") -> "Line":
        """The line with another one's words behind it."""
        return Line((*self.spans, *other.spans), self.ground)

    def on(self, ground: str) -> "Line":
        """The line on another ground."""
        return Line(self.spans, ground)


BLANK = Line()


def line(*parts: Span | str) -> Line:
    """A line of spans and plain words."""
    return Line(tuple(Span(part) if isinstance(part, str) else part for part in parts))


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


class Painted(Widget):
    """A widget that draws itself from lines."""

    _painted: Sequence[Line] | None = None
    _painted_size = Size(0, 0)
    _styles_here: Styles | None = None

    def paint(self, width: int, height: int) -> Sequence[Line]:
        """The lines to show in `width` by `height` cells; to be defined by each widget."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Draw anew the lines that have changed."""
        before, size = self._painted, self.size
        if before is None or self._painted_size != size:
            self._painted = None
            self.refresh()
            return
        self.repaint_rows(self.paint(size.width, size.height))

    def repaint_rows(self, after: Sequence[Line]) -> None:
        """Show these lines from now on; only those that differ are drawn."""
        before, size = self._painted or (), self.size
        self._painted = after
        rows = range(max(len(before), len(after)))
        changed = [y for y in rows if before[y : y + 1] != after[y : y + 1]]
        if changed:
            self.refresh(*(Region(0, y, size.width, 1) for y in changed))

    def lines(self) -> Sequence[Line]:
        """What is shown now."""
        if self._painted is None or self._painted_size != self.size:
            self._painted = self.paint(self.size.width, self.size.height)
            self._painted_size = self.size
        return self._painted

    def notify_style_update(self) -> None:
        """Draw anew when theme or focus change."""
        super().notify_style_update()
        self._painted = self._styles_here = None

    def render_line(self, y: int) -> Strip:
        """One line as Textual wants it."""
        lines = self.lines()
        return self.strip_of(lines[y] if y < len(lines) else BLANK)

    def strip_of(self, painted: Line) -> Strip:
        """A line in the theme's colours, as wide as the widget; a frame's right edge stays."""
        if self._styles_here is None:
            inks = inks_of(self.app.theme_variables, self.app.theme in HIGH_CONTRAST)
            self._styles_here = Styles(self.rich_style, inks)
        styles = self._styles_here
        segments = [
            Segment(span.text, styles.style(span.ink, span.ground or painted.ground))
            for span in painted.spans
        ]
        width = self.size.width
        if painted.width == width:
            return Strip(segments, width)
        if painted.width > width > 0 and painted.spans[-1].ink in FRAME:
            edge = Strip(segments[-1:])
            inside = Strip(segments[:-1]).adjust_cell_length(max(0, width - edge.cell_length))
            return Strip.join([inside, edge]).crop(0, width)
        return Strip(segments, painted.width).adjust_cell_length(
            width, styles.style("", painted.ground)
        )

    async def on_click(self, event: events.Click) -> None:
        """Do what the words under the mouse stand for."""
        action = self.action_at(event.x, event.y)
        if action:
            event.stop()
            await self.run_action(action)

    def action_at(self, x: int, y: int) -> str:
        """The action of the words in that cell, or nothing."""
        lines = self.lines()
        if not 0 <= y < len(lines):
            return ""
        for span in lines[y].spans:
            x -= cell_len(span.text)
            if x < 0:
                return span.action
        return ""
