"""Minutes out of the cage as bars, and the weight above them, for the report."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil, floor

from hamdiary.domain.language import t
from hamdiary.domain.manner import figures
from hamdiary.domain.trends.columns import in_columns
from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.series import Numbers
from hamdiary.render.chart_frame import Frame, frame_of
from hamdiary.render.svg import box, label, line, mark, number, path

DONE, BELOW, GOAL, WEIGHT = "#6f569c", "#cdc0e3", "#1d6b35", "#9c430c"
"""Bars that reach the goal are dark, others light: the two differ in grey as well."""


def minutes_drawn(series: Course, width: float) -> tuple[Frame, list[str]]:
    """Minutes as bars against the goal, and the weight on a scale of its own."""
    frame = frame_of(series.span, width, 100)
    most = _most_minutes(series)
    ticks = [(value, f"{value:g} min" if value == most else f"{value:g}")
             for value in (0.0, most / 4, most / 2, most * 3 / 4, most)]  # fmt: skip
    parts = [
        *frame.scale(0, most, ticks),
        *_bars(frame, series, most),
        *frame.dates(),
        *frame.events(series.marks),
        *_goal(frame, series, most),
        *_weights(frame, series.weights),
    ]
    return frame, parts


def _inside(series: Course, values: Numbers) -> list[float]:
    return [value for on, value in values.items() if on in series.span]


def _most_minutes(series: Course) -> float:
    """The upper end of the scale: a multiple of 20, so that its quarters are round."""
    goals = [goal for on, goal in series.goal.items() if goal and on in series.span]
    highest = max([*_inside(series, series.minutes), *goals, 20.0])
    return ceil(highest * 1.05 / 20) * 20.0


def _bars(frame: Frame, series: Course, most: float) -> Iterator[str]:
    wide = max(frame.step * 0.62, 0.8)
    minutes = in_columns(series.minutes, frame.span, frame.columns)
    known = {on: goal for on, goal in series.goal.items() if goal is not None}
    goals = in_columns(known, frame.span, frame.columns)
    for place, (each, goal) in enumerate(zip(minutes, goals, strict=True)):
        if each.median is None:
            continue
        value = each.median.value
        done = goal.median is not None and value >= goal.median.value
        top = frame.y(value, 0, most)
        height = max(frame.floor - top, 0.8)
        fill, ink = (DONE, DONE) if done else (BELOW, DONE if frame.step > 6 else "none")
        yield box(frame.x(place) - wide / 2, frame.floor - height, wide, height, fill=fill, ink=ink)


def _goal(frame: Frame, series: Course, most: float) -> Iterator[str]:
    """The goal as a dashed line over the nights that had one."""
    known = {on: goal for on, goal in series.goal.items() if goal is not None}
    columns = in_columns(known, frame.span, frame.columns)
    data, before = [], None
    for place, each in enumerate(columns):
        value = each.median.value if each.median else None
        if value is not None:
            y = number(frame.y(value, 0, most))
            start = number(frame.x(place) - frame.step / 2)
            stop = number(frame.x(place) + frame.step / 2)
            data.append(f"V{y} H{stop}" if before is not None else f"M{start} {y} H{stop}")
        before = value
    if data:
        yield path(data, ink=GOAL, width=1.2, dash="5 3")
        first = next(each.median.value for each in columns if each.median)
        yield label(frame.left + 3, frame.y(first, 0, most) - 3, t("goal"), ink=GOAL)


def _weights(frame: Frame, weights: Numbers) -> Iterator[str]:
    """Weighings as diamonds on a scale of their own, on the right side."""
    columns = in_columns(weights, frame.span, frame.columns)
    known = [each for each in columns if each.low is not None and each.high is not None]
    if not known:
        return
    low, high = _weight_scale(
        min(each.low for each in known if each.low is not None),
        max(each.high for each in known if each.high is not None),
    )
    for quarter in range(5):
        value = low + (high - low) * quarter / 4
        y = frame.y(value, low, high) + 3.6
        yield label(frame.end + 6, y, f"{figures(value)} g", ink=WEIGHT)
    yield from frame.ranges(columns, low, high, WEIGHT)
    size = 2.8 if frame.few else 1.3
    points = [
        (place, frame.y(each.median.value, low, high))
        for place, each in enumerate(columns)
        if each.median is not None
    ]
    for (one, before), (other, after) in pairwise(points):
        # Nobody weighed it between these two: the line only leads the eye.
        dash = "" if other == one + 1 else "1.5 2"
        yield line(frame.x(one), before, frame.x(other), after, ink=WEIGHT, width=1.4, dash=dash)
    yield from (mark("diamond", frame.x(place), y, WEIGHT, size) for place, y in points)


def _weight_scale(low: float, high: float) -> tuple[float, float]:
    """A scale whose quarters are round numbers and that holds both values."""
    for step in (0.5, 1, 2, 2.5, 5, 10, 20, 25, 50, 100, 250, 500, 1000, 2500):
        start = floor((low - step * 0.2) / step) * step
        if start + 4 * step >= high + step * 0.1:
            return start, start + 4 * step
    return 0.0, high * 1.1
