"""Reading one cell of a stranger's table: its value, that nothing is recorded, or why neither."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.measures import Checklist, Measure, Quantity, Value
from hamdiary.domain.reading import read_value
from hamdiary.domain.text import clean_line
from hamdiary.domain.typed import Read, Refused
from hamdiary.services.transfer.columns import unguarded

Decimal = Literal[",", "."]
"""What stands before the decimals."""

MISSING = frozenset({"", "-", "–", "—", "na", "n/a", "n.a.", "null", "none recorded", "k.a."})
"""What people write into a cell for "nothing"; never zero, never "none"."""

ANSWERS = {
    "1": "yes", "true": "yes", "ja": "yes", "wahr": "yes", "oui": "yes",
    "0": "no", "false": "no", "nein": "no", "falsch": "no", "non": "no",
}  # fmt: skip
"""How else a sign is answered."""

_COMMA = re.compile(r"[0-9]*,([0-9]{1,2}|[0-9]{4,})(?![0-9.,])")
_POINT = re.compile(r"[0-9]*\.([0-9]{1,2}|[0-9]{4,})(?![0-9.,])")
_EITHER = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}(?![0-9.,])")


@dataclass(frozen=True)
class Wrong:
    """A cell that cannot be read."""

    reason: str
    """Why, in one line."""


def decimals_of(cells: Iterable[str]) -> frozenset[Decimal]:
    """Which decimal signs the cells show for certain."""
    found: set[Decimal] = set()
    for cell in cells:
        if _COMMA.match(cell.strip()):
            found.add(",")
        if _POINT.match(cell.strip()):
            found.add(".")
    return frozenset(found)


def depends_on_decimal(cells: Iterable[str]) -> str | None:
    """The first cell that is a thousand times as much with the other decimal sign, or None."""
    return next((clean_line(cell) for cell in cells if _EITHER.match(cell.strip())), None)


def read_cell(
    measure: Measure, cell: str, unit: str, decimal: Decimal | None, today: date
) -> Value | Wrong | None:
    """The value of a cell; None if nothing is recorded there."""
    text = unguarded(cell)
    line = clean_line(text[:100]).casefold()
    if line in MISSING:
        return None
    if isinstance(measure.kind, Checklist):
        text = ANSWERS.get(line, text)
        if line == "x":
            return Wrong(t("“x” can be yes or not checked; write yes, no or not_checked"))
    if isinstance(measure.kind, Quantity) and unit and not re.search("[^0-9.,' _]", text.strip()):
        text = f"{text.strip()} {unit}"
    return value_typed(measure, text, decimal, today)


def value_typed(
    measure: Measure, text: str, decimal: Decimal | None, today: date, numbered: bool = True
) -> Value | Wrong:
    """What a text means, a number that can be two by its decimal sign.

    Options have digits if they are `numbered`.
    """
    reading = read_value(measure, text, today, first_digit=0 if numbered else None)
    if isinstance(reading, Read):
        return reading.value
    if isinstance(reading, Refused):
        return Wrong(reading.reason)
    if decimal is None:
        return Wrong(reading.question)
    (small, _), (large, _) = reading.readings
    return value_typed(measure, small if decimal in text else large, None, today)
