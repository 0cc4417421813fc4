"""Extra food of the sample diary's hamster: what was given on which night, and what it thought.

Invented like the rest. None is given while droppings are soft (domain §4.1).
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from hamdiary.domain.measures import Value
from hamdiary.services.sample.evenings import CARERS, Entry

_GIVEN = """
11 oats a pinch          all  likes
14 broccoli 0.5 g        some takes
16 egg 0.5 g             all  likes
18 kale 1 g              all  likes
20 red-bell-pepper 1 g   all  likes
22 courgette 1 g         some takes
25 chicken 0.5 g         all  likes
26 kale 1 g              all  likes
28 spinach 0.5 g         none dislikes
31 dandelion-leaf 1 g    all  likes
32 egg 1 g               all  likes
33 kale 1 g              all  likes
34 broccoli 1 floret tip all  takes
37 red-bell-pepper 1 g   all  likes
"""
"""A line a serving: night, food, how much, what became of it, and what the hamster thought."""

_NONE = frozenset({12, 15, 17, 19, 23, 24, 27, 36, 38})
"""Nights of which it was written down that nothing extra was given."""

Told = tuple[str, str, Entry]
"""The kind of thing, which one, and what was typed about it."""


def diet_of_hop_a_long(hamster: str, number: int, first: date) -> Iterator[Told]:
    """What was given on a night, counted from `first`."""
    evening = first + timedelta(days=number)
    wall = datetime.combine(evening, time(20, 5)) + timedelta(minutes=number * 7 % 40)
    carer = CARERS[number % 3 == 0]
    if number in _NONE:
        thing = f"{hamster}/{evening.isoformat()}"
        yield "no_extras", thing, Entry(wall, carer, {"none_given": "yes"})
    for place, values in enumerate(_values(number)):
        thing = f"{hamster}/{number:015x}{place}"
        yield "serving", thing, Entry(wall, carer, {"evening": evening, **values})


def _values(number: int) -> Iterator[dict[str, Value | None]]:
    for line in _GIVEN.strip().splitlines():
        night, food, *amount, eaten, liking = line.split()
        if int(night) != number:
            continue
        words = " ".join(amount)
        grams = words.removesuffix(" g") if words.endswith(" g") else None
        how_much: dict[str, Value | None] = (
            {"grams": float(grams)} if grams is not None else {"amount_words": words}
        )
        yield {"food": food, **how_much, "eaten": eaten, "liking": liking}
