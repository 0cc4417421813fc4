"""How quick hamdiary is, as ratios against bare Textual and bare Python, side by side in one run.

    python tests/benchmarks/run.py           9 runs of each
    python tests/benchmarks/run.py 25        25 runs of each

Measures and their bounds:
    ready    process start to the first whole Tonight frame       at most 1.3 x a hello app
    ready    ten-year diary against one with a single hamster     at most 1.05 x
    memory   resident when ready                                  at most 1.3 x a hello app
    key      a digit in the form to its repaint, 95th percentile  at most 1.5 x a bare Input
    log      `hamdiary log --ate most`                   at most 1.6 x import click, sqlite3
    log      `hamdiary log --gait 1`, with its hints     at most 3.0 x import click, sqlite3
    tonight  `hamdiary tonight`                          at most 1.6 x import click, sqlite3
    remind   `hamdiary remind`, with nothing due         at most 1.6 x import click, sqlite3
    guide    `hamdiary foods spin`, `guide stroke`       at most 1.6 x import click, one file read
    guide    the view opened first, and again, from `g` to its words
    search   a letter in the guide's search to its results, 95th percentile   at most 16 ms
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from bytecode import compiled

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tui"))

from on_a_pty import Terminal  # noqa: E402

from hamdiary.domain.things import NoSuchThing  # noqa: E402
from hamdiary.services.hints import hints_page, tell_vet  # noqa: E402
from hamdiary.services.session import open_session  # noqa: E402

NOW = {"HAMDIARY_NOW": "2026-11-22T21:16:00+01:00", "TZ": "Europe/Berlin"}
NOTHING_DUE = {"HAMDIARY_NOW": "2026-11-22T13:16:00+01:00"}
HAMDIARY = [sys.executable, "-m", "hamdiary"]
KEYS = 40
UP, DOWN, CLEAR = "\x1b[A", "\x1b[B", "\x15"

Ways = tuple[str, str]


def hello() -> Terminal:
    return Terminal(NOW, command=[sys.executable, str(HERE / "bare.py"), "hello"])


def field() -> Terminal:
    return Terminal(NOW, command=[sys.executable, str(HERE / "bare.py"), "input"])


def window(home: Path) -> Terminal:
    return Terminal({**NOW, "HAMDIARY_HOME": str(home)})


def ready(start: Callable[[], Terminal], words: str) -> tuple[float, float]:
    """Milliseconds to the first frame with `words`, and the resident megabytes then."""
    began = time.perf_counter()
    terminal = start()
    terminal.wait_for(words)
    took = (time.perf_counter() - began) * 1000
    pages = int(Path(f"/proc/{terminal.pid}/statm").read_text().split()[1])
    terminal.end()
    return took, pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def keys(
    start: Callable[[], Terminal],
    words: str,
    typed: Sequence[str],
    ways: Ways = ("", ""),
    count: int = KEYS,
) -> list[float]:
    """Milliseconds from each key to the first answer on the screen.

    `ways` are the keys pressed once before, and after every key to come back to its line.
    """
    terminal = start()
    terminal.wait_for(words)
    terminal.settle()
    terminal.press(ways[0])
    terminal.settle()
    times = []
    for number in range(count):
        began = time.perf_counter()
        terminal.press(typed[number % len(typed)])
        terminal.wait_for_anything()
        times.append((time.perf_counter() - began) * 1000)
        terminal.settle()
        terminal.press(ways[1])
        terminal.settle()
    terminal.end()
    return times


def command(arguments: list[str], home: Path, settings: Mapping[str, str] = {}) -> float:
    began = time.perf_counter()
    environment = {**os.environ, **NOW, "HAMDIARY_HOME": str(home), **settings}
    subprocess.run(arguments, env=environment, check=True, capture_output=True)
    return (time.perf_counter() - began) * 1000


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def said(
    name: str, ours: float, theirs: float, unit: str, bound: float, ratio: float | None = None
) -> None:
    ratio = ratio or ours / theirs
    mark = "ok" if ratio <= bound else "MISSED"
    print(f"{name:34} {ours:8.1f} {theirs:8.1f} {unit}   {ratio:5.2f} x   (at most {bound}) {mark}")


def main() -> None:
    compiled()
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small", Path(folder) / "large"
        command([*HAMDIARY, "setup", "--name", "Biscuit"], small)
        ten = ["--years", "10", "--hamsters", "5", "--at", str(large / "diary.db")]
        large.mkdir()
        command([*HAMDIARY, "demo", *ten], Path(folder) / "making")
        print(f"{'':34} {'hamdiary':>8} {'bare':>8}      ratio")
        measure(runs, small, large)


def measure(runs: int, small: Path, large: Path) -> None:
    bare, ours, empty = [], [], []
    for _ in range(runs):
        bare.append(ready(hello, "Hello world"))
        ours.append(ready(lambda: window(large), "recorded"))
        empty.append(ready(lambda: window(small), "recorded"))
    middle = [statistics.median(each[0] for each in kind) for kind in (ours, bare, empty)]
    said("ready, ten years / hello", middle[0], middle[1], "ms", 1.3, paired(ours, bare))
    said("ready, ten years / one hamster", middle[0], middle[2], "ms", 1.05, paired(ours, empty))
    memory = [statistics.median(each[1] for each in kind) for kind in (ours, bare)]
    said("memory, ten years / hello", memory[0], memory[1], "MB", 1.3)
    measure_keys(runs, large)
    measure_commands(runs, large)
    measure_guide(runs, small.with_name("no-diary"))
    measure_guide_view(runs, large)


def paired(ours: Sequence[tuple[float, float]], theirs: Sequence[tuple[float, float]]) -> float:
    """The middle of the ratios of runs side by side: a slow minute is slow for both."""
    return statistics.median(our[0] / their[0] for our, their in zip(ours, theirs, strict=True))


def measure_keys(runs: int, large: Path) -> None:
    ours, bare = [], []
    for _ in range(max(1, runs // 3)):
        bare += keys(field, "ello world", "abcdefgh")  # the cursor is on the letter before
        ours += keys(lambda: window(large), "recorded", "34", (DOWN * 3, UP))
    said("key to repaint, median", statistics.median(ours), statistics.median(bare), "ms", 1.5)
    said("key to repaint, p95", percentile(ours, 0.95), percentile(bare, 0.95), "ms", 1.5)


def measure_commands(runs: int, large: Path) -> None:
    tell_the_vet(large)
    bare, log, hinting, tonight, remind = [], [], [], [], []
    for number in range(runs * 2):
        bare.append(command([sys.executable, "-c", "import click, sqlite3"], large))
        ate = ("most", "all")[number % 2]
        log.append(command([*HAMDIARY, "log", "--yes", "--ate", ate], large))
        remind.append(command([*HAMDIARY, "remind"], large, NOTHING_DUE))
        tonight.append(command([*HAMDIARY, "tonight"], large))
    for number in range(runs * 2):
        gait = str(number % 2)
        hinting.append(command([*HAMDIARY, "log", "--yes", "--gait", gait], large))
        tonight.append(command([*HAMDIARY, "tonight"], large))
    base = statistics.median(bare)
    said("hamdiary log / import", statistics.median(log), base, "ms", 1.6)
    said("hamdiary log with hints / import", statistics.median(hinting), base, "ms", 3.0)
    said("hamdiary tonight / import", statistics.median(tonight), base, "ms", 1.6)
    said("hamdiary remind / import", statistics.median(remind), base, "ms", 1.6)


def tell_the_vet(home: Path) -> None:
    """Leave no hint open that rings, since reminders are measured with nothing due."""
    with open_session({**NOW, "HAMDIARY_HOME": str(home)}) as session:
        for hamster in session.diary.hamsters():
            for each in hints_page(session, hamster).opened:
                if each.hint.rule != "R45":
                    with suppress(NoSuchThing):  # it was a part of one before
                        tell_vet(session, hamster, each)


def measure_guide(runs: int, home: Path) -> None:
    read = f"import click; open({str(HERE.parent.parent / 'README.md')!r}).read()"
    bare, foods, guide = [], [], []
    for _ in range(runs * 2):
        bare.append(command([sys.executable, "-c", read], home))
        foods.append(command([*HAMDIARY, "foods", "spin"], home))
        guide.append(command([*HAMDIARY, "guide", "stroke"], home))
    base = statistics.median(bare)
    said("hamdiary foods spin / import", statistics.median(foods), base, "ms", 1.6)
    said("hamdiary guide stroke / import", statistics.median(guide), base, "ms", 1.6)


FRAME, FIRST_LOOK = 16.0, 250.0
"""Milliseconds of one frame, and of a first look at a view that has to be loaded."""


def measure_guide_view(runs: int, home: Path) -> None:
    first, again = [], []
    for _ in range(max(1, runs // 3)):
        terminal = window(home)
        terminal.wait_for("recorded")
        terminal.settle(0.5)
        for times in (first, again):
            seen, began = len(terminal.shown), time.perf_counter()
            terminal.press("g")
            terminal.wait_for("search the guide", seen)
            times.append((time.perf_counter() - began) * 1000)
            terminal.settle(1.2)
            terminal.press("t")
            terminal.settle(0.3)
        terminal.end()
    said("guide opened first", statistics.median(first), FIRST_LOOK, "ms", 1.0)
    said("guide opened again", statistics.median(again), FRAME * 4, "ms", 1.0)
    said("letter in the guide's search, p95", percentile(letters(home), 0.95), FRAME, "ms", 1.0)


def letters(home: Path) -> list[float]:
    """Milliseconds from each letter of a search to what it finds."""
    terminal = window(home)
    terminal.wait_for("recorded")
    terminal.settle(0.5)
    terminal.press("g")
    terminal.settle(1.5)  # what a search looks through is read meanwhile
    terminal.press("/")
    terminal.settle()
    times = []
    for word in ("spinach", "tilt", "vitamin", "cage", "stroke"):
        for letter in word:
            began = time.perf_counter()
            terminal.press(letter)
            terminal.wait_for_anything()
            times.append((time.perf_counter() - began) * 1000)
            terminal.settle()
        terminal.press(CLEAR)
        terminal.settle()
    terminal.end()
    return times


if __name__ == "__main__":
    main()
