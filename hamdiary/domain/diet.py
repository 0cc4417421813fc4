"""The vitamin week: what was given in seven nights, too often as plainly as too seldom (§4.1).

A night without a record is not a night without extras: it is counted apart, and what it may have
held keeps a line from being called too seldom. All numbers are domain §4.1 (D).
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from hamdiary.domain.foods import Food, Serving, frequency_of
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Species
from hamdiary.domain.servings import (
    TARGETS,
    WEEK,
    Foods,
    NightTotal,
    Target,
    What,
    counts_for,
    night_total,
    nights_of,
    taken,
)

Mark = Literal["given", "none", "not_recorded"]
Standing = Literal["too_seldom", "fits", "too_often", "not_known"]


@dataclass(frozen=True)
class WeekLine:
    """One line of the week."""

    what: What
    """What is counted."""
    marks: tuple[Mark, ...]
    """Each night, oldest first."""
    count: int
    """Nights on which it was given; for plants how many different foods."""
    target: Target
    """What a week is to have."""
    standing: Standing
    """How the count stands; not_known while nights without a record could make it enough."""
    since: int | None
    """Nights since it was last given, 0 for tonight; None if no record says that it was."""


@dataclass(frozen=True)
class FoodTimes:
    """How often one food was given in the week."""

    food: str
    """Its slug, or the owner's own word."""
    times: int
    """Nights on which it was given and not refused."""
    most: int | None
    """The most for that species; None for a food that is not known or not to be given."""
    since: int
    """Nights since it was last given."""

    @property
    def too_often(self) -> bool:
        """Whether it came more often than it should."""
        return self.most is not None and self.times > self.most


@dataclass(frozen=True)
class DietWeek:
    """Seven nights of extras, up to and with one evening."""

    evenings: tuple[date, ...]
    """The nights, oldest first."""
    lines: tuple[WeekLine, ...]
    """E, D, plants, protein."""
    foods: tuple[FoodTimes, ...]
    """Each food given, the latest first."""
    totals: tuple[NightTotal, ...]
    """Each night on which something was given."""
    not_recorded: tuple[date, ...]
    """Nights of which nothing is known."""
    eaten_not_recorded: int
    """Servings of which nobody recorded whether they were eaten; they are counted as given."""


def vitamin_week(
    foods: Foods,
    servings: Iterable[Serving],
    none_given: Collection[date],
    evening: date,
    species: Species | None,
) -> DietWeek:
    """The week that ends with `evening`.

    `servings` may reach back further, which tells how long ago each thing was; `none_given` are
    the evenings of which the owner recorded that nothing extra was given.
    """
    up_to = [each for each in servings if each.evening is not None and each.evening <= evening]
    evenings = tuple(evening - timedelta(days=back) for back in reversed(range(WEEK)))
    within = [each for each in up_to if each.evening in evenings]
    recorded = {each.evening for each in within} | set(none_given)
    missing = tuple(each for each in evenings if each not in recorded)
    return DietWeek(
        evenings=evenings,
        lines=tuple(_line(what, foods, up_to, evenings, missing) for what in TARGETS),
        foods=_food_times(foods, taken(within), evening, species),
        totals=tuple(
            night_total(foods, within, on, species) for on in evenings if _any_on(within, on)
        ),
        not_recorded=missing,
        eaten_not_recorded=sum(each.eaten is None for each in within),
    )


def _line(
    what: What,
    foods: Foods,
    servings: Sequence[Serving],
    evenings: tuple[date, ...],
    missing: tuple[date, ...],
) -> WeekLine:
    given = nights_of(foods, servings, what)
    marks: tuple[Mark, ...] = tuple(
        "given" if on in given else "not_recorded" if on in missing else "none" for on in evenings
    )
    count = marks.count("given")
    if what == "plants":
        count = len(_plants(foods, servings, evenings))
    since = (evenings[-1] - max(given)).days if given else None
    return WeekLine(what, marks, count, TARGETS[what], _standing(what, count, len(missing)), since)


def _plants(foods: Foods, servings: Iterable[Serving], evenings: Collection[date]) -> set[str]:
    return {
        each.food
        for each in taken(servings)
        if each.food and each.evening in evenings and counts_for(foods.get(each.food), "plants")
    }


def _standing(what: What, count: int, missing: int) -> Standing:
    target = TARGETS[what]
    if target.high is not None and count > target.high:
        return "too_often"
    if count >= target.low:
        return "fits"
    # One night can hold several plant foods, but it is one night of E, D or protein.
    possible = target.low if what == "plants" and missing else count + missing
    return "not_known" if possible >= target.low else "too_seldom"


def _food_times(
    foods: Foods, servings: Iterable[Serving], evening: date, species: Species | None
) -> tuple[FoodTimes, ...]:
    nights: dict[str, set[date]] = {}
    for each in servings:
        if each.food and each.evening is not None:
            nights.setdefault(each.food, set()).add(each.evening)
    times = [
        FoodTimes(name, len(on), _most(foods.get(name), species), (evening - max(on)).days)
        for name, on in nights.items()
    ]
    return tuple(sorted(times, key=lambda each: (each.since, each.food)))


def _most(food: Food | None, species: Species | None) -> int | None:
    frequency = frequency_of(food, species) if food else None
    return frequency.high if frequency else None


def _any_on(servings: Iterable[Serving], evening: date) -> bool:
    return any(each.evening == evening for each in servings)
