"""Keeping a note that somebody else may have changed while it was written."""

from datetime import date

from hamdiary.domain.hamster import Hamster
from hamdiary.services.recording import record_night
from hamdiary.services.session import Session


def keep_note(
    session: Session, hamster: Hamster, evening: date, base: str | None, text: str | None
) -> str | None:
    """Record a note that read `base` when it was opened; DiaryTrouble if it cannot be saved.

    Where the note was changed meanwhile both texts are kept; the other one is returned.
    """
    stands = session.diary.night(hamster.id, evening).note
    other = stands if stands != base and stands not in (None, text) else None
    if other is not None and other not in (text or ""):
        text = f"{other}\n{text}" if text else other
    record_night(session, hamster, evening, {"note": text})
    return other
