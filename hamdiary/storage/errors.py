"""What can go wrong with a diary's file, each with one line that says what to do."""

from pathlib import Path


class DiaryTrouble(Exception):
    """Base of all troubles with a diary; its text is one line for the owner."""


class NoDiary(DiaryTrouble):
    """There is no diary at that place, or what lies there is none."""


class CannotCreate(DiaryTrouble):
    """A new diary cannot be made there."""


class DiskTrouble(DiaryTrouble):
    """Reading or writing failed: full disk, damaged file, file replaced while open."""


class DiskFull(DiskTrouble):
    """There is no room to write in, or not even to read as a diary in use is read."""


class DiaryBusy(DiaryTrouble):
    """Another program holds the diary for too long."""


class NotPermitted(DiaryTrouble):
    """The diary can be read but not written."""


class CannotRead(DiaryTrouble):
    """A file that is to be read in is not there or cannot be read."""


class BadInput(DiaryTrouble):
    """What is to be read in is not what it should be; nothing of it was taken."""


class DamagedDiary(DiskTrouble):
    """The diary's file is damaged; it is left as it is, and a backup can be restored."""

    def __init__(self, text: str, path: Path) -> None:
        super().__init__(text)
        self.path = path
        """Where the damaged file lies."""


class LostDiary(NoDiary):
    """A diary that is known to have been kept there is missing or empty; none is begun anew."""

    def __init__(self, text: str, path: Path) -> None:
        super().__init__(text)
        self.path = path
        """Where it was kept."""


def added(error: DiaryTrouble, words: str) -> DiaryTrouble:
    """The same trouble with more words about what it meant; damage needs none."""
    if isinstance(error, DamagedDiary | LostDiary):
        return error
    return type(error)(f"{error}; {words}")
