"""Outings that are possible but unlikely, which are asked about, and those that cannot be."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo

from hamdiary.domain.evening import Moment, evening_of, zone_named
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.manner import clock_time
from hamdiary.domain.outings import LONGEST, Outing, seconds_between
from hamdiary.domain.questions import Question, evening_questions
from hamdiary.domain.typed_dates import short_day
from hamdiary.domain.typed_times import say_span
from hamdiary.domain.values import BadValue

CEILING_MIN = 60
"""One outing longer than this is asked about: no source names more (domain §5.1)."""

SLACK = timedelta(minutes=1)
"""Times are typed to the minute, so that less than this is no overlap and not to come."""


def refuse_impossible(outing: Outing) -> None:
    """Raise BadValue, one line, for an outing that cannot have been."""
    started, ended = outing.started_utc, outing.ended_utc
    if started is None and outing.minutes is None:
        raise BadValue("an outing needs the time it started, or how many minutes it took")
    if outing.minutes is not None and round(outing.minutes) < 1:
        raise BadValue("an outing lasts a minute at least")
    if started is None and ended is not None:
        raise BadValue("an outing with an end needs the time it started")
    if started is None or ended is None:
        return
    length = seconds_between(started, ended)
    if length < 0:
        raise BadValue(f"an outing cannot end before it started; {_both(started, ended, outing)}")
    if length > timedelta(days=1).total_seconds():
        raise BadValue(f"an outing cannot be longer than a day; {_both(started, ended, outing)}")
    if (outing.pauses_s or 0) > length:
        raise BadValue(
            f"pauses of {say_span(outing.pauses_s or 0)} do not fit into {say_span(length)}; "
            "correct the pauses or the times"
        )


def _both(started: datetime, ended: datetime, outing: Outing) -> str:
    zone = zone_named(outing.zone or "UTC")
    began, until = (_day_and_time(each.astimezone(zone)) for each in (started, ended))
    return f"correct {began} or {until}"


def _day_and_time(wall: datetime) -> str:
    return f"{short_day(wall.date())}, {clock_time(wall)}"


def outing_questions(
    outing: Outing, others: Iterable[Outing], hamster: Hamster, now: Moment
) -> list[Question]:
    """What to ask before an outing is kept as it is; `others` are those of the nights around it.

    Raises BadValue for one that cannot have been.
    """
    refuse_impossible(outing)
    asked: list[Question] = []
    if outing.evening is not None:
        asked += evening_questions(outing.evening, now.evening, hamster)
    if outing.evening is None or outing.evening <= now.evening:
        asked += _about_the_future(outing, now)
    asked += _about_its_length(outing, hamster, now.wall)
    asked += _about_noon(outing, now)
    asked += _about_overlaps(outing, others, now)
    return asked


def _about_its_length(outing: Outing, hamster: Hamster, now: datetime) -> Iterator[Question]:
    seconds = outing.seconds(now)
    ceiling = max(CEILING_MIN, hamster.goal_min or 0)
    field = "minutes" if outing.started_utc is None else "ended_utc"
    if seconds > LONGEST.total_seconds():
        hours = LONGEST // timedelta(hours=1)
        yield Question((field,), f"Out for {say_span(seconds)}, more than {hours} hours. Keep it?")
    elif seconds >= (ceiling + 1) * 60:
        yield Question((field,), f"Out for {say_span(seconds)}, which is long. Keep it?")


def _about_the_future(outing: Outing, now: Moment) -> Iterator[Question]:
    if outing.ended_utc is not None and outing.ended_utc == outing.started_utc:
        # A clock that was set back has stopped it at its start; nobody typed a time to come.
        return
    zone = zone_named(now.zone)
    for name, label in (("ended_utc", "Ended"), ("started_utc", "Started")):
        moment: datetime | None = getattr(outing, name)
        if moment is not None and seconds_between(now.wall, moment) >= SLACK.total_seconds():
            said = _on_the_wall(outing, moment, zone)
            yield Question((name,), f"{label} {said} is still to come. Keep it?")
            return


def _about_noon(outing: Outing, now: Moment) -> Iterator[Question]:
    """Whether start and end lie in the night that the outing is kept under."""
    zone = zone_named(outing.zone or now.zone)
    if outing.started_utc is None or outing.evening is None:
        return
    began = evening_of(outing.started_utc.astimezone(zone))
    if began != outing.evening:
        text = f"It started in the night of {short_day(began)}, not {short_day(outing.evening)}."
        yield Question(("started_utc",), f"{text} Keep it?")
    until = outing.ended_utc or (now.wall if outing.is_running else None)
    if until is not None and evening_of(until.astimezone(zone)) > began:
        how = "ended" if outing.ended_utc else "still runs"
        text = f"It started before noon and {how} after it, in another night. Keep it?"
        yield Question(("ended_utc",), text)


def _about_overlaps(outing: Outing, others: Iterable[Outing], now: Moment) -> Iterator[Question]:
    own = _span(outing, now.wall)
    if own is None:
        return
    zone = zone_named(now.zone)
    for other in others:
        span = _span(other, now.wall) if other.id != outing.id else None
        if span is None or min(own[1], span[1]) - max(own[0], span[0]) < SLACK:
            continue
        said = f"{clock_time(span[0].astimezone(zone))} to {clock_time(span[1].astimezone(zone))}"
        if other.is_running:
            said = f"{clock_time(span[0].astimezone(zone))}, which still runs"
        yield Question(("started_utc",), f"It overlaps the outing of {said}. Keep both?")


def _span(outing: Outing, now: datetime) -> tuple[datetime, datetime] | None:
    """From when to when it took place, in UTC; None where no time is known."""
    if outing.started_utc is None:
        return None
    began = outing.started_utc.astimezone(UTC)
    if outing.minutes is not None:
        return began, began + timedelta(minutes=outing.minutes)
    until = (outing.ended_utc or outing.paused_utc or now).astimezone(UTC)
    return began, max(began, until)


def _on_the_wall(outing: Outing, moment: datetime, zone: tzinfo) -> str:
    wall = moment.astimezone(zone)
    if outing.evening in (None, evening_of(wall)):
        return clock_time(wall)
    return _day_and_time(wall)
