"""Which backups stay: all of two days, then ever fewer, never a small one for a good one."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from hamdiary.domain.frozen import dataclass

ALL_OF = timedelta(days=2)
"""Every backup of so long is kept."""

DAILY, WEEKLY, MONTHLY = 12, 10, 9
"""How many of the days, weeks and months before that keep one each, as in Anki."""

MUCH_SMALLER = 0.9
"""A journal only grows, so a newer backup with less than this share of the changes lacks some."""


@dataclass(frozen=True)
class Kept:
    """What has to be known of a backup to say whether it stays."""

    name: str
    """Which backup."""
    made: datetime
    """When it was made; aware."""
    changes: int
    """How many changes its journal holds."""


def to_remove(backups: Iterable[Kept], now: datetime) -> list[str]:
    """The backups that make room for others, oldest first; of one diary and one device.

    One that holds clearly more than every newer one which stays is kept, whatever its age: after
    a loss that nobody has noticed yet, it is the one that will be wanted.
    """
    newest_first = sorted(
        backups, key=lambda each: (each.made, each.changes, each.name), reverse=True
    )
    staying = _by_age(newest_first, now)
    largest, removed = 0, []
    for each in newest_first:
        if each.name in staying or largest < each.changes * MUCH_SMALLER:
            largest = max(largest, each.changes)
        else:
            removed.append(each.name)
    return removed[::-1]


def _by_age(newest_first: list[Kept], now: datetime) -> set[str]:
    recent = [each for each in newest_first if now - each.made <= ALL_OF]
    older = newest_first[len(recent) :]
    staying = {each.name for each in recent}
    for count, period in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        staying |= _newest_of_each(older, count, period)
    return staying


def _newest_of_each(
    older: list[Kept], count: int, period: Callable[[datetime], object]
) -> set[str]:
    found: dict[object, str] = {}
    for each in older:
        found.setdefault(period(each.made), each.name)
    return set(list(found.values())[:count])


def _day(moment: datetime) -> object:
    return moment.date()


def _week(moment: datetime) -> object:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> object:
    return moment.year, moment.month
