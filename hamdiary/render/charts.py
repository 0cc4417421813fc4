"""The charts of a report as SVG: gait, left and right leg, minutes with weight.

The same pictures go into the PDF and the HTML page. Shapes stand beside colours, gaps are gaps,
levels are steps, and nothing is joined, smoothed or foretold (domain §1.6).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, floor

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import Scale, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.trends.columns import Column, in_columns
from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.series import Numbers, Scores
from hamdiary.render.chart_frame import FOUR_WEEKS, WEEK, Frame, nights_a_column
from hamdiary.render.chart_words import gait_in_words, legs_in_words, minutes_in_words
from hamdiary.render.svg import MUTED, Shape, box, label, line, mark, number, path, picture

WIDE, NARROW = 720.0, 360.0
"""Widths of a chart on paper or a screen, and on a phone."""

GAIT, LEFT, RIGHT = "#125a96", "#a32020", "#125a96"
DONE, BELOW, GOAL, WEIGHT = "#6f569c", "#cdc0e3", "#1d6b35", "#9c430c"
"""Bars that reach the goal are dark, others light: the two differ in grey as well."""

_FEW = 95
"""With more columns the marks of single values would run together."""


@dataclass(frozen=True)
class Chart:
    """One picture with its words."""

    key: str
    """Its name: "gait", "legs", "minutes"."""
    title: str
    """What it shows."""
    words: str
    """The same in words, for those who do not see it."""
    svg: str
    """The picture."""


_EACH = {
    1: "",
    WEEK: ", median and range of each week",
    FOUR_WEEKS: ", median and range of 4 weeks",
}
"""What a column stands for."""


def charts_of(series: Course, width: float = WIDE) -> list[Chart]:
    """The three charts of a course."""
    each = _EACH[nights_a_column(series.span)]
    titles = {
        "gait": f"Gait, 0 still to 5 normal{each}",
        "legs": f"Left and right leg, 0 none to 4 normal{each}",
        "minutes": f"Minutes out of the cage, and weight{each}",
    }
    drawn = {"gait": _gait, "legs": _legs, "minutes": _minutes}
    said = {"gait": gait_in_words, "legs": legs_in_words, "minutes": minutes_in_words}
    charts = []
    for key, title in titles.items():
        frame, parts = drawn[key](series, width)
        words = said[key](series)
        name = f"{key}-{'narrow' if width < WIDE else 'wide'}"
        svg = picture(width, frame.whole_height, parts, title, words, name)
        charts.append(Chart(key, title, words, svg))
    return charts


def _frame(series: Course, width: float, height: float) -> Frame:
    wide = width >= WIDE
    return Frame(series.span, width, height, 70 if wide else 66, 52 if wide else 46)


def _dates(frame: Frame) -> int:
    return 8 if frame.width >= WIDE else 4


def _gait(series: Course, width: float) -> tuple[Frame, list[str]]:
    frame = _frame(series, width, 100)
    parts = [
        *frame.scale(0, 5, _levels("gait")),
        *frame.dates(_dates(frame)),
        *frame.events(series.marks),
        *_steps(frame, series.gait, 5, GAIT, "disc"),
    ]
    return frame, parts


def _legs(series: Course, width: float) -> tuple[Frame, list[str]]:
    frame = _frame(series, width, 84)
    # A hair apart, so that two legs on one level are both seen.
    parts = [
        *frame.scale(0, 4, _levels("leg_left")),
        *frame.dates(_dates(frame)),
        *frame.events(series.marks),
        *_steps(frame, series.leg_left, 4, LEFT, "disc", shift=1.6),
        *_steps(frame, series.leg_right, 4, RIGHT, "square", dash="4 2", shift=-1.6),
        *_key(frame, "disc", LEFT, "left", 8),
        *_key(frame, "square", RIGHT, "right", 24),
    ]
    return frame, parts


def _key(frame: Frame, shape: Shape, ink: str, words: str, down: float) -> Iterator[str]:
    yield mark(shape, frame.end + 10, frame.top + down - 3.6, ink)
    yield label(frame.end + 17, frame.top + down, words, ink=ink, bold=True)


def _levels(name: str) -> list[tuple[float, str]]:
    kind = measures_of(Night)[name].kind
    assert isinstance(kind, Scale)
    return [(level, f"{step.short.split()[0]} {level}") for level, step in enumerate(kind.steps)]


def _steps(
    frame: Frame,
    scores: Scores,
    most: int,
    ink: str,
    shape: Shape,
    dash: str = "",
    shift: float = 0.0,
) -> Iterator[str]:
    """Levels as steps; a night that is not recorded breaks the line, one not seen has a cross."""
    columns = in_columns(scores, frame.span, frame.columns)
    yield from _ranges(frame, columns, 0, most, ink, -shift * 0.7)
    points = [
        (frame.x(place), frame.y(each.median.value, 0, most) + shift) if each.median else None
        for place, each in enumerate(columns)
    ]
    data = []
    for before, point in zip([None, *points], points, strict=False):
        if point is not None:
            x, y = number(point[0]), number(point[1])
            data.append(f"H{x} V{y}" if before is not None else f"M{x} {y}")
    if data:
        yield path(data, ink=ink, dash=dash)
    size = 3 if frame.columns <= _FEW else 1.6
    for place, each in enumerate(columns):
        at = points[place]
        if at is not None:
            yield mark(shape, at[0], at[1], ink, size)
        elif each.not_seen and frame.columns <= _FEW:
            yield mark("cross", frame.x(place), frame.floor - 5 + shift * 2.5, MUTED, 2.4)


def _ranges(
    frame: Frame,
    columns: Sequence[Column],
    low: float,
    high: float,
    ink: str,
    aside: float = 0.0,
) -> Iterator[str]:
    """From the lowest to the highest of a week, where a column is a week."""
    if frame.columns == frame.span.nights:
        return
    for place, each in enumerate(columns):
        if each.low is not None and each.high is not None and each.low < each.high:
            x = frame.x(place) + aside
            top, bottom = frame.y(each.high, low, high), frame.y(each.low, low, high)
            yield line(x, top, x, bottom, ink=ink, width=0.7)


def _minutes(series: Course, width: float) -> tuple[Frame, list[str]]:
    frame = _frame(series, width, 100)
    most = _most_minutes(series)
    ticks = [(value, f"{value:g} min" if value == most else f"{value:g}")
             for value in (0.0, most / 4, most / 2, most * 3 / 4, most)]  # fmt: skip
    parts = [
        *frame.scale(0, most, ticks),
        *_bars(frame, series, most),
        *frame.dates(_dates(frame)),
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
        yield label(frame.left + 3, frame.y(first, 0, most) - 3, "goal", ink=GOAL)


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
        yield label(frame.end + 6, y, f"{value:g} g", ink=WEIGHT)
    yield from _ranges(frame, columns, low, high, WEIGHT)
    size = 2.8 if frame.columns <= _FEW else 1.3
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
