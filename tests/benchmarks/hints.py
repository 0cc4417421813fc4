"""How long hints take, over the last nights of a ten-year diary.

    python tests/benchmarks/hints.py         the best of 40 runs

Measures and their bounds, in one process:
    rules    every evening of the last 30 nights                   at most 10 ms
    open     going through 30 nights for what is open              at most 10 ms
    page     read from the diary after an entry, as screens do     at most 5 ms
    page     the first look, with 90 nights gone through           at most 60 ms
    brief    what a device remembers of it, as `tonight` does      at most 1 ms
"""

import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.escalation import evaluate
from hamdiary.domain.hints.lifecycle import open_hints
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.night import Night
from hamdiary.services.clock import Clock
from hamdiary.services.hints import hints_page
from hamdiary.services.hints_in_brief import hints_in_brief
from hamdiary.services.recording import record_night
from hamdiary.services.sample.making import make_sample
from hamdiary.services.sample.years import long_course
from hamdiary.services.session import Session, open_session
from hamdiary.storage.locations import Home

YEARS, LAST, LOOK_BACK, RUNS = 10, 30, 30, 40
TONIGHT = date(2026, 11, 22)
BOUND_MS = 10.0
NOW = {"HAMDIARY_NOW": "2026-11-22T21:16:00+01:00", "TZ": "Europe/Berlin"}


def ten_years() -> list[Night]:
    recorded = list(long_course(YEARS * 365, Random(7)))
    first = TONIGHT - timedelta(days=len(recorded) - 1)
    nights = []
    for number, values in enumerate(recorded):
        signs = {name[5:]: said for name, said in values.items() if name.startswith("sign_")}
        plain = {name: v for name, v in values.items() if not name.startswith("sign_")}
        evening = first + timedelta(days=number)
        nights.append(Night("h", evening, signs=signs, **plain))  # type: ignore[arg-type]
    return nights


def best(do: object) -> float:
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        do()  # type: ignore[operator]
        times.append((time.perf_counter() - began) * 1000)
    return min(times)


def main() -> int:
    hamster = Hamster("h", species="syrian", sex="male", onset=TONIGHT - timedelta(days=3000))
    nights = ten_years()[-LAST - LOOK_BACK :]
    last = [TONIGHT - timedelta(days=back) for back in range(LAST)]
    seen = Seen.of(hamster, TONIGHT, nights)
    recent = Seen.of(hamster, TONIGHT, nights[-LAST:])
    print(
        f"all rules, tonight                  {best(lambda: evaluate(seen.until(TONIGHT))):6.2f} ms"
    )
    every = best(lambda: [evaluate(seen.until(evening)) for evening in last])
    kept = said(f"all rules, each of {LAST} nights", every, BOUND_MS)
    kept &= said(f"open hints of {LAST} nights", best(lambda: open_hints(recent)), BOUND_MS)
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        make_sample(home.diary, home, years=YEARS, now=Clock(NOW).now())
        with open_session({**NOW, "HAMDIARY_HOME": folder}) as session:
            kept &= in_a_diary(session)
    return 0 if kept else 1


def in_a_diary(session: Session) -> bool:
    hamster = session.diary.hamsters()[0]

    def anew() -> None:
        session.kept.clear()
        hints_page(session, hamster)

    kept = said("page, the first look", best(anew), 60.0)
    levels, times = [0, 3, 5], []
    for number in range(RUNS):
        record_night(session, hamster, TONIGHT, {"gait": levels[number % 3]})
        began = time.perf_counter()
        hints_page(session, hamster)
        times.append((time.perf_counter() - began) * 1000)
    kept &= said("page, after an entry", min(times), 5.0)
    session.kept.clear()
    hints_in_brief(session, hamster)
    return kept & said("in brief, remembered", best(lambda: hints_in_brief(session, hamster)), 1.0)


def said(name: str, took: float, bound: float) -> bool:
    mark = "ok" if took <= bound else "MISSED"
    print(f"{name:35} {took:6.2f} ms   (at most {bound:g}) {mark}")
    return took <= bound


if __name__ == "__main__":
    sys.exit(main())
