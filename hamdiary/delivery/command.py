"""The owner's own command, run with the text of a reminder; never through a shell.

The command is taken apart at blanks, quotes hold words together. The title and the text are its
last two arguments, and stand in HAMDIARY_TITLE and HAMDIARY_TEXT. A batch file on Windows gets them
in the environment only, since cmd would read arguments as commands.
"""

import shlex
import sys
from collections.abc import Mapping
from pathlib import Path

from hamdiary.delivery.message import Message, Outcome
from hamdiary.delivery.running import LONGEST_WAIT, trouble_with
from hamdiary.domain.language import t

CHANNEL = "command"


def run(
    message: Message,
    command: str,
    environment: Mapping[str, str],
    seconds: float = LONGEST_WAIT,
    system: str = sys.platform,
) -> Outcome:
    """Run the command; the outcome says whether it ended well."""
    try:
        words = shlex.split(command, posix=system != "win32")
    except ValueError:
        words = []
    if not words:
        return Outcome(
            CHANNEL, False, t("notify_command: a quote is not closed, or nothing is there")
        )
    if system == "win32":
        words = [word.strip('"') for word in words]
    program = str(Path(words[0]).expanduser()) if words[0].startswith("~") else words[0]
    is_batch = system == "win32" and program.casefold().endswith((".bat", ".cmd"))
    text = [] if is_batch else [message.title, message.text]
    known = {**environment, "HAMDIARY_TITLE": message.title, "HAMDIARY_TEXT": message.text}
    trouble = trouble_with([program, *words[1:], *text], known, seconds=seconds)
    name = Path(program).name
    if trouble is not None:
        return Outcome(
            CHANNEL,
            False,
            t("{name} did not take it: {trouble}").format(name=name, trouble=trouble),
        )
    return Outcome(CHANNEL, True, t("{name} took it").format(name=name))
