"""Closing a hamster's diary kindly, and opening it again; nothing in it is lost (design §2)."""

from datetime import date

from hamdiary.domain.hamster import ClosedBecause, Hamster
from hamdiary.domain.measures import Value
from hamdiary.services.recording import record_hamster
from hamdiary.services.session import Session

CLOSING_FACTS = ("closed_because", "closed_on")
"""The facts of a hamster that only closing and reopening change."""


def closing(because: ClosedBecause, on: date) -> dict[str, Value | None]:
    """The values that close a diary; `hamster_questions_about` may have something to ask first."""
    return {"closed_because": because, "closed_on": on}


def close_diary(session: Session, hamster: Hamster, because: ClosedBecause, on: date) -> Hamster:
    """Close the hamster's diary."""
    return record_hamster(session, hamster, closing(because, on))


def reopen_diary(session: Session, hamster: Hamster) -> Hamster:
    """Open a closed diary again."""
    return record_hamster(session, hamster, dict.fromkeys(CLOSING_FACTS))
