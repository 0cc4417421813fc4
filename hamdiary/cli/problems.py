"""How a run ends: exit codes, one line for every trouble, and never a traceback.

0 done (also when whoever reads the output has closed the pipe), 1 failed, 2 used wrongly,
10 something is due (only `hamdiary remind`, which is silent and 0 when nothing is),
11 a hint is open that says SOON or less, 12 TODAY, 13 NOW (only `hamdiary hints`; 0 with none),
65 a file that was to be imported cannot be, 66 no such diary, hamster, medicine or input,
73 cannot create, 74 reading or writing failed, 75 busy, 77 not permitted, 78 a setting that cannot
be followed, 130 stopped with Ctrl-C.
"""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import IO

FAILED, USED_WRONGLY, INPUT_OR_OUTPUT, STOPPED = 1, 2, 74, 130

HINT_CODES = {"note": 11, "watch": 11, "soon": 11, "today": 12, "now": 13}
"""Exit code of `hamdiary hints` by the most urgent hint that is open."""


class Failed(Exception):
    """The command could not do what was asked; one line for the owner, exit code 1."""


def ended(work: Callable[[], int], environment: Mapping[str, str]) -> int:
    """Do the work and return the exit code; whatever happens, one line and no traceback."""
    _take_any_letter()
    code = _guarded(work, environment)
    _let_output_go()
    return code


def _guarded(work: Callable[[], int], environment: Mapping[str, str]) -> int:
    try:
        return work()
    except KeyboardInterrupt:
        return STOPPED
    except Exception as error:  # noqa: BLE001
        from hamdiary.cli.troubles import end_of

        return end_of(error, environment)


def told(line: str, code: int) -> int:
    """Say one line on standard error; the code that goes with it."""
    from hamdiary.cli.printing import say_aside

    say_aside(line)
    return code


def _take_any_letter() -> None:
    """Never fail over a letter: print a ? for it, and read bytes that are no text as they are."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace" if stream is not sys.stdin else "surrogateescape")


def _let_output_go() -> None:
    """Flush; what cannot be written any more is dropped, or Python would complain at its end."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except (OSError, ValueError):
            _drop(stream)


def _drop(stream: IO[str]) -> None:
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        stream.flush()
