"""How long keeping a diary safe takes, on ten years of five hamsters.

    python tests/benchmarks/keeping.py        5 runs of each

Bounds of issue 8: a backup under 1 s, the doctor under 3 s. Besides the time by the wall the CPU
time is printed, which a busy machine blurs less.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bytecode import compiled

NOW = {"HAMDIARY_NOW": "2026-11-22T21:16:00+01:00", "TZ": "Europe/Berlin"}
HAMDIARY = [sys.executable, "-m", "hamdiary"]
BOUNDS = {"backup": 1.0, "doctor": 3.0}


def command(arguments: list[str], home: Path) -> tuple[float, float]:
    """Seconds by the wall and of CPU that a command took."""
    environment = {**os.environ, **NOW, "HAMDIARY_HOME": str(home)}
    before, began = os.times(), time.perf_counter()
    subprocess.run([*HAMDIARY, *arguments], env=environment, check=True, capture_output=True)
    took, after = time.perf_counter() - began, os.times()
    used = (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )
    return took, used


def main() -> None:
    compiled()
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir(mode=0o700)
        ten = ["--years", "10", "--hamsters", "5", "--at", str(home / "diary.db")]
        command(["demo", *ten], Path(folder) / "making")
        for name, bound in BOUNDS.items():
            times = [command([name], home) for _ in range(runs)]
            wall = statistics.median(each[0] for each in times)
            cpu = statistics.median(each[1] for each in times)
            mark = "ok" if wall <= bound else "MISSED"
            print(f"{name:8} {wall:6.2f} s  {cpu:6.2f} s of CPU   (under {bound} s) {mark}")
        wall, cpu = command(["restore", "--yes"], home)
        print(f"restore  {wall:6.2f} s  {cpu:6.2f} s of CPU")


if __name__ == "__main__":
    main()
