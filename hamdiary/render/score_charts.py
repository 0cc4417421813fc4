"""Levels as steps, for the report: the gait, and the left leg against the right."""

from collections.abc import Iterator

from hamdiary.domain.language import t
from hamdiary.domain.measures import Scale, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.trends.columns import in_columns
from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.series import Scores
from hamdiary.render.chart_frame import BEFORE_SIDE, Frame, frame_of
from hamdiary.render.svg import MUTED, Shape, label, mark, number, path

GAIT, LEFT, RIGHT = "#125a96", "#a32020", "#125a96"


def gait_drawn(series: Course, width: float) -> tuple[Frame, list[str]]:
    """The gait."""
    frame = frame_of(series.span, width, 100)
    parts = [
        *frame.scale(0, 5, _levels("gait")),
        *frame.dates(),
        *frame.events(series.marks),
        *_steps(frame, series.gait, 5, GAIT, "disc"),
    ]
    return frame, parts


def legs_drawn(series: Course, width: float) -> tuple[Frame, list[str]]:
    """Left and right, apart by mark and line as well as by colour."""
    frame = frame_of(series.span, width, 84)
    # A hair apart, so that two legs on one level are both seen.
    parts = [
        *frame.scale(0, 4, _levels("leg_left")),
        *frame.dates(),
        *frame.events(series.marks),
        *_steps(frame, series.leg_left, 4, LEFT, "disc", shift=1.6),
        *_steps(frame, series.leg_right, 4, RIGHT, "square", dash="4 2", shift=-1.6),
        *_key(frame, "disc", LEFT, t("left"), 8),
        *_key(frame, "square", RIGHT, t("right"), 24),
    ]
    return frame, parts


def _key(frame: Frame, shape: Shape, ink: str, words: str, down: float) -> Iterator[str]:
    yield mark(shape, frame.end + 10, frame.top + down - 3.6, ink)
    yield label(frame.end + BEFORE_SIDE, frame.top + down, words, ink=ink, bold=True)


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
    yield from frame.ranges(columns, 0, most, ink, -shift * 0.7)
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
    size = 3 if frame.few else 1.6
    for place, each in enumerate(columns):
        at = points[place]
        if at is not None:
            yield mark(shape, at[0], at[1], ink, size)
        elif each.not_seen and frame.few:
            yield mark("cross", frame.x(place), frame.floor - 5 + shift * 2.5, MUTED, 2.4)
