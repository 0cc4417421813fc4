"""Pictures as lines of words that bear roles, for a screen's theme and a terminal alike."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hamdiary.domain.text import clean_line
from hamdiary.render.cells import cells

KEPT_BLANK = frozenset({"chip"})
"""Roles with a ground of their own, whose blanks are part of the picture."""


class Span(NamedTuple):
    """Some words of one role."""

    text: str
    """The words; clean, on one line."""
    role: str = "text"
    """What they are: text, bold, muted, faint, mark, accent, second, warn, grid or chip."""
    here: bool = False
    """Whether they stand in the column of the cursor."""


Line = tuple[Span, ...]
"""One line of a picture."""


def plain(line: Line) -> str:
    """The words of a line alone."""
    return "".join(span.text for span in line).rstrip()


def line_width(line: Line) -> int:
    """The cells that a line takes."""
    return sum(cells(span.text) for span in line)


def wrapped_line(line: Line, width: int) -> list[Line]:
    """A sentence in lines of at most `width` cells, broken between its words."""
    lines: list[Line] = [()]
    for word, role in _words(line):
        taken = line_width(lines[-1])
        if taken and taken + cells(word) > width:
            lines.append((Span(word.lstrip(), role),))
        else:
            lines[-1] = _lengthened(lines[-1], word, role)
    return lines


def _lengthened(line: Line, word: str, role: str) -> Line:
    if line and line[-1].role == role:
        return (*line[:-1], line[-1]._replace(text=line[-1].text + word))
    return (*line, Span(word, role))


def _words(line: Line) -> Iterator[tuple[str, str]]:
    """Every word with the blanks before it; a number keeps its sign and its unit."""
    for span in line:
        for word in _WORD.findall(span.text):
            yield word, span.role


_WORD = re.compile(r" *(?:[▲▼=] )?[^ ]+(?: (?:g|ml|min|%)[.,;:)]*(?![^ ]))?| +$")


class Canvas:
    """A field of cells that are filled one after another."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        """Its cells in a row."""
        self.height = height
        """Its rows."""
        self._cells: list[list[tuple[str, str]]] = [[(" ", "")] * width for _ in range(height)]

    def put(self, x: int, y: int, text: str, role: str = "text") -> None:
        """Write words from a cell on; what does not fit is cut."""
        # Nothing that steers a terminal gets into a picture, whoever wrote the words.
        text = text if text.isprintable() else clean_line(text)
        if text.isascii():
            for place, letter in enumerate(text, x):
                self._set(place, y, letter, role)
            return
        for letters, width in _clusters(text):
            if x + width > self.width:
                break
            self._set(x, y, letters, role)
            for place in range(x + 1, x + width):
                self._set(place, y, "", role)
            x += width

    def fill(self, columns: Iterable[int], y: int, letter: str, role: str) -> None:
        """Write one letter into several cells of a row."""
        for x in columns:
            self._set(x, y, letter, role)

    def under(self, x: int, y: int, letter: str, role: str) -> None:
        """Write a letter where nothing stands yet."""
        if self.is_free(x, y):
            self._set(x, y, letter, role)

    def letter(self, x: int, y: int) -> str:
        """What stands in a cell."""
        return self._cells[y][x][0]

    def is_free(self, x: int, y: int) -> bool:
        """Whether a cell is there and empty, or holds the grid only."""
        inside = 0 <= x < self.width and 0 <= y < self.height
        return inside and (self._cells[y][x][0] == " " or self._cells[y][x][1] == "grid")

    def _set(self, x: int, y: int, letter: str, role: str) -> None:
        if 0 <= x < self.width and 0 <= y < self.height:
            self._cells[y][x] = (letter, role)

    def lines(self, here: range = range(0)) -> list[Line]:
        """The rows from top to bottom; cells in the columns `here` are those of the cursor."""
        return [tuple(_spans(row, here)) for row in self._cells]


def _spans(row: Sequence[tuple[str, str]], here: range) -> Iterator[Span]:
    text, role, under = "", "", False
    for x, (letter, wanted) in enumerate(row):
        inside = x in here
        # A blank looks the same in any role, so it lengthens the run that it stands behind.
        same = wanted == role or (letter == " " and wanted not in KEPT_BLANK | {role})
        if text and inside == under and same and not (role in KEPT_BLANK and wanted != role):
            text += letter
            continue
        if text:
            yield Span(text, role or "text", under)
        text, role, under = letter, wanted, inside
    if text:
        yield Span(text, role or "text", under)


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """Letters with all that is drawn on top of them, and the cells that each takes."""
    cluster = ""
    for letter in text:
        if cluster and cells(letter) == 0:
            cluster += letter
            continue
        if cluster:
            yield cluster, cells(cluster)
        cluster = letter
    if cluster:
        yield cluster, cells(cluster)
