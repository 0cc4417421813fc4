"""Courses, doses and moments as the tests of medicines need them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hamdiary.domain.dose_slots import slots_between
from hamdiary.domain.medicines import Dose, Medicine

BERLIN = ZoneInfo("Europe/Berlin")


def course(times="21:00", starts="2026-11-11", days=20.0, **facts):
    facts = {"name": "Vitamin drops", "zone": "Europe/Berlin", **facts}
    return Medicine("h/m", "h", times=times, starts=date.fromisoformat(starts), days=days, **facts)


def dose(due, status="given", at=None, **facts):
    moment = datetime.fromisoformat(at).astimezone(UTC) if at else None
    return Dose(f"h/m/{due}", "h", "m", due, status=status, at_utc=moment, **facts)


def at(wall, zone=BERLIN):
    return datetime.fromisoformat(wall).replace(tzinfo=zone)


def slots(medicine, first, last, doses=(), zone=BERLIN):
    return slots_between(medicine, doses, date.fromisoformat(first), date.fromisoformat(last), zone)


def dues(*arguments, **named):
    return [slot.due for slot in slots(*arguments, **named)]


def clocks(found, zone=BERLIN):
    return [f"{slot.at.astimezone(zone):%d %H:%M}" for slot in found]
