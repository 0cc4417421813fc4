"""The sample diary: invented, the same on every run of one evening, written through the journal."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from hamdiary.domain.evening import NOON, Moment, zone_named
from hamdiary.domain.journal import Stamp
from hamdiary.domain.things import declaring_of
from hamdiary.services.recording import as_stored
from hamdiary.services.sample.care import care_of_hop_a_long, long_care
from hamdiary.services.sample.course import course
from hamdiary.services.sample.diet import diet_of_hop_a_long
from hamdiary.services.sample.evenings import CARERS, Entry, entries_of
from hamdiary.services.sample.facts import facts_on, long_facts
from hamdiary.services.sample.notes import NOTES
from hamdiary.services.sample.years import long_course
from hamdiary.storage.diary import Diary
from hamdiary.storage.journal import Edit
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary
from hamdiary.storage.rows import night_id

NIGHTS = 40
"""How many nights the ordinary sample spans, tonight included."""

DAYS_A_YEAR = 365
"""Nights in a year of the large sample."""

SEED = 20261122
"""Where every throw of the dice begins."""

EDITS_AT_ONCE = 10_000
"""How many edits of the large sample go into one transaction."""

DEVICES = dict(zip(CARERS, ("5e1fa3c0", "9b27d60e"), strict=True))
"""Each carer writes on a device of their own."""

_UNDONE_NIGHT = 28
"""On this night droppings were typed in the wrong line, and taken back at once."""

_Told = tuple[str, str, Entry]
"""The kind of thing, which one, and what was typed about it."""


def make_sample(
    path: Path, home: Home, *, years: float | None = None, hamsters: int = 1, now: Moment
) -> Path:
    """Make a diary at `path` and fill it up to tonight; DiaryTrouble if it cannot be made there.

    Without `years` the first hamster is Hop-a-Long with forty nights. Further hamsters, and all of
    them if `years` is given, have long invented courses for trying out how fast things are.
    """
    with create_diary(path, home) as diary:
        if years is None:
            _write(diary, _hop_a_long(now), now)
        nights = NIGHTS if years is None else max(1, round(years * DAYS_A_YEAR))
        numbers = range(1 if years is None else 0, hamsters)
        _write(diary, _long_lives(numbers, nights, now), now)
    return path


def _write(diary: Diary, told: Iterable[_Told], now: Moment) -> None:
    """Write in a few big transactions; what was taken back is undone right after it was written."""
    pending: list[tuple[Edit, Stamp]] = []
    for kind, thing, entry in told:
        stored = as_stored(declaring_of(kind), entry.values)
        pending.append((Edit(kind, thing, stored), _stamp(entry, now)))
        if entry.taken_back:
            diary.write(pending)
            pending.clear()
            diary.undo(_stamp(replace(entry, wall=entry.wall + timedelta(seconds=40)), now))
        elif len(pending) >= EDITS_AT_ONCE:
            diary.write(pending)
            pending.clear()
    diary.write(pending)


def _stamp(entry: Entry, now: Moment) -> Stamp:
    wall = min(entry.wall.replace(tzinfo=now.wall.tzinfo), now.wall)
    return Stamp(DEVICES[entry.carer], Moment(wall, now.zone).utc_text, now.zone, entry.carer)


def _hop_a_long(now: Moment) -> Iterator[_Told]:
    rng = Random(SEED)
    hamster = _id(rng)
    first = now.evening - timedelta(days=NIGHTS - 1)
    for number, values in enumerate(course(rng)):
        evening = first + timedelta(days=number)
        for entry in facts_on(number, first):
            yield "hamster", hamster, entry
        if number in NOTES:
            values["note"] = NOTES[number]
        entries = entries_of(evening, values, rng)
        if number == _UNDONE_NIGHT:
            entries.insert(0, _taken_back(entries[0]))
        told = [*_of_night(hamster, evening, entries, now)]
        cared = [*care_of_hop_a_long(hamster, number, first, zone_named(now.zone))]
        cared += diet_of_hop_a_long(hamster, number, first)
        told += (each for each in cared if each[2].wall <= _wall(now))
        yield from sorted(told, key=lambda each: each[2].wall)


def _taken_back(entry: Entry) -> Entry:
    earlier = entry.wall - timedelta(minutes=3)
    return replace(entry, wall=earlier, values={"droppings": "watery"}, taken_back=True)


def _long_lives(numbers: Iterable[int], nights: int, now: Moment) -> Iterator[_Told]:
    """The courses of several hamsters, night by night as they would have been written."""
    first = now.evening - timedelta(days=nights - 1)
    dice = {number: Random(SEED + number) for number in numbers}
    lives = {_id(rng): (long_course(nights, rng), rng) for rng in dice.values()}
    for number, hamster in zip(dice, lives, strict=True):
        yield "hamster", hamster, long_facts(number, first)
    for evening in (first + timedelta(days=back) for back in range(nights)):
        for hamster, (lived, rng) in lives.items():
            entries = entries_of(evening, next(lived), rng)
            yield from _of_night(hamster, evening, entries, now)
            cared = long_care(hamster, evening, zone_named(now.zone), rng)
            yield from (each for each in cared if each[2].wall <= _wall(now))


def _wall(now: Moment) -> datetime:
    return now.wall.replace(tzinfo=None)


def _id(rng: Random) -> str:
    return f"{rng.getrandbits(64):016x}"


def _of_night(hamster: str, evening: date, entries: list[Entry], now: Moment) -> Iterator[_Told]:
    for entry in _up_to(now, entries) if evening == now.evening else entries:
        yield "night", night_id(hamster, evening), entry


def _up_to(now: Moment, entries: list[Entry]) -> list[Entry]:
    """Tonight's entries, each some minutes before the next and the last before now."""
    wall = _wall(now)
    noon = datetime.combine(now.evening, time()) + NOON
    latest = [wall - timedelta(minutes=4 * back) for back in range(len(entries), 0, -1)]
    return [
        replace(entry, wall=max(noon, min(entry.wall, most)))
        for entry, most in zip(entries, latest, strict=True)
    ]
