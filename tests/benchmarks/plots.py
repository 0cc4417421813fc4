"""How quick the plots of recovery are, as ratios against 90 nights and against bare plotext.

    python tests/benchmarks/plots.py           25 runs of each
    python tests/benchmarks/plots.py 101       101 runs of each

Measures and their bounds:
    redraw   the four plots for all of a ten-year diary           at most 1.5 x those of 90 nights
    one      one plot of all ten years    at most 1.3 x bare plotext with two points a column
Told without a bound, since they happen once and not at every redraw:
    resize   the same redraw when the columns have to be summed up anew, at another width
    read     reading the course of ten years against that of 90 nights
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from hamdiary.domain.trends.course import Course
from hamdiary.render.axis import axis_for
from hamdiary.render.recovery import Plot, picture, summary_for
from hamdiary.services.clock import Clock
from hamdiary.services.recovery import course_of, span_of
from hamdiary.services.sample import make_sample
from hamdiary.services.session import Session, open_session
from hamdiary.storage.locations import Home

NOW = {"HAMDIARY_NOW": "2026-11-22T21:16:00+01:00", "TZ": "Europe/Berlin"}
FOUR: tuple[Plot, ...] = ("gait", "legs", "weight", "nightly")
"""The sample diary has no outings, so its strips take the place of the bars."""

WIDTHS = (60, 82, 120)
"""The narrowest window, the plots beside the words at 120 columns, and a whole line of it."""


def redraw(course: Course, width: int, plots: tuple[Plot, ...]) -> Callable[[], object]:
    """Draw again what is on the screen: the columns are summed up already."""
    axis = axis_for(course.span, width)
    assert axis is not None
    summary = summary_for(course, axis)
    return lambda: picture(course, axis, plots, summary=summary)


def resized(course: Course, width: int) -> Callable[[], object]:
    """Draw for the first time at this width."""
    axis = axis_for(course.span, width)
    assert axis is not None
    return lambda: picture(course, axis, FOUR)


def bare(course: Course, width: int) -> Callable[[], object]:
    """What plotext alone needs for two points a column at the same size."""
    import plotext

    axis = axis_for(course.span, width)
    assert axis is not None
    summary = summary_for(course, axis)
    assert summary is not None
    levels = [each.median.value if each.median else None for each in summary.gait]

    def draw() -> object:
        figure = type(plotext.active())()
        figure._limit_size(False, False)
        figure.plot_size(width, 7)
        x = [2 * place + dot for place in range(len(levels)) for dot in (0, 1)]
        y = [level for level in levels for _ in (0, 1)]
        figure.plot(x, y, marker="braille")
        figure.ylim(0, 5)
        return figure.build()

    return draw


def side_by_side(runs: int, *each: Callable[[], object]) -> list[float]:
    """Median milliseconds of each, taken in turn so that a busy moment hits all."""
    times: list[list[float]] = [[] for _ in each]
    for draw in each:
        draw()
    for _ in range(runs):
        for draw, taken in zip(each, times, strict=True):
            began = time.perf_counter()
            draw()
            taken.append((time.perf_counter() - began) * 1000)
    return [statistics.median(taken) for taken in times]


def said(name: str, ours: float, theirs: float, bound: float | None) -> None:
    ratio = ours / theirs
    mark = "" if bound is None else f"(at most {bound}) {'ok' if ratio <= bound else 'MISSED'}"
    print(f"{name:44} {ours:8.1f} {theirs:8.1f} ms   {ratio:5.2f} x   {mark}")


def ten_years(folder: Path) -> Session:
    home = Home(folder)
    make_sample(home.diary, home, years=10, now=Clock(NOW).now())
    return open_session({**NOW, "HAMDIARY_HOME": str(folder)})


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    with tempfile.TemporaryDirectory() as folder, ten_years(Path(folder)) as session:
        hamster = session.hamster()
        spans = [span_of(session, hamster, nights) for nights in (None, 90)]
        every, ninety = (course_of(session, hamster, span) for span in spans)
        print(f"{'':44} {'all':>8} {'other':>8}      ratio")
        for width in WIDTHS:
            both = side_by_side(runs, redraw(every, width, FOUR), redraw(ninety, width, FOUR))
            said(f"redraw four at {width}, against 90 nights", *both, 1.5)
            both = side_by_side(runs, redraw(every, width, ("gait",)), bare(every, width))
            said(f"one plot at {width}, against bare plotext", *both, 1.3)
            both = side_by_side(runs, resized(every, width), resized(ninety, width))
            said(f"first draw of four at {width} (resize)", *both, None)
        reads = [lambda span=span: course_of(session, hamster, span) for span in spans]
        said("read a course", *side_by_side(max(3, runs // 5), *reads), None)


if __name__ == "__main__":
    main()
