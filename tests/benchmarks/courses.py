"""How long listing medicines takes where one was given twice a day for ten years, as Care does.

    python tests/benchmarks/courses.py        the best of 9 runs

Side by side in one run: every dose gone through, and its last nights only with the others counted.
Bound: the second at most a quarter of the first.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from hamdiary.domain.dose_slots import slots_between
from hamdiary.domain.medicines import Dose
from hamdiary.services.courses import courses, courses_lately
from hamdiary.services.recording import as_stored, new_hamster, record_hamster, record_thing
from hamdiary.services.session import Session, open_session
from hamdiary.storage.journal import Edit
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary

YEARS, RUNS, SHARE = 10, 9, 0.25
TONIGHT = date(2026, 11, 22)
NOW = {"HAMDIARY_NOW": "2026-11-22T21:16:00+01:00", "TZ": "Europe/Berlin"}


def fill(session: Session) -> None:
    hamster = record_hamster(session, new_hamster(), {"name": "Biscuit"})
    starts = TONIGHT - timedelta(days=YEARS * 365)
    facts = {"name": "Drops", "times": "09:00 21:00", "starts": starts, "zone": "Europe/Berlin"}
    record_thing(session, "medicine", f"{hamster.id}/m", facts)  # type: ignore[arg-type]
    (course,) = courses(session, hamster)
    edits = []
    for slot in slots_between(course.medicine, (), starts, TONIGHT, session.zone):
        if slot.at.toordinal() % 7 and slot.at < session.now().wall:
            values = {"status": "given", "evening": slot.evening, "at_utc": slot.at}
            edits.append(Edit("dose", f"{hamster.id}/m/{slot.due}", as_stored(Dose, values)))
    for first in range(0, len(edits), 500):
        session.diary.record_all(edits[first : first + 500], session.stamp())


def best(do: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        do()
        times.append((time.perf_counter() - began) * 1000)
    return min(times)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        create_diary(Home(Path(folder)).diary, Home(Path(folder))).close()
        with open_session({**NOW, "HAMDIARY_HOME": folder}) as session:
            fill(session)
            hamster = session.diary.hamsters()[0]
            whole = best(lambda: courses(session, hamster)[0].counts)
            lately = best(lambda: courses_lately(session, hamster)[0].counts)
    kept = lately <= whole * SHARE
    print(f"every dose of {YEARS} years            {whole:6.0f} ms")
    print(f"its last nights, the others counted {lately:6.0f} ms, {lately / whole:.2f} "
          f"(at most {SHARE}) {'ok' if kept else 'MISSED'}")  # fmt: skip
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
