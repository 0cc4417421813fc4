"""Reading a typed day that can lie ahead: the first day of a course, a visit to the vet."""

import re
from datetime import date, timedelta

from hamdiary.domain.evening import LAST_YEAR
from hamdiary.domain.text import clean_line
from hamdiary.domain.typed import Read, Reading
from hamdiary.domain.typed_dates import LONGEST_DAY, read_day

HALF_A_YEAR = timedelta(days=182)
"""Whole weeks, so that a weekday read from there is as far off as from today."""

_AHEAD = r"(?:in |\+ ?)([0-9]{1,3}) ?(d|w|days?|weeks?|tag(?:en?)?|wochen?)"
_DAYS_AHEAD = {"tomorrow": 1, "morgen": 1, "übermorgen": 2}


def read_day_near(text: str, today: date) -> Reading[date]:
    """Read a day like `read_day`, and "tomorrow", "in 3 days", "+2w"; without a year the nearest.

    "24 Nov" on 22 November is the day after tomorrow, not a day of last year.
    """
    typed = clean_line(text[: LONGEST_DAY + 1]).casefold()
    if typed in _DAYS_AHEAD:
        return Read(today + timedelta(days=_DAYS_AHEAD[typed]))
    if found := re.fullmatch(_AHEAD, typed):
        return Read(today + int(found[1]) * timedelta(days=7 if found[2][0] == "w" else 1))
    reading = read_day(text, today)
    ahead = read_day(text, today + HALF_A_YEAR) if today.year < LAST_YEAR else reading
    if not isinstance(reading, Read) or not isinstance(ahead, Read):
        return reading
    # A word or a span moves along with the day it is counted from; a date with its year does not.
    without_a_year = ahead.value - reading.value > HALF_A_YEAR + timedelta(days=7)
    if without_a_year and ahead.value - today <= today - reading.value:
        return ahead
    return reading
