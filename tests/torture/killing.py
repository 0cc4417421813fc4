"""Running writers side by side, killing all of them at once, and seeing what is left."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

from hamdiary.services.drafts import recover
from hamdiary.services.session import Session, open_session
from hamdiary.storage.checking import differences
from hamdiary.storage.lock import locked

PATIENCE = 600.0
"""Seconds after which a writer that has acknowledged nothing is a failure."""


class Running:
    """One writer's processes and what it has acknowledged so far."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.said: list[list[object]] = []
        self._pids: list[int] = []
        self._news = threading.Condition()
        self._process = subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            # The last line may be torn: then nobody was told, and nothing is claimed.
            if not line.endswith("\n"):
                continue
            what, *rest = json.loads(line)
            with self._news:
                if what == "pid":
                    self._pids.append(int(rest[0]))
                else:
                    self.said.append([what, *rest])
                self._news.notify_all()

    def wait_for(self, count: int) -> None:
        """Until the writer has acknowledged so many values."""
        with self._news:
            heard = self._news.wait_for(
                lambda: len(self.said) >= count or self._process.poll() is not None, PATIENCE
            )
        if not heard or self._process.poll() is not None:
            self.kill()
            assert self._process.stderr is not None
            raise AssertionError(f"a writer stopped by itself: {self._process.stderr.read()}")

    def kill(self) -> None:
        """kill -9, the whole group at once."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        for pid in self._pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def finish(self) -> list[list[object]]:
        """Everything that was acknowledged, once all of it is dead."""
        self._process.wait(PATIENCE)
        self._listener.join(PATIENCE)
        return self.said


class Tally:
    """What a series of rounds came to."""

    def __init__(self) -> None:
        self.rounds = 0
        self.acknowledged: Counter[str] = Counter()
        self.recovered = 0
        self.lost: list[object] = []
        self.differences: list[str] = []

    def figures(self) -> list[str]:
        """What it came to, each as a number and what was counted."""
        by_writer = [f"{count} of them by {name}" for name, count in self.acknowledged.items()]
        return [
            f"{self.rounds} rounds of kill -9",
            f"{self.acknowledged.total()} writes acknowledged in them",
            *by_writer,
            f"{self.recovered} drafts found again",
            f"{len(self.lost)} lost",
            f"{len(self.differences)} differences between tables and journal",
        ]


def one_round(
    tally: Tally,
    commands: dict[str, list[str]],
    environment: dict[str, str],
    dice: random.Random,
) -> None:
    """Start all writers, kill them in the midst of writing, and look at the diary."""
    running = {name: Running(command, environment) for name, command in commands.items()}
    try:
        for writer in running.values():
            writer.wait_for(1)
        first = next(iter(running.values()))
        first.wait_for(len(first.said) + dice.randrange(3))
        # Somewhere within the next write: a write takes about a millisecond, a command a hundred.
        time.sleep(dice.choice((0.002, 0.01, 0.1)) * dice.random())
    finally:
        for writer in dice.sample(list(running.values()), len(running)):
            writer.kill()
    said = {name: writer.finish() for name, writer in running.items()}
    tally.rounds += 1
    for name, acknowledged in said.items():
        tally.acknowledged[name] += len(acknowledged)
    with open_session(environment) as session:
        # Whoever was in the midst of a write holds the lock until it is quite dead.
        with locked(session.diary.path):
            pass
        tally.recovered += len(recover(session))
        everything = [each for acknowledged in said.values() for each in acknowledged]
        tally.lost += missing(session, everything)
        tally.differences += differences(session.diary)


def missing(session: Session, acknowledged: list[list[object]]) -> list[list[object]]:
    """The acknowledged values that the diary does not have."""
    last: dict[tuple[object, object], object] = {}
    lost: list[list[object]] = []
    for said in acknowledged:
        what, thing, field, value = said
        if what != "kept" and value not in ever(session, str(thing), str(field)):
            lost.append(said)
        if what != "seen":
            last[thing, field] = said
    for said in last.values():
        assert isinstance(said, list)
        what, thing, field, value = said
        after = ever(session, str(thing), str(field))
        # At most the next value was on the disk as well, without anybody having been told.
        saved = value in after[-2:]
        kept = bool(after) and str(after[-1]).startswith(str(value))
        if not (saved if what == "saved" else kept):
            lost.append(["not shown", *said])
    return lost


def ever(session: Session, thing: str, field: str) -> list[object]:
    """All values that a field of a night ever had, in order."""
    changes = session.diary.history("night", thing)
    return [change.fields[field].to for change in changes if field in change.fields]


def writer_command(name: str, round_: int) -> list[str]:
    """How to start one of the writers beside this file."""
    return [sys.executable, str(Path(__file__).with_name("writers.py")), name, str(round_)]
