"""Four hundred days of one hamster's reminders, stepped through from event to event.

Biscuit's owner forgets, snoozes and skips by the dice; two courses run, one of them is stopped;
a journey leads to New York and back, a week is missed, clocks change twice, and at the end the
diary is closed.
"""

import heapq
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from hamdiary.domain.course_days import last_evening
from hamdiary.domain.dose_slots import SlotState, slots_between
from hamdiary.domain.evening import Moment, evening_of
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.medicines import Dose, Medicine
from hamdiary.domain.night import Night
from hamdiary.domain.outings import Outing
from hamdiary.domain.reminders import plan, ringing
from hamdiary.domain.reminders.care import Care
from hamdiary.domain.reminders.log import LogReminder, is_written
from hamdiary.domain.reminders.quiet import QuietHours
from hamdiary.domain.reminders.snoozing import Snooze, in_minutes, until_tomorrow
from hamdiary.domain.settings import Reminders, Settings
from hamdiary.domain.skips import Skip

FIRST, DAYS = date(2026, 1, 10), 400
"""From before the spring change of 29 March over the autumn change of 25 October."""

QUIET = QuietHours(time(23, 30), time(7, 0))
REPEAT = timedelta(minutes=60)
MINUTES = timedelta(minutes=5)
DAY = timedelta(days=1)
BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
AWAY, MISSED_WEEK, CLOSED = range(120, 140), range(200, 207), 392
STOPPED = FIRST + 90 * DAY
LOGGED = {
    "gait": 3, "leg_left": 2, "leg_right": 1, "ate": "most", "droppings": "normal",
    "urine": "normal", "breathing": "normal",
}  # fmt: skip
COURSES = [
    Medicine("b/m1", "b", name="Drops", times="09:00 21:00", starts=FIRST, days=20.0),
    Medicine("b/m2", "b", name="Syrup", times="06:00", every_h=8.0, zone=BERLIN,
             starts=FIRST + 60 * DAY, stopped=STOPPED, stopped_at="15:00"),
    Medicine("b/m3", "b", name="Night drops", times="02:30", starts=FIRST + 70 * DAY, days=230.0),
]  # fmt: skip


