"""One call of the program: where its diary is, whose it is, and how its answer is printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from hamdiary.domain.hamster import Hamster
from hamdiary.services.clock import Clock
from hamdiary.services.session import Session, open_session
from hamdiary.storage.errors import NotPermitted
from hamdiary.storage.locations import Home


@dataclass
class Invocation:
    """What the options that every command knows have said."""

    environment: Mapping[str, str]
    """The environment variables."""
    diary: str | None = None
    """The diary's file as named by --diary."""
    hamster: str | None = None
    """The hamster as named by --hamster."""
    as_json: bool = False
    """Whether the answer is printed as JSON."""
    _changed: tuple[Home, Path, str] | None = None

    @property
    def tonight(self) -> date:
        """The evening whose night it is now."""
        return Clock(self.environment).now().evening

    @property
    def today(self) -> date:
        """The day on the wall clock: births and onsets are days, not nights."""
        return Clock(self.environment).now().wall.date()

    def session(self) -> Session:
        """Open the diary to look at; a diary that cannot be written is said to be so."""
        from hamdiary.cli.printing import say_aside

        session = open_session(self.environment, self.diary)
        if session.diary.read_only:
            say_aside(session.diary.read_only)
        return session

    def session_to_write(self) -> Session:
        """Open the diary to write in it; NotPermitted before anything is asked if one cannot."""
        session = open_session(self.environment, self.diary)
        if session.diary.read_only:
            why = session.diary.read_only
            session.diary.close()
            raise NotPermitted(why)
        self.opened_to_write(session)
        return session

    def opened_to_write(self, session: Session) -> None:
        """Remember which diary may have been changed, for the day's backup."""
        self._changed = (session.home, session.diary.path, session.diary.id)

    def forget_changes(self) -> None:
        """Make no backup of the day after this call: whoever erases has decided about backups."""
        self._changed = None

    def keep_safe(self) -> None:
        """Back the diary up if this was the first change of the day; all has been said by now."""
        if self._changed is None:
            return
        from hamdiary.services.daily_backup import back_up_if_due

        home, place, diary_id = self._changed
        trouble = back_up_if_due(self.environment, home, place, diary_id)
        if trouble is not None:
            from hamdiary.cli.printing import say_aside

            say_aside(trouble)

    def hamster_in(self, session: Session) -> Hamster:
        """The hamster that was named, or the current one."""
        return session.hamster(self.hamster)

    def evening(self, typed: str | None, option: str) -> date:
        """The evening that was typed for `option`; tonight if nothing was."""
        if typed is None:
            return self.tonight
        from hamdiary.domain.typed import Read, Refused
        from hamdiary.domain.typed_dates import read_day

        reading = read_day(typed, self.tonight)
        match reading:
            case Read():
                return reading.value
            case Refused():
                raise click.UsageError(f"{option}: {reading.reason}")
        raise click.UsageError(f"{option}: {reading.question}")
