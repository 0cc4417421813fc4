"""Two processes give the same command at the same instant: both are answered, nothing is torn."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hamdiary.cli.program import Program
from hamdiary.services.session import open_session
from hamdiary.storage.checking import differences

pytestmark = pytest.mark.slow

BEFORE = (
    "setup --name Biscuit --species syrian --vet-phone 0123456",
    "log --gait 3 --ate most --note bowl",
    "medicine add Drops --dose drop --at 21:00 --days 10",
    "happening add vet-visit --on 2026-11-20",
    "setup --name Olive --species roborovski",
    "log --hamster Biscuit --ate most",
    "backup",
    "export -o {home}/all.json",
    "bundle -o {home}/sent.hamdiary",
)
COMMANDS = {
    "setup": "setup --name Clover --species syrian --yes",
    "log": "log --gait 4 --weight-g 118.4 --yes",
    "tonight": "tonight",
    "out": "out start",
    "medicine": "medicine add Paste --dose dab --at 20:00 --days 3",
    "dose": "dose drops --yes",
    "happening": "happening add first-step --yes",
    "show": "show",
    "list": "list",
    "plot": "plot gait",
    "search": "search bowl",
    "history": "history",
    "undo": "undo",
    "redo": "redo",
    "delete": "delete --night 2026-11-22 --yes",
    "foods": "foods kale",
    "guide": "guide stroke",
    "signs": "signs tilt",
    "hints": "hints",
    "hamsters": "hamsters",
    "remind": "remind",
    "calendar": "calendar -o -",
    "settings": "settings",
    "where": "where",
    "completion": "completion bash",
    "feed": "feed kale 0.5 --yes",
    "diet": "diet",
    "wellbeing": "wellbeing add --hurt 7 --hunger 8 --yes",
    "carer": "carer AK",
    "join": "join {home}/sent.hamdiary",
    "bundle": "bundle -o {home}/mine.hamdiary",
    "merge": "merge {home}/sent.hamdiary",
    "conflicts": "conflicts",
    "report": "report --nights 14 -o {home}/biscuit.md",
    "export": "export -o {home}/once.json",
    "import": "import {home}/all.json --yes",
    "backup": "backup",
    "backups": "backups",
    "restore": "restore 1 --yes",
    "doctor": "doctor",
    "erase": "erase Olive --confirm Olive --no-backup",
    "man": "man",
    "clip": "clip add /tmp/walk.mp4 --yes",
    "question": "question add swim?",
}
ONLY_A_WINDOW = {"demo"}
ANSWERS = {0, 1, 10, 11, 12, 13, 65, 66, 73}
"""What a command that was answered may end with: done, nothing to do, a state, there already."""


def environment_of(home: Path) -> dict[str, str]:
    return {
        "HAMDIARY_HOME": str(home),
        "HAMDIARY_NOW": "2026-11-22T21:16:00+01:00",
        "TZ": "Europe/Berlin",
        "PATH": os.environ["PATH"],
        "PYTHONPATH": ":".join(filter(None, sys.path)),
    }


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which every command has something to do."""
    home = tmp_path_factory.mktemp("evening") / "home"
    for line in BEFORE:
        process = begun(line, environment_of(home))
        _, trouble = process.communicate(timeout=600)
        assert process.returncode == 0, trouble
    return home


def begun(command: str, environment: dict[str, str]) -> "subprocess.Popen[str]":
    words = command.format(home=environment["HAMDIARY_HOME"]).split()
    return subprocess.Popen(
        [sys.executable, "-m", "hamdiary", *words],
        env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_every_command_is_given_at_once() -> None:
    assert COMMANDS.keys() | ONLY_A_WINDOW == Program.places.keys()


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_both_are_answered(
    command: str, evening: Path, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    environment = environment_of(tmp_path / "home")
    shutil.copytree(evening, tmp_path / "home")
    both = [begun(command, environment) for _ in range(2)]
    for process in both:
        _, trouble = process.communicate(timeout=600)
        assert process.returncode in ANSWERS, trouble
        assert "Traceback" not in trouble
        assert "another program holds the diary" not in trouble
    with open_session(environment) as session:
        assert differences(session.diary) == []
    tell("1 command given by two processes at once: both answered, nothing lost")
