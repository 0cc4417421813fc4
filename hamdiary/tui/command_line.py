"""What the command line can do, as the palette tells it: handed in, since the screens lie below."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hamdiary.tui.command_page import CommandPage

CommandLine = Callable[[], "Sequence[CommandPage]"]
"""Every command with its help; asked for when the palette needs it."""


def no_command_line() -> "Sequence[CommandPage]":
    """Nothing: the window was opened by something else than the command line."""
    return ()
