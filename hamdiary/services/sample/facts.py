"""What the sample diaries say of their hamsters, and when it was typed."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from hamdiary.domain.measures import Value
from hamdiary.services.sample.course import ONSET
from hamdiary.services.sample.evenings import CARERS, Entry
from hamdiary.services.sample.years import NAMES

AGE_AT_ONSET_DAYS = 36
"""Five weeks and a day (domain §13)."""

_SET_UP: Mapping[str, Value | None] = {
    "name": "Hop-a-Long",
    "species": "syrian",
    "sex": "male",
    "neutered": "no",
    "born_estimated": "yes",
    "cage_length_cm": 100.0,
    "cage_width_cm": 50.0,
    "scale_step_g": 0.1,
}

_LATER: Mapping[int, Mapping[str, Value | None]] = {
    2: {
        "vet_name": "Dr Marlow, Exotics at the Green",
        "vet_phone": "020 7946 0312",
        "vet_hours": "Mon-Fri 8:30-19, Sat 9-13",
        "night_phone": "020 7946 0688",
        "night_hours": "every night 19-8:30, and Sundays",
    },
    4: {"base_diet": "pellets_mix", "base_food": "nuggets, a little seed mix, 8 g a day"},
    6: {"onset_speed": "sudden", "known_fall": "no"},
    7: {"cause": "campylobacter", "goal_min": 15.0},
    26: {"goal_min": 20.0},
}
"""By night, counted from the first. The phone numbers are of those kept for invented stories."""


def facts_on(number: int, first: date) -> Iterator[Entry]:
    """What was typed about Hop-a-Long himself on a night, counted from `first`."""
    evening = first + timedelta(days=number)
    wall = datetime.combine(evening, time(19, 5, 20))
    onset = first + timedelta(days=ONSET)
    if number == 0:
        born = onset - timedelta(days=AGE_AT_ONSET_DAYS)
        yield Entry(wall, CARERS[0], {**_SET_UP, "born": born})
    if number == ONSET:
        yield Entry(wall, CARERS[0], {"onset": onset})
    if number in _LATER:
        yield Entry(wall + timedelta(minutes=4), CARERS[0], _LATER[number])


def long_facts(number: int, first: date) -> Entry:
    """The set-up of the large sample's hamsters, counted from 0."""
    again, which = divmod(number, len(NAMES))
    values: dict[str, Value | None] = {
        "name": f"{NAMES[which]} {again + 1}" if again else NAMES[which],
        "species": "syrian",
        "sex": "female" if number % 2 else "male",
        "born": first - timedelta(days=150),
        "onset": first,
    }
    return Entry(datetime.combine(first, time(19, 0)), CARERS[0], values)
