"""Reading a typed day: a small grammar that never guesses (traps §9), and saying a day in full."""

import re
from datetime import date, timedelta

from hamdiary.domain.manner import MONTHS as MONTHS
from hamdiary.domain.manner import WEEKDAYS as WEEKDAYS
from hamdiary.domain.manner import brief_day, full_day
from hamdiary.domain.text import clean_line
from hamdiary.domain.typed import Read, Reading, Refused, Unclear

LONGEST_DAY = 60
"""Characters a typed day may have."""

FIRST_YEAR, LAST_YEAR = 1990, 2200
"""Years a day of the diary may have; anything else is a slip of the keys."""

_DAYS_AGO = {"today": 0, "tonight": 0, "yesterday": 1, "last night": 1}
_NUMBER_WORDS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_COUNTS = {word: count for count, word in enumerate(_NUMBER_WORDS, 1)} | {"a": 1, "an": 1}
_WEEKDAY_NUMBERS = {
    name.casefold()[:length]: number
    for number, name in enumerate(WEEKDAYS)
    for length in (3, len(name))
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_MONTH_NUMBERS = {
    name.casefold()[:length]: number
    for number, name in enumerate(MONTHS, 1)
    for length in (3, len(name))
} | {"sept": 9}

_ABOUT = r"(?:(?:about|around|roughly|circa) |~ ?)"
_SHORT_SPAN = r"- ?([0-9]{1,4}) ?([dw])"
_SPAN = r"([0-9]{1,4}|[a-z]+) ?(day|week|month|year)s?(?: ago| old)?"
_YEAR_FIRST = r"([0-9]{4}) ?([-./]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,2})"
_TWO_NUMBERS = r"([0-9]{1,2}) ?([-./]) ?([0-9]{1,2})(?: ?\2 ?([0-9]+))?\.?"
_DAY_NUMBER = r"([0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH_IN_LETTERS = (
    rf"(?:([a-z]+) )??(?:{_DAY_NUMBER} ?([a-z]+)|([a-z]+) ?{_DAY_NUMBER})(?: ([0-9]+))?"
)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))


def read_day(text: str, today: date) -> Reading[date]:
    """Read a day as an owner types it; one without a year is the last such day up to `today`.

    Day and month in figures are never guessed. A day to come is read like any other; asking
    about it is the caller's part (bad-inputs 11, 12).
    """
    typed = "" if len(text) > LONGEST_DAY else re.sub(f"^{_ABOUT}", "", _tidy(text))
    for read in (_read_word, _read_span, _read_year_first, _read_two_numbers, _read_month_name):
        reading = read(typed, today)
        if reading is not None:
            return reading
    return Refused(f"{_what_is_wrong(text)} {_advice(today)}")


def is_estimate(text: str) -> bool:
    """Tell whether a day is typed as a span ("7 weeks") or with "about": for a birth, a guess."""
    if len(text) > LONGEST_DAY:
        return False
    typed = _tidy(text)
    return re.match(_ABOUT, typed) is not None or _span(typed) is not None


def say_day(day: date, today: date | None = None) -> str:
    """Say a day in full, "Sunday 22 November 2026"; with `today`, also that it is so near."""
    said = full_day(day)
    near = {1: " (tomorrow)", 0: " (today)", -1: " (yesterday)"}
    return said if today is None else said + near.get((day - today).days, "")


def short_day(day: date) -> str:
    """Say a day briefly: "Sun 22 Nov"."""
    return brief_day(day)


def _tidy(text: str) -> str:
    return clean_line(text).casefold().translate(_DASHES)


def _what_is_wrong(text: str) -> str:
    if len(text) > LONGEST_DAY:
        return "This is too long for a day."
    written = clean_line(text)
    return f"“{written}” cannot be read as a day." if written else "No day is written."


def _advice(today: date) -> str:
    return f"Write it like {today.isoformat()}, {short_day(today)[4:]}, yesterday or mon."


def _read_word(typed: str, today: date) -> Reading[date] | None:
    """Read "yesterday" and its like, or a weekday as the last such day, today included."""
    if typed in _DAYS_AGO:
        return Read(today - timedelta(days=_DAYS_AGO[typed]))
    if typed in _WEEKDAY_NUMBERS:
        return Read(today - timedelta(days=(today.weekday() - _WEEKDAY_NUMBERS[typed]) % 7))
    return None


