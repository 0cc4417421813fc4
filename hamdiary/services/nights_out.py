"""What a night's time out of the cage comes to; light, for commands that only show it."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.outings import Outing, running
from hamdiary.services.session import Session
from hamdiary.storage import care

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class NightOut:
    """A night's time out of the cage."""

    evening: date
    """Which night."""
    outings: Sequence[Outing]
    """Its outings in the order in which they were begun, a running one among them."""
    running: Outing | None
    """The outing whose clock runs or is paused, of whatever night."""
    goal: float | None
    """Minutes aimed at that night; None while rest is ordered and once the diary is closed."""
    forgotten: bool
    """Whether the clock that runs was forgotten, so that somebody has to say when it ended."""


def night_out(session: Session, hamster: Hamster, evening: date) -> NightOut:
    """A night's outings, and the one that runs now."""
    runs = running_one(session, hamster)
    return NightOut(
        evening,
        tuple(care.outings(session.diary, hamster.id, evening, evening)),
        runs,
        hamster.goal_on(evening),
        runs is not None and is_forgotten(session, runs),
    )


def nights_out(session: Session, hamster: Hamster, first: date, last: date) -> list[NightOut]:
    """Every night from `first` to `last`, oldest first, those without an outing too."""
    runs = running_one(session, hamster)
    forgotten = runs is not None and is_forgotten(session, runs)
    found = care.outings(session.diary, hamster.id, first, last)
    by_evening = {
        evening: tuple(same) for evening, same in groupby(found, key=lambda each: each.evening)
    }
    evenings = (first + days * ONE_DAY for days in range((last - first).days + 1))
    return [
        NightOut(on, by_evening.get(on, ()), runs, hamster.goal_on(on), forgotten)
        for on in evenings
    ]


def running_one(session: Session, hamster: Hamster) -> Outing | None:
    """The outing whose clock runs or is paused, if there is one."""
    return running(care.running_outings(session.diary, hamster.id))


def is_forgotten(session: Session, outing: Outing) -> bool:
    """Whether its clock was left running, so that somebody has to say when it ended."""
    return outing.is_forgotten(session.tonight, session.now().wall)
