"""Which windows are open on this device, known for certain also after a kill or a power cut."""

import os
import secrets
from contextlib import ExitStack, suppress

from hamdiary.storage.errors import DiaryBusy, DiaryTrouble
from hamdiary.storage.locations import Home
from hamdiary.storage.lock import locked


class Window:
    """One running window. The system lets go of its lock when the program ends, however it ends.

    A process number would not do: it is given again, after a restart or in another container.
    """

    def __init__(self, home: Home) -> None:
        self.name = f"{os.getpid()}-{secrets.token_hex(4)}"
        """Its name, never used again."""
        self._home = home
        self._lock = ExitStack()
        # A home that cannot be written has no marks; then a draft is taken over too early, and
        # that keeps both texts.
        with suppress(OSError, DiaryTrouble):
            home.windows.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock.enter_context(locked(home.windows / self.name))

    def close(self) -> None:
        """Say that this window is no longer open."""
        self._lock.close()
        forget_window(self._home, self.name)


def is_open(home: Home, name: str) -> bool:
    """Whether the window of that name is still running."""
    if not (home.windows / f"{name}.lock").exists():
        return False
    try:
        with locked(home.windows / name, wait=0):
            return False
    except DiaryBusy:
        return True
    except DiaryTrouble:
        return False


def forget_window(home: Home, name: str) -> None:
    """Remove the mark of a window that is closed."""
    with suppress(OSError):
        (home.windows / f"{name}.lock").unlink()
