"""The system's own programs: what a thing is done with here, and where that program lies."""

import shutil
from collections.abc import Mapping

from hamdiary.domain.frozen import dataclass


@dataclass(frozen=True)
class OwnProgram:
    """What one thing is done with: on macOS, elsewhere, and on Windows always by PowerShell."""

    macos: str
    """Its name on macOS."""
    linux: str
    """Its name on Linux, BSD and all that is not named here."""

    def name(self, system: str) -> str:
        """What it is called on a system, as `sys.platform` names it."""
        return {"darwin": self.macos, "win32": "powershell"}.get(system, self.linux)

    def found(self, system: str, environment: Mapping[str, str]) -> str | None:
        """Its path, as PATH leads to it; None if it is not there."""
        return shutil.which(self.name(system), path=environment.get("PATH"))


def by_powershell(program: str, script: str) -> list[str]:
    """The command that lets PowerShell run a script, and nothing of the user's own before it."""
    return [program, "-NoProfile", "-NonInteractive", "-Command", script]
