"""Outings that are possible but unlikely, which are asked about, and those that cannot be."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo

from hamdiary.domain.evening import Moment, evening_of, zone_named
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_time, say_span
from hamdiary.domain.outings import LONGEST, Outing, seconds_between
from hamdiary.domain.questions import Question, evening_questions
from hamdiary.domain.typed_dates import short_day
from hamdiary.domain.values import BadValue

CEILING_MIN = 60
"""One outing longer than this is asked about: no source names more (domain §5.1)."""

SLACK = timedelta(minutes=1)
"""Times are typed to the minute, so that less than this is no overlap and not to come."""


def refuse_impossible(outing: Outing) -> None:
    """Raise BadValue, one line, for an outing that cannot have been."""
    started, ended = outing.started_utc, outing.ended_utc
    if started is None and outing.minutes is None:
        raise BadValue(t("an outing needs the time it started, or how many minutes it took"))
    if outing.minutes is not None and round(outing.minutes) < 1:
        raise BadValue(t("an outing lasts a minute at least"))
    if started is None and ended is not None:
        raise BadValue(t("an outing with an end needs the time it started"))
    if started is None or ended is None:
        return
    length = seconds_between(started, ended)
    if length < 0:
        raise BadValue(
            t("an outing cannot end before it started; correct {began} or {ended}").format(
                **_both(started, ended, outing)
            )
        )
    if length > timedelta(days=1).total_seconds():
        raise BadValue(
            t("an outing cannot be longer than a day; correct {began} or {ended}").format(
                **_both(started, ended, outing)
            )
        )
    if (outing.pauses_s or 0) > length:
        raise BadValue(
            t(
                "pauses of {pauses} do not fit into {length}; correct the pauses or the times"
            ).format(pauses=say_span(outing.pauses_s or 0), length=say_span(length))
        )


def _both(started: datetime, ended: datetime, outing: Outing) -> dict[str, str]:
    """Both ends on the wall clock, by their names in a message."""
    zone = zone_named(outing.zone or "UTC")
    began, until = (_day_and_time(each.astimezone(zone)) for each in (started, ended))
    return {"began": began, "ended": until}


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
        yield Question(
            (field,),
            t("Out for {length}, more than {hours} hours. Keep it?").format(
                length=say_span(seconds), hours=hours
            ),
        )
    elif seconds >= (ceiling + 1) * 60:
        yield Question(
            (field,),
            t("Out for {length}, which is long. Keep it?").format(length=say_span(seconds)),
        )


def _about_the_future(outing: Outing, now: Moment) -> Iterator[Question]:
    if outing.ended_utc is not None and outing.ended_utc == outing.started_utc:
        # A clock that was set back has stopped it at its start; nobody typed a time to come.
        return
    zone = zone_named(now.zone)
    for name, text in (
        ("ended_utc", t("Ended {time} is still to come. Keep it?")),
        ("started_utc", t("Started {time} is still to come. Keep it?")),
    ):
        moment: datetime | None = getattr(outing, name)
        if moment is not None and seconds_between(now.wall, moment) >= SLACK.total_seconds():
            said = _on_the_wall(outing, moment, zone)
            yield Question((name,), text.format(time=said))
            return


def _about_noon(outing: Outing, now: Moment) -> Iterator[Question]:
    """Whether start and end lie in the night that the outing is kept under."""
    zone = zone_named(outing.zone or now.zone)
    if outing.started_utc is None or outing.evening is None:
        return
    began = evening_of(outing.started_utc.astimezone(zone))
    if began != outing.evening:
        text = t("It started in the night of {night}, not {wanted}. Keep it?").format(
            night=short_day(began), wanted=short_day(outing.evening)
        )
        yield Question(("started_utc",), text)
    until = outing.ended_utc or (now.wall if outing.is_running else None)
    if until is not None and evening_of(until.astimezone(zone)) > began:
        text = (
            t("It started before noon and ended after it, in another night. Keep it?")
            if outing.ended_utc
            else t("It started before noon and still runs after it, in another night. Keep it?")
        )
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
        began, ended = (clock_time(each.astimezone(zone)) for each in span)
        text = (
            t("It overlaps the outing of {began}, which still runs. Keep both?")
            if other.is_running
            else t("It overlaps the outing of {began} to {ended}. Keep both?")
        )
        yield Question(("started_utc",), text.format(began=began, ended=ended))


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
