"""Made-up care for the tests of reminders: Biscuit, in Berlin unless another zone is named."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from hamdiary.domain.evening import Moment
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.medicines import Dose, Medicine
from hamdiary.domain.night import Night
from hamdiary.domain.outings import Outing
from hamdiary.domain.reminders.care import Care
from hamdiary.domain.settings import Reminders, Settings
from hamdiary.domain.skips import Skip

SUNDAY = date(2026, 11, 22)
BISCUIT = Hamster("b", name="Biscuit")
NEVER_QUIET = Settings(reminders=Reminders(quiet_hours=None))
WRITTEN = {
    "gait": 3, "leg_left": 2, "leg_right": 1, "ate": "most", "droppings": "normal",
    "urine": "normal", "water_ml": 11.0, "breathing": "normal", "night_quality": "good",
}  # fmt: skip


def wall(text, zone="Europe/Berlin"):
    """A moment of the wall clock: "21:16" on that Sunday, or a whole "2026-11-23T02:00"."""
    at = datetime.fromisoformat(text if "T" in text else f"2026-11-22T{text}")
    return Moment(at.replace(tzinfo=ZoneInfo(zone)), zone)


def utc(text, zone="Europe/Berlin"):
    return wall(text, zone).wall.astimezone(UTC)


def clock(text):
    return time.fromisoformat(text)


def care(hamster=BISCUIT, evening=SUNDAY, **known):
    return Care(hamster, evening, **known)


def night(evening=SUNDAY, **values):
    return Night("b", evening, **values)


def outing(minutes=None, evening=SUNDAY, own="1", **values):
    return Outing(f"b/{own}", "b", evening=evening, minutes=minutes, **values)


def drops(**values):
    usual = {"name": "Vitamin drops", "dose": "2 drops", "times": "21:00", "starts": SUNDAY}
    return Medicine("b/m1", "b", **{**usual, "zone": "Europe/Berlin", **values})


def dose(due="2026-11-22T21:00", status="given", evening=SUNDAY, at="21:05", **values):
    return Dose(
        f"b/m1/{due}", "b", "m1", due, status=status, at_utc=utc(at), evening=evening, **values
    )


def skip(key, evening=SUNDAY, why=None):
    return Skip(f"b/{evening}/{key}", "b", evening, key, skipped="yes", why=why)
