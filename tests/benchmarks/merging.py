"""How long it takes to merge ten years of another carer's changes.

python tests/benchmarks/merging.py [CHANGES [APART]]     73,000 and 10,000 unless numbers are given

First all of them come into a new diary, then two carers who both have them and have each edited
APART nights since they parted, mostly to something else, hear of one another. Prints CPU seconds
of this process and, as ratios, how many times as long that is as what SQLite and json alone take
for the same rows on this machine at this moment.
"""

import json
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from hamdiary.domain.journal import Change
from hamdiary.services.clock import Clock
from hamdiary.services.merging.bundle_file import blocks, first_digest, heading
from hamdiary.services.merging.joining import join
from hamdiary.services.merging.merging import look_at, merge
from hamdiary.services.sample.making import make_sample
from hamdiary.services.session import Session, open_session
from hamdiary.services.setting_up import new_session
from hamdiary.storage.checking import differences
from hamdiary.storage.everything import all_changes
from hamdiary.storage.journal import Edit, append
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import open_diary
from hamdiary.storage.rows import row_of

WHEN = {"HAMDIARY_NOW": "2026-11-22T21:16:00+01:00", "TZ": "Europe/Berlin"}
Result = TypeVar("Result")


def timed(what: str, deed: Callable[[], Result], bare: float = 0.0) -> tuple[Result, float]:
    """Do it and print how long it took, and how many times as long as the bare work."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = deed()
    spent, passed = time.process_time() - cpu, time.perf_counter() - wall
    times = f"  {spent / bare:5.2f} times" if bare else ""
    print(f"{what:<44} {spent:6.2f} s   ({passed:.2f} s on the wall){times}")
    return result, spent


def main(count: int, apart: int) -> None:
    """Make a large diary, a bundle of it, and diaries that merge it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = Home(folder / "big")
        make_sample(home.diary, home, years=10, hamsters=5, now=Clock(WHEN).now())
        with open_diary(home.diary, home) as big:
            changes, diary = all_changes(big)[:count], big.id
        bundle = folder / "big.hamdiary"
        write_bundle(bundle, changes, diary, "5e1fa3c0")
        print(f"{len(changes)} changes, {bundle.stat().st_size / 1e6:.1f} MB as a bundle")
        once = bare(changes)
        del changes
        into_a_new_diary(folder, bundle, once)
        both_edited(folder, bundle, apart, once)


def into_a_new_diary(folder: Path, bundle: Path, once: float) -> None:
    """All of it is new."""
    new_session(told(folder, "small"), None, False).diary.close()
    with open_session(told(folder, "small")) as session:
        ready, looking = timed("read, verified, held against it", lambda: look_at(session, bundle))
        _, taking = timed("backup, taken in, shown", lambda: merge(session, ready))
        print(f"{'both together':<44} {looking + taking:6.2f} s  {ratio(looking + taking, once)}")
        again, _ = timed("a second time, nothing new", lambda: look_at(session, bundle), once)
        assert not again.taken.entries
        assert differences(session.diary) == []


def both_edited(folder: Path, bundle: Path, apart: int, once: float) -> None:
    """Both have all of it, and both have edited the same nights."""
    mine, hers = (join(told(folder, name), None, bundle).session for name in ("mine", "hers"))
    with mine, hers:
        wanted = "SELECT id FROM nights WHERE gait IS NOT NULL ORDER BY id LIMIT ?"
        nights = [row["id"] for row in mine.diary.file.rows(wanted, (apart,))]
        edit_all(mine, nights, seed=1)
        edit_all(hers, nights, seed=2)
        other = folder / "hers.hamdiary"
        write_bundle(other, all_changes(hers.diary), hers.diary.id, hers.device)
        ready, looking = timed(f"{len(nights)} nights edited by both: read, held against it",
                               lambda: look_at(mine, other))  # fmt: skip
        merged, taking = timed("backup, taken in, shown", lambda: merge(mine, ready))
        print(f"{'both together':<44} {looking + taking:6.2f} s  {ratio(looking + taking, once)}")
        print(f"{merged.new} changes came, {merged.known} were known, "
              f"{len(merged.conflicts)} questions are open")  # fmt: skip
        assert differences(mine.diary) == []


def edit_all(session: Session, nights: list[str], seed: int) -> None:
    """Edit two values of each night, as one carer."""
    chance = random.Random(seed)
    with session.diary.file.writing() as conn:
        append(
            conn,
            [
                (Edit("night", night, {"gait": chance.randrange(6),
                                       "water_ml": float(chance.randrange(20))}), session.stamp())
                for night in nights
            ],
        )  # fmt: skip


def write_bundle(path: Path, changes: list[Change], diary: str, device: str) -> None:
    """A bundle of them."""
    first = heading(diary, device)
    path.write_bytes(b"".join([first, *blocks(changes, first_digest(first))]))


def told(folder: Path, name: str) -> dict[str, str]:
    """The environment of one carer."""
    return {**WHEN, "HAMDIARY_HOME": str(folder / name)}


def ratio(spent: float, bare: float) -> str:
    """How many times as long as the bare work."""
    return f"{spent / bare:.2f} times json and SQLite alone"


def bare(changes: list[Change]) -> float:
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

    return timed("json and SQLite alone, the same rows", work)[1]


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    main(*(given + [73_000, 10_000][len(given) :]))
