"""Whether a change that was written elsewhere can stand in this journal.

A file may come from anybody. What it says is checked once, here, before SQL sees it (traps §1, §2).
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from hamdiary.domain.journal import Change, FieldChange, Ref, Stored
from hamdiary.domain.language import t
from hamdiary.domain.measures import Day, Instant, Measure, columns_of
from hamdiary.domain.text import has_controls
from hamdiary.domain.things import KINDS, declaring_of, keys_of_kind
from hamdiary.domain.values import BadValue, loaded, stored

LARGEST_COUNT = 10**12
"""No journal counts so far; beyond it the count could not go on."""

LONGEST_TEXT = 100_000
"""Letters of a value that this version does not know."""

MOST_FIELDS = 200
"""Fields that one change may have."""

MOST_REPLACED = 100
"""Changes whose value one field may replace."""

LONGEST_INITIALS = 12
"""Letters of a carer's initials, as a night takes them."""

SHORT = 40
"""Letters of a text that may come again and again."""

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years in which a change and what it tells of may lie: farther off, no calendar can be counted on.

An owner types days since 1990 only; but a computer that has lost its clock begins in 1970 or 1980.
"""

MOST_REMEMBERED = 20_000
"""Values of which it is remembered that they fit."""

_DEVICE = re.compile("[0-9A-Za-z_-]{1,40}")
_MOMENT = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_ZONE = re.compile("[0-9A-Za-z_+:/-]{1,60}")
_WORD = re.compile("[a-z][a-z0-9_]{0,60}")
_DUE = re.compile(
    "extra-[0-9A-Za-z-]{1,60}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}Z)?"
)
_ID = re.compile(r"[0-9A-Za-z][^\x00-\x20\x7f-\xa0\u2028\u2029]{0,300}")


def trouble_with(change: Change) -> str | None:
    """Why the change cannot be taken, in one line without its texts; None if it can."""
    return _about_itself(change) or _about_thing(change) or _about_fields(change)


def unknown_in(change: Change) -> str | None:
    """What only a newer hamdiary can know, "the kind walk"; None if this one knows it all."""
    if change.kind not in KINDS:
        return t("the kind {kind}").format(kind=change.kind)
    columns = columns_of_kind(change.kind)
    new = next((name for name in change.fields if name not in columns), None)
    return t("{new} of a {kind}").format(new=new, kind=change.kind) if new is not None else None


def _about_itself(change: Change) -> str | None:
    stamp = change.stamp
    refs = (change.ref, change.undoes, change.redoes)
    if not all(_is_sound(ref) for ref in refs if ref is not None):
        return t("its count or its device is none")
    if stamp.device != change.ref.device or not _is_moment(stamp.at_utc):
        return t("its time is none")
    if not _is_zone(stamp.zone):
        return t("its time zone is none")
    if stamp.carer is not None and not _is_text(stamp.carer, LONGEST_INITIALS):
        return t("its initials are none")
    earlier = [ref for ref in (change.undoes, change.redoes) if ref is not None]
    if len(earlier) > 1 or any(ref.lamport >= change.ref.lamport for ref in earlier):
        return t("it takes back what came after it")
    return None


def _is_sound(ref: Ref) -> bool:
    whole = isinstance(ref.lamport, int) and not isinstance(ref.lamport, bool)
    return whole and 0 < ref.lamport <= LARGEST_COUNT and _is_device(ref.device)


@lru_cache(10_000)
def _is_device(text: str) -> bool:
    return _DEVICE.fullmatch(text) is not None


@lru_cache(1_000)
def _is_zone(text: str) -> bool:
    return _ZONE.fullmatch(text) is not None


def _is_moment(text: str) -> bool:
    if not _MOMENT.fullmatch(text) or not is_day(text[:10]):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_day(text: str) -> bool:
    """Whether it is a day of the calendar, written as the journal writes it, not too far off."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return False
    return day.isoformat() == text and FIRST_YEAR <= day.year <= LAST_YEAR


@lru_cache(1_000)
def _is_text(text: str, most: int) -> bool:
    return 0 < len(text) <= most and not has_controls(text)


