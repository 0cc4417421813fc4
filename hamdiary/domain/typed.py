"""What reading a typed text can come to: a value, a question, or a clear refusal."""

from typing import Generic, TypeVar

from hamdiary.domain.frozen import dataclass

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Read(Generic[T_co]):
    """The text was understood."""

    value: T_co
    """What was meant."""
    notice: str = ""
    """What was changed on the way, in words for the owner; empty if nothing was."""


@dataclass(frozen=True)
class Unclear(Generic[T_co]):
    """The text can be read in more than one way; the owner has to say which."""

    question: str
    """One line that names every reading."""
    readings: tuple[tuple[str, T_co], ...]
    """Each reading as (text to type instead, value)."""


@dataclass(frozen=True)
class Refused:
    """The text cannot be read."""

    reason: str
    """One line: what is wrong and what to type instead."""


Reading = Read[T_co] | Unclear[T_co] | Refused
