"""How quickly reminders are worked out, in a ten-year diary of five hamsters and in a month's.

    python tests/benchmarks/reminders.py         200 looks at each
    python tests/benchmarks/reminders.py 1000    1000 looks at each

Measures and their bounds, medians in one process with the diary open:
    due      reading the last nights, and what should ring now     at most 5 ms
    due      the ten-year diary against one of a month             at most 1.5 x
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from datetime import time as clock
from pathlib import Path

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.things import declaring_of
from hamdiary.services.clock import Clock
from hamdiary.services.recording import Values, as_stored
from hamdiary.services.reminding import due_now
from hamdiary.services.sample.making import make_sample
from hamdiary.services.session import Session, open_session
from hamdiary.storage.journal import Edit
from hamdiary.storage.locations import Home

NOW = {"HAMDIARY_NOW": "2026-11-22T22:40:00+01:00", "TZ": "Europe/Berlin"}
DAYS, HAMSTERS, MOST_MS, MOST_RATIO = 3650, 5, 5.0, 1.5

Told = tuple[str, str, Values]
"""The kind of thing, its id, and what is recorded of it."""


def care_of_days(session: Session, hamster: Hamster, days: int) -> Iterator[Told]:
    """Two outings and a dose a night, a course a month and a visit to the vet in each."""
    tonight = session.tonight
    for back in range(days, -1, -1):
        evening = tonight - timedelta(days=back)
        at = datetime.combine(evening, clock(20), UTC)
        if back % 30 == 0:
            course = {"name": "Drops", "times": "09:00 21:00", "starts": evening, "days": 30.0}
            yield "medicine", f"{hamster.id}/m{back}", course
            visit = {"what": "vet_visit", "on_day": evening, "at": "10:30"}
            yield "happening", f"{hamster.id}/h{back}", visit
        for number in range(2):
            out = {"evening": evening, "started_utc": at, "ended_utc": at + timedelta(minutes=9)}
            yield "outing", f"{hamster.id}/o{back}-{number}", out
        due = f"{evening}T21:00"
        given = {"status": "given", "evening": evening, "at_utc": at}
        if back:
            yield "dose", f"{hamster.id}/m{back - back % -30}/{due}", given


def fill(session: Session, days: int) -> None:
    """Give every hamster its care."""
    stamp = session.stamp()
    for hamster in session.diary.hamsters():
        told = care_of_days(session, hamster, days)
        session.diary.write(
            (Edit(kind, thing, as_stored(declaring_of(kind), values)), stamp)
            for kind, thing, values in told
        )


def looks(session: Session, count: int) -> list[float]:
    """Milliseconds of each look, hamster by hamster in turn."""
    hamsters, times = session.diary.hamsters(), []
    for number in range(count):
        began = time.perf_counter()
        due_now(session, hamsters[number % len(hamsters)])
        times.append((time.perf_counter() - began) * 1000)
    return times


def main() -> None:
    """Make both diaries, look, and print what it took."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        month = diary_of(Path(folder) / "month", 30)
        years = diary_of(Path(folder) / "years", DAYS)
        with opened(month) as recent, opened(years) as old:
            # The first look works hints out anew; hints.py measures that.
            looks(recent, HAMSTERS), looks(old, HAMSTERS)
            # In turn, since the machine may be busy with something else for a while.
            pairs = [(looks(recent, 10), looks(old, 10)) for _ in range(max(1, count // 10))]
    new, took = (sorted(each for pair in pairs for each in pair[which]) for which in (0, 1))
    middle = statistics.median(took)
    said("due, ten years", middle, "ms", MOST_MS)
    said("due, ten years, 95th percentile", took[int(len(took) * 0.95)], "ms", MOST_MS)
    said("due, ten years / a month", middle / statistics.median(new), "x", MOST_RATIO)


def diary_of(home: Path, days: int) -> Path:
    now = Clock(NOW).now()
    make_sample(Home(home).diary, Home(home), years=days / 365, hamsters=HAMSTERS, now=now)
    with opened(home) as session:
        fill(session, days)
    return home


def opened(home: Path) -> Session:
    return open_session({**NOW, "HAMDIARY_HOME": str(home)})


def said(name: str, value: float, unit: str, bound: float) -> None:
    print(
        f"{name:34} {value:7.2f} {unit:2} (at most {bound}) {'ok' if value <= bound else 'MISSED'}"
    )


if __name__ == "__main__":
    main()
