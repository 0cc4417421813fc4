import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from hamdiary.cli.calling import run

NOW = "2026-11-22T21:16:00+01:00"


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        answer = json.loads(self.out)
        assert answer["hamdiary"] == 1
        return answer


Run = Callable[..., Ended]


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    """The environment of every call: a home of its own, and a Sunday evening in Berlin."""
    return {
        "HAMDIARY_HOME": str(tmp_path / "home"),
        "HAMDIARY_NOW": NOW,
        "TZ": "Europe/Berlin",
        "COLUMNS": "80",
    }


@pytest.fixture
def hamdiary(settings: dict[str, str]) -> Run:
    """Call the command line in this process; quick, without a terminal."""

    def call(*arguments: str, typed: str | bytes = "", **changed: str) -> Ended:
        environment = {**settings, **changed}
        with CliRunner().isolation(input=typed, env=environment) as (out, err, _):
            code = run(list(arguments), {**os.environ, **environment})
            return Ended(code, out.getvalue().decode(), err.getvalue().decode())

    return call


@pytest.fixture
def biscuit(hamdiary: Run) -> Run:
    """The command line with a diary in which Biscuit is set up."""
    assert hamdiary("setup", "--name", "Biscuit", "--species", "syrian").code == 0
    return hamdiary


@pytest.fixture
def program(settings: dict[str, str]) -> Run:
    """Call the real program in a process of its own, without a terminal."""

    def call(*arguments: str, typed: bytes = b"", **changed: str) -> Ended:
        done = subprocess.run(
            [sys.executable, "-m", "hamdiary", *arguments],
            input=typed,
            capture_output=True,
            env={**os.environ, **settings, **changed},
            timeout=60,
        )
        return Ended(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode())

    return call


@pytest.fixture
def at_terminal(settings: dict[str, str]) -> Run:
    """Call the real program at a terminal and type lines; out is all that the terminal showed."""

    def call(*arguments: str, typed: str = "", **changed: str) -> Ended:
        environment = {**os.environ, "TERM": "xterm", **settings, **changed}
        return _at_a_pty([sys.executable, "-m", "hamdiary", *arguments], typed, environment)

    return call


def _at_a_pty(command: list[str], typed: str, environment: Mapping[str, str]) -> Ended:
    child, terminal = pty.fork()
    if child == 0:
        # Ignored if the tests run as a job in the background, and inherited.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.execvpe(command[0], command, dict(environment))
    shown = b""
    while True:
        if shown and typed:
            # Only once the program has asked: a Ctrl-C before would find nobody to stop.
            os.write(terminal, typed.encode())
            typed = ""
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    return Ended(os.waitstatus_to_exitcode(status), shown.decode().replace("\r\n", "\n"), "")
