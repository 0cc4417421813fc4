"""hamdiary beside a bare Textual app and beside programs of its kind, alternated in one run.

Each program is measured right after what it is a multiple of: a machine that is slower a minute
later is slower for both.

    python tests/benchmarks/peers.py make              install the peers, each apart
    python tests/benchmarks/peers.py                   measure, and print the table
    python tests/benchmarks/peers.py write             measure, and write the table into the README
    python tests/benchmarks/peers.py write 15          the same with 15 runs instead of 7

Environments and data lie in the folder HAMDIARY_PEERS, or in one of the system's for scratch files.
The windows: from the start of the process to the first frame with a word of it; the time from a key
to what it draws; memory resident when it stands. The commands: the whole run.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tui")]

import run as own  # noqa: E402
from bytecode import compiled  # noqa: E402
from on_a_pty import Terminal  # noqa: E402

FOLDER = Path(os.environ.get("HAMDIARY_PEERS") or Path(tempfile.gettempdir()) / "hamdiary-peers")
README = HERE.parents[1] / "README.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
PEERS = {"toolong": (), "posting": ("tree-sitter<0.26",), "harlequin": (), "jrnl": ()}
"""What each is installed with: posting ends with a fault under the newest tree-sitter."""
KEYS = 12
FIELD = "ello world"
"""What stands in an empty field; the cursor is on the letter before."""
IMPORT = [sys.executable, "-c", "import click, sqlite3"]
ENTRIES = 1_000


@dataclass
class Measured:
    """What was measured of one program, and how that is done."""

    name: str
    """As the table has it."""
    start: Callable[[], Terminal] | None = None
    """Opens its window."""
    word: str = ""
    """What stands in its first frame."""
    keys: Sequence[str] = ()
    """Keys that change what it shows, pressed in turn."""
    before: str = ""
    """Keys that lead to where those are taken."""
    command: Sequence[str] = ()
    """Its command that prints."""
    ready: list[float] = field(default_factory=list)
    """The time to the first frame, as multiples of that of a line of text right before."""
    memory: list[float] = field(default_factory=list)
    """What is resident then, as multiples of the same."""
    key: list[float] = field(default_factory=list)
    """The time from a key to what it draws, as multiples of that in a bare field."""
    ran: list[float] = field(default_factory=list)
    """The time of the command, as multiples of an import."""


def make() -> None:
    """Install the peers and write what they are opened on."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in PEERS:
        if not program(name).exists():
            subprocess.run([sys.executable, "-m", "venv", FOLDER / name], check=True)
            wanted = [name, *PEERS[name]]
            subprocess.run([FOLDER / name / "bin" / "pip", "install", "-q", *wanted], check=True)
    diary = FOLDER / "ten-years" / "diary.db"
    if not diary.exists():
        diary.parent.mkdir()
        ten = ["demo", "--years", "10", "--hamsters", "5", "--at", str(diary)]
        own.command([*own.HAMDIARY, *ten], FOLDER / "making")
    nights = [f"{date(2016, 1, 1) + timedelta(days=day)} gait 3" for day in range(3650)]
    (FOLDER / "ten-years.log").write_text("\n".join(nights), encoding="utf-8")
    write_journal()


def write_journal() -> None:
    """A journal of so many entries for jrnl, with its settings."""
    entries = [
        f"[{date(2020, 1, 1) + timedelta(days=day)} 21:00] gait 3 ate most\n"
        for day in range(ENTRIES)
    ]
    (FOLDER / "journal.txt").write_text("\n".join(entries), encoding="utf-8")
    settings = f"version: v4.0\njournals:\n  default:\n    journal: {FOLDER / 'journal.txt'}\n"
    (FOLDER / "jrnl.yaml").write_text(settings, encoding="utf-8")


def program(name: str) -> Path:
    """Where a peer's own program lies."""
    return FOLDER / name / "bin" / {"toolong": "tl"}.get(name, name)


def window_of(*command: str) -> Callable[[], Terminal]:
    """Opens a peer's window in a home of its own."""
    home = FOLDER / "home"
    home.mkdir(exist_ok=True)
    environment = {"HOME": str(home), "COLORTERM": "truecolor"}
    return lambda: Terminal(environment, command=list(command))


