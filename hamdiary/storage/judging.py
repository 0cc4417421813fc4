"""Whether entries that were written elsewhere can stand in this journal, by the thousand.

`domain/foreign` says what a change has to be. Most entries are made of parts that were found sound
before: a device, a zone, a day, a value. Those are looked up; the rest go the whole way.
"""

import re
from datetime import date

from hamdiary.domain.foreign import (
    LARGEST_COUNT,
    MOST_REPLACED,
    columns_of_kind,
    fits,
    names_a_thing,
    trouble_with,
)
from hamdiary.domain.journal import Stored
from hamdiary.domain.measures import Day, Instant, Kind
from hamdiary.domain.things import KINDS, keys_of_kind
from hamdiary.storage.entries import Entry, FieldTexts, change_from, is_reference

NEVER = LARGEST_COUNT + 1
"""In the place of a count that has to come before: none does."""


class Judge:
    """Says which entries cannot stand in a journal, and remembers the parts of those that can."""

    def __init__(self, texts: FieldTexts) -> None:
        self._texts = texts
        self._heads: set[tuple[str, str, str | None]] = set()
        self._times = _Times()
        self._kinds: dict[str, _Kind] = {}

    def trouble_with(self, entry: Entry) -> str | None:
        """Why the entry cannot be taken, in one line without its texts; None if it can."""
        device, lamport, at_utc, zone, carer, kind, thing, fields, undoes, redoes = entry
        known = self._kinds.get(kind)
        if (
            known is not None
            and (device, zone, carer) in self._heads
            and (at_utc[:10] in self._times.days or self._times.hold_day(at_utc[:10]))
            and (at_utc[10:] in self._times.times or self._times.hold_time(at_utc[10:]))
            and type(lamport) is int
            and known.counts[fields] < lamport <= LARGEST_COUNT
            and (thing in known.things or known.names(thing))
            and undoes is None
            and redoes is None
        ):
            return None
        trouble = trouble_with(change_from(entry))
        if trouble is None:
            self._heads.add((device, zone, carer))
            if known is None and kind in KINDS:
                self._kinds[kind] = _Kind(kind, self._texts, self._times)
        return trouble


class _Times:
    """Days and times of day that there are."""

    def __init__(self) -> None:
        self.days: set[str] = set()
        self.times: set[str] = set()

    def hold_day(self, day: str) -> bool:
        """Whether the calendar has that day, written so."""
        try:
            found = date.fromisoformat(day).isoformat() == day
        except ValueError:
            return False
        if found:
            self.days.add(day)
        return found

    def hold(self, kind: Kind, value: Stored) -> bool:
        """Whether it is the day or the instant that a measure of that kind is to have.

        No two are alike in ten years, so that remembering values whole would not help.
        """
        if not isinstance(value, str):
            return False
        if isinstance(kind, Day):
            return value in self.days or self.hold_day(value)
        if not isinstance(kind, Instant) or value[:1] == "0":
            return False
        day, time = value[:10], value[10:]
        return (day in self.days or self.hold_day(day)) and (
            time in self.times or self.hold_time(time)
        )

    def hold_time(self, time: str) -> bool:
        """Whether a day has that time, written as the journal writes it."""
        if not _TIME.fullmatch(time):
            return False
        self.times.add(time)
        return True


_TIME = re.compile("T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z")


class _Kind:
    """The things and the texts of fields of one kind that were found sound."""

    def __init__(self, kind: str, texts: FieldTexts, times: _Times) -> None:
        self.counts = _Counts(kind, texts, times)
        """By the text of fields the highest count that they build on."""
        self.things: set[str] = set()
        """Ids that name a thing of this kind."""
        self._kind, self._times = kind, times
        self._id = _ordinary_id(kind)

    def names(self, thing: str) -> bool:
        """Whether the id names a thing of this kind."""
        found = self._id.fullmatch(thing)
        day = found["day"] if found is not None else None
        ordinary = found is not None and (
            not day or day in self._times.days or self._times.hold_day(day)
        )
        if not ordinary and not names_a_thing(self._kind, thing):
            return False
        self.things.add(thing)
        return True


class _Counts(dict[str, int]):
    """By the text of fields the highest count that they build on: 0 for none, NEVER if odd."""

    def __init__(self, kind: str, texts: FieldTexts, times: _Times) -> None:
        self._texts, self._columns, self._times = texts, columns_of_kind(kind), times
        self._fitting: set[tuple[str, type, Stored]] = set()

    def __missing__(self, text: str) -> int:
        found = self[text] = self._looked_at(text)
        return found

    def _looked_at(self, text: str) -> int:
        said = self._texts[text]
        if said is None:
            return NEVER
        for name, to in said.to.items():
            if type(to) not in _PLAIN:
                return NEVER
            value = (name, type(to), to)
            if value in self._fitting:
                continue
            measure = self._columns.get(name)
            if measure is None:
                return NEVER
            if self._times.hold(measure.kind, to):
                continue
            if not fits(measure, to):
                return NEVER
            self._fitting.add(value)
        if not said.over:
            return 0
        refs = [ref for over in said.over.values() for ref in over]
        if len(refs) > MOST_REPLACED or not all(map(is_reference, refs)):
            return NEVER
        return max(int(ref.partition("@")[0]) for ref in refs)


_PLAIN = frozenset({int, float, str, type(None)})
"""The types of values that can be kept; of a bool the long way says what is wrong with it."""


def _ordinary_id(kind: str) -> re.Pattern[str]:
    """What the ids of a kind look like as hamdiary makes them; others go the long way."""
    keys = keys_of_kind(kind)
    parts = [_DAY if key == "evening" else _PART for key in keys or ("hamster",)]
    if keys == ("hamster",):
        parts.append(_PART)
    # When a dose was due has a form of its own.
    never = "(?!)" if "due" in keys else ""
    return re.compile(never + "/".join(parts) + ("" if "evening" in keys else "(?P<day>)"))


_PART = "[0-9A-Za-z][0-9A-Za-z-]{0,60}"
_DAY = "(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
