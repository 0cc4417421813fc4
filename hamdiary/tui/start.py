"""What the window opens with: a diary and a hamster, or neither yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hamdiary.domain.hamster import Hamster
from hamdiary.services.clock import Clock
from hamdiary.services.session import Session, open_session
from hamdiary.storage.locations import Home


@dataclass
class Start:
    """Filled in by the first run while it is answered."""

    environment: Mapping[str, str]
    """HAMDIARY_HOME, HAMDIARY_NOW and TZ come from here."""
    path: str | None
    """The diary named on the command line."""
    session: Session | None = None
    """The open diary, once there is one."""
    hamster: Hamster | None = None
    """Whose diary is shown first."""

    @classmethod
    def of(cls, environment: Mapping[str, str], path: str | None, name: str | None) -> "Start":
        """Open the diary if there is one; DiaryTrouble or NoSuchHamster says why it cannot."""
        start = cls(environment, path)
        if start.is_first_run():
            Clock(environment).now()  # a clock that cannot be read is said before the set-up
            return start
        start.session = open_session(environment, path)
        if start.session.diary.hamsters() or name:
            start.hamster = start.session.hamster(name)
        return start

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
            self.session = Session(diary, self.home, Clock(self.environment))
        return self.session
