"""The windows of one call, from the first to the last."""

import sys
from collections.abc import Mapping

from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.command_line import CommandLine, no_command_line
from hamdiary.tui.start import Start


def run(
    environment: Mapping[str, str],
    diary: str | None = None,
    hamster: str | None = None,
    sample: bool = False,
    command_line: CommandLine = no_command_line,
) -> int:
    """Open the screens and return the exit code; DiaryTrouble before anything is shown."""
    start = Start.of(environment, diary, hamster)
    start.is_sample = sample
    try:
        code = _windows(start, command_line)
        trouble = start.keep_safe()
    finally:
        start.close()
    if trouble is not None:
        sys.stderr.write(f"hamdiary: {trouble}\n")
    return code


def _windows(start: Start, command_line: CommandLine) -> int:
    """One window, and another one after each restore or erasure."""
    while True:
        app = HamdiaryApp(start, command_line)
        code = app.run()
        fault = app.fault()
        if fault is not None:
            raise fault
        if not app.begins_anew:
            return code or 0
        start.open_anew()
