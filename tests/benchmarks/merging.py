"""How long it takes to merge ten years of another carer's changes.

python tests/benchmarks/merging.py [CHANGES]     73,000 unless a number is given

Prints seconds of this process and, for comparison, what SQLite and json alone take for the same
rows on this machine at this moment.
"""

import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from hamdiary.services.clock import Clock
from hamdiary.services.merging.bundle_file import blocks, first_digest, heading
from hamdiary.services.merging.merging import look_at, merge
from hamdiary.services.sample import make_sample
from hamdiary.services.session import open_session
from hamdiary.services.setting_up import new_session
from hamdiary.storage.checking import differences
from hamdiary.storage.everything import all_changes
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import open_diary
from hamdiary.storage.rows import row_of

WHEN = {"HAMDIARY_NOW": "2026-11-22T21:16:00+01:00", "TZ": "Europe/Berlin"}
Result = TypeVar("Result")


def timed(what: str, deed: Callable[[], Result]) -> Result:
    """Do it and print how long it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = deed()
    spent, passed = time.process_time() - cpu, time.perf_counter() - wall
    print(f"{what:<40} {spent:6.2f} s   ({passed:.2f} s on the wall)")
    return result


def main(count: int) -> None:
    """Make a large diary, a bundle of it, and a diary that merges it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = Home(folder / "big")
        make_sample(home.diary, home, years=10, hamsters=5, now=Clock(WHEN).now())
        with open_diary(home.diary, home) as big:
            changes, diary = all_changes(big)[:count], big.id
        first = heading(diary, "5e1fa3c0")
        bundle = folder / "big.hamdiary"
        bundle.write_bytes(b"".join([first, *blocks(changes, first_digest(first))]))
        print(f"{len(changes)} changes, {bundle.stat().st_size / 1e6:.1f} MB as a bundle")
        bare(changes)
        del changes
        new_session({**WHEN, "HAMDIARY_HOME": str(folder / "small")}, None, False).diary.close()
        with open_session({**WHEN, "HAMDIARY_HOME": str(folder / "small")}) as session:
            ready = timed("read, verified, held against it", lambda: look_at(session, bundle))
            timed("backup, taken in, shown", lambda: merge(session, ready))
            again = timed("a second time, nothing new", lambda: look_at(session, bundle))
            assert not again.taken.entries
            assert differences(session.diary) == []


def bare(changes: list) -> None:  # type: ignore[type-arg]
    """The same rows through json and SQLite and nothing else."""
    rows = [row_of(each) for each in changes]
    lines = [json.dumps(row) for row in rows]

    def work() -> None:
        conn = sqlite3.connect(":memory:")
        conn.execute("CREATE TABLE c (a,b,c,d,e,f,g,h,i,j, PRIMARY KEY (a, b))")
        read = [json.loads(line) for line in lines]
        for row in read:
            json.loads(row[7])
        conn.executemany("INSERT INTO c VALUES (?,?,?,?,?,?,?,?,?,?)", read)

    timed("json and SQLite alone, the same rows", work)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 73_000)