class Life:
    """What is recorded so far, what rang, and what is still to happen."""

    def __init__(self, seed: int, log_at: time) -> None:
        self.dice = Random(seed)
        self.settings = Settings(Reminders(quiet_hours=QUIET, log=LogReminder(at=log_at)))
        self.hamster = Hamster("b", name="Biscuit", onset=FIRST)
        self.nights: dict[date, Night] = {}
        self.outings: list[Outing] = []
        self.doses: list[Dose] = []
        self.skips: list[Skip] = []
        self.snoozes: list[Snooze] = []
        self.rung: dict[str, datetime] = {}
        self.ever_rung: set[str] = set()
        self.put_off: set[str] = set()
        self.rings = 0
        self.events: list[datetime] = []

    def zone(self, at: datetime) -> str:
        day = (evening_of(at.astimezone(ZoneInfo(BERLIN))) - FIRST).days
        return NEW_YORK if day in AWAY else BERLIN

    def moment(self, at: datetime) -> Moment:
        zone = self.zone(at)
        return Moment(at.astimezone(ZoneInfo(zone)), zone)

    def care(self, now: Moment) -> Care:
        on = now.evening
        hamster = self.hamster
        if on >= FIRST + CLOSED * DAY:
            hamster = replace(hamster, closed_because="recovered")
        return Care(
            hamster,
            on,
            nights=[self.nights[e] for e in (on - n * DAY for n in range(7, -1, -1))
                    if e in self.nights],
            outings=[each for each in self.outings[-4:] if each.evening == on],
            medicines=self.courses(on),
            doses=self.doses[-12:],
            skips=self.skips[-10:],
            snoozes=self.snoozes[-10:],
        )  # fmt: skip

    def courses(self, on: date) -> list[Medicine]:
        # Stopping is recorded on the day itself and not known before.
        known = (
            each if each.stopped is None or on >= each.stopped - DAY else
            replace(each, stopped=None, stopped_at=None)
            for each in COURSES
        )  # fmt: skip
        return [
            each for each in known
            if each.starts <= on + 2 * DAY and (last_evening(each) or on) >= on - 2 * DAY
        ]  # fmt: skip

    def at(self, evening: date, hour: int, minute: int = 0) -> datetime:
        """That time of the night, in UTC, on the clock of where the owner is."""
        wall = datetime.combine(evening if hour >= 12 else evening + DAY, time(hour, minute))
        rough = wall.replace(tzinfo=UTC)
        return wall.replace(tzinfo=ZoneInfo(self.zone(rough))).astimezone(UTC)

    # What the owner does

    def acts(self, now: Moment, rang: list) -> None:
        if (now.evening - FIRST).days in MISSED_WEEK:
            return
        for task in rang:
            fate = self.dice.random()
            if fate < 0.55:
                self.does(task.key, now)
            elif fate < 0.70:
                self.snoozes_it(task.key, now)
            elif fate < 0.78:
                evening = task.evening or now.evening
                self.skips.append(Skip("", "b", evening, task.key, skipped="yes"))
                self.put_off.add(task.key)

    def does(self, key: str, now: Moment) -> None:
        on = now.evening
        night = self.nights.get(on, Night("b", on))
        what, _, rest = key.partition(":")
        if what == "dose":
            medicine, _, due = rest.partition(":")
            status = self.dice.choice(["given", "given", "given", "refused", "skipped"])
            own = f"b/{medicine}/{due}"
            at = now.wall.astimezone(UTC)
            self.doses.append(Dose(own, "b", medicine, due, status=status, at_utc=at, evening=on))
        elif what == "outing":
            minutes = self.dice.choice([10.0, 20.0, 30.0])
            self.outings.append(Outing(f"b/{len(self.outings)}", "b", evening=on, minutes=minutes))
        elif what == "weigh-in":
            self.nights[on] = replace(night, weight_g=118.0)
        elif what == "log":
            self.nights[on] = replace(night, **LOGGED)

    def snoozes_it(self, key: str, now: Moment) -> None:
        until = self.dice.choice([in_minutes(now, 10), in_minutes(now, 30), until_tomorrow(now)])
        self.snoozes.append(Snooze(key, until))
        self.put_off.add(key)
        heapq.heappush(self.events, until)

    # What must hold at every step

    def step(self, now: Moment) -> None:
        known, utc = self.care(now), now.wall.astimezone(UTC)
        due = plan.due(known, self.settings, now)
        rang = ringing.to_ring(due, self.rung, self.snoozes[-10:], 60, utc)
        for task in rang:
            self.check_ring(task, known, now)
            self.rung[task.key] = utc
            self.ever_rung.add(task.key)
            self.rings += 1
            heapq.heappush(self.events, utc + MINUTES)
            heapq.heappush(self.events, utc + REPEAT)
        assert len({task.key for task in rang}) == len(rang)
        self.check_doses_that_are_due(known, now)
        self.acts(now, rang)

    def check_ring(self, task, known: Care, now: Moment) -> None:
        utc = now.wall.astimezone(UTC)
        assert not QUIET.hold(now.wall), "rang in quiet hours"
        assert known.hamster.closed_because is None, "rang for a closed diary"
        last = self.rung.get(task.key)
        woken = any(last is not None and each.key == task.key and last < each.until <= utc
                    for each in self.snoozes)  # fmt: skip
        assert last is None or woken or utc - last >= REPEAT, "rang twice for one thing"
        assert not any(each.key == task.key and utc < each.until for each in self.snoozes[-10:])
        assert not self.is_done(task.key, now.evening), "rang for what is done"
        if task.key.startswith("dose:m2:"):
            stopped = datetime.combine(STOPPED, time(15), ZoneInfo(BERLIN))
            assert utc < stopped.astimezone(UTC), "rang after the course was stopped"

    def is_done(self, key: str, on: date) -> bool:
        night = self.nights.get(on, Night("b", on))
        if key.startswith("dose:"):
            return any(f"dose:{each.medicine}:{each.due}" == key for each in self.doses[-40:])
        if key == "outing":
            return sum(each.minutes for each in self.outings[-6:] if each.evening == on) >= 30
        return is_written(night) if key == "log" else night.weight_g is not None

    def check_doses_that_are_due(self, known: Care, now: Moment) -> None:
        """Whatever can be given now has rung, unless it is quiet or somebody put it off."""
        if QUIET.hold(now.wall) or known.hamster.closed_because is not None:
            return
        zone = ZoneInfo(now.zone)
        for medicine in known.medicines:
            slots = slots_between(medicine, known.doses, known.evening - DAY, known.evening, zone)
            for slot in slots:
                if slot.state(now.wall.astimezone(UTC)) is SlotState.DUE:
                    key = f"dose:{medicine.id[2:]}:{slot.due}"
                    assert key in self.ever_rung | self.put_off, f"{key} never rang"

    def events_of(self, evening: date) -> list[datetime]:
        """When something of that night can begin or end, and a little after."""
        noon = self.at(evening, 12)
        zone = ZoneInfo(self.zone(noon))
        hours = [(12, 0), (18, 0), (20, 0), (21, 0), (22, 30), (23, 30), (1, 0), (7, 0), (8, 0)]
        found = [self.at(evening, *each) for each in hours]
        for medicine in self.courses(evening):
            for slot in slots_between(medicine, (), evening, evening, zone):
                found += [slot.at, slot.closes]
        early_or_late = timedelta(minutes=self.dice.randint(1, 4))
        return [each + late for each in found for late in (timedelta(0), early_or_late)]