def _span(typed: str) -> tuple[int, str] | None:
    """Return (count, "d", "w", "m" or "y") of a span that leads back from today."""
    typed = re.sub(f"^{_ABOUT}", "", typed)
    found = re.fullmatch(_SHORT_SPAN, typed) or re.fullmatch(_SPAN, typed)
    if not found:
        return None
    count = int(found[1]) if found[1].isdigit() else _COUNTS.get(found[1])
    return None if count is None else (count, found[2][0])


def _read_span(typed: str, today: date) -> Reading[date] | None:
    span = _span(typed)
    if span is None:
        return None
    count, unit = span
    try:
        day = _days_before(today, count, unit)
    except (OverflowError, ValueError):
        return _year_refused()
    return Read(day) if FIRST_YEAR <= day.year <= LAST_YEAR else _year_refused()


def _days_before(today: date, count: int, unit: str) -> date:
    if unit in "dw":
        return today - timedelta(days=count * (7 if unit == "w" else 1))
    # Only months and years need it, and it would slow down every start.
    from dateutil.relativedelta import relativedelta

    return today - relativedelta(months=count * (12 if unit == "y" else 1))


def _read_year_first(typed: str, today: date) -> Reading[date] | None:
    found = re.fullmatch(_YEAR_FIRST, typed)
    return _real_day(int(found[1]), int(found[3]), int(found[4])) if found else None


def _read_two_numbers(typed: str, today: date) -> Reading[date] | None:
    """Ask which is the month; never guess, even where only one can be (traps §9)."""
    found = re.fullmatch(_TWO_NUMBERS, typed)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[3]), found[4]
    if year and len(year) != 4:
        return _short_year_refused(today)
    day_first = _dated(first, second, year, today)
    month_first = _dated(second, first, year, today)
    match day_first, month_first:
        case Read(one), Read(other) if one != other:
            return _ask_which(typed, one, other)
        case (Read(day), Refused()) | (Refused(), Read(day)):
            return Refused(f"To be sure that “{typed}” is {say_day(day)}, write {day.isoformat()}.")
    return day_first if 1 <= second <= 12 else month_first


def _ask_which(typed: str, one: date, other: date) -> Unclear[date]:
    named = " or ".join(f"{say_day(day)} ({day.isoformat()})" for day in (one, other))
    return Unclear(
        f"“{typed}” can be {named}. Write the one you mean.",
        ((one.isoformat(), one), (other.isoformat(), other)),
    )


def _read_month_name(typed: str, today: date) -> Reading[date] | None:
    """Read "9 Nov" or "Nov 9", with or without a weekday before and a year after."""
    found = re.fullmatch(_MONTH_IN_LETTERS, re.sub("[-./, ]+", " ", typed).strip())
    if not found:
        return None
    weekday, year = found[1], found[6]
    month = _MONTH_NUMBERS.get(found[3] or found[4])
    if month is None or (weekday and weekday not in _WEEKDAY_NUMBERS):
        return None
    if year and len(year) != 4:
        return _short_year_refused(today)
    reading = _dated(int(found[2] or found[5]), month, year, today)
    if weekday and isinstance(reading, Read):
        return _check_weekday(reading, _WEEKDAY_NUMBERS[weekday])
    return reading


def _check_weekday(reading: Read[date], weekday: int) -> Reading[date]:
    day = reading.value
    if day.weekday() == weekday:
        return reading
    return Refused(f"{day.isoformat()} is a {WEEKDAYS[day.weekday()]}. Correct one of the two.")


def _dated(day: int, month: int, year: str | None, today: date) -> Read[date] | Refused:
    """Return the day in that year; without a year, the last such day up to today."""
    if year:
        return _real_day(int(year), month, day)
    for back in range(9):  # 29 February can be eight years ago
        reading = _real_day(today.year - back, month, day)
        if isinstance(reading, Read) and reading.value <= today:
            return reading
    return _real_day(today.year, month, day)


def _real_day(year: int, month: int, day: int) -> Read[date] | Refused:
    """Return the day if the calendar has it (bad-inputs 12)."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return _year_refused()
    if not 1 <= month <= 12:
        return Refused(f"There is no month {month}. Write year, month, day, like {year}-01-31.")
    next_month = date(year + month // 12, month % 12 + 1, 1)
    days = (next_month - timedelta(days=1)).day
    if not 1 <= day <= days:
        of_days = f"{MONTHS[month - 1]} {year} has {days} days"
        return Refused(f"{of_days}. Write a day from 1 to {days}.")
    return Read(date(year, month, day))


def _year_refused() -> Refused:
    return Refused(f"This is too far away. Write a day in the years {FIRST_YEAR} to {LAST_YEAR}.")


def _short_year_refused(today: date) -> Refused:
    return Refused(f"Write the year with four figures, like {today.isoformat()}.")
