"""How much of a food was given: in grams where it was weighed, else in the owner's words."""

import re
from datetime import date

from hamdiary.domain.foods import Serving
from hamdiary.domain.language import marked, t
from hamdiary.domain.manner import figures
from hamdiary.domain.measures import Value, measures_of
from hamdiary.domain.reading import read_value
from hamdiary.domain.typed import Read, Refused, Unclear

_GRAMS = re.compile(r"[-+−–]?\s*[\d.,]+\s*(?:g|gr|gram|grams|gramm|mg|oz)?\.?", re.IGNORECASE)
_GRAMS_AND_MORE = re.compile(r"[\d.,]+\s*(?:g|gr|grams?|gramm|mg|oz)\b", re.IGNORECASE)
_NO_AMOUNT = re.compile(r"[-+−–]|(?:nan|inf|infinity)$|[\d.,_]*\d[\d.,_]*e[-+]?\d+$", re.IGNORECASE)

HOW_TO = marked("write grams, as in 0.5 g, or words, as in 1 leaf")
"""What to type for an amount."""


def read_amount(typed: str) -> dict[str, Value | None] | str:
    """The fields of a serving that an amount stands for; else in one line why it cannot be told.

    One is set and the other cleared, so that an amount that was put right leaves nothing behind.
    """
    wanted = typed.strip()
    if _GRAMS.fullmatch(wanted):
        return _fields("grams", re.sub(r"(?i)\s*(?:gr|grams?|gramm)\.?$", " g", wanted))
    if _NO_AMOUNT.match(wanted):
        return t("“{typed}” is no amount; {how_to}").format(typed=wanted[:30], how_to=t(HOW_TO))
    if _GRAMS_AND_MORE.match(wanted):
        return t("“{typed}” is grams and words; {how_to}").format(
            typed=wanted[:30], how_to=t(HOW_TO)
        )
    return _fields("amount_words", wanted)


def _fields(name: str, typed: str) -> dict[str, Value | None] | str:
    # An amount needs no day; reading a value asks for one.
    reading = read_value(measures_of(Serving)[name], typed, date.min)
    match reading:
        case Read():
            return {"grams": None, "amount_words": None, name: reading.value}
        case Refused():
            return f"{reading.reason[:1].lower()}{reading.reason[1:].rstrip('.')}"
        case Unclear():
            return reading.question
    raise AssertionError(reading)


def amount_said(serving: Serving) -> str:
    """The amount as it was given: "0.5 g", "1 leaf"; empty if nobody recorded it."""
    if serving.grams is not None:
        return f"{figures(serving.grams)} g"
    return serving.amount_words or ""
