"""Clocks of several programs: one outing at most, and it runs on when its program is killed."""

import signal
import subprocess
from datetime import date
from pathlib import Path

from on_disk import at_once, home_of, new_diary, started

from hamdiary.services import timing
from hamdiary.services.recording import new_hamster, record_hamster
from hamdiary.services.session import Session, open_session
from hamdiary.storage.checking import differences

EVENING = date(2026, 11, 22)


def environment(folder: Path, time: str = "21:00") -> dict[str, str]:
    return {
        "HAMDIARY_HOME": str(home_of(folder).folder),
        "HAMDIARY_NOW": f"2026-11-22T{time}:00+01:00",
        "TZ": "Europe/Berlin",
    }


def biscuit(folder: Path) -> None:
    new_diary(folder).close()
    with open_session(environment(folder)) as session:
        record_hamster(session, new_hamster(), {"name": "Biscuit"})


OPENED = """
from hamdiary.services import timing
from hamdiary.services.session import open_session
session = open_session({
    "HAMDIARY_HOME": str(home_of(folder).folder),
    "HAMDIARY_NOW": "2026-11-22T21:00:00+01:00",
    "TZ": "Europe/Berlin",
})
hamster = session.hamster()
"""

START = """
wait_for_the_others()
for _ in range(20):
    try:
        print(timing.start(session, hamster).id)
    except timing.AlreadyRunning as running:
        print(running)
"""

KILLED = """
print(timing.start(session, hamster).id, flush=True)
os.kill(os.getpid(), 9)
"""

START_AND_STOP = """
wait_for_the_others()
for _ in range(20):
    for verb in (timing.start, timing.stop):
        try:
            verb(session, hamster)
        except (timing.AlreadyRunning, timing.NotRunning):
            pass
"""


def all_at_once(code: str, folder: Path, count: int) -> list[str]:
    return at_once([started(OPENED + code, folder) for _ in range(count)])


def outings(session: Session) -> timing.NightOut:
    return timing.night_out(session, session.hamster(), EVENING)


def test_two_programs_that_start_at_once_start_one_outing(tmp_path: Path) -> None:
    biscuit(tmp_path)
    said = "\n".join(all_at_once(START, tmp_path, 2)).splitlines()
    with open_session(environment(tmp_path)) as session:
        (outing,) = outings(session).outings
        assert outing == outings(session).running
    assert said.count(outing.id) == 1
    told = "Biscuit is out already, since 21:00; stop that outing first"
    assert said.count(told) == len(said) - 1 == 39


def test_programs_that_start_and_stop_at_once_never_leave_two_running(tmp_path: Path) -> None:
    biscuit(tmp_path)
    all_at_once(START_AND_STOP, tmp_path, 3)
    with open_session(environment(tmp_path)) as session:
        assert sum(outing.is_running for outing in outings(session).outings) <= 1
        assert differences(session.diary) == []


def killed(folder: Path) -> str:
    process: subprocess.Popen[str] = started(OPENED + KILLED, folder)
    out, err = process.communicate(timeout=600)
    assert process.returncode == -signal.SIGKILL, err
    return out.strip()


def test_a_clock_runs_on_when_its_program_is_killed(tmp_path: Path) -> None:
    biscuit(tmp_path)
    outing = killed(tmp_path)
    with open_session(environment(tmp_path, "21:18")) as session:
        running = timing.running_outing(session, session.hamster())
        assert (running.id, running.seconds(session.now().wall)) == (outing, 18 * 60)
        assert timing.stop(session, session.hamster()).seconds(session.now().wall) == 18 * 60