def _about_thing(change: Change) -> str | None:
    if not _WORD.fullmatch(change.kind):
        return t("it is about no kind of thing")
    if not names_a_thing(change.kind, change.id):
        return t("the id of the {kind} is none").format(kind=change.kind)
    return None


def names_a_thing(kind: str, thing: str) -> bool:
    """Whether an id has the parts that follow from it: the hamster, an evening, a slot."""
    if not _ID.fullmatch(thing) or has_controls(thing):
        return False
    if kind not in KINDS:
        return True
    parts, keys = thing.split("/"), keys_of_kind(kind)
    if not all(parts) or (len(parts) > 1) != (kind != "hamster") or len(parts) < len(keys):
        return False
    named = dict(zip(keys, parts, strict=False))
    due = named.get("due")
    evening = named.get("evening")
    return (evening is None or is_day(evening)) and (due is None or _is_due(due))


def _is_due(text: str) -> bool:
    return _DUE.fullmatch(text) is not None and (text.startswith("extra-") or is_day(text[:10]))


def _about_fields(change: Change) -> str | None:
    if len(change.fields) > MOST_FIELDS:
        return t("it changes {count} fields").format(count=len(change.fields))
    known = columns_of_kind(change.kind)
    for name, field in change.fields.items():
        if not _WORD.fullmatch(name):
            return t("a field of the {kind} has no proper name").format(kind=change.kind)
        if field.over and not _replaces_earlier(change, field):
            return t("{name} of the {kind} replaces what cannot have been before it").format(
                name=name, kind=change.kind
            )
        measure = known.get(name)
        if not (_is_plain(field) if measure is None else fits(measure, field.to)):
            return t("{name} of the {kind} cannot be that").format(name=name, kind=change.kind)
    return None


def _replaces_earlier(change: Change, field: FieldChange) -> bool:
    return len(field.over) <= MOST_REPLACED and all(
        _is_sound(ref) and ref.lamport < change.ref.lamport for ref in field.over
    )


def columns_of_kind(kind: str) -> Mapping[str, Measure]:
    """Each journal field of a kind with its measure; none of a kind that nobody knows here."""
    if kind not in KINDS:
        return {}
    found = _COLUMNS.get(kind)
    if found is None:
        found = _COLUMNS[kind] = dict(columns_of(declaring_of(kind)))
    return found


_COLUMNS: dict[str, dict[str, Measure]] = {}


def _is_plain(field: FieldChange) -> bool:
    """Whether a value that this version knows nothing of can be kept as it is."""
    value = field.to
    if isinstance(value, str):
        return len(value) <= LONGEST_TEXT and not has_controls(value)
    if isinstance(value, bool):
        return False
    return value is None or abs(value) < 2**53


def fits(measure: Measure, value: Stored) -> bool:
    """Whether the journal can keep this of a measure, exactly as it is written."""
    if value is None:
        return True
    if isinstance(value, str) and len(value) > SHORT:
        return _fits(measure, value)
    # Scores and signs come by the thousand. A measure is one object for good; hashing it is slow.
    key = (id(measure), type(value), value)
    if key in _FITTING:
        return True
    if len(_FITTING) > MOST_REMEMBERED:
        _FITTING.clear()
    if _fits(measure, value):
        _FITTING.add(key)
        return True
    return False


_FITTING: set[tuple[int, type, Stored]] = set()


def _fits(measure: Measure, value: Stored) -> bool:
    if isinstance(measure.kind, Instant):
        return isinstance(value, str) and _is_moment(value)
    if isinstance(measure.kind, Day):
        return isinstance(value, str) and is_day(value)
    if isinstance(value, str) and has_controls(value):
        return False
    try:
        kept = stored(measure, loaded(measure.kind, value))
    except (BadValue, ValueError, TypeError, OverflowError):
        return False
    # Another version may have kept more decimal places.
    is_number = isinstance(kept, float) and not isinstance(value, str | None)
    return is_number or (kept == value and isinstance(kept, str) == isinstance(value, str))
