"""What a calendar holds of a hamster's care: one entry for each thing that comes again."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta

from hamdiary.delivery.message import nameless
from hamdiary.domain.course_days import has_slots, is_hourly, last_day, last_evening
from hamdiary.domain.dose_slots import slots_between
from hamdiary.domain.evening import Moment, zone_named
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.happenings import Happening
from hamdiary.domain.language import t
from hamdiary.domain.medicines import Medicine
from hamdiary.domain.night_times import times_of, wall_on
from hamdiary.domain.reminders.care import Care
from hamdiary.domain.reminders.weigh_in import DAILY_NIGHTS, WEEK, is_daily
from hamdiary.domain.settings import Reminders
from hamdiary.domain.text import clean_line
from hamdiary.domain.things import own_id

ONE_DAY = timedelta(days=1)

AHEAD = timedelta(days=60)
"""How far ahead the doses of a course every so many hours are written down one by one."""

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

Rule = Mapping[str, str | int | datetime | list[str]]
"""A recurrence as RFC 5545 names its parts: {"freq": "daily", "count": 14}."""


@dataclass(frozen=True)
class Entry:
    """One entry, on the wall clock of wherever the owner is."""

    uid: str
    """Its name for good: whoever writes the file anew writes the same entry."""
    title: str
    """What the calendar shows."""
    note: str
    """More about it; empty if there is nothing to add."""
    start: datetime | date
    """When it is, naive; a day where no time is known."""
    minutes: int
    """How long it takes."""
    rule: Rule | None
    """How it comes again."""
    alarms: tuple[timedelta, ...]
    """When it rings, counted from its start."""


class Entries:
    """The entries of one hamster's care, which holds all its courses and happenings."""

    def __init__(self, care: Care, reminders: Reminders, now: Moment, names: bool) -> None:
        self._care = care
        self._reminders = reminders
        self._now = now
        self._zone = zone_named(now.zone)
        self._names = names

    def all(self) -> list[Entry]:
        """Every entry; none for what is switched off, ordered to rest, or closed."""
        if self._care.hamster.closed_because is not None:
            return []
        return [*self._outings(), *self._doses(), *self._weighing(), *self._log(), *self._visits()]

    def _outings(self) -> Iterator[Entry]:
        chosen, goal = self._reminders.outing, self._care.hamster.goal_on(self._care.evening)
        if not chosen.on or not goal:
            return
        for at in chosen.times:
            start = self._next(at, chosen.weekdays)
            rule = _weekly(start, at, chosen.weekdays) if chosen.weekdays else {"freq": "daily"}
            yield self._entry("outing", f"{at:%H%M}", t("Outing"), start, rule, minutes=int(goal))

    def _log(self) -> Iterator[Entry]:
        chosen = self._reminders.log
        if chosen.on:
            start = self._next(chosen.at)
            yield self._entry("log", "nightly", t("Log"), start, {"freq": "daily"})

    def _weighing(self) -> Iterator[Entry]:
        chosen = self._reminders.weigh_in
        if not chosen.on:
            return
        first = self._care.evening
        if is_daily(self._care):
            # A calendar cannot know for how long: two weeks, as at the beginning (domain §3.1).
            start = self._next(chosen.at)
            rule: Rule = {"freq": "daily", "count": DAILY_NIGHTS}
            yield self._entry("weigh-in", "daily", t("Weigh-in"), start, rule)
            first += timedelta(days=DAILY_NIGHTS)
        else:
            weighed = [each.evening for each in self._care.nights if each.weight_g is not None]
            first = max(first, max(weighed) + timedelta(days=WEEK)) if weighed else first
        start = _on_or_after(first, chosen.at, chosen.weekdays)
        rule = _weekly(start, chosen.at, chosen.weekdays)
        yield self._entry("weigh-in", "weekly", t("Weigh-in"), start, rule)

    def _doses(self) -> Iterator[Entry]:
        if not self._reminders.dose.on:
            return
        for medicine in self._care.medicines:
            if has_slots(medicine):
                find = self._one_by_one if is_hourly(medicine) else self._at_times_of_day
                yield from find(medicine)

    def _at_times_of_day(self, medicine: Medicine) -> Iterator[Entry]:
        assert medicine.starts is not None and medicine.times is not None
        from_then = times_of(medicine.first_at)[0] if medicine.first_at else time()
        for at in times_of(medicine.times):
            first = medicine.starts if at >= from_then else medicine.starts + ONE_DAY
            start, last = datetime.combine(first, at), _last_day_at(medicine, at)
            rule: dict[str, str | datetime] = {"freq": "daily"}
            if last is not None:
                until = rule["until"] = datetime.combine(last, at)
                if until < start or until <= self._wall:
                    continue
            yield self._dose(medicine, f"{at:%H%M}", start, rule)

    def _one_by_one(self, medicine: Medicine) -> Iterator[Entry]:
        """Doses every so many hours follow absolute time, which no rule on a wall clock can say."""
        tonight = self._care.evening
        last = min(last_evening(medicine) or tonight + AHEAD, tonight + AHEAD)
        for slot in slots_between(medicine, (), tonight - ONE_DAY, last, self._zone):
            wall = slot.at.astimezone(self._zone).replace(tzinfo=None)
            if slot.at > self._now.wall.astimezone(UTC):
                yield self._dose(medicine, slot.due, wall, None)

    def _dose(self, medicine: Medicine, which: str, start: datetime, rule: Rule | None) -> Entry:
        own = f"{own_id(medicine.id)}-{which}"
        return self._entry("dose", own, medicine.called, start, rule, note=medicine.dose or "")

    def _visits(self) -> Iterator[Entry]:
        if not self._reminders.vet_visit.on:
            return
        for visit in self._care.happenings:
            if visit.what == "vet_visit" and visit.on_day and visit.on_day >= self._wall.date():
                yield self._visit(visit, visit.on_day)

    def _visit(self, visit: Happening, day: date) -> Entry:
        chosen, midnight = self._reminders.vet_visit, datetime.combine(day, time())
        begins = datetime.combine(day, times_of(visit.at)[0]) if visit.at else midnight
        rings = (
            datetime.combine(day - ONE_DAY, chosen.day_before),
            datetime.combine(day, chosen.same_day),
        )
        alarms = tuple(at - begins for at in rings if at < begins or not visit.at)
        start = begins if visit.at else day
        return Entry(
            self._uid("vet-visit", own_id(visit.id)),
            self._title("vet-visit", t("Vet visit")),
            self._note(visit.note or ""),
            start,
            30,
            None,
            alarms,
        )

    def _entry(
        self,
        key: str,
        own: str,
        name: str,
        start: datetime,
        rule: Rule | None,
        minutes: int = 10,
        note: str = "",
    ) -> Entry:
        uid, title = self._uid(key, own), self._title(key, name)
        return Entry(uid, title, self._note(note), start, minutes, rule, (self._rings(start),))

    def _rings(self, start: datetime) -> timedelta:
        """How long after its start it rings: not in quiet hours."""
        quiet = self._reminders.quiet_hours
        held = quiet is not None and quiet.hold(start)
        return quiet.end_after(start) - start if quiet is not None and held else timedelta()

    def _uid(self, key: str, own: str) -> str:
        return f"{key}-{own}-{self._care.hamster.id}@hamdiary"

    def _title(self, key: str, name: str) -> str:
        if self._names:
            return clean_line(f"{self._care.hamster.called}: {name}")
        return nameless(key)

    def _note(self, note: str) -> str:
        return clean_line(note) if self._names else ""

    def _next(self, at: time, weekdays: tuple[int, ...] = ()) -> datetime:
        return _on_or_after(self._care.evening, at, weekdays)

    @property
    def _wall(self) -> datetime:
        return self._now.wall.replace(tzinfo=None)


def _on_or_after(evening: date, at: time, weekdays: tuple[int, ...]) -> datetime:
    """The wall clock's time of the first such evening that is one of the weekdays."""
    while weekdays and evening.weekday() not in weekdays:
        evening += ONE_DAY
    return wall_on(evening, at)


def _weekly(start: datetime, at: time, weekdays: tuple[int, ...]) -> Rule:
    # The morning of Tuesday's night is on a Wednesday.
    shift = int(at < time(12))
    days = [DAYS[(day + shift) % 7] for day in weekdays] or [DAYS[start.weekday()]]
    return {"freq": "weekly", "byday": days}


def _last_day_at(medicine: Medicine, at: time) -> date | None:
    """The last calendar day of a course on which it is given at that time; None without an end."""
    by_length, stopped = last_day(medicine), medicine.stopped
    if stopped is not None and medicine.stopped_at and at > times_of(medicine.stopped_at)[0]:
        stopped -= ONE_DAY
    return min((each for each in (by_length, stopped) if each is not None), default=None)
