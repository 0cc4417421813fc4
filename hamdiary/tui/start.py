"""What the window opens with: a diary and a hamster, or neither yet."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from hamdiary.domain.hamster import Hamster
from hamdiary.services.carers import carer_in
from hamdiary.services.clock import Clock
from hamdiary.services.display import is_animated, write_as_here
from hamdiary.services.session import Session, open_session
from hamdiary.storage.errors import DamagedDiary, DiaryTrouble, LostDiary
from hamdiary.storage.locations import Home

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory


class Start:
    """Filled in by the first run while it is answered."""

    def __init__(self, environment: Mapping[str, str], path: str | None) -> None:
        self.environment = environment
        """HAMDIARY_HOME, HAMDIARY_NOW and TZ come from here."""
        self.path = path
        """The diary named on the command line."""
        self.session: Session | None = None
        """The open diary, once there is one."""
        self.hamster: Hamster | None = None
        """Whose diary is shown first."""
        self.is_sample = False
        """Whether the diary is an invented one, to be thrown away."""
        self.trouble: DamagedDiary | LostDiary | None = None
        """Why the diary that was kept here cannot be opened, if its backups are to be offered."""
        self.words = ""
        """What the next window says first."""
        self._throwaway: TemporaryDirectory[str] | None = None

    @classmethod
    def of(cls, environment: Mapping[str, str], path: str | None, name: str | None) -> "Start":
        """Open the diary if there is one; DiaryTrouble or NoSuchHamster says why it cannot."""
        write_as_here(environment)
        start = cls(environment, path)
        if start.is_first_run():
            Clock(environment).now()  # a clock that cannot be read is said before the set-up
            return start
        try:
            start.session = open_session(environment, path)
            there = start.session.diary.hamsters()
        except (DamagedDiary, LostDiary) as trouble:
            start.close()
            start.session, start.trouble = None, trouble
            return start
        if not there and not start.session.diary.read_only:
            from hamdiary.services.drafts import recover

            recover(start.session)  # a first evening that ended in the middle of a name
            there = start.session.diary.hamsters()
        if there or name:
            start.hamster = start.session.hamster(name, there)
        return start

    def join(self, source: Path) -> Session:
        """Begin with another carer's diary, or with an exported one; DiaryTrouble says why not."""
        from hamdiary.services.merging.joining import join
        from hamdiary.services.transfer.beginning import begin_with, is_exported

        if self.session is not None:
            self.session.diary.close()
            self.session = None
        if is_exported(source):
            self.session = begin_with(self.environment, self.path, source)
        else:
            self.session = join(self.environment, self.path, source).session
        return self.session

    def open_anew(self) -> None:
        """Open the diary again after it was restored, or something of it erased.

        DiaryTrouble if it cannot be had; then there is no session.
        """
        environment, path = self.environment, self.path
        if self.session is not None:
            # A sample lies elsewhere than what the environment names.
            environment, path = self.session.clock.environment, str(self.session.diary.path)
            self.session.diary.close()
        self.session = self.hamster = self.trouble = None
        try:
            self.session = open_session(environment, path)
        except (DamagedDiary, LostDiary) as trouble:
            self.trouble = trouble
            return
        if self.session.diary.hamsters():
            self.hamster = self.session.hamster()

    def make_sample(self) -> Session:
        """An invented diary in a folder that lasts as long as the window."""
        from tempfile import TemporaryDirectory

        from hamdiary.services.sample.making import make_sample

        if self.session is not None:
            self.session.diary.close()
        self._throwaway = TemporaryDirectory(prefix="hamdiary-sample-")
        home = Home(Path(self._throwaway.name))
        make_sample(home.diary, home, now=Clock(self.environment).now())
        self.is_sample = True
        return open_session({**self.environment, "HAMDIARY_HOME": str(home.folder)})

    def keep_safe(self) -> str | None:
        """Back the diary up if this window wrote to it today and nobody has; why that failed.

        To be called when the window is gone, so that nobody waits for it.
        """
        session = self.session
        if session is None or self.is_sample or session.diary.read_only:
            return None
        try:
            last = session.diary.last_written(session.device)
            known = session.diary.id
        except DiaryTrouble:
            return None
        if last is None or last[:10] != session.now().utc_text[:10]:
            return None
        from hamdiary.services.daily_backup import back_up_if_due

        place = session.diary.path
        return back_up_if_due(session.clock.environment, session.home, place, known)

    def close(self) -> None:
        """Close the diary and send what is wanted elsewhere; a sample is thrown away."""
        if self.session is not None:
            if not self.is_sample:
                from hamdiary.services.merging.ending import send_at_the_end

                send_at_the_end(self.session)
            self.session.diary.close()
        if self._throwaway is not None:
            self._throwaway.cleanup()

    @property
    def is_animated(self) -> bool:
        """Whether things may move."""
        return is_animated(self.environment)

    @property
    def home(self) -> Home:
        """Where this device keeps its things."""
        return Home.of(self.environment)

    @property
    def place(self) -> Path:
        """Where the diary lies or will lie."""
        return Path(self.path).expanduser().absolute() if self.path else self.home.diary

    def is_first_run(self) -> bool:
        """Whether there is no diary here and none is known to have been."""
        return not self.place.exists() and not self.home.knows(self.place)

    def make_diary(self) -> Session:
        """The open diary, made now if there is none; CannotCreate says why not."""
        if self.session is None:
            from hamdiary.storage.opening import create_diary

            diary = create_diary(self.place, self.home)
            by = carer_in(self.environment)
            self.session = Session(diary, self.home, Clock(self.environment), by)
        return self.session
