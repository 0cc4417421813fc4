"""Homes of several carers side by side, and what they write into them."""

from pathlib import Path

from hamdiary.domain.journal import Change
from hamdiary.services.session import Session
from hamdiary.storage.journal import Edit

NOW = {"HAMDIARY_NOW": "2026-11-22T21:16:00+01:00", "TZ": "Europe/Berlin"}


def place(folder: Path, name: str) -> dict[str, str]:
    """Where a carer of that name keeps their diary."""
    return {**NOW, "HAMDIARY_HOME": str(folder / name), "HAMDIARY_CARER": name}


def log(session: Session, evening: str = "2026-11-22", **values) -> Change | None:
    """Record values of a night in the name of whose session it is."""
    (hamster,) = session.diary.hamsters()
    return session.diary.record(Edit("night", f"{hamster.id}/{evening}", values), session.stamp())
