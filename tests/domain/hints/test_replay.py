"""The sample diary and 200 generated courses gone through: which rule fired on how many nights.

`pytest -s tests/domain/hints/test_replay.py` prints both tables; they are also left in a file.
"""

from collections import Counter
from datetime import timedelta
from random import Random

import pytest
from generated_courses import KNOWN, TONIGHT, ago, hamster

from hamdiary.domain.hints.escalation import evaluate
from hamdiary.domain.hints.hint import Urgency
from hamdiary.domain.hints.lifecycle import open_hints
from hamdiary.domain.hints.seen import Seen
from hamdiary.domain.measures import measures_of
from hamdiary.domain.night import Night
from hamdiary.services.sample.course import ONSET, course
from hamdiary.services.sample.making import SEED
from hamdiary.services.sample.years import long_course

COURSES, NIGHTS, BEFORE = 200, 30, 15


def nights_of(recorded):
    last = len(recorded) - 1
    shown = []
    for place, values in enumerate(recorded):
        signs = {name[5:]: said for name, said in values.items() if name.startswith("sign_")}
        plain = {name: value for name, value in values.items() if name in measures_of(Night)}
        if values:
            shown.append(Night("h", ago(last - place), signs=signs, **plain))
    return shown


def sample():
    """The forty nights of the sample, up to tonight; a vet saw the legs the night after."""
    recorded = course(Random(SEED))
    onset = ago(len(recorded) - 1 - ONSET)
    facts = {"sex": "male", "born": onset - timedelta(days=36), "onset": onset}
    hop = hamster(onset_speed="sudden", known_fall="no", cause="campylobacter", **facts)
    return Seen.of(hop, TONIGHT, nights_of(recorded), vet_saw_on=onset + timedelta(days=1))


def generated(number):
    rng = Random(number)
    facts = {"sex": "male" if number % 2 else "female", "born": ago(195), "onset": ago(45)}
    some = nights_of(list(long_course(NIGHTS + BEFORE, rng)))
    return Seen.of(hamster(onset_speed="days", **facts), TONIGHT, some, vet_saw_on=KNOWN)


def count(what, nights):
    fired = Counter()
    for back in range(nights):
        fired.update((hint.rule, hint.urgency) for hint in evaluate(what.until(ago(back))))
    return fired


def table(title, fired, nights):
    rows = [f"{title}: {nights} nights", f"{'':6}" + "".join(f"{u.name:>8}" for u in Urgency)]
    for rule in sorted({rule for rule, _ in fired}):
        counts = [fired.get((rule, urgency), 0) for urgency in Urgency]
        rows.append(f"{rule:6}" + "".join(f"{n or '·':>8}" for n in counts))
    return "\n".join(rows)


@pytest.fixture(scope="module")
def all_generated():
    total = Counter()
    for number in range(COURSES):
        total.update(count(generated(number), NIGHTS))
    return total


def test_the_sample_is_told_of_in_time(tmp_path_factory):
    what = sample()
    said = table("Sample diary", count(what, 40), 40)
    print("\n" + said)
    (tmp_path_factory.getbasetemp() / "sample-hints.txt").write_text(said, encoding="utf-8")
    first = ago(39)
    by_night = [
        {hint.rule: hint.urgency for hint in evaluate(what.until(first + timedelta(days=n)))}
        for n in range(40)
    ]
    assert by_night[0] == {}
    assert by_night[1] == {"R44": Urgency.SOON}  # soft droppings at five weeks
    assert by_night[2]["R18"] == Urgency.TODAY
    assert by_night[3]["R08"] == Urgency.NOW
    assert by_night[ONSET]["R05"] == Urgency.NOW
    assert by_night[ONSET + 1]["R27"] >= Urgency.TODAY
    assert max((max(n.values(), default=0) for n in by_night[12:]), default=0) <= Urgency.SOON


def test_200_generated_courses_are_mostly_quiet(all_generated, tmp_path_factory):
    nights = COURSES * NIGHTS
    said = table(f"{COURSES} generated courses", all_generated, nights)
    print("\n" + said)
    (tmp_path_factory.getbasetemp() / "generated-hints.txt").write_text(said, encoding="utf-8")
    now = sum(n for (_, urgency), n in all_generated.items() if urgency is Urgency.NOW)
    today = sum(n for (_, urgency), n in all_generated.items() if urgency is Urgency.TODAY)
    assert now / nights < 0.005
    assert today / nights < 0.05


def test_going_through_the_same_nights_again_says_the_same():
    assert open_hints(sample()) == open_hints(sample())
