"""Long invented courses for the large sample, which is there to see how fast things are."""

from collections.abc import Iterator
from random import Random

from hamdiary.domain.measures import NotSeen
from hamdiary.services.sample.course import NightValues, signs_seen, weighing

NAMES = ("Clover", "Biscuit", "Moss", "Juniper", "Pebble", "Thistle", "Bramble", "Hazel")
"""Invented names; further hamsters get a number as well."""

_LINES = (
    "Lively from the start, came out by himself.",
    "Slept long, then walked the whole fleece.",
    "A little wobbly on the turns, otherwise like yesterday.",
    "Ate from the hand. Left foot turned out once or twice.",
    "Hat heute viel gebuddelt und danach lange geschlafen.",
    "Quiet evening; washed, ate, went back to bed.",
    "よく食べて、よく寝ました。",
    "Новая подстилка ему нравится, долго копал.",
    "Filmed from behind: both feet flat most of the time.",
)

_PHASE_NIGHTS = 45
"""About so long a course goes one way before it turns."""

_NOTE_SHARE = 0.6
"""How many of the nights have a note."""


def long_course(nights: int, rng: Random) -> Iterator[NightValues]:
    """`nights` recorded nights that slowly get better and worse in turn, all values likely."""
    level, drift = rng.uniform(0.5, 4.5), 0.05
    grams = usual = rng.uniform(115, 150)
    for _ in range(nights):
        if rng.random() < 1 / _PHASE_NIGHTS:
            drift = -drift
        level = max(0.0, min(5.0, level + drift + rng.gauss(0, 0.12)))
        grams += (usual - grams) * 0.03 + rng.gauss(0, 0.7)
        yield _scores(round(level), rng) | _care(grams, level, rng) | _words(level, rng)


def _scores(gait: int, rng: Random) -> NightValues:
    if rng.random() < 0.05:
        return dict.fromkeys(("gait", "leg_left", "leg_right"), NotSeen.NOT_SEEN)
    left = min(4, gait)
    right = max(3 if gait == 5 else 0, left - rng.choice((0, 0, 1)))
    return {"gait": gait, "leg_left": left, "leg_right": right, "surface": "fleece"}


def _care(grams: float, level: float, rng: Random) -> NightValues:
    values: NightValues = {
        "ate": rng.choices(("little", "half", "most", "all"), (2, 8, 50, 40))[0],
        "droppings": rng.choices(("few", "normal", "soft", "loose"), (4, 88, 7, 1))[0],
        "urine": rng.choices(("normal", "more", "dribble"), (94, 4, 2 if level < 2 else 0))[0],
        "water_ml": round(grams * rng.gauss(0.09, 0.01) * 2) / 2,
        "breathing": "normal",
    }
    return values | (weighing(grams, rng) if rng.random() < 0.8 else {})


def _words(level: float, rng: Random) -> NightValues:
    values: NightValues = {
        "wheel": "none" if level < 2 else rng.choice(("some", "usual")),
        "night_quality": "bad" if level < 1 else rng.choices(("good", "mixed"), (75, 25))[0],
    }
    if rng.random() < _NOTE_SHARE:
        values["note"] = " ".join(rng.sample(_LINES, rng.randrange(1, 4)))
    if rng.random() < 0.2:
        values |= signs_seen("looked", rng)
    return values
