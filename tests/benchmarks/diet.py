"""How quick foods and the diet are, as ratios side by side in one run.

    python tests/benchmarks/diet.py           9 runs of each
    python tests/benchmarks/diet.py 25        25 runs of each

Measures and their bounds:
    foods    `hamdiary foods spin`, `guide stroke`       at most 1.6 x import click, one file read
    picker   a letter to the foods it finds, 95th percentile               at most 16 ms
    guide    a letter in the guide's search to its results, 95th percentile at most 16 ms
    bare     a letter in a bare Input, for what the machine itself takes
    week     the diet week of a ten-year diary, read and worked out         at most 16 ms
"""

import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from run import (
    CLEAR,
    FRAME,
    HAMDIARY,
    NOW,
    command,
    field,
    keys,
    letters,
    measure_guide,
    percentile,
    said,
    window,
)

from hamdiary.knowledge.foods import foods
from hamdiary.services import feeding
from hamdiary.services.diet import diet_on
from hamdiary.services.session import open_session

NIGHTS = 3650
"""Nights with a serving each."""


def picked(home: Path) -> list[float]:
    """Milliseconds from each letter typed in the picker to what it finds."""
    terminal = window(home)
    terminal.wait_for("recorded")
    terminal.settle(0.8)
    terminal.press("f")
    terminal.wait_for("What was given")
    terminal.settle(0.5)
    times = []
    for word in ("spinach", "red pepper", "chocolate", "brocoli", "zucchini"):
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


def fed_for_ten_years(home: Path) -> None:
    """A serving on every night of ten years."""
    given = [food.slug for food in foods().values() if food.default != "avoid"]
    with open_session({**NOW, "HAMDIARY_HOME": str(home)}) as session:
        hamster = session.hamster()
        for back in range(NIGHTS):
            on = session.tonight - timedelta(days=back)
            values = {"food": given[back % len(given)], "grams": 0.5, "eaten": "all"}
            feeding.add_serving(session, hamster, on, values)


def weeks(home: Path, runs: int) -> list[float]:
    """Milliseconds of reading and working out the week."""
    times = []
    with open_session({**NOW, "HAMDIARY_HOME": str(home)}) as session:
        hamster = session.hamster()
        for _ in range(runs * 10):
            session.kept.clear()
            began = time.perf_counter()
            diet_on(session, hamster)
            times.append((time.perf_counter() - began) * 1000)
    return times


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        command([*HAMDIARY, "setup", "--name", "Biscuit", "--species", "syrian"], home)
        fed_for_ten_years(home)
        print(f"{'':34} {'hamdiary':>8} {'bare':>8}      ratio")
        measure_guide(runs, home.with_name("no-diary"))
        bare, picker, guide = [], [], []
        for _ in range(max(1, runs // 3)):
            bare += keys(field, "Hello world", "abcdefgh")
            picker += picked(home)
            guide += letters(home)
        for name, times in (("picker", picker), ("guide's search", guide), ("bare Input", bare)):
            said(f"letter in the {name}, median", statistics.median(times), FRAME, "ms", 1.0)
            said(f"letter in the {name}, p95", percentile(times, 0.95), FRAME, "ms", 1.0)
        said("diet week, ten years", statistics.median(weeks(home, runs)), FRAME, "ms", 1.0)


if __name__ == "__main__":
    main()
