"""Which goal held on which night: as the facts of the hamster stood then, not as they stand now."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from hamdiary.domain.evening import evening_of, zone_named
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.journal import Change, Stamp, Stored, state
from hamdiary.domain.measures import measures_of
from hamdiary.domain.values import loaded

GOAL_FACTS = (
    "rest_ordered", "goal_min", "ramp_start_min", "ramp_step_min", "ramp_every", "ramp_from",
    "closed_because",
)  # fmt: skip
"""The facts of a hamster that a night's goal follows from."""


def goals_of(
    hamster: Hamster, changes: Sequence[Change], evenings: Iterable[date]
) -> dict[date, float | None]:
    """Minutes aimed at on each evening; None where rest was ordered, nothing once it is closed.

    `changes` are the hamster's own, oldest first. Rest that is ordered tonight says nothing of
    last week; nights before the first change go by what that one says.
    """
    since, then = _as_it_stood(hamster, changes)
    goals: dict[date, float | None] = {}
    for evening in evenings:
        stood = then[max(0, bisect_right(since, evening) - 1)]
        if stood.closed_because is None:
            goals[evening] = stood.goal_on(evening)
    return goals


def _as_it_stood(
    hamster: Hamster, changes: Sequence[Change]
) -> tuple[Sequence[date], Sequence[Hamster]]:
    """From which evenings on the facts stood how."""
    telling = [each for each in changes if each is changes[0] or set(GOAL_FACTS) & set(each.fields)]
    stood: dict[date, Hamster] = {}
    latest = date.min
    for count, change in enumerate(telling, 1):
        # A clock that was set back must not bring old facts into later nights.
        latest = max(latest, _written_on(change.stamp))
        stood[latest] = replace(hamster, **_facts(state(telling[:count])))
    if not stood:
        return [date.min], [hamster]
    return list(stood), list(stood.values())


def _facts(stored: Mapping[str, Stored]) -> dict[str, Any]:
    kinds = measures_of(Hamster)
    return {name: loaded(kinds[name].kind, stored.get(name)) for name in GOAL_FACTS}


def _written_on(stamp: Stamp) -> date:
    return evening_of(datetime.fromisoformat(stamp.at_utc).astimezone(zone_named(stamp.zone)))
