"""The charts of a report in words: what a screen reader says in their place."""

from collections.abc import Iterator

from hamdiary.domain.language import t
from hamdiary.domain.manner import figures
from hamdiary.domain.measures import NotSeen
from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.series import Numbers, Scores, median_of, within
from hamdiary.render.median_words import levels_said
from hamdiary.render.night_words import day_said


def gait_in_words(series: Course) -> str:
    """The gait: how many nights, from which to which level, and what is missing."""
    return t("Gait: {scores}").format(scores=_scores(series, series.gait))


def legs_in_words(series: Course) -> str:
    """Each leg."""
    left, right = _scores(series, series.leg_left), _scores(series, series.leg_right)
    return t("Left leg: {left} Right leg: {right}").format(left=left, right=right)


def minutes_in_words(series: Course) -> str:
    """Minutes out of the cage, and the weight."""
    inside = within(series.minutes, series.span)
    reached = [
        on for on, spent in inside.items() if (least := series.goal.get(on)) and spent >= least
    ]
    minutes = _numbers(series, series.minutes, "min")
    said = [t("Minutes out of the cage: {minutes}").format(minutes=minutes)]
    if any(series.goal.values()):
        said.append(t("The goal was reached on {n} of them.").format(n=len(reached)))
    weights = _numbers(series, series.weights, "g")
    return " ".join([*said, t("Weight: {weights}").format(weights=weights)])


def _scores(series: Course, scores: Scores) -> str:
    span = series.span
    inside = within(scores, span)
    levels = {on: each for on, each in inside.items() if not isinstance(each, NotSeen)}
    middle = median_of(levels.values())
    if middle is None:
        return t("no night scored of {nights}.").format(nights=span.nights)
    first, last = next(iter(levels)), list(levels)[-1]
    parts = [
        t("{n} of {nights} nights scored").format(n=len(levels), nights=span.nights),
        t("{value} on {day}").format(value=levels[first], day=day_said(first, span)),
        t("{value} on {day}").format(value=levels[last], day=day_said(last, span)),
        t("lowest {low}, median {median}, highest {high}").format(
            low=min(levels.values()), median=levels_said(middle), high=max(levels.values())
        ),
        *_missing(len(inside) - len(levels), span.nights - len(inside)),
    ]
    return "; ".join(parts) + "."


def _missing(unseen: int, gaps: int) -> Iterator[str]:
    if unseen:
        yield t("{n} not seen").format(n=unseen)
    if gaps:
        yield t("{n} not recorded").format(n=gaps)


def _numbers(series: Course, numbers: Numbers, unit: str) -> str:
    span = series.span
    inside = within(numbers, span)
    if not inside:
        return t("none recorded.")
    first, last = next(iter(inside)), list(inside)[-1]
    said = [
        t("{n} of {nights} nights recorded").format(n=len(inside), nights=span.nights),
        t("{value} on {day}").format(value=f"{figures(inside[first], 4)} {unit}",
                                     day=day_said(first, span)),
        t("{value} on {day}").format(value=f"{figures(inside[last], 4)} {unit}",
                                     day=day_said(last, span)),
        t("lowest {low}, highest {high}").format(
            low=figures(min(inside.values()), 4), high=f"{figures(max(inside.values()), 4)} {unit}"
        ),
    ]  # fmt: skip
    return "; ".join(said) + "."
