"""Real diaries, real files and real processes for the tests of storage."""

import importlib
import os
import pkgutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import hamdiary.domain
import hamdiary.storage
from hamdiary.domain.journal import Change, Stamp, Stored
from hamdiary.storage.diary import Diary
from hamdiary.storage.journal import Edit
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary, open_diary

HAMSTER = "h1"
EVENING = date(2026, 11, 22)
NIGHT = f"{HAMSTER}/{EVENING}"


def home_of(folder: Path) -> Home:
    return Home(folder / "home")


def new_diary(folder: Path) -> Diary:
    home = home_of(folder)
    return create_diary(home.diary, home)


def reopened(folder: Path) -> Diary:
    home = home_of(folder)
    return open_diary(home.diary, home)


def stamp(device: str = "a1b2", carer: str | None = None) -> Stamp:
    return Stamp(device, "2026-11-22T20:16:00Z", "Europe/Berlin", carer)


def edit(night: str = NIGHT, /, **values: Stored) -> Edit:
    return Edit("night", night, values)


def record(diary: Diary, /, device: str = "a1b2", **values: Stored) -> Change | None:
    return diary.record(edit(**values), stamp(device))


def beside(path: Path) -> set[str]:
    """What lies beside the diary, besides the lock, which is always empty."""
    return {each.name for each in path.parent.iterdir() if each.name.startswith(path.name)} - {
        path.name + ".lock"
    }


LONG = (600.0,)
"""Seconds for which whoever waits for another writer waits in the tests of several at once.

Programs that write without a pause can keep a third from its turn for the usual ten, if the disk is
slow; no owner writes so.
"""

PRELUDE = """
import os, sqlite3, sys
from pathlib import Path
from on_disk import *
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.storage.lock import locked
locked.__wrapped__.__defaults__ = LONG
folder = Path(sys.argv[1])

def wait_for_the_others():
    print("ready", flush=True)
    sys.stdin.readline()
"""


def become_nobody() -> None:
    """Be somebody to whom only that is open which is open to all.

    Where the program lies may not be: what it loads when it is wanted is loaded before.
    """
    for package in (hamdiary.domain, hamdiary.storage):
        for each in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            importlib.import_module(each.name)
    os.setgid(65534)
    os.setuid(65534)


def started(code: str, *arguments: object, **options: object) -> "subprocess.Popen[str]":
    """A Python process that runs `code` with everything of this module at hand."""
    return subprocess.Popen(
        [sys.executable, "-c", PRELUDE + code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": f"{Path(__file__).parent}:{':'.join(filter(None, sys.path))}"},
        **options,  # type: ignore[call-overload]
    )


def at_once(processes: "list[subprocess.Popen[str]]") -> list[str]:
    """Let all that wait for the others begin at the same moment; what each of them printed."""
    for process in processes:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    return [output_of(process) for process in processes]


def output_of(process: "subprocess.Popen[str]") -> str:
    """What the process printed; its error, if it failed."""
    out, err = process.communicate(timeout=600)
    assert process.returncode == 0, err
    return out.strip()
