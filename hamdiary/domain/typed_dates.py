"""Reading a typed day: a small grammar that never guesses (traps §9), and saying a day in full."""

import re
from datetime import date, timedelta

from hamdiary.domain.evening import FIRST_YEAR, LAST_YEAR
from hamdiary.domain.language import t
from hamdiary.domain.manner import any_of, bare_day, brief_day, full_day, weekday
from hamdiary.domain.manner import month as month_name
from hamdiary.domain.text import clean_line
from hamdiary.domain.typed import Read, Reading, Refused, Unclear

LONGEST_DAY = 60
"""Characters a typed day may have."""

_YEAR_FIRST = r"([0-9]{4}) ?([-./]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,2})"
_TWO_NUMBERS = r"([0-9]{1,2}) ?([-./]) ?([0-9]{1,2})(?: ?\2 ?([0-9]+))?\.?"
_DAY_NUMBER = r"([0-9]{1,2})(?:st|nd|rd|th)?"
_LETTERS = "[a-zäöü]+"
_MONTH_IN_LETTERS = (
    rf"(?:({_LETTERS}) )??"
    rf"(?:{_DAY_NUMBER} ?({_LETTERS})|({_LETTERS}) ?{_DAY_NUMBER})(?: ([0-9]+))?"
)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))


def read_day(text: str, today: date) -> Reading[date]:
    """Read a day as an owner types it; one without a year is the last such day up to `today`.

    Day and month in figures are never guessed. A day to come is read like any other; asking
    about it is the caller's part (bad-inputs 11, 12).
    """
    from hamdiary.domain.typed_day_words import ABOUT

    typed = "" if len(text) > LONGEST_DAY else re.sub(f"^{ABOUT}", "", _tidy(text))
    for read in (_read_word, _read_span, _read_year_first, _read_two_numbers, _read_month_name):
        reading = read(typed, today)
        if reading is not None:
            return reading
    return Refused(f"{_what_is_wrong(text)} {_advice(today)}")


def is_estimate(text: str) -> bool:
    """Tell whether a day is typed as a span ("7 weeks") or with "about": for a birth, a guess."""
    if len(text) > LONGEST_DAY:
        return False
    from hamdiary.domain.typed_day_words import ABOUT, span_in

    typed = _tidy(text)
    return re.match(ABOUT, typed) is not None or span_in(typed) is not None


def say_day(day: date, today: date | None = None) -> str:
    """Say a day in full, "Sunday 22 November 2026"; with `today`, also that it is so near."""
    said = full_day(day)
    days = None if today is None else (day - today).days
    if days == 1:
        return t("{day} (tomorrow)").format(day=said)
    if days == 0:
        return t("{day} (today)").format(day=said)
    return t("{day} (yesterday)").format(day=said) if days == -1 else said


def short_day(day: date) -> str:
    """Say a day briefly: "Sun 22 Nov"."""
    return brief_day(day)


def _tidy(text: str) -> str:
    return clean_line(text).casefold().translate(_DASHES)


def _what_is_wrong(text: str) -> str:
    if len(text) > LONGEST_DAY:
        return t("This is too long for a day.")
    written = clean_line(text)
    return (
        t("“{typed}” cannot be read as a day.").format(typed=written)
        if written
        else t("No day is written.")
    )


def _advice(today: date) -> str:
    return t("Write it like {today}, {day}, yesterday or mon.").format(
        today=today.isoformat(), day=bare_day(today)
    )


def _read_word(typed: str, today: date) -> Reading[date] | None:
    """Read "yesterday" and its like, or a weekday as the last such day, today included."""
    from hamdiary.domain.typed_day_words import DAYS_AGO, WEEKDAY_NUMBERS

    if typed in DAYS_AGO:
        return Read(today - timedelta(days=DAYS_AGO[typed]))
    if typed in WEEKDAY_NUMBERS:
        return Read(today - timedelta(days=(today.weekday() - WEEKDAY_NUMBERS[typed]) % 7))
    return None


def _read_span(typed: str, today: date) -> Reading[date] | None:
    from hamdiary.domain.typed_day_words import span_in

    span = span_in(typed)
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
            return Refused(
                t("To be sure that “{typed}” is {day}, write {date}.").format(
                    typed=typed, day=say_day(day), date=day.isoformat()
                )
            )
    return day_first if 1 <= second <= 12 else month_first


def _ask_which(typed: str, one: date, other: date) -> Unclear[date]:
    named = any_of([f"{say_day(day)} ({day.isoformat()})" for day in (one, other)])
    return Unclear(
        t("“{typed}” can be {readings}. Write the one you mean.").format(
            typed=typed, readings=named
        ),
        ((one.isoformat(), one), (other.isoformat(), other)),
    )


def _read_month_name(typed: str, today: date) -> Reading[date] | None:
    """Read "9 Nov" or "Nov 9", with or without a weekday before and a year after."""
    from hamdiary.domain.typed_day_words import MONTH_NUMBERS, WEEKDAY_NUMBERS

    found = re.fullmatch(_MONTH_IN_LETTERS, re.sub("[-./, ]+", " ", typed).strip())
    if not found:
        return None
    weekday, year = found[1], found[6]
    month = MONTH_NUMBERS.get(found[3] or found[4])
    if month is None or (weekday and weekday not in WEEKDAY_NUMBERS):
        return None
    if year and len(year) != 4:
        return _short_year_refused(today)
    reading = _dated(int(found[2] or found[5]), month, year, today)
    if weekday and isinstance(reading, Read):
        return _check_weekday(reading, WEEKDAY_NUMBERS[weekday])
    return reading


def _check_weekday(reading: Read[date], wanted: int) -> Reading[date]:
    day = reading.value
    if day.weekday() == wanted:
        return reading
    return Refused(
        t("{date} is a {weekday}. Correct one of the two.").format(
            date=day.isoformat(), weekday=weekday(day)
        )
    )


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
        return Refused(
            t("There is no month {month}. Write year, month, day, like {year}-01-31.").format(
                month=month, year=year
            )
        )
    next_month = date(year + month // 12, month % 12 + 1, 1)
    days = (next_month - timedelta(days=1)).day
    if not 1 <= day <= days:
        return Refused(
            t("{month} {year} has {days} days. Write a day from 1 to {days}.").format(
                month=month_name(date(year, month, 1)), year=year, days=days
            )
        )
    return Read(date(year, month, day))


def _year_refused() -> Refused:
    return Refused(
        t("This is too far away. Write a day in the years {first_year} to {last_year}.").format(
            first_year=FIRST_YEAR, last_year=LAST_YEAR
        )
    )


def _short_year_refused(today: date) -> Refused:
    return Refused(
        t("Write the year with four figures, like {today}.").format(today=today.isoformat())
    )
