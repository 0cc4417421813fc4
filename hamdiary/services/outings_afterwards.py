"""Outings that are over: added afterwards, and put right."""

from datetime import date, datetime, timedelta

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.outing_questions import refuse_impossible
from hamdiary.domain.outings import AlreadyRunning, Outing, StoppedFor, to_the_second
from hamdiary.domain.values import BadValue
from hamdiary.services.recording import (
    Values,
    new_thing_id,
    record_thing,
    recorded_fields,
    with_values,
)
from hamdiary.services.session import Session
from hamdiary.storage import care


def outing_to_add(
    session: Session,
    hamster: Hamster,
    evening: date,
    minutes: float,
    started: datetime | None = None,
    stopped_for: StoppedFor | None = None,
    note: str | None = None,
) -> Outing:
    """An outing that is over, for `add_outing`; nothing is stored yet.

    One whose start is known has an end, one whose start is not known has minutes.
    """
    minutes = minutes if started is not None else round(minutes)
    known = Outing(
        new_thing_id(hamster), hamster.id, evening=evening, zone=session.now().zone,
        stopped_for=stopped_for, note=note,
    )  # fmt: skip
    return _timed(known, {"minutes": minutes, "started_utc": started})


def add_outing(
    session: Session,
    hamster: Hamster,
    evening: date,
    minutes: float,
    started: datetime | None = None,
    stopped_for: StoppedFor | None = None,
    note: str | None = None,
) -> Outing:
    """Record an outing afterwards, with the time at which it started or without."""
    outing = outing_to_add(session, hamster, evening, minutes, started, stopped_for, note)
    return record_outing(session, outing)


def record_outing(session: Session, outing: Outing) -> Outing:
    """Record an outing that is made completely; BadValue if it cannot have been."""
    refuse_impossible(outing)
    record_thing(session, "outing", outing.id, recorded_fields(outing))
    return outing


def edited(outing: Outing, values: Values) -> Outing:
    """The outing as `edit_outing` would leave it.

    Minutes given to an outing whose times are known move its end, and a start given to one
    whose times are not known makes an end of its minutes.
    """
    return _timed(outing, values)


def edit_outing(session: Session, outing: Outing, values: Values) -> Outing:
    """Put an outing right, its night excepted; BadValue if it cannot have been so.

    AlreadyRunning if it would run again beside another one.
    """
    wanted = edited(outing, values)
    refuse_impossible(wanted)
    runs = care.running_outings(session.diary, outing.hamster)
    if wanted.is_running and any(each.id != wanted.id for each in runs):
        raise AlreadyRunning(t("another outing runs; stop that one first"))
    before, after = recorded_fields(outing), recorded_fields(wanted)
    changed = {
        name: after.get(name) for name in (*before, *after) if before.get(name) != after.get(name)
    }
    record_thing(session, "outing", outing.id, changed)
    return wanted


def _timed(outing: Outing, values: Values) -> Outing:
    """The outing with those values: by its times if one of them is known, else by its minutes."""
    if values.get("minutes") is not None and values.get("ended_utc") is not None:
        raise BadValue(t("an outing has an end or a length; write one of them"))
    moments = {
        name: to_the_second(value) if isinstance(value, datetime) else value
        for name, value in values.items()
    }
    wanted: Outing = with_values(outing, moments)
    timed: Outing = with_values(wanted, _times(wanted))
    return timed


def _times(outing: Outing) -> Values:
    """The times that follow from what is known of an outing, if any do."""
    started, ended = outing.started_utc, outing.ended_utc
    if outing.minutes is not None:
        length = timedelta(minutes=outing.minutes, seconds=outing.pauses_s or 0)
        if started is not None:
            return {"ended_utc": started + length, "minutes": None, "paused_utc": None}
        return {"started_utc": ended - length, "minutes": None} if ended is not None else {}
    if ended is not None and outing.paused_utc is not None:
        return {"paused_utc": None, "pauses_s": outing.pauses_until(ended)}
    return {}
