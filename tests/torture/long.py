"""The long form of the torture suite, by one command: it takes hours, and prints its figures.

    python tests/torture/long.py            all of it
    python tests/torture/long.py power      one part of it, by its name:

    bad, power, kill, carers, order, both, faults, pages, keys

What a part has to come to stands beside it. Each figure is printed as soon as it is known, and all
of them once more at the end; the exit code is 1 if anything was lost, diverged or went wrong.
"""

import csv
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
TESTS = HERE.parent


class Part(NamedTuple):
    """One part of the long form."""

    wanted: str
    """What it has to show."""
    tests: Sequence[str]
    """The tests that do, below tests/."""
    rounds: int
    """What HAMDIARY_TORTURE_ROUNDS is for it."""


def held_by() -> list[str]:
    """The tests that hold the sixty bad inputs."""
    with (HERE / "bad_inputs.csv").open(encoding="utf-8") as lines:
        return sorted({row["held by"] for row in csv.DictReader(lines)})


def parts() -> Mapping[str, Part]:
    """Every part by its name, in the order in which they run."""
    return {
        "bad": Part(
            "all sixty bad inputs right",
            ["torture/test_bad_inputs.py::test_every_one_of_the_sixty_has_its_test", *held_by()],
            1,
        ),
        "power": Part("1,000 power cuts, none lost", ["torture/test_power.py"], 50),
        "kill": Part(
            "10,000 acknowledged writes under 500 kill -9, none lost",
            ["torture/test_kill.py", "torture/test_kill_an_import.py"],
            500,
        ),
        "carers": Part(
            "300 histories of three devices, none diverged", ["torture/test_three_carers.py"], 1
        ),
        "order": Part("any order of deeds, as the model says", ["torture/test_any_order.py"], 1),
        "both": Part("two processes on every command", ["torture/test_at_once.py"], 1),
        "faults": Part(
            "every SQL statement of every deed made to fail", ["torture/test_faults.py"], 1
        ),
        "pages": Part("any page lost, and all that was shown is saved", ["cli/test_salvage.py"], 1),
        "keys": Part("keys in bursts end no window", ["torture/test_key_bursts.py"], 400),
    }


def run(part: Part) -> tuple[bool, list[str]]:
    """Run a part's tests; whether all is well, and the figures that they told."""
    began = time.monotonic()
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    environment = {**os.environ, "HAMDIARY_TORTURE_ROUNDS": str(part.rounds)}
    lines: list[str] = []
    with subprocess.Popen(
        [*command, *(str(TESTS / each) for each in part.tests)],
        env=environment, cwd=TESTS.parent, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            lines.append(line.rstrip())
    minutes = (time.monotonic() - began) / 60
    return process.returncode == 0, [*figures_in(lines), f"{minutes:.0f} min"]


def figures_in(lines: Sequence[str]) -> list[str]:
    """What stands under the heading "figures" of what pytest printed."""
    headings = [at for at, line in enumerate(lines) if line.startswith("==")]
    begins = next((at for at in headings if " figures " in lines[at]), None)
    if begins is None:
        return []
    ends = next((at for at in headings if at > begins), len(lines))
    return [line for line in lines[begins + 1 : ends] if line]


def main(chosen: Sequence[str]) -> int:
    """Run what was chosen, or everything, and print what it came to."""
    known = parts()
    if not set(chosen) <= known.keys():
        print(f"there are these parts: {', '.join(known)}")
        return 2
    results = {}
    for name in chosen or known:
        print(f"\n== {name}: {known[name].wanted}", flush=True)
        results[name] = run(known[name])
    print("\n== What it came to")
    for name, (well, figures) in results.items():
        print(f"{'ok' if well else 'FAILED':7} {known[name].wanted}")
        for figure in figures:
            print(f"        {figure}")
    return 0 if all(well for well, _ in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
