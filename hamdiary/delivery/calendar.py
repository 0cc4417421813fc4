"""The care as a calendar file: events with alarms, in floating local time (traps §5).

Floating: 21:00 is 21:00 wherever the phone is. Events and not tasks, which neither Google's nor
Apple's calendar shows.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hamdiary import __version__
from hamdiary.delivery.calendar_entries import Entry

if TYPE_CHECKING:
    import icalendar

CALENDAR_NAME = "hamdiary"
"""The name of the calendar, so that it stays one of its own."""


def calendar_file(entries: Sequence[Entry], now: datetime) -> bytes:
    """The bytes of an .ics file with these entries, written at `now`."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//hamdiary//hamdiary {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", CALENDAR_NAME)
    calendar.add("name", CALENDAR_NAME)
    stamp = now.astimezone(UTC).replace(microsecond=0)
    for entry in entries:
        calendar.add_component(_event(entry, stamp))
    return bytes(calendar.to_ical())


def _event(entry: Entry, stamp: datetime) -> "icalendar.Event":
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("summary", entry.title)
    event.add("dtstart", entry.start)
    whole_day = not isinstance(entry.start, datetime)
    event.add("duration", timedelta(days=1) if whole_day else timedelta(minutes=entry.minutes))
    # Nobody is to seem busy for it, and a shared calendar is not to show it.
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if entry.note:
        event.add("description", entry.note)
    if entry.rule is not None:
        event.add("rrule", dict(entry.rule))
    for after in entry.alarms:
        event.add_component(_alarm(entry, after))
    return event


def _alarm(entry: Entry, after: timedelta) -> "icalendar.Alarm":
    from icalendar import Alarm, vText

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    # icalendar says "P0D" for at once, which not every calendar takes for a time.
    alarm.add("trigger", after if after else vText("PT0S"))
    return alarm
