"""Reading a typed time of day, moment or span: "21:10", "10 min ago", "25m" (bad-inputs 13)."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t, tn
from hamdiary.domain.manner import clock_time
from hamdiary.domain.night_times import wall_on
from hamdiary.domain.text import clean_line
from hamdiary.domain.typed import Read, Reading, Refused, Unclear
from hamdiary.domain.typed_dates import short_day

LONGEST_TIME = 80
"""Characters a typed time, or list of times, may have."""


@dataclass(frozen=True)
class WallClock:
    """What typed times are read on: whose night they belong to, and in which zone."""

    evening: date
    """The night that a time of day belongs to, from noon to noon."""
    zone: tzinfo
    """The zone of the wall clock."""
    now: datetime
    """This moment, aware."""


_CLOCK = r"([0-9]{1,2})(?:[:.h ]?([0-9]{2}))? ?(am|pm|a\.m\.|p\.m\.|o'clock|h|uhr)?"
_UHR = r"([0-9]{1,2}) ?uhr ?([0-9]{2})"
_UNITS = {"h": 3600, "hour": 3600, "hours": 3600, "hr": 3600, "hrs": 3600, "": 60}
_UNITS |= dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60)
_UNITS |= dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1)
_UNITS |= dict.fromkeys(("std", "stunde", "stunden"), 3600)
_UNITS |= dict.fromkeys(("minuten",), 60) | dict.fromkeys(("sek", "sekunde", "sekunden"), 1)
_SPANS_IN_WORDS = {
    "an hour": 3600.0,
    "half an hour": 1800.0,
    "a quarter of an hour": 900.0,
    "eine stunde": 3600.0,
    "einer stunde": 3600.0,
    "eine halbe stunde": 1800.0,
    "einer halben stunde": 1800.0,
    "eine viertelstunde": 900.0,
    "einer viertelstunde": 900.0,
}


_FIRST_OR_SECOND = {"first": 0, "erste": 0, "second": 1, "zweite": 1}
"""Of a time that comes twice in a night; German is read whatever the language is."""


def read_time(text: str) -> Reading[time]:
    """Read a time of day: "21:10", "9pm", "21.10", "2110", "21"."""
    typed = _tidy(text)
    if typed in ("noon", "mittag"):
        return Read(time(12))
    if typed in ("midnight", "mitternacht"):
        return Read(time(0))
    typed = re.sub(_UHR, r"\1:\2", typed)
    found = re.fullmatch(_CLOCK, typed) if len(text) <= LONGEST_TIME else None
    if not found:
        return Refused(_what_is_wrong(text, t("Write it like 21:10.")))
    hour, minute = int(found[1]), int(found[2] or 0)
    half = (found[3] or "").replace(".", "")
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return Refused(
                t("There is no {time}. Write it like 21:10 or 9pm.").format(time=f"{hour} {half}")
            )
        hour = hour % 12 + (12 if half == "pm" else 0)
    if (hour, minute) == (24, 0):
        hour = 0
    if hour > 23 or minute > 59:
        return Refused(
            t("There is no {time}. Write a time from 0:00 to 23:59.").format(
                time=f"{hour}:{minute:02}"
            )
        )
    return Read(time(hour, minute))


def read_times(text: str, most: int) -> Reading[str]:
    """Read times of day, parted by commas, "and" or blanks, as "09:00 21:00"."""
    if len(text) > LONGEST_TIME:
        return Refused(t("This is too long for a list of times. Write them like 9:00, 21:00."))
    typed = re.sub(r" ?\b([ap])\.?m\b\.?", r"\1m", re.sub("(?<=[0-9])(?=[ap])", " ", _tidy(text)))
    parts = [part for part in re.split(r"[,;/+&]| and | und | ", typed) if part.strip()]
    if not parts:
        return Refused(t("No time is written. Write it like 21:00, or 9:00, 21:00."))
    read: set[str] = set()
    for part in parts:
        reading = read_time(part)
        if isinstance(reading, Refused):
            return reading
        assert isinstance(reading, Read)
        read.add(f"{reading.value:%H:%M}")
    if len(read) > most:
        return Refused(
            tn(
                "These are {n} times. Write one time.",
                "These are {n} times. Write at most {most} times.",
                most,
            ).format(n=len(read), most=most)
        )
    return Read(" ".join(sorted(read)))


def read_span(text: str) -> Reading[float]:
    """Read a span of time in seconds: "25m", "25 min", "1h05", "1:05", "90 s"; bare is minutes."""
    typed = _tidy(text)
    if len(text) > LONGEST_TIME:
        return Refused(t("This is too long for a span of time. Write it like 25 min."))
    if typed in _SPANS_IN_WORDS:
        return Read(_SPANS_IN_WORDS[typed])
    if found := re.fullmatch("([0-9]{1,2}):([0-5][0-9])", typed):
        return Read(int(found[1]) * 3600.0 + int(found[2]) * 60.0)
    found = re.fullmatch(
        r"(?:([0-9]{1,3}) ?(?:h|hours?|hrs?|std|stunden?)(?: and| und)? ?)?"
        r"(?:([0-9]{1,4}(?:[.,][0-9])?) ?([a-z]*))?",
        typed,
    )
    if not found or not (found[1] or found[2]) or (found[3] or "") not in _UNITS:
        return Refused(_what_is_wrong(text, t("Write how long like 25 min or 1 h 10.")))
    seconds = int(found[1] or 0) * 3600.0
    seconds += float((found[2] or "0").replace(",", ".")) * _UNITS[found[3] or ""]
    return Read(seconds)


def read_moment(text: str, clock: WallClock) -> Reading[datetime]:
    """Read a moment of the clock's night: "21:10", "now", "10 min ago", "-10m"; aware, in UTC."""
    typed = _tidy(text)
    if typed in ("now", "jetzt"):
        return Read(clock.now.astimezone(UTC))
    if found := re.fullmatch("(?:-|(vor ))? ?(.+?)( ago)?", typed):
        back = read_span(found[2]) if found[1] or found[3] or typed.startswith("-") else None
        if isinstance(back, Read):
            # Counted in UTC: on the wall clock an hour may be skipped or come twice.
            return Read(clock.now.astimezone(UTC) - timedelta(seconds=back.value))
        if isinstance(back, Refused):
            return back
    which = _FIRST_OR_SECOND.get(typed.rpartition(" ")[2])
    reading = read_time(typed.rpartition(" ")[0] if which is not None else text)
    if isinstance(reading, Refused):
        return Refused(t("{reason}, or 10 min ago.").format(reason=reading.reason[:-1]))
    assert isinstance(reading, Read)
    return moment_on(clock.evening, reading.value, clock.zone, which)


