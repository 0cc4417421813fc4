"""Whether a hint was open when somebody looked last, without loading anything that knows hints."""

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hamdiary.domain.hamster import Hamster
    from hamdiary.services.session import Session


def remembered_text(session: "Session", hamster: "Hamster") -> str | None:
    """What this device remembers of the hamster's open hints, as JSON."""
    return session.diary.setting(session.device, name_of(hamster))


def name_of(hamster: "Hamster") -> str:
    """Under which name a device remembers them."""
    return f"hints/{hamster.id}"


def one_was_open(session: "Session", hamster: "Hamster") -> bool:
    """Whether one was; it may be over, and where none was one may be open now."""
    text = remembered_text(session, hamster)
    try:
        return bool(text and json.loads(text)["hints"]) and hamster.closed_because is None
    except (ValueError, TypeError, KeyError):
        return False
