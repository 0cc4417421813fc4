"""How much goes over the line, beside what Textual alone would send, in one run.

    python tests/benchmarks/line.py          80 × 24
    python tests/benchmarks/line.py 45 20    a phone

The start, each view opened in turn, and keys on Tonight: bytes of both, and the ratio. Over a
phone's line of 20 KB/s a ratio of a quarter is one second instead of four.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tui")]

from bytecode import compiled  # noqa: E402
from on_a_pty import Terminal  # noqa: E402
from run import HAMDIARY, NOW, command  # noqa: E402

TEXTUAL_ALONE = """
from textual.app import App
from hamdiary.tui.app import HamdiaryApp
HamdiaryApp._display = App._display
from hamdiary.__main__ import main
main()
"""
QUIET = 0.7
"""Seconds in which nothing comes when all has come."""
STEPS = {"Diary": "d", "Recovery": "r", "Care": "c", "Guide": "g", "Vet report": "v",
         "Tonight": "t", "a score": "3", "down": "\x1b[B", "help": "?"}  # fmt: skip


def sent(home: Path, size: tuple[int, int], *program: str) -> Iterator[int]:
    """Bytes of the start and of each step."""
    terminal = Terminal({**NOW, "HAMDIARY_HOME": str(home)}, size=size, command=list(program))
    terminal.wait_for("recorded")
    for keys in ("", *STEPS.values()):
        before = len(terminal.shown) if keys else 0
        terminal.press(keys)
        terminal.settle(QUIET)
        yield len(terminal.shown) - before
    terminal.end()


def main() -> None:
    compiled()
    size = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else (80, 24)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("ours", "alone"):
            (Path(folder) / name).mkdir()
            ten = ["--years", "10", "--at", str(Path(folder) / name / "diary.db")]
            command([*HAMDIARY, "demo", *ten], Path(folder) / "making")
        ours = list(sent(Path(folder) / "ours", size, *HAMDIARY))
        alone = list(sent(Path(folder) / "alone", size, sys.executable, "-c", TEXTUAL_ALONE))
    print(f"{size[0]} × {size[1]:<12} {'hamdiary':>9} {'Textual':>9}      ratio")
    for step, mine, theirs in zip(("start", *STEPS), ours, alone, strict=True):
        print(f"{step:17} {mine:9} {theirs:9} bytes  {mine / max(theirs, 1):5.2f} x")
    print(f"{'all':17} {sum(ours):9} {sum(alone):9} bytes  {sum(ours) / sum(alone):5.2f} x")


if __name__ == "__main__":
    main()
