"""How quick the plots of recovery are, as ratios against 90 nights and against bare plotext.

    python tests/benchmarks/plots.py           25 runs of each
    python tests/benchmarks/plots.py 101       101 runs of each

Measures and their bounds:
    redraw   the four plots for all of a ten-year diary           at most 1.5 x those of 90 nights
    one      one plot of all ten years    at most 1.3 x bare plotext with two points a column
    visit    coming back to Recovery, all of ten years     at most 3 x to a view with nothing in it
    memory   the whole program with all of ten years drawn at most 1.5 x on an empty diary
Told without a bound, since they happen once and not at every redraw:
    resize   the same redraw when the columns have to be summed up anew, at another width
    read     reading the course of ten years against that of 90 nights
    first    the first visit, everything loaded, read and drawn, against later ones
    cursor   one key press that moves the cursor, against coming back
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bytecode import compiled

from hamdiary.domain.trends.course import Course
from hamdiary.render.axis import axis_for
from hamdiary.render.recovery import PLOTS, Plot, picture, summary_for
from hamdiary.services.clock import Clock
from hamdiary.services.recovery import course_of, span_of
from hamdiary.services.sample.making import make_sample
from hamdiary.services.session import Session, open_session
from hamdiary.storage.locations import Home

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tui"))

from on_a_pty import Terminal

NOW = {"HAMDIARY_NOW": "2026-11-22T21:16:00+01:00", "TZ": "Europe/Berlin"}
FOUR: tuple[Plot, ...] = PLOTS
"""Gait with both legs, weight, minutes and the strips."""

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


def said(name: str, ours: float, theirs: float, bound: float | None, unit: str = "ms") -> None:
    ratio = ours / theirs
    mark = "" if bound is None else f"(at most {bound}) {'ok' if ratio <= bound else 'MISSED'}"
    print(f"{name:44} {ours:8.1f} {theirs:8.1f} {unit}   {ratio:5.2f} x   {mark}")


def ready_with(home: Path, keys: str, words: str) -> float:
    """Resident megabytes of the program on a terminal after some keys."""
    terminal = Terminal({**NOW, "HAMDIARY_HOME": str(home)})
    terminal.wait_for("recorded")
    terminal.settle(0.5)
    for key in keys:
        terminal.press(key)
        terminal.settle(0.3)
    terminal.wait_for(words)
    pages = int(Path(f"/proc/{terminal.pid}/statm").read_text().split()[1])
    terminal.end()
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure_memory(large: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty"
        with make_empty(empty):
            pass
        ours = statistics.median(ready_with(large, "r4", "In words") for _ in range(3))
        base = statistics.median(ready_with(empty, "", "recorded") for _ in range(3))
        same = statistics.median(ready_with(empty, "r", "Nothing is recorded") for _ in range(3))
    said("memory, ten years / empty, on Tonight", ours, base, 1.5, "MB")
    said("memory, ten years / empty, same view", ours, same, 1.5, "MB")


def make_empty(folder: Path) -> Session:
    from hamdiary.services.recording import new_hamster, record_hamster
    from hamdiary.tui.start import Start

    folder.mkdir(mode=0o700, parents=True)
    session = Start.of({**NOW, "HAMDIARY_HOME": str(folder)}, None, None).make_diary()
    record_hamster(session, new_hamster(), {"name": "Biscuit", "species": "syrian"})
    return session


async def measure_visits(folder: Path, runs: int) -> None:
    """Switch between views of the real program, and look at what is drawn each time."""
    from hamdiary.tui.app import HamdiaryApp
    from hamdiary.tui.start import Start
    from hamdiary.tui.views.view import View
    from hamdiary.tui.widgets.plot_card import PlotCard

    class Empty(View, can_focus=True):
        def show(self, page: object) -> None: ...
        def take_focus(self) -> None:
            self.focus()

        def keys(self) -> list[object]:
            return []

    start = Start.of({**NOW, "HAMDIARY_HOME": str(folder)}, None, None)
    app = HamdiaryApp(start)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.3)
        screen = app.screen
        screen._built["empty"] = Empty(id="empty")
        await screen.mount(screen._built["empty"], before=screen._keys)

        async def timed(*actions: Callable[[], object]) -> float:
            began = time.perf_counter()
            for action in actions:
                await action()
            await pilot.pause()
            screen._compositor.render_strips()
            return (time.perf_counter() - began) * 1000

        def to(name: str) -> Callable[[], object]:
            return lambda: screen.action_view(name)

        async def move() -> None:
            screen.view.query_one(PlotCard).key_actions["left"]()

        first = await timed(to("recovery"))
        await pilot.press("4")
        await pilot.pause()
        times: dict[str, list[float]] = {"recovery": [], "empty": [], "cursor": [], "idle": []}
        for _ in range(runs):
            for name in ("empty", "recovery"):
                await timed(to("tonight"))
                times[name].append(await timed(to(name)))
            times["cursor"].append(await timed(move))
            times["idle"].append(await timed())
        # What the looking itself takes counts for neither.
        idle = statistics.median(times.pop("idle"))
        again, empty, cursor = (statistics.median(each) - idle for each in times.values())
        first -= idle
        said("second visit, against an empty view", again, empty, 3)
        said("first visit, against later ones", first, again, None)
        said("cursor, against coming back", cursor, again, None)
    start.close()


def ten_years(folder: Path) -> Session:
    home = Home(folder)
    make_sample(home.diary, home, years=10, now=Clock(NOW).now())
    return open_session({**NOW, "HAMDIARY_HOME": str(folder)})


def main() -> None:
    compiled()
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
        asyncio.run(measure_visits(Path(folder), runs))
        measure_memory(Path(folder))


if __name__ == "__main__":
    main()
