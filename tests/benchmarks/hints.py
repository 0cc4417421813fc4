"""How long the rules take: every evening of the last 30 nights of a long diary, under 10 ms.

python tests/benchmarks/hints.py         the best of 40 runs
"""

import sys
import time
from datetime import date, timedelta
from random import Random

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.escalation import evaluate
from hamdiary.domain.hints.lifecycle import open_hints
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.night import Night
from hamdiary.services.sample_years import long_course

YEARS, LAST, LOOK_BACK, RUNS = 10, 30, 30, 40
TONIGHT = date(2026, 11, 22)
BOUND_MS = 10.0


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
    tonight = best(lambda: evaluate(seen.until(TONIGHT)))
    every = best(lambda: [evaluate(seen.until(evening)) for evening in last])
    opened = best(lambda: open_hints(recent))
    print(f"all rules, tonight           {tonight:6.2f} ms")
    print(f"all rules, each of {LAST} nights {every:6.2f} ms   (at most {BOUND_MS:.0f})")
    print(f"open hints of {LAST} nights      {opened:6.2f} ms   (at most {BOUND_MS:.0f})")
    return 0 if max(every, opened) <= BOUND_MS else 1


if __name__ == "__main__":
    sys.exit(main())
