"""Time out of the cage: one outing with its start, pauses and end, and what it adds up to."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from hamdiary.domain.declaring import choice, day, instant, quantity, step, text
from hamdiary.domain.frozen import dataclass

StoppedFor = Literal["enough", "tired", "breathing", "drags", "circling", "fell", "other"]

LONGEST = timedelta(hours=6)
"""A clock that has run longer was forgotten (D)."""

PAST_NOON = timedelta(hours=1)
"""How long an outing begun before noon may go on after it before it counts as forgotten (D)."""


class AlreadyRunning(Exception):
    """An outing runs already; one line for the owner that says since when."""


class NotRunning(Exception):
    """No outing runs, or it is paused already, or it is not; one line for the owner."""


class EndNotKnown(Exception):
    """The clock was forgotten, so that now is not when it ended; one line for the owner."""


@dataclass(frozen=True)
class Outing:
    """One time out of the cage; it is running until it has an end or a length."""

    id: str
    """The hamster's id, a stroke, and an id of its own made when it was begun."""
    hamster: str
    """The hamster's id."""

    evening: date | None = day("Night")
    started_utc: datetime | None = instant("Started", hint='21:10, "10 min ago"')
    ended_utc: datetime | None = instant("Ended", hint="21:35, now")
    paused_utc: datetime | None = instant("Paused at")
    pauses_s: float | None = quantity(
        "Pauses", unit="s", low=0, high=7200, most=86_400, places=0, also=(("min", 60.0),)
    )
    minutes: float | None = quantity(
        "Minutes",
        unit="min",
        low=1,
        high=60,
        most=1440,
        places=0,
        also=(("h", 60.0),),
        hint="how long, where the times are not known",
    )
    stopped_for: StoppedFor | None = choice(
        "Stopped",
        step("enough", "enough", "it had been out long enough"),
        step("tired", "tired", "it was tired: it sat down or would not go on"),
        step("breathing", "breathing hard", "it breathed hard"),
        step("drags", "dragged more", "it dragged its legs more than at the start"),
        step("circling", "circling or tilting", "it ran in circles or held its head tilted"),
        step("fell", "fell", "it fell or was dropped"),
        step("other", "something else", "something else; put it into the note"),
        hint="why it went back",
    )
    note: str | None = text("Note", most=400)
    zone: str | None = text("Zone", most=60, aside=True)

    @property
    def is_running(self) -> bool:
        """Whether the clock still runs, or stands still in a pause, waiting for its end."""
        return self.started_utc is not None and self.ended_utc is None and self.minutes is None

    @property
    def is_paused(self) -> bool:
        """Whether the clock stands still for now."""
        return self.is_running and self.paused_utc is not None

    def seconds(self, now: datetime) -> float:
        """Seconds out of the cage up to `now`, pauses left out; never below 0.

        A clock that was set back during an outing cannot make it shorter than nothing.
        """
        if self.minutes is not None:
            return self.minutes * 60
        if self.started_utc is None:
            return 0.0
        until = self.ended_utc or self.paused_utc or now
        return max(0.0, seconds_between(self.started_utc, until) - (self.pauses_s or 0.0))

    def pauses_until(self, moment: datetime) -> float:
        """Seconds of all pauses up to then, one that lasts among them; a clock set back adds 0."""
        lasting = seconds_between(self.paused_utc, moment) if self.paused_utc is not None else 0.0
        return (self.pauses_s or 0.0) + max(0.0, lasting)

    def is_forgotten(self, tonight: date, now: datetime) -> bool:
        """Whether its clock was left running: since another night, or longer than 6 h (D)."""
        if not self.is_running or self.started_utc is None:
            return False
        since = seconds_between(self.started_utc, now)
        of_another_night = self.evening is not None and self.evening < tonight
        return since > (PAST_NOON if of_another_night else LONGEST).total_seconds()


def seconds_between(first: datetime, last: datetime) -> float:
    """Seconds from one moment to another, whatever their zones; below 0 if they are turned round.

    Within one zone Python would compare wall clocks, an hour off where clocks change (traps §1).
    """
    return (last.astimezone(UTC) - first.astimezone(UTC)).total_seconds()


def to_the_second(moment: datetime) -> datetime:
    """A moment as it is kept: in UTC, without parts of a second."""
    return moment.astimezone(UTC).replace(microsecond=0)


def seconds_out(outings: Iterable[Outing], now: datetime) -> float:
    """Seconds that several outings add up to."""
    return sum(outing.seconds(now) for outing in outings)


def running(outings: Iterable[Outing]) -> Outing | None:
    """The outing whose clock runs; of several, begun apart on two devices, the first one."""
    begun = [outing for outing in outings if outing.is_running]
    return min(begun, key=lambda each: (each.started_utc, each.id), default=None)
