"""Days in a column that somebody else has written: one order of day and month for all of it.

What one cell leaves open, the other cells may settle; where they do not, the owner is asked.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from typing import Literal

from hamdiary.domain.evening import FIRST_YEAR, LAST_YEAR, evening_of
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.text import clean_line
from hamdiary.domain.typed import Read
from hamdiary.domain.typed_dates import read_day, say_day

Order = Literal["dmy", "mdy"]
"""What comes first where a year comes last."""

LONGEST = 40
"""Letters that a day with its time may have."""

_YEAR_FIRST = re.compile(r"([0-9]{4})[-./ ]{1,2}([0-9]{1,2})[-./ ]{1,2}([0-9]{1,2})\.?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-./ ]{1,2}([0-9]{1,2})[-./ ]{1,2}([0-9]{4}|[0-9]{2})")
_TIME = re.compile(
    r"([0-9]{1,2})[:.h]([0-9]{2})(?:[:.]([0-9]{2})(?:[.,][0-9]+)?)? ?(am|pm|uhr)?"
    r" ?(z|[+-][0-9]{2}:?[0-9]{2})?",
)
_DAY_AND_TIME = re.compile(rf"(.*?[0-9])(?:, ?| |t)({_TIME.pattern})")
_MONTHS = {
    "januar": "january", "februar": "february", "märz": "march", "maerz": "march", "mrz": "march",
    "mai": "may", "juni": "june", "juli": "july", "oktober": "october", "okt": "october",
    "dezember": "december", "dez": "december",
}  # fmt: skip


@dataclass(frozen=True)
class Unreadable:
    """A cell that holds no day."""

    reason: str
    """Why, in one line."""


def orders_of(cells: Iterable[str]) -> frozenset[Order]:
    """Which orders all cells allow; both if none of them tells, none if they contradict."""
    found: set[Order] = {"dmy", "mdy"}
    for cell in cells:
        parts = _YEAR_LAST.fullmatch(_parted(cell)[0])
        if parts is None:
            continue
        if int(parts[1]) > 12:
            found.discard("mdy")
        if int(parts[2]) > 12:
            found.discard("dmy")
    return frozenset(found)


def depends_on_order(cells: Iterable[str]) -> str | None:
    """The first cell that is another day in the other order, or None."""
    for cell in cells:
        parts = _YEAR_LAST.fullmatch(_parted(cell)[0])
        if parts is not None and parts[1].lstrip("0") != parts[2].lstrip("0"):
            return clean_line(cell)
    return None


def all_at_midnight(cells: Iterable[str]) -> bool:
    """Whether every time in the cells is 00:00: a spreadsheet's way of writing plain days."""
    times = (_parted(cell)[1] for cell in cells)
    return all(re.fullmatch("(00?[:.]00([:.]00([.,]0+)?)?( ?z)?)?", time) for time in times)


def day_of_cell(cell: str, order: Order, today: date) -> date | Unreadable:
    """The day that a cell means, whatever time stands in it."""
    if len(cell) > LONGEST:
        return Unreadable(t("this is too long for a day"))
    return _day(_parted(cell)[0], order, today)


def night_of_cell(
    cell: str, time: str, order: Order, zone: tzinfo, today: date
) -> date | Unreadable:
    """The evening that a cell means, with the time in it or beside it if there is one.

    A night runs from noon to noon: 02:00 on the 23rd is the night of the 22nd.
    """
    if len(cell) > LONGEST or len(time) > LONGEST:
        return Unreadable(t("this is too long for a day"))
    day_text, within = _parted(cell)
    day = _day(day_text, order, today)
    if isinstance(day, Unreadable):
        return day
    clock = within or _tidy(time)
    if not clock:
        return day
    wall = _wall(day, clock, zone)
    return wall if isinstance(wall, Unreadable) else evening_of(wall)


def _tidy(text: str) -> str:
    return clean_line(text).casefold()


def _parted(cell: str) -> tuple[str, str]:
    """The day and the time in a cell."""
    text = _tidy(cell[: LONGEST + 1])
    found = _DAY_AND_TIME.fullmatch(text)
    return (found[1], found[2]) if found else (text, "")


def _day(text: str, order: Order, today: date) -> date | Unreadable:
    if found := _YEAR_FIRST.fullmatch(text):
        return _real(int(found[1]), int(found[2]), int(found[3]), text)
    if found := _YEAR_LAST.fullmatch(text):
        one, two, year = int(found[1]), int(found[2]), int(found[3])
        day, month = (one, two) if order == "dmy" else (two, one)
        return _real(year if len(found[3]) == 4 else 2000 + year, month, day, text)
    if not re.search("[0-9]{4}", text):
        return Unreadable(t("“{text}” is no day with a year, like 2026-11-22").format(text=text))
    words = re.sub("[a-zä]+", lambda word: _MONTHS.get(word[0], word[0]), text.replace(".", " "))
    reading = read_day(" ".join(words.split()), today)
    if isinstance(reading, Read):
        return reading.value
    return Unreadable(
        t("“{text}” cannot be read as a day; write it like 2026-11-22").format(text=text)
    )


def _real(year: int, month: int, day: int, text: str) -> date | Unreadable:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Unreadable(t("“{text}” is too far away").format(text=text))
    try:
        return date(year, month, day)
    except ValueError:
        return Unreadable(t("there is no such day as “{text}”").format(text=text))


def _wall(day: date, clock: str, zone: tzinfo) -> datetime | Unreadable:
    found = _TIME.fullmatch(clock)
    if not found:
        return Unreadable(t("“{clock}” is no time like 21:30").format(clock=clock))
    hour, minute = int(found[1]), int(found[2])
    if found[4] in ("am", "pm") and 1 <= hour <= 12:
        hour = hour % 12 + (12 if found[4] == "pm" else 0)
    if hour > 23 or minute > 59:
        return Unreadable(t("“{clock}” is no time like 21:30").format(clock=clock))
    wall = datetime(day.year, day.month, day.day, hour, minute)
    if not found[5]:
        return wall
    offset = "+00:00" if found[5] == "z" else found[5]
    try:
        return datetime.fromisoformat(f"{wall.isoformat()}{offset}").astimezone(zone)
    except (ValueError, OverflowError):
        return Unreadable(t("“{clock}” has no such time zone").format(clock=clock))


def said_order(order: Order, cell: str) -> str:
    """How a cell is read in that order: "03/04/2026 is Friday 3 April 2026"."""
    day = _day(_parted(cell)[0], order, date(2000, 1, 1))
    if isinstance(day, date):
        return t("“{cell}” is {day}").format(cell=cell, day=say_day(day))
    return t("“{cell}” is no day").format(cell=cell)
