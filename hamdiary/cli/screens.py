"""The way to the screens; bare `hamdiary` takes it without click, a tenth of a start."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from hamdiary.cli.problems import ended
from hamdiary.domain.language import t

if TYPE_CHECKING:
    from hamdiary.tui.command_page import CommandPage


def why_no_screen(environment: Mapping[str, str]) -> str | None:
    """Why nobody could see or type on a full screen here, or None (bad-inputs 58)."""
    if not all(
        stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)
    ):
        return t("the screens need a terminal for input, output and errors")
    if sys.platform != "win32" and environment.get("TERM", "") in ("", "dumb"):
        return t("this terminal cannot show the screens (TERM is dumb or not set)")
    return None


def open_screens() -> int:
    """Open the diary of this environment and return the exit code."""
    return ended(lambda: run_screens(os.environ), os.environ)


def run_screens(
    environment: Mapping[str, str],
    diary: str | None = None,
    hamster: str | None = None,
    sample: bool = False,
) -> int:
    """Run the screens, which can tell what the command line can do."""
    from hamdiary.tui.running import run

    return run(environment, diary, hamster, sample, _command_pages)


def _command_pages() -> "Sequence[CommandPage]":
    from hamdiary.cli.pages import command_pages

    return command_pages()
