"""What the command line can do, as the palette tells it: handed in, since the screens lie below."""

from collections.abc import Callable, Sequence
from typing import NamedTuple


class CommandPage(NamedTuple):
    """One command of the command line."""

    name: str
    """As it is typed after "hamdiary": "out add"."""
    words: str
    """What it does, in one line."""
    text: str
    """Its whole help."""


CommandLine = Callable[[], Sequence[CommandPage]]
"""Every command with its help; asked for when the palette needs it."""


def no_command_line() -> Sequence[CommandPage]:
    """Nothing: the window was opened by something else than the command line."""
    return ()
