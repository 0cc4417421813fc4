"""What to do when a packaged file of facts is damaged: the diary goes on, and the owner is told.

To screens and commands it is a trouble like others of the diary, so that none of them ends over it.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from hamdiary.knowledge.files import DamagedKnowledge
from hamdiary.storage.errors import DiaryTrouble

Given = ParamSpec("Given")
Found = TypeVar("Found")


class LacksKnowledge(DiaryTrouble):
    """A file of facts is damaged, so that something cannot be told; one line for the owner."""


def told_if_damaged(work: Callable[Given, Found]) -> Callable[Given, Found]:
    """Let a function raise LacksKnowledge where a file of facts is damaged."""

    @wraps(work)
    def guarded(*given: Given.args, **named: Given.kwargs) -> Found:
        """The same; LacksKnowledge where a file is damaged."""
        try:
            return work(*given, **named)
        except DamagedKnowledge as error:
            raise LacksKnowledge(str(error)) from error

    return guarded
