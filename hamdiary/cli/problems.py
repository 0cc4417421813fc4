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

from hamdiary.cli.printing import OutputClosed, say_aside
from hamdiary.domain.language import t
from hamdiary.domain.outings import AlreadyRunning, EndNotKnown, NotRunning
from hamdiary.domain.things import NoSuchThing
from hamdiary.domain.values import BadValue
from hamdiary.knowledge.files import DamagedKnowledge
from hamdiary.services.clock import BadSetting
from hamdiary.services.knowing import LacksKnowledge
from hamdiary.services.session import NoSuchHamster
from hamdiary.storage.errors import (
    BadInput,
    CannotCreate,
    CannotRead,
    DamagedDiary,
    DiaryBusy,
    DiaryTrouble,
    DiskTrouble,
    LostDiary,
    NoDiary,
    NotPermitted,
)

FAILED, USED_WRONGLY, INPUT_OR_OUTPUT, STOPPED = 1, 2, 74, 130

HINT_CODES = {"note": 11, "watch": 11, "soon": 11, "today": 12, "now": 13}
"""Exit code of `hamdiary hints` by the most urgent hint that is open."""

EXIT_CODES: dict[type[Exception], int] = {
    BadInput: 65,
    CannotRead: 66,
    NoDiary: 66,
    NoSuchHamster: 66,
    NoSuchThing: 66,
    CannotCreate: 73,
    DiskTrouble: INPUT_OR_OUTPUT,
    DamagedKnowledge: INPUT_OR_OUTPUT,
    LacksKnowledge: INPUT_OR_OUTPUT,
    DiaryBusy: 75,
    NotPermitted: 77,
    BadSetting: 78,
    BadValue: USED_WRONGLY,
    EndNotKnown: USED_WRONGLY,
    AlreadyRunning: FAILED,
    NotRunning: FAILED,
    DiaryTrouble: FAILED,
}
"""Exit code of each trouble that has one line for the owner as its text."""


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
    except OutputClosed:
        return 0
    except Failed as error:
        return told(str(error), FAILED)
    except OSError as error:
        return told(_about_input_or_output(error), INPUT_OR_OUTPUT)
    except (DamagedDiary, LostDiary) as error:
        return told(_with_ways_out(error, environment), _code_of(error))
    except tuple(EXIT_CODES) as error:
        return told(str(error), _code_of(error))
    except Exception as error:  # noqa: BLE001
        return _crashed(error, environment)


def told(line: str, code: int) -> int:
    """Say one line on standard error; the code that goes with it."""
    say_aside(line)
    return code


def _code_of(error: Exception) -> int:
    return next(code for kind, code in EXIT_CODES.items() if isinstance(error, kind))


def _with_ways_out(error: DamagedDiary | LostDiary, environment: Mapping[str, str]) -> str:
    from hamdiary.services.offering import with_ways_out

    try:
        return with_ways_out(environment, error)
    except (OSError, DiaryTrouble, BadSetting):
        return str(error)


def _about_input_or_output(error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    if error.filename is None:
        return t("the output could not be written: {reason}").format(reason=reason)
    return f"{error.filename}: {reason}"


def _crashed(error: Exception, environment: Mapping[str, str]) -> int:
    from hamdiary.services.crash import write_crash_log

    log = write_crash_log(error, environment)
    if log:
        return told(
            t("a fault in hamdiary itself; what it was is in {log}").format(log=log), FAILED
        )
    line = t("a fault in hamdiary itself; and it could not be written down either")
    return told(line, FAILED)


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
