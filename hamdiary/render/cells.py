"""Text in columns: how many cells it takes, cut, padded and wrapped (bad-inputs 33).

Where terminals disagree, as about joined emoji, the widest drawing is counted.
"""

import unicodedata

from hamdiary.domain.text import words_in

_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"


def cells(text: str) -> int:
    """The columns that the text takes at most."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(letter: str) -> int:
    if letter == _EMOJI_STYLE:
        return 1
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def padded(text: str, width: int, right: bool = False) -> str:
    """The text filled up with blanks; on the left side if it is to stand `right`."""
    blanks = " " * max(width - cells(text), 0)
    return blanks + text if right else text + blanks


def cut(text: str, width: int) -> str:
    """The text, or its beginning and an ellipsis; whole letters with their marks only."""
    if cells(text) <= width:
        return text
    return _beginning(text, max(width - 1, 0)).rstrip() + "…"


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken between words where one can."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in words_in(paragraph):
            joined = f"{line} {word}" if line else word
            if cells(joined) <= width:
                line = joined
                continue
            if line:
                lines.append(line)
            *full, line = _pieces(word, width)
            lines += full
        lines.append(line)
    return lines


def _pieces(word: str, width: int) -> list[str]:
    pieces = []
    while cells(word) > width:
        head = _beginning(word, width) or word[:1]
        pieces.append(head)
        word = word[len(head) :]
    return [*pieces, word]


def _beginning(text: str, width: int) -> str:
    end = taken = 0
    while end < len(text) and taken + _cells_of(text[end]) <= width:
        taken += _cells_of(text[end])
        end += 1
    if end == len(text):
        return text
    while end and (_belongs_to_the_left(text[end]) or text[end - 1] == _JOINER):
        end -= 1
    return text[:end]


def _belongs_to_the_left(letter: str) -> bool:
    return letter in (_JOINER, _EMOJI_STYLE) or unicodedata.category(letter) in ("Mn", "Me")
