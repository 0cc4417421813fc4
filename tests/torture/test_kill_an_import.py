"""An import that is killed half-way has brought nothing (bad-inputs 47)."""

import os
import signal
import subprocess
import sys

import pytest

from hamdiary.services.clock import Clock
from hamdiary.services.sample.making import make_sample
from hamdiary.services.session import open_session
from hamdiary.services.transfer.json_out import diary_as_json
from hamdiary.storage.checking import differences
from hamdiary.storage.locations import Home

NOW = {"HAMDIARY_NOW": "2026-11-22T21:16:00+01:00", "TZ": "Europe/Berlin"}

DYING = """
import os, runpy, signal, sqlite3, sys
from functools import partial
from pathlib import Path

WAL = Path(os.environ["HAMDIARY_HOME"], "diary.db-wal")
SPILT = 200_000  # bytes beside the diary that only a transaction under way can have written

class Dying(sqlite3.Connection):
    def execute(self, sql, *values):
        if sql.startswith("PRAGMA cache_size"):
            sql = "PRAGMA cache_size = 10"  # no room: pages go to the disk before the commit
        if sql == "COMMIT" and WAL.exists() and WAL.stat().st_size > SPILT:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().execute(sql, *values)

sqlite3.connect = partial(sqlite3.connect, factory=Dying)
runpy.run_module("hamdiary", run_name="__main__", alter_sys=True)
"""
"""The program itself, killed when much is written beside the diary and nothing is committed."""


@pytest.mark.slow
def test_an_import_that_is_killed_half_way_has_brought_nothing(tmp_path):
    here, there = ({**NOW, "HAMDIARY_HOME": str(tmp_path / name)} for name in ("here", "there"))
    (tmp_path / "here").mkdir()
    make_sample(
        tmp_path / "here" / "diary.db", Home(tmp_path / "here"), now=Clock(here).now(), years=3
    )
    with open_session(here) as session:
        (tmp_path / "b.json").write_bytes(diary_as_json(session))
    what = ["import", str(tmp_path / "b.json"), "--yes"]
    setup = [sys.executable, "-m", "hamdiary", "setup", "--name", "Moss"]
    environment = {**os.environ, **there}
    subprocess.run(setup, env=environment, check=True, capture_output=True)
    killed = subprocess.run([sys.executable, "-c", DYING, *what], env=environment)
    assert killed.returncode == -signal.SIGKILL
    with open_session(there) as session:
        assert session.diary.file.number("SELECT count(*) FROM changes") == 1
        assert [each.name for each in session.diary.hamsters()] == ["Moss"]
        assert differences(session.diary) == []
    again = [sys.executable, "-m", "hamdiary", *what]
    done = subprocess.run(again, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    with open_session(there) as session:
        assert session.diary.file.number("SELECT count(*) FROM nights") > 1000
        assert differences(session.diary) == []
