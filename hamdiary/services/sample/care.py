"""What is done for the sample diary's hamsters besides the log: outings, medicines, happenings.

Invented like the rest; what is written as a dose says nothing about dosing.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from random import Random

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import Value
from hamdiary.domain.night_times import moment_at
from hamdiary.services.sample.evenings import CARERS, Entry

Told = tuple[str, str, Entry]
"""The kind of thing, which one, and what was typed about it."""

_OUT = (
    *(".", ".", ".", ".", ".", ".", ".", ".", "5", "5", "6t", "8", "6+4", "-", "9", "7+5"),
    *("10", "8+6t", "12", "11", "10+4", "-", "9+5d", "14", "12", "8+7", "15", "13", "15"),
    *("10+5", "-", "-", "16", "18", "20", "15+5", "-", "20", "12t", "9"),
)
"""A night each: minutes of its outings, `+` parts two; t tired, d dragged more, else enough."""

_REASONS = {"t": "tired", "d": "drags"}


@dataclass(frozen=True)
class _Course:
    """One invented course."""

    name: str
    dose: str
    times: str
    first: int
    """The night it begins, counted from the first."""
    days: int
    antibiotic: str
    fate: str
    """What became of each dose: g given, r refused, s spat out, - nobody recorded it."""


_COURSES = (
    _Course("Antibiotic syrup", "the line on the syringe, by mouth", "09:00 21:00", 7, 10, "yes",
            "ggggggrggggg-ggggggsg"),
    _Course("Gut paste", "pea-size on a fingertip", "20:00", 17, 10, "no", "gggg-ggggg"),
    _Course("Vitamin drops", "2 drops on the food", "21:00", 30, 20, "no", "--grgg-rg"),
)  # fmt: skip

_HAPPENINGS = (
    (0, "moved_in", "four weeks old, from the rescue"),
    (7, "vet_visit", "gut infection suspected; no fracture felt; a course begun"),
    (16, "vet_visit", "left leg stronger; nursing and short outings"),
    (20, "first_step", "three steps in a row on the fleece"),
    (40, "vet_visit", "check-up"),
)
"""Night, what, and the note; the last one is to come."""

_CLIPS = (
    (21, "left", "20:15", "three steps in a row on the fleece"),
    (34, "left", "20:20", "left foot flat, right toes drag"),
    (38, "behind", "20:05", "sways at the turn"),
)
"""Night, which side is seen, when, and what there is to see; their files are invented too."""

_QUESTIONS = (
    (14, "May he come out of the cage at all?", 16, "short outings on fleece, rest between them"),
    (35, "He refuses the drops on some nights: may they go on another food?", None, None),
    (38, "His right toes still drag: is a check-up enough, or another X-ray?", None, None),
)
"""Night, what is asked, the night on which it was answered, and how."""


def care_of_hop_a_long(hamster: str, number: int, first: date, zone: tzinfo) -> Iterator[Told]:
    """What was done on a night, counted from `first`; nights to come are told on the last one."""
    rng = Random(f"{hamster}/{number}")
    evening = first + timedelta(days=number)
    is_last = number == len(_OUT) - 1
    yield from _outings(hamster, evening, _OUT[number], zone, rng)
    yield from _medicines(hamster, number, first, zone, rng)
    for night, what, note in _HAPPENINGS:
        if night == number or (is_last and night > number):
            values: dict[str, Value | None] = {
                "what": what, "on_day": first + timedelta(days=night), "note": note,
            }  # fmt: skip
            if night > number:
                values["at"] = "10:30"
            wall = datetime.combine(evening, time(19, 10))
            yield "happening", f"{hamster}/{night:016x}", Entry(wall, CARERS[0], values)
    yield from _shown_and_asked(hamster, number, first)


def _shown_and_asked(hamster: str, number: int, first: date) -> Iterator[Told]:
    """Clips, and questions for the vet with their answers."""
    evening = first + timedelta(days=number)
    wall = datetime.combine(evening, time(20, 40))
    for night, side, at, remark in _CLIPS:
        if night == number:
            path = f"/home/sample/Videos/hop-{evening:%m-%d}-{side}.mp4"
            clip: dict[str, Value | None] = {
                "evening": evening, "path": path, "at": at, "side": side, "remark": remark,
            }  # fmt: skip
            yield "clip", f"{hamster}/{night:016x}", Entry(wall, CARERS[0], clip)
    for night, words, answered, answer in _QUESTIONS:
        thing = f"{hamster}/{night:016x}"
        if night == number:
            asked: dict[str, Value | None] = {"asked_on": evening, "question": words}
            yield "question", thing, Entry(wall, CARERS[0], asked)
        if answered == number:
            told: dict[str, Value | None] = {"answer": answer, "answered_on": evening}
            yield "question", thing, Entry(wall, CARERS[0], told)


def _outings(hamster: str, evening: date, plan: str, zone: tzinfo, rng: Random) -> Iterator[Told]:
    begins = datetime.combine(evening, time(20, 0)) + timedelta(minutes=rng.randrange(12))
    for part in plan.split("+"):
        minutes = int("".join(each for each in part if each.isdigit()) or 0)
        if not minutes:
            continue
        ends = begins + timedelta(minutes=minutes, seconds=rng.randrange(40))
        values: dict[str, Value | None] = {
            "evening": evening, "started_utc": moment_at(begins, zone),
            "ended_utc": moment_at(ends, zone), "stopped_for": _REASONS.get(part[-1], "enough"),
            "zone": str(zone),
        }  # fmt: skip
        yield "outing", f"{hamster}/{rng.getrandbits(64):016x}", Entry(ends, CARERS[0], values)
        begins = ends + timedelta(minutes=25 + rng.randrange(40))


def _medicines(hamster: str, number: int, first: date, zone: tzinfo, rng: Random) -> Iterator[Told]:
    for which, course in enumerate(_COURSES):
        own = f"{which + 1:016x}"
        day = number - course.first
        if day == 0:
            wall = datetime.combine(first + timedelta(days=number), time(19, 30))
            values: dict[str, Value | None] = {
                "name": course.name, "dose": course.dose, "antibiotic": course.antibiotic,
                "times": course.times, "starts": first + timedelta(days=number),
                "days": float(course.days), "zone": str(zone),
            }  # fmt: skip
            yield "medicine", f"{hamster}/{own}", Entry(wall, CARERS[0], values)
        yield from _doses(hamster, own, course, day, first + timedelta(days=number), zone, rng)


_STATUS = {"g": "given", "r": "refused", "s": "spat_out"}


def _doses(
    hamster: str, own: str, course: _Course, day: int, on: date, zone: tzinfo, rng: Random
) -> Iterator[Told]:
    times = course.times.split()
    for number, typed in enumerate(times):
        place = day * len(times) + number
        if not 0 <= day < course.days or place >= len(course.fate):
            continue
        status = _STATUS.get(course.fate[place])
        if status is None:
            continue
        due = datetime.combine(on, time.fromisoformat(typed))
        at = due + timedelta(minutes=rng.randrange(2, 35))
        evening = on if due.hour >= 12 else on - timedelta(days=1)
        values: dict[str, Value | None] = {
            "status": status, "at_utc": moment_at(at, zone), "evening": evening, "zone": str(zone),
        }  # fmt: skip
        thing = f"{hamster}/{own}/{due:%Y-%m-%dT%H:%M}"
        yield "dose", thing, Entry(at, CARERS[rng.random() < 0.3], values)


def long_care(hamster: str, evening: date, zone: tzinfo, rng: Random) -> Iterator[Told]:
    """An outing a night, for the large sample."""
    yield from _outings(hamster, evening, str(rng.randrange(10, 31)), zone, rng)
