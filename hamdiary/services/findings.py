"""What `hamdiary doctor` says of each thing that it looked at."""

from enum import StrEnum

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked, shows


class Level(StrEnum):
    """How a finding is meant."""

    OK = "ok"
    """All is well."""
    NOTE = "note"
    """Good to know; nothing to do now."""
    LOOK = "look"
    """Something to see to, and nothing is damaged."""
    BAD = "bad"
    """The diary is damaged."""


ABOUT = (
    marked("file"),
    marked("integrity"),
    marked("references"),
    marked("structure"),
    marked("format"),
    marked("journal"),
    marked("search index"),
    marked("rights"),
    marked("place"),
    marked("room"),
    marked("backups"),
    marked("settings"),
)
"""What is looked at; SQLite and Litestream are names."""


@shows("about")
@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    about: str
    """What: "integrity", "journal", "backups" …"""
    level: Level
    """How it is."""
    words: str
    """What was found, in one line and without a word of the diary."""
    todo: str = ""
    """What to do about it; empty if nothing."""


def exit_code(findings: list[Finding]) -> int:
    """0 all well, 1 something to see to, 2 damaged."""
    levels = {each.level for each in findings}
    return 2 if Level.BAD in levels else 1 if Level.LOOK in levels else 0