def candidates() -> list[Measured]:
    """Everything that is measured."""
    diary = FOLDER / "ten-years"
    log, data = str(FOLDER / "ten-years.log"), str(diary / "diary.db")
    jrnl = [str(program("jrnl")), "--config-file", str(FOLDER / "jrnl.yaml"), "-n", "10"]
    toolong = window_of(str(program("toolong")), log)
    posting = window_of(str(program("posting")))
    harlequin = window_of(str(program("harlequin")), "-a", "sqlite", data)
    return [
        Measured("bare Textual, one line", own.hello, "Hello world"),
        Measured("bare Textual, one field", own.field, FIELD, "abcd"),
        Measured(
            "**hamdiary**, ten years", lambda: own.window(diary), "recorded", "34", own.DOWN * 3,
            [*own.HAMDIARY, "tonight"],
        ),
        Measured("toolong, a log of ten years", toolong, "gait", [own.UP]),
        Measured("posting", posting, "Send", "abcd"),
        Measured("harlequin, the same diary", harlequin, "Catalog", "abcd", "\x1b"),
        Measured(f"jrnl, {ENTRIES} entries", command=jrnl),
        Measured("import click, sqlite3", command=IMPORT),
    ]  # fmt: skip


def measure(each: Measured, round_: int) -> None:
    """One run of one program, each figure beside what it is a multiple of."""
    if each.start is not None:
        bare = own.ready(own.hello, "Hello world")
        took = own.ready(each.start, each.word)
        each.ready.append(took[0] / bare[0])
        each.memory.append(took[1] / bare[1])
    if each.keys and round_ % 3 == 0 and each.start is not None:
        field_keys = own.keys(own.field, FIELD, "abcd", count=KEYS)
        keys = own.keys(each.start, each.word, each.keys, (each.before, ""), KEYS)
        each.key.append(middle(keys) / middle(field_keys))
    if each.command:
        home = FOLDER / "ten-years"
        imported = own.command(IMPORT, home)
        each.ran.append(own.command(list(each.command), home) / imported)


def table(found: Sequence[Measured], runs: int) -> str:
    """The results for the README: the middle of the multiples."""
    rows = [
        f"| {each.name} | {times(each.ready)} | {times(each.key)} "
        f"| {times(each.memory)} | {times(each.ran)} |"
        for each in found
    ]
    load = f", load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    return "\n".join(
        [
            "| | ready | key to screen | memory | command |",
            "|---|---|---|---|---|",
            *rows,
            "",
            "Times and megabytes as multiples of a bare Textual app and a bare Python that ran "
            f"right before, medians of {runs} such pairs, Python {platform.python_version()}"
            f"{load}: "
            "`python tests/benchmarks/peers.py write`.",
        ]
    )


def middle(values: Sequence[float]) -> float:
    return statistics.median(values) if values else 0.0


def times(values: Sequence[float]) -> str:
    """The middle one, or a dash where there is nothing to measure."""
    return f"{middle(values):.2f}" if values else "–"


def written_into(page: str, text: str) -> str:
    """The page with the text between its markers; ValueError if it has none, or several."""
    if page.count(BEGIN) != 1 or page.count(END) != 1 or page.index(BEGIN) > page.index(END):
        raise ValueError(f"the page needs one {BEGIN} and one {END} behind it")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{text}\n{END}{after}"


def main(arguments: Sequence[str]) -> None:
    compiled()
    if arguments[:1] == ["make"]:
        make()
        return
    runs = int(arguments[-1]) if arguments and arguments[-1].isdecimal() else 7
    found = candidates()
    for round_ in range(runs):
        for each in found:
            try:
                measure(each, round_)
            except (AssertionError, subprocess.CalledProcessError) as error:
                print(f"{each.name}: {str(error)[:200]}", file=sys.stderr)
    text = table(found, runs)
    print(text)
    if arguments[:1] == ["write"]:
        page = README.read_text(encoding="utf-8")
        README.write_text(written_into(page, text), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
