"""Bundles come and go while the window is open: in a thread of its own, never in the way."""

from pathlib import Path
from typing import TYPE_CHECKING

from hamdiary.services.carers import is_to_be_asked
from hamdiary.services.clock import BadSetting
from hamdiary.services.merging.folder import Exchanged, folder_of, take_from
from hamdiary.services.own_session import own_session
from hamdiary.services.session import Session
from hamdiary.services.settings import load_settings
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.diary_actions import DiaryActions

if TYPE_CHECKING:
    from hamdiary.tui.deeds.merging import MergeDeeds

LOOKS_EVERY = 60.0
"""Seconds between two looks into the folder, and between a change and its being sent."""


QUIET_FOR = 2.0
"""Seconds for which no key was pressed when bundles are looked at, which takes a processor."""


class Exchanging:
    """Takes in the others' bundles and keeps one's own up to date, for one screen."""

    def __init__(self, screen: DiaryActions) -> None:
        self._screen = screen
        self._said: set[str] = set()
        self._busy = False

    def begin(self) -> None:
        """Look now, and again and again."""
        self._screen.set_interval(LOOKS_EVERY, self.look)
        self.look()

    def look(self) -> None:
        """Exchange bundles if the settings name a folder, in the background."""
        if self._somebody_types():
            self._screen.set_timer(QUIET_FOR, self.look)
            return
        folder = self._folder()
        if folder is not None and not self._busy and not self._screen.session.diary.read_only:
            self._busy = True
            self._screen.run_worker(lambda: self._exchange(folder), thread=True)

    def _somebody_types(self) -> bool:
        quiet = getattr(self._screen.app, "seconds_without_a_key", None)
        return quiet is not None and quiet() < QUIET_FOR

    def _folder(self) -> Path | None:
        try:
            return folder_of(load_settings(self._screen.session.home))
        except (BadSetting, DiaryTrouble):
            return None  # whoever rings says why

    def _exchange(self, folder: Path) -> None:
        """In a thread, with a connection of its own."""
        try:
            done = exchanged(self._screen.session, folder)
        except DiaryTrouble as trouble:
            done = Exchanged(troubles=[str(trouble)])
        finally:
            self._busy = False
        self._screen.app.call_from_thread(self._tell, done)

    def _tell(self, done: Exchanged) -> None:
        from hamdiary.tui.deeds.merging import MergeDeeds

        # A broken bundle stays broken; it is said once while this window is open.
        new = [each for each in done.troubles if each not in self._said]
        self._said |= set(new)
        done.troubles[:] = new
        deeds = MergeDeeds(self._screen)
        deeds.told(done, quietly=True)
        if done.new:
            self._ask_who(deeds)

    def _ask_who(self, deeds: "MergeDeeds") -> None:
        """Ask for initials once nothing else is open and nobody types: a dialog takes the keys."""
        session = self._screen.session
        if not is_to_be_asked(session.diary, session.device):
            return
        if self._screen.app.screen is not self._screen or self._somebody_types():
            self._screen.set_timer(max(QUIET_FOR, 0.1), lambda: self._ask_who(deeds))
            return
        deeds.ask_who()


def exchanged(session: Session, folder: Path) -> Exchanged:
    """Exchange bundles over a connection of its own, since one belongs to its thread."""
    with own_session(session) as own:
        done = take_from(own, folder, only_changed=True)
        return _sent(own, folder, done)


def _sent(session: Session, folder: Path, done: Exchanged) -> Exchanged:
    from hamdiary.services.merging.sending import send

    try:
        done.sent = send(session, folder)
    except DiaryTrouble as trouble:
        done.troubles.append(str(trouble))
    return done
