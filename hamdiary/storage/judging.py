"""Whether entries that were written elsewhere can stand in this journal, by the thousand.

`domain/foreign` says what a change has to be. Most entries are made of parts that were found sound
before: a device, a zone, a day, a value. Those are looked up; the rest go the whole way.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Set
from itertools import chain

from hamdiary.domain.foreign import (
    LARGEST_COUNT,
    MOST_REPLACED,
    columns_of_kind,
    fits,
    names_a_thing,
    trouble_with,
)
from hamdiary.domain.journal import Stored
from hamdiary.domain.measures import Measure
from hamdiary.domain.things import KINDS, keys_of_kind
from hamdiary.storage.calendar_times import CalendarTimes
from hamdiary.storage.entries import Entry, change_from
from hamdiary.storage.field_texts import FieldTexts, is_reference, taken_apart

NEVER = LARGEST_COUNT + 1
"""In the place of a count that has to come before: none does."""


class Judge:
    """Says which entries cannot stand in a journal, and remembers the parts of those that can."""

    def __init__(self, texts: FieldTexts) -> None:
        self._texts = texts
        self._heads: set[tuple[str, str, str | None]] = set()
        self._times = CalendarTimes()
        self._kinds: dict[str, _Kind] = {}

    def doubtful(self, entries: Collection[Entry]) -> list[Entry]:
        """Those that have to be judged one by one; the others are seen to be sound all at once."""
        found: list[Entry] = []
        groups = defaultdict[str, _Alike](_Alike)
        for entry in entries:
            device, lamport, at_utc, zone, carer, kind, thing, fields, undoes, redoes = entry
            if (
                undoes is not None
                or redoes is not None
                or type(lamport) is not int
                or lamport > LARGEST_COUNT
            ):
                found.append(entry)
                continue
            alike = groups[kind]
            alike.heads[device, zone, carer] = entry
            alike.days.add(at_utc[:10])
            alike.times.add(at_utc[10:])
            alike.things.add(thing)
            if alike.lowest.setdefault(fields, lamport) > lamport:
                alike.lowest[fields] = lamport
        odd = self._odd_parts(groups)
        unsure = {kind for kind, alike in groups.items() if not self._are_sound(kind, alike, odd)}
        return found + [each for each in entries if each[5] in unsure] if unsure else found

    def _are_sound(self, kind: str, alike: "_Alike", odd: Set[str]) -> bool:
        """Whether all of them are seen to be sound."""
        # One of each has to go the long way, which remembers what is sound of it.
        long_way = [each for head, each in alike.heads.items() if head not in self._heads]
        if any(self.trouble_with(each) for each in long_way or [*alike.heads.values()][:1]):
            return False
        known = self._kinds.get(kind)
        if known is None:
            return False
        known.counts.look_at(alike.lowest, odd)
        return (
            self._times.hold_days(alike.days)
            and self._times.hold_times(alike.times)
            and known.names_all(alike.things)
            and all(known.counts[text] < lowest for text, lowest in alike.lowest.items())
        )

    def _odd_parts(self, groups: Mapping[str, "_Alike"]) -> Set[str]:
        """The single fields whose value does not fit in one of the kinds that have such a field."""
        # All texts have to be read before their parts can be looked at.
        for text in chain.from_iterable(alike.lowest for alike in groups.values()):
            self._texts[text]
        by_name = defaultdict[str, dict[str, Stored]](dict)
        for part, found in self._texts.single.items():
            if found is not None:
                by_name[found[0]][part] = found[1]
        odd: set[str] = set()
        for columns in map(columns_of_kind, groups):
            for name in columns.keys() & by_name:
                kind, its = columns[name].kind, by_name[name]
                if not self._times.hold_all(kind, its.values()):
                    odd.update(part for part, to in its.items() if not _can_be(columns[name], to))
        return odd

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


class _Alike:
    """What there is to judge of entries of one kind, none of them an undo."""

    def __init__(self) -> None:
        self.heads: dict[tuple[str, str, str | None], Entry] = {}
        """One of them by device, zone and carer."""
        self.days: set[str] = set()
        self.times: set[str] = set()
        self.things: set[str] = set()
        self.lowest: dict[str, int] = {}
        """By the text of fields the lowest count that goes with it."""


class _Kind:
    """The things and the texts of fields of one kind that were found sound."""

    def __init__(self, kind: str, texts: FieldTexts, times: CalendarTimes) -> None:
        self.counts = _Counts(kind, texts, times)
        """By the text of fields the highest count that they build on."""
        self.things: set[str] = set()
        """Ids that name a thing of this kind."""
        self._kind, self._times = kind, times
        self._id = _ordinary_id(kind)
        self._lines = re.compile(f"^{self._id.pattern}$", re.MULTILINE)

    def names_all(self, things: Set[str]) -> bool:
        """Whether all of the ids name things of this kind."""
        lines = "\n".join(things)
        days = self._lines.findall(lines)
        if len(days) == len(things) == lines.count("\n") + 1 and self._times.hold_days(
            {*days} - {""}
        ):
            self.things |= things
            return True
        return all(thing in self.things or self.names(thing) for thing in things)

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

    def __init__(self, kind: str, texts: FieldTexts, times: CalendarTimes) -> None:
        self._texts, self._columns, self._times = texts, columns_of_kind(kind), times

    def __missing__(self, text: str) -> int:
        found = self[text] = self._looked_at(text)
        return found

    def look_at(self, texts: Iterable[str], odd: Set[str]) -> None:
        """Look at many texts that build on nothing; those made of no `odd` part are sound."""
        names = self._columns.keys()
        for text in texts:
            said = self._texts[text]
            if (
                said is not None
                and said.joined
                and not said.over
                and said.to.keys() <= names
                and (not odd or odd.isdisjoint(taken_apart(text)))
            ):
                self[text] = 0

    def _looked_at(self, text: str) -> int:
        said = self._texts[text]
        if said is None:
            return NEVER
        for name, to in said.to.items():
            measure = self._columns.get(name)
            if measure is None or not (self._times.hold(measure.kind, to) or _can_be(measure, to)):
                return NEVER
        if not said.over:
            return 0
        refs = [ref for over in said.over.values() for ref in over]
        if len(refs) > MOST_REPLACED or not all(map(is_reference, refs)):
            return NEVER
        return max(int(ref.partition("@")[0]) for ref in refs)


def _can_be(measure: Measure, to: Stored) -> bool:
    """Whether the journal can keep this of a measure, whatever JSON has made of it."""
    return type(to) in _PLAIN and fits(measure, to)


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
