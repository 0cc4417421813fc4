"""Running another program for a moment: no shell, no waiting for ever, and never an exception."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from tempfile import TemporaryFile
from typing import IO

from hamdiary.domain.language import t
from hamdiary.domain.text import clean, clean_line

LONGEST_WAIT = 10.0
"""Seconds that a program may take to show a message."""


SHORTEST_LIFE = 2.0
"""Seconds after which a program that was only started counts as running."""


def trouble_with(
    command: Sequence[str],
    environment: Mapping[str, str],
    typed: str = "",
    seconds: float = LONGEST_WAIT,
) -> str | None:
    """Run a program to its end; None if it went well, else in a few words why not."""
    # Files, not pipes: something that the program leaves running would hold a pipe open.
    with TemporaryFile() as read, TemporaryFile() as complaints:
        read.write(typed.encode("utf-8", "surrogateescape"))
        read.seek(0)
        process = _started(command, environment, read, complaints)
        if isinstance(process, str):
            return process
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            return t("no answer within {seconds:g} seconds").format(seconds=seconds)
        return None if code == 0 else _complaint(complaints, code)


def trouble_starting(
    command: Sequence[str],
    environment: Mapping[str, str],
    meanings: Mapping[int, str] = {},
    seconds: float = SHORTEST_LIFE,
) -> str | None:
    """Start a program and leave it running; None unless it fails at once, then why, in words.

    `meanings` says what codes stand for that the program is known to end with.
    """
    with TemporaryFile() as nothing, TemporaryFile() as complaints:
        process = _started(command, environment, nothing, complaints)
        if isinstance(process, str):
            return process
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
        return None if code == 0 else meanings.get(code) or _complaint(complaints, code)


def _started(
    command: Sequence[str],
    environment: Mapping[str, str],
    typed: IO[bytes],
    complaints: IO[bytes],
) -> "subprocess.Popen[bytes] | str":
    """The program as it runs by itself, or in words why it does not."""
    try:
        return subprocess.Popen(
            command,
            stdin=typed,
            stdout=subprocess.DEVNULL,
            stderr=complaints,
            env=dict(environment),
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None)
        return clean_line(t(said) if said else str(error))


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program with all that it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _complaint(complaints: IO[bytes], code: int) -> str:
    complaints.seek(0)
    said = clean(complaints.read(2000).decode("utf-8", "replace"))
    first = next((line for line in said.splitlines() if line.strip()), "")
    return clean_line(first)[:200] or t("it ended with code {code}").format(code=code)
