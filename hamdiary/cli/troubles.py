"""Troubles that end a run: which exit code each has, and its one line.

Loaded when there is one: what a window or a command needs besides stays quick to load.
"""

from collections.abc import Mapping

from hamdiary.cli.printing import OutputClosed
from hamdiary.cli.problems import FAILED, INPUT_OR_OUTPUT, USED_WRONGLY, Failed, told
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


def end_of(error: Exception, environment: Mapping[str, str]) -> int:
    """Say what there is to say of a trouble; the exit code that goes with it."""
    match error:
        case OutputClosed():
            return 0
        case Failed():
            return told(str(error), FAILED)
        case OSError():
            return told(_about_input_or_output(error), INPUT_OR_OUTPUT)
        case DamagedDiary() | LostDiary():
            return told(_with_ways_out(error, environment), _code_of(error))
        case _ if isinstance(error, tuple(EXIT_CODES)):
            return told(str(error), _code_of(error))
        case _:
            return _crashed(error, environment)


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
