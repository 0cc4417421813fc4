"""The sample diary's nights as their owners would have typed them: in a few goes, with slips."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import Value
from hamdiary.services.sample.course import NightValues

CARERS = ("AK", "JM")
"""The two invented carers' initials; the second writes on a third of the nights."""

_GOES = (
    (time(19, 0), 40, ("weight_g", "pouches_empty")),
    (time(19, 45), 55, ("ate", "droppings", "urine", "water_ml")),
    (time(20, 50), 55, ("gait", "leg_left", "leg_right", "surface", "breathing", "sign_", "carer")),
    (time(22, 30), 80, ("wheel", "night_quality", "note")),
)
"""Earliest time, minutes in which it may begin later, and what is looked at then."""

_SLIP_SHARE = 0.12
"""How many of the nights have a value that was typed wrongly and then corrected."""


@dataclass(frozen=True)
class Entry:
    """One go at writing something down: when, by whom, and what."""

    wall: datetime
    """The owner's wall clock, without its offset."""
    carer: str
    """Initials of who typed."""
    values: Mapping[str, Value | None]
    """What was typed, by journal field."""
    taken_back: bool = False
    """Whether it was undone at once."""


def entries_of(evening: date, values: NightValues, rng: Random) -> list[Entry]:
    """The goes in which one night was written down, in the order of time."""
    carer = CARERS[1] if rng.random() < 0.33 else CARERS[0]
    values = {**values, "carer": carer}
    entries = [
        Entry(datetime.combine(evening, begins) + _minutes(rng, spread), carer, part)
        for begins, spread, names in _GOES
        if (part := _part(values, names))
    ]
    if entries and rng.random() < _SLIP_SHARE:
        entries[0:1] = _slipped(entries[0], rng)
    return entries


def _part(values: NightValues, names: tuple[str, ...]) -> NightValues:
    part = {name: value for name, value in values.items() if name.startswith(names)}
    return {} if set(part) <= {"carer"} else part


def _minutes(rng: Random, spread: int) -> timedelta:
    return timedelta(minutes=rng.randrange(spread), seconds=rng.randrange(60))


def _slipped(entry: Entry, rng: Random) -> Iterator[Entry]:
    """The entry with one value typed wrongly, and its correction a little later."""
    wrong = _wrong(entry.values, rng)
    if not wrong:
        yield entry
        return
    yield replace(entry, values={**entry.values, **wrong})
    later = timedelta(minutes=rng.randrange(1, 12), seconds=rng.randrange(60))
    right = {name: entry.values[name] for name in wrong}
    yield replace(entry, wall=entry.wall + later, values=right)


def _wrong(values: Mapping[str, Value | None], rng: Random) -> dict[str, Value | None]:
    grams, ate = values.get("weight_g"), values.get("ate")
    if isinstance(grams, float) and rng.random() < 0.7:
        return {"weight_g": round(grams + rng.choice((-9, 9, 1, 10)), 1)}
    return {"ate": "half" if ate != "half" else "most"} if ate is not None else {}