def live(seed: int, log_at: time = time(22, 30)) -> Life:
    life = Life(seed, log_at)
    for day in range(DAYS):
        evening = FIRST + day * DAY
        ends = life.at(evening + DAY, 12)
        life.events += life.events_of(evening)
        heapq.heapify(life.events)
        before = None
        while life.events and life.events[0] < ends:
            at = heapq.heappop(life.events)
            if at != before:
                life.step(life.moment(at))
            before = at
        check_missed_doses(life, evening)
    return life


def check_missed_doses(life: Life, evening: date) -> None:
    """Every dose of the night before that nobody recorded has rung, unless its window was quiet."""
    day = (evening - FIRST).days
    if any(abs(day - edge) <= 2 for edge in (AWAY.start, AWAY.stop, CLOSED, 0)) or day > CLOSED:
        return  # on the way, wall clocks and so windows jump
    now = life.moment(life.at(evening, 23))
    for medicine in life.courses(evening):
        slots = slots_between(
            medicine, life.doses[-14:], evening - DAY, evening - DAY, now.wall.tzinfo
        )
        for slot in slots:
            if slot.state(now.wall.astimezone(UTC)) is not SlotState.MISSED:
                continue
            key = f"dose:{medicine.id[2:]}:{slot.due}"
            opens, closes = (each.astimezone(now.wall.tzinfo) for each in (slot.at, slot.closes))
            quiet = QUIET.hold(opens) and QUIET.end_after(opens) >= closes.replace(tzinfo=None)
            assert key in life.ever_rung | life.put_off or quiet, f"{key} never rang"


@pytest.mark.parametrize(
    ("seed", "log_at"),
    [(1, time(22, 30)), pytest.param(2, time(23, 45), marks=pytest.mark.slow)],
)  # fmt: skip
def test_four_hundred_days_of_reminders(seed, log_at):
    life = live(seed, log_at)
    kinds = {key.partition(":")[0] for key in life.ever_rung}
    assert kinds == {"dose", "outing", "log", "weigh-in"}
    assert life.rings > 1000
    assert len(life.doses) > 150
