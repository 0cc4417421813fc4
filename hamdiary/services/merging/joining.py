"""Joining: how a second carer begins, with what the first one has sent."""

from collections.abc import Mapping
from pathlib import Path

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.services.merging.sources import bundles_in, read_source
from hamdiary.services.session import Session
from hamdiary.services.setting_up import known_session, new_session
from hamdiary.storage.errors import BadInput, CannotCreate
from hamdiary.storage.merging import look_for_a_new_diary, take_in


@dataclass(frozen=True)
class Joined:
    """A diary that has just been begun from another carer's."""

    session: Session
    """It, opened."""
    changes: int
    """How many changes it begins with."""


def join(
    environment: Mapping[str, str], diary: str | None, source: Path, anew: bool = False
) -> Joined:
    """Make a diary here that is the same as the one a bundle or a diary file was written from.

    From now on both can be merged. CannotCreate where a diary is kept already; BadInput or
    CannotRead if the source is not whole: nothing is made then.
    """
    session = known_session(environment, diary, anew)
    if session is not None and session.diary.state_seen()[1]:
        session.diary.close()
        raise CannotCreate(
            t(
                "there is a diary at {path} already. hamdiary merge takes another "
                "carer's entries in; to begin with theirs instead, name another "
                "place with --diary"
            ).format(path=session.diary.path)
        )
    bundle = read_source(source_in(source))
    # Looked through before anything is made.
    looked = look_for_a_new_diary(bundle.entries, bundle.texts)
    if not any(each.kind == "hamster" for each in bundle.entries):
        raise BadInput(
            t("{name} holds no hamster, so there is nothing to join").format(name=source.name)
        )
    session = session or new_session(environment, diary, anew)
    if any(each.device == session.device for each in bundle.entries):
        # A diary that was lost here comes back: what was written since may live on elsewhere.
        session.device = session.home.renew_device()
    taken = take_in(session.diary, bundle.entries, bundle.diary, session.device, looked)
    session.home.remember(session.diary.path, session.diary.id)
    return Joined(session, len(taken.entries))


def source_in(path: Path) -> Path:
    """The file itself, or the largest bundle of a folder: each holds all that its writer knew."""
    if not path.is_dir():
        return path
    found = bundles_in(path)
    if not found:
        raise BadInput(
            t("there is no bundle in {path}; hamdiary bundle -o {path} puts one there").format(
                path=path
            )
        )
    return max(found, key=lambda each: each.stat().st_size)
