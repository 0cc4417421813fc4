"""An import that is killed half-way has brought nothing (bad-inputs 47)."""

import os
import signal
import subprocess
import sys
import time

import pytest

from hamdiary.services.clock import Clock
from hamdiary.services.sample import make_sample
from hamdiary.services.session import open_session
from hamdiary.services.transfer.json_out import diary_as_json
from hamdiary.storage.checking import differences
from hamdiary.storage.locations import Home

NOW = {"HAMDIARY_NOW": "2026-11-22T21:16:00+01:00", "TZ": "Europe/Berlin"}
SPILT = 200_000
"""Bytes beside the diary that only a transaction under way can have written."""


@pytest.mark.slow
def test_an_import_that_is_killed_half_way_has_brought_nothing(tmp_path):
    here, there = ({**NOW, "HAMDIARY_HOME": str(tmp_path / name)} for name in ("here", "there"))
    (tmp_path / "here").mkdir()
    make_sample(
        tmp_path / "here" / "diary.db", Home(tmp_path / "here"), now=Clock(here).now(), years=3
    )
    with open_session(here) as session:
        (tmp_path / "b.json").write_bytes(diary_as_json(session))
    call = [sys.executable, "-m", "hamdiary", "import", str(tmp_path / "b.json"), "--yes"]
    setup = [sys.executable, "-m", "hamdiary", "setup", "--name", "Moss"]
    environment = {**os.environ, **there}
    subprocess.run(setup, env=environment, check=True, capture_output=True)
    running = subprocess.Popen(call, env=environment, stdout=subprocess.DEVNULL)
    wal = tmp_path / "there" / "diary.db-wal"
    deadline = time.monotonic() + 120
    while not (wal.exists() and wal.stat().st_size > SPILT):
        assert running.poll() is None and time.monotonic() < deadline
        time.sleep(0.002)
    running.send_signal(signal.SIGKILL)
    running.wait()
    with open_session(there) as session:
        assert session.diary.file.number("SELECT count(*) FROM changes") == 1
        assert [each.name for each in session.diary.hamsters()] == ["Moss"]
        assert differences(session.diary) == []
    done = subprocess.run(call, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    with open_session(there) as session:
        assert session.diary.file.number("SELECT count(*) FROM nights") > 1000
        assert differences(session.diary) == []
