"""kill -9 in the midst of writing: what was called saved is there, and all of it agrees.

HAMDIARY_TORTURE_ROUNDS sets how often; the seed of a failure is printed.
"""

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from killing import Tally, one_round, writer_command
from writers import NIGHTS, ROUNDS_OF_ONE, WRITERS, evening

from hamdiary.domain.evening import LAST_YEAR
from hamdiary.services.recording import new_hamster, record_hamster
from hamdiary.services.session import open_session
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX's"),
]

ROUNDS = int(os.environ.get("HAMDIARY_TORTURE_ROUNDS", "10"))


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A home with a diary and a hamster, for this process and those that will be killed."""
    place = {"HAMDIARY_HOME": str(tmp_path), "HAMDIARY_NOW": "2026-11-22T21:16:00+00:00"}
    home = Home(tmp_path)
    create_diary(home.diary, home).close()
    with open_session(place) as session:
        record_hamster(session, new_hamster(), {"name": "Clover"})
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {**kept, **place, "PYTHONPATH": ":".join(filter(None, sys.path))}


def test_there_are_nights_enough() -> None:
    last = [evening(writer, ROUNDS_OF_ONE - 1, nights - 1) for writer, nights in enumerate(NIGHTS)]
    assert max(last).year < LAST_YEAR
    begun = {
        evening(each, round_) for each in range(len(NIGHTS)) for round_ in range(ROUNDS_OF_ONE)
    }
    assert len(begun) == len(NIGHTS) * ROUNDS_OF_ONE


@pytest.mark.parametrize("begun", range(0, ROUNDS, ROUNDS_OF_ONE))
def test_everything_acknowledged_survives_kill_9(
    begun: int, environment: dict[str, str], tell: Callable[[str], None]
) -> None:
    seed, tally = random.randrange(2**32), Tally()
    for round_ in range(min(ROUNDS - begun, ROUNDS_OF_ONE)):
        commands = {name: writer_command(name, round_) for name in WRITERS}
        one_round(tally, commands, environment, random.Random(seed + round_))
    for figure in tally.figures():
        tell(figure)
    assert tally.lost == [], seed
    assert tally.differences == [], seed
