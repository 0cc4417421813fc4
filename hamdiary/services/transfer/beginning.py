"""Beginning on a new computer with a diary that was exported as JSON."""

from collections.abc import Mapping
from pathlib import Path

from hamdiary.domain.language import t
from hamdiary.services.session import Session
from hamdiary.services.setting_up import known_session, new_session
from hamdiary.services.transfer.importing import plan_import
from hamdiary.services.transfer.json_out import FORMAT
from hamdiary.storage.errors import BadInput, CannotCreate

BEGINNING = 300
"""Bytes of a file within which it says what it is."""


def is_exported(path: Path) -> bool:
    """Whether the file says that it is hamdiary's JSON."""
    try:
        with path.open("rb") as file:
            return f'"{FORMAT}"'.encode() in file.read(BEGINNING)
    except (OSError, ValueError):
        return False  # reading it as something else will say what is wrong


def begin_with(environment: Mapping[str, str], diary: str | None, source: Path) -> Session:
    """Make a diary here that is the same as the exported one.

    CannotCreate where a diary is kept already; BadInput or CannotRead if the file is not whole:
    nothing is made then.
    """
    plan = plan_import(None, source)
    if plan.count == 0:
        raise BadInput(
            t("{name} holds an empty diary, so there is nothing to begin with").format(
                name=source.name
            )
        )
    session = known_session(environment, diary, anew=False)
    if session is not None and session.diary.state_seen()[1]:
        path = session.diary.path
        session.diary.close()
        raise CannotCreate(
            t("there is a diary at {path} already; hamdiary import adds to it").format(path=path)
        )
    session = session or new_session(environment, diary, anew=False)
    plan.write(session)
    return session
