"""The name under which this computer writes into the diary."""

from hamdiary.services.carers import SKIPPED
from hamdiary.services.session import Session


def rename_device(session: Session, name: str | None = None) -> None:
    """Give this computer that name, or a new one; it still knows who writes, and about whom.

    OSError or DiaryTrouble if that cannot be kept.
    """
    before = session.device
    session.device = session.home.renew_device(name)
    for known in ("carer", SKIPPED, "hamster"):
        session.diary.remember(session.device, known, session.diary.setting(before, known))
