"""How an owner writes times, days and weights: 24 or 12 hours, day or month first, g or oz beside.

Like a language it holds for the whole program: a front end says once which one, before anything is
shown. What is stored, and what other programs read, is never written in it.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from hamdiary.domain.frozen import dataclass

GRAMS_PER_OUNCE = 28.349523125
"""Avoirdupois ounce, by definition."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""Full names; index 0 is Monday, as in `date.weekday()`."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""Full names; index 0 is January."""


@dataclass(frozen=True)
class Manner:
    """One way of writing."""

    twelve_hours: bool = False
    """"9:04 pm" instead of "21:04"."""
    days: str = "day first"
    """"day first" (22 Nov), "month first" (Nov 22) or "iso" (2026-11-22)."""
    ounces: bool = False
    """Whether ounces stand beside grams."""


USUAL = Manner()
"""Where nobody says anything."""

_chosen: list[Manner | Callable[[], Manner]] = [USUAL]


def in_use() -> Manner:
    """The manner that the front end has chosen."""
    chosen = _chosen[0]
    if not isinstance(chosen, Manner):
        chosen = _chosen[0] = chosen()
    return chosen


def use(manner: Manner | Callable[[], Manner]) -> None:
    """From now on write like that; what is to be found out first is asked for when it matters."""
    _chosen[0] = manner


def clock_time(at: time | datetime, manner: Manner | None = None) -> str:
    """A time of day: "21:04" or "9:04 pm"."""
    if not (manner or in_use()).twelve_hours:
        return f"{at:%H:%M}"
    return f"{at.hour % 12 or 12}:{at.minute:02} {'pm' if at.hour >= 12 else 'am'}"


def brief_day(day: date, manner: Manner | None = None) -> str:
    """A day without its year: "Sun 22 Nov", "Sun Nov 22" or, with it, "Sun 2026-11-22"."""
    weekday, month = WEEKDAYS[day.weekday()][:3], MONTHS[day.month - 1][:3]
    match (manner or in_use()).days:
        case "iso":
            return f"{weekday} {day.isoformat()}"
        case "month first":
            return f"{weekday} {month} {day.day}"
    return f"{weekday} {day.day} {month}"


def full_day(day: date, manner: Manner | None = None) -> str:
    """A day in full: "Sunday 22 November 2026", "Sunday, November 22, 2026"."""
    weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
    match (manner or in_use()).days:
        case "iso":
            return f"{weekday} {day.isoformat()}"
        case "month first":
            return f"{weekday}, {month} {day.day}, {day.year}"
    return f"{weekday} {day.day} {month} {day.year}"


def with_year(day: date, manner: Manner | None = None) -> str:
    """A brief day and its year: "Sun 22 Nov 2026"."""
    iso = (manner or in_use()).days == "iso"
    return brief_day(day, manner) if iso else f"{brief_day(day, manner)} {day.year}"


def ounces(grams: float) -> str:
    """The same weight in ounces: "4.18 oz"."""
    return f"{grams / GRAMS_PER_OUNCE:.2f} oz"


_TWELVE = ("US", "CA", "AU", "NZ", "PH", "IN", "PK", "EG", "MX", "CO")
_MONTH_FIRST = ("US", "PH")


def manner_of_locale(environment: Mapping[str, str]) -> Manner:
    """The manner of the country that LC_ALL, LC_TIME or LANG name; grams everywhere, as vets do."""
    name = next(
        (environment[each] for each in ("LC_ALL", "LC_TIME", "LANG") if environment.get(each)), ""
    )
    country = name.partition(".")[0].partition("_")[2][:2]
    days = "month first" if country in _MONTH_FIRST else "day first"
    return Manner(country in _TWELVE, days)
