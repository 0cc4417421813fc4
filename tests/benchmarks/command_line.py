"""How long `hamdiary log` and `tonight` take against `import click, sqlite3`, as ratios.

Run alternately and compared by their medians, so that other work on the machine hits all alike:

python tests/benchmarks/command_line.py [rounds]
"""

import os
import subprocess
import sys
import tempfile
import time
from compileall import compile_dir
from pathlib import Path
from statistics import median

import hamdiary

CODE = "import sys; sys.argv[0] = 'hamdiary'; from hamdiary.__main__ import main; main()"


def command(name: str, round_: int) -> list[str]:
    """The command line of one measured program; `log` writes a night of its own each time."""
    log = ["log", "--gait", "3", "--leg-left", "2", "--night", f"-{round_}d"]
    return {
        "bare python": ["-c", "pass"],
        "click and sqlite3": ["-c", "import click, sqlite3"],
        "hamdiary log": ["-c", CODE, *log],
        "hamdiary tonight": ["-c", CODE, "tonight"],
    }[name]


def seconds(arguments: list[str], environment: dict[str, str]) -> float:
    """The wall time of one run."""
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True
    )
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    compile_dir(str(Path(hamdiary.__file__).parent), quiet=1)
    names = ["bare python", "click and sqlite3", "hamdiary log", "hamdiary tonight"]
    taken: dict[str, list[float]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HAMDIARY_HOME": home}
        subprocess.run(
            [sys.executable, "-m", "hamdiary", "setup", "--name", "Biscuit"],
            env=environment, stdout=subprocess.DEVNULL, check=True,
        )  # fmt: skip
        for round_ in range(rounds):
            for name in names:
                taken[name].append(seconds(command(name, round_), environment))
    base = median(taken["click and sqlite3"])
    for name in names:
        middle = median(taken[name])
        print(f"{name:18} {middle * 1000:6.1f} ms  {middle / base:5.2f}")


if __name__ == "__main__":
    main()
