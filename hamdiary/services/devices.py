"""The name under which this computer writes into the diary."""

from hamdiary.services.session import Session
from hamdiary.storage.device_state import hand_over


def rename_device(session: Session, name: str | None = None) -> None:
    """Give this computer that name, or a new one; it still knows who writes and what was typed.

    OSError or DiaryTrouble if that cannot be kept.
    """
    before = session.device
    session.device = session.home.renew_device(name)
    hand_over(session.diary, before, session.device)
