"""The clock of the time out of the cage: start, pause, go on, stop, and what is put right later."""

from datetime import datetime, timedelta

from hamdiary.domain.evening import evening_of
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_time
from hamdiary.domain.measures import Value
from hamdiary.domain.outing_questions import outing_questions, refuse_impossible
from hamdiary.domain.outings import AlreadyRunning as AlreadyRunning
from hamdiary.domain.outings import EndNotKnown as EndNotKnown
from hamdiary.domain.outings import NotRunning as NotRunning
from hamdiary.domain.outings import Outing, StoppedFor, to_the_second
from hamdiary.domain.questions import Question
from hamdiary.domain.typed_dates import short_day
from hamdiary.services.nights_out import NightOut as NightOut
from hamdiary.services.nights_out import is_forgotten, running_one
from hamdiary.services.nights_out import night_out as night_out
from hamdiary.services.nights_out import nights_out as nights_out
from hamdiary.services.outings_afterwards import add_outing as add_outing
from hamdiary.services.outings_afterwards import edit_outing as edit_outing
from hamdiary.services.outings_afterwards import edited as edited
from hamdiary.services.outings_afterwards import outing_to_add as outing_to_add
from hamdiary.services.outings_afterwards import record_outing as record_outing
from hamdiary.services.recording import (
    Values,
    as_stored,
    new_thing_id,
    record_thing,
    recorded_fields,
    with_values,
)
from hamdiary.services.session import Session
from hamdiary.storage import care
from hamdiary.storage.journal import Edit

ONE_DAY = timedelta(days=1)


def begun(session: Session, hamster: Hamster, at: datetime | None = None) -> Outing:
    """An outing that begins now, or began at `at`; nothing is stored yet."""
    now = session.now()
    started = to_the_second(at or now.wall)
    # Now is of tonight by the clock; a moment that was typed is looked up in the zone here.
    evening = now.evening if at is None else evening_of(started.astimezone(session.zone))
    return Outing(
        new_thing_id(hamster), hamster.id, evening=evening, started_utc=started, zone=now.zone
    )


def start(session: Session, hamster: Hamster, at: datetime | None = None) -> Outing:
    """Start the clock; AlreadyRunning if an outing runs, whichever window began it.

    It is on the disk when this returns, so that it runs on through crashes and restarts.
    """
    outing = begun(session, hamster, at)
    edit = Edit("outing", outing.id, as_stored(Outing, recorded_fields(outing)))
    if care.start_outing(session.diary, edit, session.stamp()) is None:
        refuse_if_running(session, hamster)
        # It was stopped between the two looks; once more is enough to start or to say so.
        if care.start_outing(session.diary, edit, session.stamp()) is None:
            raise AlreadyRunning(t("{name} is out already").format(name=hamster.called))
    return outing


def refuse_if_running(session: Session, hamster: Hamster) -> None:
    """Raise AlreadyRunning, saying since when, if an outing runs."""
    runs = running_one(session, hamster)
    if runs is not None:
        said = t("{name} is out already, since {since}; stop that outing first")
        raise AlreadyRunning(said.format(name=hamster.called, since=_since(session, runs)))


def running_outing(session: Session, hamster: Hamster) -> Outing:
    """The outing whose clock runs or is paused; NotRunning if there is none."""
    runs = running_one(session, hamster)
    if runs is None:
        raise NotRunning(t("no outing of {name} is running").format(name=hamster.called))
    return runs


def pause(session: Session, hamster: Hamster) -> Outing:
    """Let the clock stand still; NotRunning if none runs, EndNotKnown if it was forgotten."""
    outing = running_outing(session, hamster)
    if outing.is_paused:
        raise NotRunning(
            t("the outing is paused already, since {since}").format(
                since=_wall(session, outing.paused_utc)
            )
        )
    refuse_if_forgotten(session, outing)
    return _record(session, outing, {"paused_utc": _now_after(session, outing.started_utc)})


def resume(session: Session, hamster: Hamster) -> Outing:
    """Let a paused clock go on; NotRunning if none is paused, EndNotKnown if it was forgotten."""
    outing = running_outing(session, hamster)
    if outing.paused_utc is None:
        raise NotRunning(
            t("the outing is not paused; it runs since {since}").format(
                since=_since(session, outing)
            )
        )
    refuse_if_forgotten(session, outing)
    ends = _now_after(session, outing.paused_utc)
    return _record(session, outing, {"paused_utc": None, "pauses_s": outing.pauses_until(ends)})


def stop_values(
    session: Session,
    outing: Outing,
    at: datetime | None = None,
    stopped_for: StoppedFor | None = None,
    note: str | None = None,
) -> Values:
    """What stopping the outing now, or at `at`, would record; nothing is stored yet.

    While it is paused and no time is named, it ends when the pause began. EndNotKnown if it was
    forgotten and no time is named; BadValue if it would end before it started.
    """
    if at is None and outing.paused_utc is None:
        refuse_if_forgotten(session, outing)
        at = _now_after(session, outing.started_utc)
    ended = outing.paused_utc if at is None else to_the_second(at)
    assert ended is not None
    values: dict[str, Value | None] = {"ended_utc": ended}
    if outing.paused_utc is not None:
        values |= {"paused_utc": None, "pauses_s": outing.pauses_until(ended)}
    if stopped_for is not None:
        values["stopped_for"] = stopped_for
    if note is not None:
        values["note"] = note
    refuse_impossible(with_values(outing, values))
    return values


def stop(
    session: Session,
    hamster: Hamster,
    at: datetime | None = None,
    stopped_for: StoppedFor | None = None,
    note: str | None = None,
) -> Outing:
    """Stop the clock that runs, as `stop_values` says; NotRunning if none does."""
    outing = running_outing(session, hamster)
    return _record(session, outing, stop_values(session, outing, at, stopped_for, note))


def questions_about_outing(session: Session, hamster: Hamster, outing: Outing) -> list[Question]:
    """What to ask before an outing is kept like this; BadValue if it cannot have been."""
    evening = outing.evening or session.tonight
    others = care.outings(session.diary, hamster.id, evening - ONE_DAY, evening + ONE_DAY)
    return outing_questions(outing, others, hamster, session.now())


def refuse_if_forgotten(session: Session, outing: Outing) -> None:
    """Raise EndNotKnown if the clock was left running, so that nobody knows yet when it ended."""
    if is_forgotten(session, outing):
        raise EndNotKnown(
            t("the clock has run since {since}; when did the outing really end?").format(
                since=_since(session, outing)
            )
        )


def _record(session: Session, outing: Outing, values: Values) -> Outing:
    record_thing(session, "outing", outing.id, values)
    recorded: Outing = with_values(outing, values)
    return recorded


def _now_after(session: Session, earlier: datetime | None) -> datetime:
    """Now, but not before a moment that has passed already: clocks can be set back."""
    now = to_the_second(session.now().wall)
    return now if earlier is None else max(earlier, now)


def _since(session: Session, outing: Outing) -> str:
    assert outing.started_utc is not None
    return _wall(session, outing.started_utc)


def _wall(session: Session, moment: datetime | None) -> str:
    """A moment as the owner's clock shows it, with the day if that is not tonight's."""
    assert moment is not None
    wall = moment.astimezone(session.zone)
    if evening_of(wall) == session.tonight:
        return clock_time(wall)
    return f"{short_day(wall.date())}, {clock_time(wall)}"
