"""Programs that write to a diary until they are killed, and say what was acknowledged.

Each prints one JSON line as soon as it knows that a value is kept, and only then writes the next:
["saved", id, field, value] for a change, ["seen", …] for one that it changes again without waiting
for an answer, ["kept", id, field, text] for a text that is being typed. ["pid", number] names a
process of another session that has to be killed as well.

python writers.py NAME ROUND
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, cycle
from pathlib import Path

from hamdiary.services.drafts import DraftKeeper
from hamdiary.services.recording import record_night
from hamdiary.services.session import open_session
from hamdiary.storage.lock import locked
from hamdiary.storage.rows import night_id

NIGHTS = (1, 20, 1000, 1)
"""How many nights each writer has in a round: each round and each text has one of its own, so that
no value of an earlier one stands already, however long the slowest writer takes."""

ROUNDS_OF_ONE = 50
"""How many rounds one diary is written for: those of more would write of nights after 2200, and
looking through it after each would take longer and longer."""

BUSY = 75
"""What a command ends with that others left no turn to: it has said so, and saved nothing."""


def say(*words: object) -> None:
    print(json.dumps(words), flush=True)


def evening(writer: int, round_: int, number: int = 0) -> date:
    first = date(2000, 1, 1) + timedelta(days=sum(NIGHTS) * round_ + sum(NIGHTS[:writer]))
    return first + timedelta(days=number % NIGHTS[writer])


def by_commands(round_: int) -> None:
    """`hamdiary log`, again and again; exit code 0 means saved, and 75 that others were quicker."""
    with open_session(os.environ) as session:
        hamster = session.hamster().id
    for number in count(1):
        on, value = evening(0, round_), float(number)
        command = [sys.executable, "-m", "hamdiary", "log", "--yes", "--night", str(on)]
        done = subprocess.run([*command, "--water-ml", str(value)], capture_output=True, text=True)
        if done.returncode == BUSY:
            continue
        if done.returncode != 0:
            sys.exit(f"log failed: {done.stderr}")
        say("saved", night_id(hamster, on), "water_ml", value)


def by_services(round_: int) -> None:
    """What a window does when fields are left: two fields in one change."""
    session = open_session(os.environ)
    hamster = session.hamster()
    for number in count():
        on, note = evening(1, round_, number // 20), f"note {round_}-{number}"
        record_night(session, hamster, on, {"note": note, "gait": number % 6})
        say("saved", night_id(hamster.id, on), "note", note)


def by_typing(round_: int) -> None:
    """What a window does while a note is typed: a draft that grows, now and then a change."""
    session = open_session(os.environ)
    hamster, keeper = session.hamster(), DraftKeeper(session)
    for number in count():
        on = evening(2, round_, number)
        thing = night_id(hamster.id, on)
        text = ""
        for text in growing(f"typed {round_}-{number}"):
            keeper.keep("night", thing, "note", text, None)
            say("kept", thing, "note", text)
        record_night(session, hamster, on, {"note": text})
        say("saved", thing, "note", text)
        keeper.forget("night", thing, "note")


def growing(start: str) -> Iterator[str]:
    text = start
    for word in ("he", "stood", "up", "and", "walked", "the", "fleece"):
        text = f"{text} {word}"
        yield text


def by_keys(round_: int) -> None:
    """The window itself, on a terminal of its own; what the screen shows as recorded is saved."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tui"))
    from on_a_pty import Terminal

    with open_session(os.environ) as session:
        hamster = session.hamster().id
    on = evening(3, round_)
    here = {name: os.environ[name] for name in ("HAMDIARY_HOME", "PYTHONPATH")}
    terminal = Terminal({**here, "HAMDIARY_NOW": f"{on}T21:16:00+00:00"})
    say("pid", terminal.pid)
    terminal.wait_for("0 of ")
    seen = len(terminal.shown)
    for number, (field, level) in enumerate((("gait", 2), ("leg_left", 2), ("leg_right", 1)), 1):
        terminal.press(str(level))
        seen = terminal.wait_for(f"{number} of ", seen)
        say("seen", night_id(hamster, on), field, level)
    terminal.press(UP * 2)
    for level in cycle("32"):
        terminal.press(UP + level)
        terminal.settle()


UP = "\x1b[A"

WRITERS = {
    "commands": by_commands, "services": by_services, "typing": by_typing, "keys": by_keys
}  # fmt: skip

if __name__ == "__main__":
    # Writing without a pause, these two may keep each other waiting for longer than any owner does.
    locked.__wrapped__.__defaults__ = (600.0,)  # type: ignore[attr-defined]
    WRITERS[sys.argv[1]](int(sys.argv[2]))
