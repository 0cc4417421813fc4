"""What a doctor of diaries has found, line by line."""

from collections.abc import Sequence
from typing import Protocol

from hamdiary.domain.language import t
from hamdiary.render.cells import padded, wrapped

MARKS = {"ok": "ok  ", "note": "note", "look": "!   ", "bad": "!!! "}
"""The mark of each level, which says it without colour."""


class Found(Protocol):
    """What is said of a finding."""

    @property
    def about(self) -> str:
        """What was looked at."""

    @property
    def level(self) -> str:
        """How it is."""

    @property
    def words(self) -> str:
        """What was found."""

    @property
    def todo(self) -> str:
        """What to do."""


def findings_page(findings: Sequence[Found], width: int) -> str:
    """Every finding with its mark, and under it what to do."""
    names = max((len(each.about) for each in findings), default=0)
    inset = " " * (len("note") + names + 3)
    lines: list[str] = []
    for each in findings:
        head = f"{MARKS[each.level]} {padded(each.about, names)}  "
        told = wrapped(each.words, max(20, width - len(head)))
        lines += [f"{head if n == 0 else inset}{text}" for n, text in enumerate(told)]
        if each.todo:
            what = wrapped(each.todo, max(20, width - len(inset) - 3))
            lines += [f"{inset}{'   ' if n else '-> '}{text}" for n, text in enumerate(what)]
    return "\n".join(lines)


def verdict(code: int) -> str:
    """What all of it comes to, in one line."""
    if code == 2:
        return t("The diary is damaged; nothing was changed. What to do stands above.")
    if code == 1:
        return t("The diary is whole; something around it wants seeing to.")
    return t("The diary is whole, and so is what keeps it.")
