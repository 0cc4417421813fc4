"""Milestones gained and lost, each from the first night on which two scores show it (domain §7)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import shows
from hamdiary.domain.measures import NotSeen, Value
from hamdiary.domain.trends.weighing import Usual

TWO_SCORES = 2
"""A milestone is gained, and lost again, once so many scores in a row say so (domain §7)."""

STEADY = 7
"""For "normal night after night" it takes so many (domain §7, M10)."""

Series = Mapping[str, Mapping[date, Value]]
"""What was recorded, by measure and evening; a sign by its column, "sign_wet_belly"."""

Answers = dict[date, bool]
"""Whether a milestone was seen, on the nights that can tell."""


@shows("words")
@dataclass(frozen=True)
class Milestone:
    """One thing that many owners wait for; the order is typical, no promise."""

    code: str
    """Its key in domain §7."""
    words: str
    """What was seen."""
    scores: int = TWO_SCORES
    """How many scores in a row must show it."""
    back: bool = False
    """Whether it only counts once it was found missing."""


@dataclass(frozen=True)
class Reached:
    """A milestone that was seen, and what became of it."""

    milestone: Milestone
    """Which."""
    first: date
    """The first night ever on which it was seen and then confirmed."""
    since: date | None
    """Since when it has been there; None if it was lost and is not back."""
    lost: date | None
    """The first night on which it was found lost the last time; None if it never was."""


EATS = Milestone("M1", "eats half or more of what it usually eats")
URINATES = Milestone("M2", "urinates by itself, belly dry")
FLICKER = Milestone("M3", "first flicker in a hind leg")
PUSHES = Milestone("M4", "pushes with the hind legs")
RUMP_UP = Milestone("M5", "rump off the floor")
TEN_STEPS = Milestone("M6", "10 steps in a row")
GROOMS = Milestone("M7", "sits up and grooms without falling")
BOTH_LEGS = Milestone("M8", "both legs mostly good steps")
WHEEL = Milestone("M9", "back on the wheel")
NORMAL = Milestone("M10", "gait normal on 7 scored nights in a row", STEADY)
WEIGHT = Milestone("W1", "weight back to its usual", back=True)

_NORMAL_LEVEL = 5
_GAIT_FROM = {PUSHES: 2, RUMP_UP: 3, TEN_STEPS: 4, GROOMS: _NORMAL_LEVEL}
"""The gait level that shows each; level 5 is worded "grooms and sits up without falling"."""

_MOSTLY = 3
"""The level of a leg with more than half of its steps good (domain §1.3)."""


def milestones_of(series: Series, usual: Usual | None, since: date | None = None) -> list[Reached]:
    """The milestones that were ever reached, from the evening `since` on, in their usual order.

    Before `since` the legs were not weak yet, so that nothing could be gained back. A night that
    cannot tell counts neither for nor against. `usual` is the weight from before.
    """
    inside = {
        name: {on: value for on, value in values.items() if since is None or on >= since}
        for name, values in series.items()
    }
    followed = (_followed(milestone, found) for milestone, found in _answers(inside, usual))
    return [reached for reached in followed if reached is not None]


def _followed(milestone: Milestone, answers: Answers) -> Reached | None:
    """Walk through the scores and note when it came, went, and came back."""
    first = since = lost = None
    there, missing = False, not milestone.back
    for on, yes in _confirmed(answers, milestone.scores):
        missing = missing or not yes
        if yes == there or not missing:
            continue
        there = yes
        if yes:
            first, since = first or on, on
        else:
            since, lost = None, on
    return Reached(milestone, first, since, lost) if first else None


def _confirmed(answers: Answers, scores: int) -> Iterator[tuple[date, bool]]:
    """The first night of every run of equal answers that is long enough."""
    for yes, nights in groupby(sorted(answers.items()), key=lambda answer: answer[1]):
        run = [on for on, _ in nights]
        if len(run) >= (scores if yes else TWO_SCORES):
            yield run[0], yes


def _answers(series: Series, usual: Usual | None) -> Iterator[tuple[Milestone, Answers]]:
    """What each night says of each milestone, in the order of domain §7."""
    gait = _levels(series, "gait")
    yield EATS, _among(series, "ate", ("half", "most", "all"))
    yield URINATES, _urinates(series)
    yield FLICKER, _flickers(series)
    for milestone, least in _GAIT_FROM.items():
        yield milestone, {on: level >= least for on, level in gait.items()}
    yield BOTH_LEGS, _both_legs(series)
    yield WHEEL, _among(series, "wheel", ("some", "usual"))
    yield NORMAL, {on: level >= _NORMAL_LEVEL for on, level in gait.items()}
    if usual is not None:
        weights = series.get("weight_g", {}).items()
        yield WEIGHT, {on: float(grams) >= usual.grams for on, grams in _numbers(weights)}


def _levels(series: Series, name: str) -> dict[date, int]:
    values = series.get(name, {})
    return {on: value for on, value in values.items() if isinstance(value, int)}


def _numbers(values: Iterable[tuple[date, Value]]) -> Iterator[tuple[date, float]]:
    return ((on, value) for on, value in values if isinstance(value, int | float))


def _among(series: Series, name: str, good: tuple[str, ...]) -> Answers:
    values = series.get(name, {})
    return {on: value in good for on, value in values.items() if not isinstance(value, NotSeen)}


def _urinates(series: Series) -> Answers:
    answers = _among(series, "urine", ("normal", "more", "less"))
    # Blood says nothing about whether the bladder empties by itself.
    blood = {on for on, value in series.get("urine", {}).items() if value == "blood"}
    wet = {on for on, said in series.get("sign_wet_belly", {}).items() if said == "yes"}
    return {on: yes for on, yes in answers.items() if on not in blood} | dict.fromkeys(wet, False)


def _flickers(series: Series) -> Answers:
    """Either leg, or the gait level that is named after it."""
    answers: Answers = {}
    for name in ("gait", "leg_left", "leg_right"):
        for on, level in _levels(series, name).items():
            answers[on] = answers.get(on, False) or level >= 1
    return answers


def _both_legs(series: Series) -> Answers:
    left, right = _levels(series, "leg_left"), _levels(series, "leg_right")
    return {on: min(left[on], right[on]) >= _MOSTLY for on in left.keys() & right.keys()}
