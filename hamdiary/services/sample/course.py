"""The sample diary's forty nights: an invented hamster on the course of a published one.

Domain §13, Hop-a-Long: five weeks old, treated infection, hind legs down; after a 10-day course the
legs come back, the left a bit stronger; 10 days later both are used quite normally. The scores are
coded as domain §1.3 suggests.
"""

from itertools import pairwise
from random import Random

from hamdiary.domain.measures import Checklist, NotSeen, Value, measures_of, sign_column
from hamdiary.domain.night import Night

NightValues = dict[str, Value]
"""What is recorded of one night, by journal field; empty where nothing is."""

ONSET = 6
"""The night, counted from the first, on which the hind legs went down."""

_COLUMNS = (
    "gait", "leg_left", "leg_right", "ate", "droppings", "urine", "wheel", "breathing",
    "night_quality", "signs",
)  # fmt: skip

_COURSE = """
5 4 4 most   normal normal  usual normal   good  looked
5 4 4 most   soft   normal  usual normal   good  -
5 4 4 half   loose  normal  some  normal   mixed looked
4 4 4 little watery less    none  normal   bad   hunched
4 4 3 little loose  less    none  fast     bad   hunched
5 4 4 half   soft   normal  some  normal   mixed looked
0 0 0 little soft   less    none  normal   bad   looked
0 0 0 half   soft   dribble none  normal   bad   wet_belly
0 0 0 half   soft   dribble none  normal   mixed wet_belly
x x x half   x      x       x     x        -     some
0 0 0 most   normal dribble none  normal   mixed looked
1 1 0 most   normal normal  none  normal   mixed looked
1 1 0 most   normal normal  none  normal   mixed looked
gap
1 1 1 most   normal normal  none  normal   mixed -
2 1 1 all    normal normal  none  normal   good  looked
2 2 1 all    normal normal  none  normal   good  looked
2 2 1 most   x      normal  none  normal   good  -
1 1 1 most   few    normal  none  normal   mixed some
2 3 1 most   normal normal  none  normal   mixed looked
3 2 1 all    normal normal  none  normal   good  looked
gap
3 3 2 most   normal normal  none  normal   good  -
2 2 1 most   soft   normal  none  normal   mixed looked
3 3 2 all    normal x       none  normal   good  looked
x x x most   normal normal  x     normal   mixed -
4 4 3 all    normal normal  none  normal   good  looked
4 4 3 all    normal normal  none  normal   good  -
4 3 3 most   normal normal  none  normal   good  looked
4 4 3 all    normal normal  some  normal   good  looked
gap
gap
4 4 3 -      normal normal  some  normal   good  some
5 4 4 all    normal normal  some  normal   good  looked
5 4 3 most   x      normal  some  -        good  -
4 4 3 all    normal normal  usual normal   good  looked
gap
5 4 4 all    normal normal  usual normal   good  looked
4 4 3 all    normal normal  usual normal   good  looked
5 4 4 -      normal -       -     normal   -     -
"""
"""One line a night: `x` looked and could not tell, `-` not recorded, `gap` nothing at all.

Counted from 0: the course begins on night 7, its 10th day is night 16, the 20th night 26; on the
last night, tonight, half is still to do.
"""

_GRAMS = ((0, 63.2), (2, 64.1), (6, 61.2), (9, 62.4), (16, 71.5), (26, 86.0), (39, 99.5))
"""How the weight runs through the nights: a youngster that grows, with a dip while it is ill."""

_WEIGHED_EVERY_NIGHT = 21
"""Weighed daily while ill and for two weeks after (domain §3.1, D), then two nights in three."""

_NOT_FOR_A_MALE = ("vulva_discharge", "vulva_blood")


def course(rng: Random) -> list[NightValues]:
    """What was recorded on each night, the first night first; tonight is half done."""
    lines = _COURSE.split("\n")[1:-1]
    return [
        _night(number, line, number == len(lines) - 1, rng) for number, line in enumerate(lines)
    ]


def _night(number: int, line: str, tonight: bool, rng: Random) -> NightValues:
    return {} if line == "gap" else _scored(line, rng) | _measured(number, tonight, rng)


def _scored(line: str, rng: Random) -> NightValues:
    values: NightValues = {}
    for name, word in zip(_COLUMNS, line.split(), strict=True):
        if name == "signs":
            values |= signs_seen(word, rng)
        elif word != "-":
            values[name] = _unseen(name) if word == "x" else int(word) if word.isdigit() else word
    return values


def _unseen(name: str) -> NotSeen:
    scored = ("gait", "leg_left", "leg_right", "wheel")
    return NotSeen.NOT_SEEN if name in scored else NotSeen.NOT_CHECKED


def signs_seen(word: str, rng: Random) -> NightValues:
    """The answers to the checklist: `looked` none seen, `some` left out, else the one seen."""
    if word == "-":
        return {}
    kind = measures_of(Night)["signs"].kind
    assert isinstance(kind, Checklist)
    answers: NightValues = {}
    for item in kind.items:
        if item.code not in _NOT_FOR_A_MALE:
            left_out = word == "some" and rng.random() < 0.4
            answers[sign_column(item.code)] = "not_checked" if left_out else "no"
    if sign_column(word) in answers:
        answers[sign_column(word)] = "yes"
    return answers


def _measured(number: int, tonight: bool, rng: Random) -> NightValues:
    """Weight and water of a night, with the scatter that a kitchen scale and a bottle have."""
    grams = grams_on(number) + max(-1.0, min(1.0, rng.gauss(0, 0.5)))
    weighed = rng.random() < (1.0 if number < _WEIGHED_EVERY_NIGHT else 0.67)
    drunk = grams * rng.gauss(0.088, 0.01)
    watched = rng.random() < 0.7
    values: NightValues = {"surface": "towel" if number < ONSET + 1 else "fleece"}
    if weighed and not tonight:
        values |= weighing(grams, rng)
    if watched and not tonight:
        values["water_ml"] = round(drunk * 2) / 2
    return values


def weighing(grams: float, rng: Random) -> NightValues:
    """A weight, now and then with something in the cheek pouches (domain §3.1)."""
    pouches = rng.choices(("yes", "no", "x", "-"), (74, 12, 6, 8))[0]
    grams += rng.uniform(1.5, 3.5) if pouches == "no" else 0.0
    values: NightValues = {"weight_g": round(grams, 1)}
    if pouches != "-":
        values["pouches_empty"] = NotSeen.NOT_CHECKED if pouches == "x" else pouches
    return values


def grams_on(number: int) -> float:
    """Where the weight stands on a night, before any scatter."""
    for (first, low), (last, high) in pairwise(_GRAMS):
        if number <= last:
            return low + (high - low) * (number - first) / (last - first)
    return _GRAMS[-1][1]
