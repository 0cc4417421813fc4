"""One sitting with a diary: who writes, on which device, at what time, about which hamster."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from hamdiary.domain.evening import Moment, zone_named
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.journal import Stamp
from hamdiary.domain.language import t
from hamdiary.domain.night import Night
from hamdiary.domain.text import names_look_alike
from hamdiary.services.carers import carer_in
from hamdiary.services.clock import Clock
from hamdiary.storage.diary import Diary
from hamdiary.storage.locations import Home

if TYPE_CHECKING:
    from hamdiary.domain.typed_times import WallClock

RECENT_NIGHTS = 30
"""How far back what is shown beside tonight reaches."""


class NoSuchHamster(Exception):
    """No hamster, or several, answer to what was asked for; one line for the owner."""


class Session:
    """An open diary together with everything that a record needs besides its values."""

    def __init__(self, diary: Diary, home: Home, clock: Clock, by: str | None = None) -> None:
        self.diary = diary
        """The open diary."""
        self.home = home
        """Where this device keeps its own things."""
        self.clock = clock
        """What tells the time."""
        self.device = home.device()
        """This device's id."""
        self.by = by
        """Initials of who writes now, where several people share this device; None for whoever it
        remembers."""
        self.kept: dict[str, object] = {}
        """What services keep from one look to the next, by names of their own."""

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *_: object) -> None:
        self.diary.close()

    def now(self) -> Moment:
        """This moment."""
        return self.clock.now()

    @property
    def tonight(self) -> date:
        """The evening whose night it is now."""
        return self.now().evening

    @property
    def today(self) -> date:
        """The day on the wall clock: births and onsets are days, not nights."""
        return self.now().wall.date()

    @property
    def zone(self) -> tzinfo:
        """The zone of the wall clock here."""
        return zone_named(self.now().zone)

    def wall_now(self) -> datetime:
        """This moment on the wall clock here; other moments can be put into its zone.

        `now().wall` may know its own offset only, which is wrong across a change of clocks.
        """
        now = self.now()
        return now.wall.astimezone(zone_named(now.zone))

    def first_evening(self, hamster: str, tonight: date) -> date:
        """The evening with which a hamster's diary begins: tonight, if nothing older is there."""
        return min(self.diary.first_evening(hamster) or tonight, tonight)

    def wall_clock(self, evening: date) -> "WallClock":
        """What times typed for that night are read on."""
        from hamdiary.domain.typed_times import WallClock

        now = self.now()
        return WallClock(evening, zone_named(now.zone), now.wall)

    @property
    def carer(self) -> str | None:
        """The initials of who writes: named for this sitting, or remembered by this device."""
        return self.by or self.diary.setting(self.device, "carer")

    def stamp(self) -> Stamp:
        """Who writes now."""
        now = self.now()
        return Stamp(self.device, now.utc_text, now.zone, self.carer)

    def hamster(self, name: str | None = None, among: list[Hamster] | None = None) -> Hamster:
        """The hamster of that name or id, or the one this device wrote about last.

        `among` are all hamsters, where they were read before. NoSuchHamster says which names
        there are.
        """
        hamsters = self.diary.hamsters() if among is None else among
        if not hamsters:
            raise NoSuchHamster(t("no hamster is set up yet; hamdiary setup does that"))
        if name is not None:
            return _named(name, hamsters)
        chosen = self.diary.setting(self.device, "hamster")
        current = next((each for each in hamsters if each.id == chosen), None)
        still_open = [each for each in hamsters if each.closed_because is None]
        return current or (still_open or hamsters)[-1]

    def switch_to(self, hamster: Hamster) -> None:
        """Remember on this device which hamster is written about."""
        self.diary.remember(self.device, "hamster", hamster.id)

    def recent(self, hamster: Hamster, evening: date) -> list[Night]:
        """The recorded nights of the month up to and with `evening`, oldest first."""
        return self.diary.nights(hamster.id, evening - timedelta(days=RECENT_NIGHTS), evening)


def _named(name: str, hamsters: list[Hamster]) -> Hamster:
    found = [each for each in hamsters if each.name and names_look_alike(each.name, name)]
    found = found if len(found) == 1 else [each for each in hamsters if each.id == name] or found
    if len(found) == 1:
        return found[0]
    names = ", ".join(each.called for each in hamsters)
    if found:
        ids = ", ".join(each.id for each in found)
        raise NoSuchHamster(
            t(
                "{n} hamsters are called {name}; hamdiary hamsters tells them apart. Say the id in "
                "place of the name, as in --hamster {id}: {ids}"
            ).format(n=len(found), name=name, id=found[0].id, ids=ids)
        )
    raise NoSuchHamster(
        t("there is no hamster called {name} here; there is: {names}").format(
            name=name, names=names
        )
    )


def cared_for(session: Session, name: str | None = None) -> list[Hamster]:
    """All hamsters whose diaries are open, or the one of that name or id."""
    if name is not None:
        return [session.hamster(name)]
    return [each for each in session.diary.hamsters() if each.closed_because is None]


def open_session(environment: Mapping[str, str], path: str | None = None) -> Session:
    """Open the diary that the environment or `path` names; DiaryTrouble says why it cannot."""
    from hamdiary.storage.opening import open_diary

    home, clock = Home.of(environment), Clock(environment)
    diary = open_diary(diary_place(home, path), home, lambda: clock.now().utc_text)
    return Session(diary, home, clock, carer_in(environment))


def diary_place(home: Home, path: str | None) -> Path:
    """Where the diary lies: at `path` if one is named, else in the home."""
    if not path:
        return home.diary
    # expanduser fails for a user that does not exist; then it is a file's odd name.
    with suppress(RuntimeError):
        return Path(path).expanduser().absolute()
    return Path(path).absolute()
