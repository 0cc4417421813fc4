"""Showing a file in the system's own viewer: xdg-open, open, or what Windows starts it with."""

import sys
from collections.abc import Mapping

from hamdiary.delivery.programs import OwnProgram, by_powershell
from hamdiary.delivery.running import trouble_starting
from hamdiary.domain.language import marked, t

POWERSHELL_SCRIPT = "$ErrorActionPreference = 'Stop'; Invoke-Item -LiteralPath $env:HAMDIARY_FILE"
"""The path comes from the environment: nothing of it is ever read as script."""

OPENER = OwnProgram(macos="open", linux="xdg-open")

XDG_CODES = {
    2: marked("the file is gone"),
    3: marked("no program here shows such a file"),
    4: marked("no program here could show it"),
}
"""What xdg-open ends with; what it writes beside that is about the programs it tried."""


def open_file(path: str, environment: Mapping[str, str], system: str = sys.platform) -> str | None:
    """Let the viewer show the file at an absolute path; None if it does, else why not, in words."""
    program, found = OPENER.name(system), OPENER.found(system, environment)
    if found is None:
        return _none_here(program)
    if system == "win32":
        command = by_powershell(found, POWERSHELL_SCRIPT)
        trouble = trouble_starting(command, {**environment, "HAMDIARY_FILE": path})
    else:
        told = XDG_CODES if program == OPENER.linux else {}
        meanings = {code: t(words) for code, words in told.items()}
        trouble = trouble_starting([found, path], environment, meanings)
    if trouble is None:
        return None
    return t("{program} could not open it: {trouble}").format(program=program, trouble=trouble)


def _none_here(program: str) -> str:
    if program == OPENER.linux:
        return t(
            "there is no xdg-open here to open files with (on Debian and Ubuntu it comes with "
            "xdg-utils)"
        )
    return t("there is no {program} here to open files with").format(program=program)
