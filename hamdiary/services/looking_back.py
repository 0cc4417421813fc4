"""Looking back on many nights: which there are, and what was recorded, read a page at a time."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum
from typing import overload

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import marked
from hamdiary.domain.night import Night
from hamdiary.domain.text import clean_line
from hamdiary.services.session import Session
from hamdiary.storage import looking_back as stored
from hamdiary.storage.conflicts import evenings_in_conflict

PAGE = 64
"""Nights that are read at once; more than most windows show."""

PAGES_KEPT = 8
"""Pages that are kept, so that going up and down reads nothing twice."""


class Which(Enum):
    """Which nights are listed."""

    ALL = marked("all")
    """Every night from the first to tonight, recorded or not."""
    NOTED = marked("with note")
    """Nights with a note."""
    MISSING = marked("missing")
    """Nights of which nothing is recorded."""


class EveryEvening(Sequence[date]):
    """Evenings in a row, newest first, known by counting; `ahead` are later ones before them."""

    def __init__(self, newest: date, oldest: date, ahead: Sequence[date] = ()) -> None:
        self._newest = newest
        self._ahead = tuple(ahead)
        self._count = len(self._ahead) + max(0, (newest - oldest).days) + 1

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> date: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[date]: ...
    def __getitem__(self, place: int | slice) -> date | Sequence[date]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(self._count))]
        if not 0 <= place < self._count:
            raise IndexError(place)
        back = place - len(self._ahead)
        return self._ahead[place] if back < 0 else self._newest - timedelta(days=back)


def place_in(evenings: Sequence[date], evening: date) -> int:
    """Where an evening stands, or the next older one; beyond the end if all are newer."""
    return bisect_left(evenings, -evening.toordinal(), key=lambda each: -each.toordinal())


class NightPages:
    """What was recorded on a list of evenings, read a page at a time when it is wanted."""

    def __init__(self, session: Session, hamster: str, evenings: Sequence[date]) -> None:
        self.evenings = evenings
        """The evenings, newest first."""
        self._session = session
        self._hamster = hamster
        self._pages: dict[int, dict[date, Night]] = {}
        self.in_conflict = evenings_in_conflict(session.diary, hamster)
        """Evenings of which a field that carers wrote apart waits to be chosen."""

    def night(self, place: int) -> Night | None:
        """The night in that place of the list; None if nothing of it is recorded."""
        return self._page(place // PAGE).get(self.evenings[place])

    @property
    def pages_held(self) -> int:
        """How many pages are in memory now."""
        return len(self._pages)

    def _page(self, number: int) -> dict[date, Night]:
        page = self._pages.pop(number, None)
        if page is None:
            evenings = self.evenings[number * PAGE : (number + 1) * PAGE]
            nights = stored.nights_on(self._session.diary, self._hamster, evenings)
            page = {night.evening: night for night in nights}
        self._pages[number] = page  # the page used last stands last
        if len(self._pages) > PAGES_KEPT:
            del self._pages[next(iter(self._pages))]
        return page


def nights_listed(session: Session, hamster: Hamster, which: Which, words: str = "") -> NightPages:
    """The nights of one sort whose note holds all the words, newest first; DiaryTrouble if not."""
    return NightPages(session, hamster.id, _evenings(session, hamster.id, which, words))


def _evenings(session: Session, hamster: str, which: Which, words: str) -> Sequence[date]:
    if clean_line(words):
        return stored.evenings_found(session.diary, hamster, words)
    if which is Which.NOTED:
        return stored.evenings_with_note(session.diary, hamster)
    if which is Which.MISSING:
        return stored.evenings_missing(session.diary, hamster, session.tonight)
    tonight = session.tonight
    ahead = stored.evenings_after(session.diary, hamster, tonight)
    return EveryEvening(tonight, session.first_evening(hamster, tonight), ahead)
