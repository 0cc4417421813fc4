"""What the terminal shows already is not sent once more.

Textual writes the whole screen again whenever something about it was laid out anew: seven times in
the first second, three times when another view opens. Over ssh from a phone each is 20 KB on the
way, and the keys wait behind them.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from rich.console import Console
from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from hamdiary.tui.brief_styles import brief

TRUSTED = 5.0
"""Seconds after which a whole screen is sent again, whatever is known: something else may have
written to the terminal."""


class Piece(NamedTuple):
    """Cells that Textual would write into one row, from a column on."""

    y: int
    """The row, from 0."""
    x: int
    """The column of its first cell, from 0."""
    strip: Strip
    """What is written there."""


class SentLines:
    """The rows that were sent, as far as they are known."""

    def __init__(self) -> None:
        self._rows: dict[int, Strip] = {}
        self._whole_since = float("-inf")

    def forget(self) -> None:
        """Nothing is known: the window has another size, or was away."""
        self._rows.clear()

    def news_of(self, update: CompositorUpdate, console: Console, now: float) -> str:
        """What is to be written so that the terminal shows `update`; `now` in seconds."""
        if isinstance(update, LayoutUpdate):
            if now - self._whole_since > TRUSTED:
                self.forget()
                self._whole_since = now
            return brief("".join(self._whole_row(piece, console) for piece in rows_of(update)))
        if isinstance(update, ChopsUpdate):
            return brief("".join(self._part_of_row(piece, console) for piece in spans_of(update)))
        self.forget()
        return update.render_segments(console)

    def _whole_row(self, piece: Piece, console: Console) -> str:
        known, strip = self._rows.get(piece.y), piece.strip
        self._rows[piece.y] = strip
        if known is None or known.cell_length != strip.cell_length:
            return written(piece, console)
        return news(known, piece, console)

    def _part_of_row(self, piece: Piece, console: Console) -> str:
        y, x, strip = piece
        known, end = self._rows.get(y), x + strip.cell_length
        if known is None or known.cell_length < end:
            self._rows.pop(y, None)
            return written(piece, console)
        before = known.crop(x, end)
        told = news(before, piece, console)
        if told:
            self._rows[y] = Strip.join([known.crop(0, x), strip, known.crop(end)])
        return told


class News(CompositorUpdate):
    """An update that is written without what the terminal shows already."""

    def __init__(self, update: CompositorUpdate, sent: SentLines, now: float) -> None:
        self._update, self._sent, self._now = update, sent, now

    def render_segments(self, console: Console) -> str:
        """Only asked for when it is really written; what is written is then known."""
        return self._sent.news_of(self._update, console, self._now)


def rows_of(update: LayoutUpdate) -> Iterator[Piece]:
    """Its rows, each whole."""
    for y, strips in enumerate(update.strips, update.region.y):
        yield Piece(y, update.region.x, Strip.join(strips))


def spans_of(update: ChopsUpdate) -> Iterator[Piece]:
    """Its pieces, cut as Textual cuts them."""
    for y, x1, x2 in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is None or x > x2 or end <= x1:
                continue
            is_whole = x1 <= x < x2 and end <= x2
            part = strip if is_whole else strip.crop(0, min(end, x2) - x)
            yield Piece(y, x, part)


def news(before: Strip, piece: Piece, console: Console) -> str:
    """What differs between cells as they are and as they are to be."""
    y, x, strip = piece
    if before == strip:
        return ""
    old, new = list(before.simplify()), list(strip.simplify())
    if old == new:
        return ""
    if before.cell_length != len(before.text) or strip.cell_length != len(strip.text):
        # Terminals do not agree on the width of every sign: such a row is written as a whole.
        return written(piece, console)
    there = dict(zip(_columns(old), old, strict=True))
    told: list[str] = []
    reached = -1
    for column, segment in zip(_columns(new), new, strict=True):
        if there.get(column) != segment:
            way = move_to(x + column, y) if column != reached else ""
            told += [way, Strip([segment]).render(console)]
            reached = column + len(segment.text)
    return "".join(told)


def _columns(segments: Sequence[Segment]) -> Iterator[int]:
    """Where each begins, if every sign takes one cell."""
    return accumulate([0, *(len(each.text) for each in segments[:-1])])


def written(piece: Piece, console: Console) -> str:
    """The signs that a terminal is sent for it."""
    return move_to(piece.x, piece.y) + piece.strip.render(console)


def move_to(x: int, y: int) -> str:
    """The signs that put the cursor there."""
    return f"\x1b[{y + 1};{x + 1}H"
