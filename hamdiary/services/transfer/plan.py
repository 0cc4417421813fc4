"""What an import would do: said first, done afterwards."""

from collections.abc import Callable, Sequence

from hamdiary.domain.frozen import dataclass
from hamdiary.services.session import Session


@dataclass(frozen=True)
class Remark:
    """Something about one line of a file."""

    line: int
    """The line in the file, from 1; 0 if it is about the whole file."""
    text: str
    """What it is, in one line."""

    def __str__(self) -> str:
        return f"line {self.line}: {self.text}" if self.line else self.text


@dataclass(frozen=True)
class Plan:
    """What would come into the diary."""

    what: str
    """What the file is."""
    lines: Sequence[str]
    """What would come, in words."""
    count: int
    """How many changes would be written; 0 if the diary has all of it already."""
    write: Callable[[Session], int]
    """Writes all of it in one go and returns how many changes were written."""
    troubles: Sequence[Remark] = ()
    """Why nothing can come before this is put right."""
    unusual: Sequence[Remark] = ()
    """What is possible but unlikely, to be looked at before it is kept."""
    samples: Sequence[str] = ()
    """The first of what would come, one line each."""


def many(count: int, what: str) -> str:
    """A count in words: "1 night", "3 nights", "4 211 changes"."""
    return f"{count:,} {what}{'' if count == 1 else 's'}".replace(",", " ")
