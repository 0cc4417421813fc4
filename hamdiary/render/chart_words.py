"""The charts of a report in words: what a screen reader says in their place."""

from collections.abc import Iterator

from hamdiary.domain.measures import NotSeen
from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.series import Numbers, Scores, median_of, within
from hamdiary.render.median_words import levels_said
from hamdiary.render.score_words import day_said


def gait_in_words(series: Course) -> str:
    """The gait: how many nights, from which to which level, and what is missing."""
    return f"Gait: {_scores(series, series.gait)}"


def legs_in_words(series: Course) -> str:
    """Each leg."""
    left, right = _scores(series, series.leg_left), _scores(series, series.leg_right)
    return f"Left leg: {left} Right leg: {right}"


def minutes_in_words(series: Course) -> str:
    """Minutes out of the cage, and the weight."""
    inside = within(series.minutes, series.span)
    reached = [
        on for on, spent in inside.items() if (least := series.goal.get(on)) and spent >= least
    ]
    goal = f" The goal was reached on {len(reached)} of them." if any(series.goal.values()) else ""
    minutes = _numbers(series, series.minutes, "min")
    return (
        f"Minutes out of the cage: {minutes}{goal} Weight: {_numbers(series, series.weights, 'g')}"
    )


def _scores(series: Course, scores: Scores) -> str:
    span = series.span
    inside = within(scores, span)
    levels = {on: each for on, each in inside.items() if not isinstance(each, NotSeen)}
    middle = median_of(levels.values())
    if middle is None:
        return f"no night scored of {span.nights}."
    first, last = next(iter(levels)), list(levels)[-1]
    parts = [
        f"{len(levels)} of {span.nights} nights scored",
        f"{levels[first]} on {day_said(first, span)}",
        f"{levels[last]} on {day_said(last, span)}",
        f"lowest {min(levels.values())}, median {levels_said(middle)}, "
        f"highest {max(levels.values())}",
        *_missing(len(inside) - len(levels), span.nights - len(inside)),
    ]
    return "; ".join(parts) + "."


def _missing(unseen: int, gaps: int) -> Iterator[str]:
    if unseen:
        yield f"{unseen} not seen"
    if gaps:
        yield f"{gaps} not recorded"


def _numbers(series: Course, numbers: Numbers, unit: str) -> str:
    span = series.span
    inside = within(numbers, span)
    if not inside:
        return "none recorded."
    first, last = next(iter(inside)), list(inside)[-1]
    return (
        f"{len(inside)} of {span.nights} nights recorded; {inside[first]:.4g} {unit} on "
        f"{day_said(first, span)}; {inside[last]:.4g} {unit} on {day_said(last, span)}; lowest "
        f"{min(inside.values()):.4g}, highest {max(inside.values()):.4g} {unit}."
    )
