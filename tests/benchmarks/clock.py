"""What the clock of an outing costs while it runs: CPU time as a share of one core.

    python tests/benchmarks/clock.py           30 seconds of each
    python tests/benchmarks/clock.py 60        60 seconds of each

Bound: less than 1 % of one core for the seconds that go by; a window in which no clock runs
stands beside it, and a bare Textual app that shows one line.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bytecode import compiled

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tui"))

from on_a_pty import Terminal  # noqa: E402

SETTLED = 6.0
"""Seconds after the start until everything is loaded and has rung."""

BOUND = 1.0


def used(pid: int) -> float:
    """CPU seconds that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def share(terminal: Terminal, seconds: float) -> float:
    """Percent of one core that a window uses while nobody touches it."""
    _watch(terminal, SETTLED)
    before = used(terminal.pid)
    _watch(terminal, seconds)
    percent = 100 * (used(terminal.pid) - before) / seconds
    terminal.end()
    return percent


def _watch(terminal: Terminal, seconds: float) -> None:
    """Read what is drawn, as a terminal does."""
    ends = time.monotonic() + seconds
    while (left := ends - time.monotonic()) > 0:
        terminal.read_for(left)


def main() -> None:
    compiled()
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    with tempfile.TemporaryDirectory() as folder:
        home = {"HAMDIARY_HOME": folder, "TZ": "Europe/Berlin"}
        hamdiary = [sys.executable, "-m", "hamdiary"]
        Path(folder, "settings.toml").write_text("[delivery]\ndesktop = false\n")
        run = {"env": {**os.environ, **home}, "check": True, "capture_output": True}
        subprocess.run([*hamdiary, "setup", "--name", "Biscuit"], **run)
        bare = [sys.executable, str(HERE / "bare.py"), "hello"]
        hello = share(Terminal({}, command=bare), seconds)
        still = share(Terminal(home), seconds)
        subprocess.run([*hamdiary, "out", "start"], **run)
        ticking = share(Terminal(home), seconds)
    print(f"bare Textual app           {hello:5.2f} % of one core")
    print(f"window, no clock running   {still:5.2f} % of one core")
    print(f"window, clock running      {ticking:5.2f} % of one core")
    clock = ticking - still
    mark = "ok" if clock < BOUND else "MISSED"
    print(f"the clock alone            {clock:5.2f} % of one core   (less than {BOUND:g}) {mark}")


if __name__ == "__main__":
    main()
