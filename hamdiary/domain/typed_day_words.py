"""The words of a typed day, and spans like "7 weeks"; loaded only once a day is read."""

import re

from hamdiary.domain.manner import MONTHS, WEEKDAYS

DAYS_AGO = {
    "today": 0,
    "tonight": 0,
    "yesterday": 1,
    "last night": 1,
    "heute": 0,
    "heute nacht": 0,
    "heute abend": 0,
    "gestern": 1,
    "gestern nacht": 1,
    "gestern abend": 1,
    "letzte nacht": 1,
    "vorgestern": 2,
}
"""English and German are read whatever the language in use is: no word means two things."""

_NUMBER_WORDS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_GERMAN_NUMBER_WORDS = (
    *("ein", "zwei", "drei", "vier", "fünf", "sechs"),
    *("sieben", "acht", "neun", "zehn", "elf", "zwölf"),
)
_COUNTS = {
    **{word: count for count, word in enumerate(_NUMBER_WORDS, 1)},
    **{word: count for count, word in enumerate(_GERMAN_NUMBER_WORDS, 1)},
    **dict.fromkeys(("a", "an", "eine", "einem", "einen", "einer"), 1),
}
GERMAN_WEEKDAYS = (
    *("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
)
"""Monday first; read whatever the language is."""

GERMAN_MONTHS = (
    *("januar", "februar", "märz", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "dezember"),
)
"""January first; read whatever the language is."""

WEEKDAY_NUMBERS = {
    name.casefold()[:length]: number
    for number, name in enumerate(WEEKDAYS)
    for length in (3, len(name))
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3, "sonnabend": 5}
WEEKDAY_NUMBERS |= {
    name[:length]: number
    for number, name in enumerate(GERMAN_WEEKDAYS)
    for length in (2, len(name))
}
"""Each name of a weekday, short ones too, with its number: 0 is Monday."""

MONTH_NUMBERS = {
    name.casefold()[:length]: number
    for number, name in enumerate(MONTHS, 1)
    for length in (3, len(name))
} | {"sept": 9, "maerz": 3, "jänner": 1}
MONTH_NUMBERS |= {
    name[:length]: number
    for number, name in enumerate(GERMAN_MONTHS, 1)
    for length in (3, len(name))
}
"""Each name of a month, short ones too, with its number from 1."""

ABOUT = r"(?:(?:about|around|roughly|circa|etwa|ungefähr|rund|ca\.?) |~ ?)"
"""What is typed before a day that is not known for sure."""

_SHORT_SPAN = r"- ?([0-9]{1,4}) ?([dw])"
_COUNT = "([0-9]{1,4}|[a-zäöü]+)"
_SPAN = rf"{_COUNT} ?(day|week|month|year)s?(?: ago| old)?"
_GERMAN_SPAN = rf"(?:vor )?{_COUNT} ?(tag|woche|monat|jahr)(?:e|en|n)?(?: alt)?"
_UNIT_LETTERS = {"tag": "d", "woche": "w", "monat": "m", "jahr": "y"}
_SPANS = (_SHORT_SPAN, _SPAN, _GERMAN_SPAN)


def span_in(typed: str) -> tuple[int, str] | None:
    """Return (count, "d", "w", "m" or "y") of a span that leads back from today."""
    typed = re.sub(f"^{ABOUT}", "", typed)
    found = next(filter(None, (re.fullmatch(each, typed) for each in _SPANS)), None)
    if not found:
        return None
    count = int(found[1]) if found[1].isdigit() else _COUNTS.get(found[1])
    return None if count is None else (count, _UNIT_LETTERS.get(found[2], found[2][0]))
