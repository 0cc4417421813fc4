"""A table of a report as plain words, for whatever sets it."""

from typing import Literal

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t

Align = Literal["left", "right"]
Tone = Literal["", "strong", "warn", "muted"]

MOST_ROWS = 30
"""Courses, doses and clips that are printed of a long period; the newest, and JSON has all."""


def not_printed(count: int) -> str:
    """That older ones are left out; nothing if all are there."""
    more = count - MOST_ROWS
    words = t("{n} older ones are not printed; the JSON has all.")
    return words.format(n=more) if more > 0 else ""


@dataclass(frozen=True)
class Cell:
    """One cell."""

    words: str
    """What stands in it."""
    tone: Tone = ""
    """How it is set: strong and warn are bold, warn has a colour too."""


@dataclass(frozen=True)
class Table:
    """A table with its heads."""

    caption: str
    """What it holds, for those who do not see it."""
    heads: tuple[tuple[str, Align], ...]
    """The words and the side of each column; the first names the row."""
    rows: tuple[tuple[Cell, ...], ...]
    """Its rows."""
    note: str = ""
    """What stands below it."""


def cells(*words: str) -> tuple[Cell, ...]:
    """Plain cells."""
    return tuple(Cell(each) for each in words)
