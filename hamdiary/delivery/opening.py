"""Showing a file in the system's own viewer: xdg-open, open, or what Windows starts it with."""

import shutil
import sys
from collections.abc import Mapping

from hamdiary.delivery.running import trouble_starting

POWERSHELL_SCRIPT = "$ErrorActionPreference = 'Stop'; Invoke-Item -LiteralPath $env:HAMDIARY_FILE"
"""The path comes from the environment: nothing of it is ever read as script."""

XDG = "xdg-open"

XDG_CODES = {
    2: "the file is gone",
    3: "no program here shows such a file",
    4: "no program here could show it",
}
"""What xdg-open ends with; what it writes beside that is about the programs it tried."""


def open_file(path: str, environment: Mapping[str, str], system: str = sys.platform) -> str | None:
    """Let the viewer show the file at an absolute path; None if it does, else why not, in words."""
    program, where = _opener(system)
    found = shutil.which(program, path=environment.get("PATH"))
    if found is None:
        return f"there is no {program} here to open files with{where}"
    if system == "win32":
        command = [found, "-NoProfile", "-NonInteractive", "-Command", POWERSHELL_SCRIPT]
        trouble = trouble_starting(command, {**environment, "HAMDIARY_FILE": path})
    else:
        trouble = trouble_starting([found, path], environment, XDG_CODES if program == XDG else {})
    return None if trouble is None else f"{program} could not open it: {trouble}"


def _opener(system: str) -> tuple[str, str]:
    """The program that opens files, and where to have it from."""
    if system == "darwin":
        return "open", ""
    if system == "win32":
        return "powershell", ""
    return XDG, " (on Debian and Ubuntu it comes with xdg-utils)"
