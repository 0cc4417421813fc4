"""One command of the command line, as the palette tells it."""

from typing import NamedTuple


class CommandPage(NamedTuple):
    """One command of the command line."""

    name: str
    """As it is typed after "hamdiary": "out add"."""
    words: str
    """What it does, in one line."""
    text: str
    """Its whole help."""