def moment_on(evening: date, at: time, zone: tzinfo, which: int | None = None) -> Reading[datetime]:
    """The moment in UTC; moved on where clocks skip it, asked about where it comes twice."""
    wall = wall_on(evening, at)
    early, late = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if early == late:
        return Read(early)
    if early > late:  # the hour that the spring night does not have
        moved = early.astimezone(zone)
        return Read(
            early,
            t("clocks skip {time} on {day}; kept as {moved}").format(
                time=clock_time(at), day=short_day(wall.date()), moved=clock_time(moved)
            ),
        )
    if which is not None:
        return Read((early, late)[which])
    words = clock_time(at)
    return Unclear(
        t(
            "{time} comes twice this night, as clocks go back. "
            "Write “{time} first” or “{time} second”."
        ).format(time=words),
        (
            (t("{time} first").format(time=words), early),
            (t("{time} second").format(time=words), late),
        ),
    )


def _tidy(text: str) -> str:
    return clean_line(text).casefold().replace("\u2212", "-").replace("\u2013", "-")


def _what_is_wrong(text: str, instead: str) -> str:
    written = clean_line(text)[:30]
    wrong = t("“{typed}” cannot be read as a time.") if written else t("No time is written.")
    return f"{wrong.format(typed=written)} {instead}"
