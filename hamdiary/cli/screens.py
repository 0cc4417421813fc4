"""The way to the screens; bare `hamdiary` takes it without click, a tenth of a start."""

import os
import sys
from collections.abc import Mapping

from hamdiary.cli.problems import ended


def why_no_screen(environment: Mapping[str, str]) -> str | None:
    """Why nobody could see or type on a full screen here, or None (bad-inputs 58)."""
    if not all(
        stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)
    ):
        return "the screens need a terminal for input, output and errors"
    if sys.platform != "win32" and environment.get("TERM", "") in ("", "dumb"):
        return "this terminal cannot show the screens (TERM is dumb or not set)"
    return None


def open_screens() -> int:
    """Open the diary of this environment and return the exit code."""

    def opened() -> int:
        from hamdiary.tui.app import run

        return run(os.environ)

    return ended(opened, os.environ)
