"""Calls that go past click: opening the screens, and the look at what is due.

Taking words apart costs a tenth of a start, which these two pay too often to pay it.
"""

from collections.abc import Callable, Mapping, Sequence

from hamdiary.cli.problems import ended
from hamdiary.cli.screens import open_screens, why_no_screen

Call = Callable[[], int]
"""Does what was asked for; the exit code."""


def shortcut(arguments: Sequence[str], environment: Mapping[str, str]) -> Call | None:
    """What does this call without click, or None; it never differs from what click would do."""
    if environment.get("HAMDIARY_PLAIN"):
        return None
    if not arguments:
        return open_screens if why_no_screen(environment) is None else None
    if arguments[0] == "remind" and arguments[1:] in ([], ["--quiet"], ["--json"]):
        return lambda: ended(lambda: _remind(arguments[1:], environment), environment)
    return None


def _remind(options: Sequence[str], environment: Mapping[str, str]) -> int:
    from hamdiary.cli.reminding import Look, remind
    from hamdiary.domain.language import speak
    from hamdiary.services.display import write_as_here

    write_as_here(environment)
    if "--json" in options:
        speak(None)
    return remind(environment, Look(quiet="--quiet" in options, as_json="--json" in options))
