"""Where a key stands in the text of a settings file; tomllib does not tell."""

import re

from hamdiary.domain.frozen import dataclass

Path = tuple[str, ...]
"""A setting's name in its parts."""

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_KEY = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER = rf"[ \t]*\[\[?[ \t]*({_KEY})[ \t]*\]"
_LINE = rf"[ \t]*({_KEY})[ \t]*=[ \t]*"
_INLINE = rf"[{{,][ \t]*({_KEY})[ \t]*=[ \t]*"


@dataclass(frozen=True)
class Place:
    """Where something stands, counted from 1."""

    line: int
    """The line."""
    key_column: int
    """The column at which its name begins."""
    value_column: int
    """The column at which its value begins."""


def place_of(text: str, path: Path) -> Place:
    """Where that key is given its value, or the nearest that encloses it."""
    places = _places(text)
    for length in range(len(path), 0, -1):
        if path[:length] in places:
            return places[path[:length]]
    return Place(1, 1, 1)


def _places(text: str) -> dict[Path, Place]:
    places: dict[Path, Place] = {}
    table: Path = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(_HEADER, line):
            table = _parts(header[1])
            _add(places, (), table, Place(number, header.start(1) + 1, header.start(1) + 1))
        elif key := re.match(_LINE, line):
            path = (*table, *_parts(key[1]))
            _add(places, table, path, Place(number, key.start(1) + 1, key.end() + 1))
            for inner in re.finditer(_INLINE, line):
                there = Place(number, inner.start(1) + 1, inner.end() + 1)
                _add(places, path, (*path, *_parts(inner[1])), there)
    return places


def _add(places: dict[Path, Place], above: Path, path: Path, place: Place) -> None:
    for length in range(len(above) + 1, len(path) + 1):
        places.setdefault(path[:length], place)


def _parts(key: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(_PART, key))
