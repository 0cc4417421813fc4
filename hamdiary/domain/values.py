"""One measure's values: checked, as the journal stores them, and back."""

import re
from datetime import date, datetime
from typing import TypeGuard, assert_never

from hamdiary.domain.evening import utc_text
from hamdiary.domain.journal import Stored
from hamdiary.domain.language import t
from hamdiary.domain.measures import (
    ANSWERS,
    Checklist,
    Choice,
    Day,
    Instant,
    Kind,
    Measure,
    NotSeen,
    Quantity,
    Scale,
    Text,
    Times,
    Value,
)


class BadValue(ValueError):
    """A value that the measure cannot hold; its text is one line for the owner."""


def stored(measure: Measure, value: Value | None) -> Stored:
    """The value as the journal keeps it; BadValue if the measure cannot hold it."""
    if value is None:
        return None
    if not _fits(measure.kind, value):
        raise BadValue(
            t("{label} cannot be {value}").format(label=measure.label, value=_named(value))
        )
    if isinstance(value, NotSeen):
        return value.value
    if isinstance(value, datetime):
        return utc_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(measure.kind, Quantity):
        # Adding 0.0 makes a plain zero of -0.0.
        return round(float(value), measure.kind.places) + 0.0
    return value


def loaded(kind: Kind, raw: Stored) -> Value | None:
    """The value that the journal or a table kept."""
    if raw is None:
        return None
    if isinstance(kind, Day):
        return date.fromisoformat(str(raw))
    if isinstance(kind, Instant):
        return datetime.fromisoformat(str(raw))
    if isinstance(kind, Scale | Choice) and kind.unseen is not None and raw == kind.unseen.value:
        return kind.unseen
    return raw


def _fits(kind: Kind, value: Value) -> bool:
    match kind:
        case Scale():
            return value == kind.unseen or (_is_level(value) and value in range(len(kind.steps)))
        case Choice():
            return value == kind.unseen or value in kind.codes
        case Quantity():
            return _is_number(value) and 0 <= value <= kind.most
        case Checklist():
            return value in ANSWERS
        case Text():
            return isinstance(value, str) and 0 < len(value) <= kind.most and _can_be_kept(value)
        case Day():
            return isinstance(value, date) and not isinstance(value, datetime)
        case Instant():
            return isinstance(value, datetime) and value.utcoffset() is not None
        case Times():
            return isinstance(value, str) and _are_times(value, kind.most)
        case _:
            assert_never(kind)


def _is_level(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: Value) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _are_times(text: str, most: int) -> bool:
    """Whether it is a list of times as `Times` says: "HH:MM", earliest first, none twice."""
    each = text.split(" ")
    valid = all(re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", one) for one in each)
    return valid and each == sorted(set(each)) and len(each) <= most


def _can_be_kept(text: str) -> bool:
    """Whether SQLite can give it back as it is: no NUL, no lone surrogate (traps §1)."""
    return re.search("[\0\ud800-\udfff]", text) is None


def _named(value: Value) -> str:
    # A number of thousands of figures cannot even be turned into text.
    if isinstance(value, int) and abs(value) >= 10**20:
        return t("so large a number")
    return repr(value if isinstance(value, int | float) else str(value)[:40])
