"""The end of a sitting: one's own bundle goes into the folder, if there is one."""

from contextlib import suppress

from hamdiary.services.session import Session
from hamdiary.services.settings import settings_or_defaults
from hamdiary.storage.errors import DiaryTrouble


def send_at_the_end(session: Session) -> None:
    """Put one's own bundle into the folder; what cannot be done now is done the next time."""
    settings, _ = settings_or_defaults(session.home)
    if settings.merge.folder is None or session.diary.read_only:
        return
    from hamdiary.services.merging.folder import folder_of
    from hamdiary.services.merging.sending import send

    folder = folder_of(settings)
    with suppress(DiaryTrouble):
        if folder is not None and folder.is_dir():
            send(session, folder)
