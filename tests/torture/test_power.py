"""The power goes in the midst of writing: what was called saved is there, and all of it agrees.

HAMDIARY_TORTURE_ROUNDS=N cuts the power 20 × N times, each time at moments of its own; the seed of
a failure is printed.
"""

import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from deeds import Environment, begin
from power import Disk, Event, traced

from hamdiary.services.session import Session, open_session
from hamdiary.storage.checking import differences
from hamdiary.storage.shelf import backups_in, why_not_whole

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        shutil.which("strace") is None, reason="strace is not here; on Debian it comes with strace"
    ),
]

CUTS = 20 * int(os.environ.get("HAMDIARY_TORTURE_ROUNDS", "4"))
WRITER = """
import os, sys
from datetime import date, timedelta
from hamdiary.services.backing_up import back_up_now
from hamdiary.services.recording import record_night
from hamdiary.services.session import open_session
number = 0
for sitting in range(4):
    with open_session(os.environ) as session:
        hamster = session.hamster()
        for _ in range(6):
            number += 1
            evening = date(2026, 10, 1) + timedelta(days=number // 2)
            record_night(session, hamster, evening, {"water_ml": float(number), "note": "x" * 700})
            os.write(1, f"{evening} {number}\\n".encode())
        if sitting % 2:
            back_up_now(session)
"""


def environment_of(folder: Path) -> Environment:
    return {"HAMDIARY_HOME": str(folder), "HAMDIARY_NOW": "2026-11-22T21:16:00+00:00"}


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Event]]:
    """A folder as it was, and what a program then did to it."""
    top = tmp_path_factory.mktemp("power")
    home, before = top / "home", top / "before"
    home.mkdir()
    begin(environment_of(home))
    shutil.copytree(home, before)
    paths = {"PYTHONPATH": ":".join(filter(None, sys.path)), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-c", WRITER]
    return home, traced(command, {**environment_of(home), **paths}, home)


def put_back(before: Path, home: Path) -> None:
    shutil.rmtree(home)
    shutil.copytree(before, home)


def acknowledged(events: list[Event]) -> Iterator[tuple[str, float]]:
    """The nights that were called saved, each with its last value."""
    for event in events:
        if event.what == "said":
            on, value = event.data.decode().split()
            yield on, float(value)


def lost_in(home: Path, told: dict[str, float]) -> list[str]:
    """What the diary lacks of what was called saved, and what in it does not agree."""
    with open_session(environment_of(home)) as session:
        rows = session.diary.file.rows("SELECT evening, water_ml FROM nights")
        found = {row["evening"]: row["water_ml"] for row in rows}
        # At most the next value had arrived as well, without anybody having been told.
        lost = [f"{on} {told[on]}" for on in told if (found.get(on) or 0) < told[on]]
        return lost + differences(session.diary) + torn_backups(session)


def torn_backups(session: Session) -> list[str]:
    """Backups that lie there under their names and are not whole."""
    shelved = [(each, why_not_whole(each)) for each in backups_in(session.home.backups)]
    return [f"backup {each.path.name}: {why}" for each, why in shelved if why]


def test_no_power_cut_takes_what_was_called_saved(
    evening: tuple[Path, list[Event]], tell: Callable[[str], None]
) -> None:
    home, events = evening
    put_back(home.parent / "before", home)
    disk = Disk(home)
    seed = random.randrange(2**32) if "HAMDIARY_TORTURE_ROUNDS" in os.environ else 1
    dice = random.Random(seed)
    moments = sorted(dice.choices(range(len(events)), k=CUTS))
    lost: list[str] = []
    for number, event in enumerate(events):
        disk.happen(event)
        for _ in range(moments.count(number)):
            after(disk.after_a_cut(dice), home)
            lost += lost_in(home, dict(acknowledged(events[: number + 1])))
    told = len(list(acknowledged(events)))
    tell(f"{CUTS} power cuts in {told} saves: {len(lost)} lost or damaged (seed {seed})")
    assert lost == []


def after(files: dict[str, bytes], home: Path) -> None:
    """Let the folder hold those files and no others."""
    shutil.rmtree(home)
    home.mkdir(mode=0o700)
    for name, content in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content)
