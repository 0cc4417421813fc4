"""`hamdiary out start`, `pause`, `resume` and `stop`: the clock that runs."""

from datetime import datetime
from typing import cast

import click

from hamdiary.cli.asking import ask, can_ask, settled
from hamdiary.cli.commands.out import AT, NOTE, REASON, answer
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say_aside
from hamdiary.cli.problems import Failed
from hamdiary.cli.typed_moments import moment_typed, value_typed
from hamdiary.cli.verb import YES, verb
from hamdiary.domain.language import t
from hamdiary.domain.manner import clock_time, say_span
from hamdiary.domain.measures import measures_of
from hamdiary.domain.outings import Outing, StoppedFor, seconds_between
from hamdiary.domain.saying import said
from hamdiary.domain.typed_times import WallClock
from hamdiary.services import timing
from hamdiary.services.recording import with_values
from hamdiary.services.session import Session

MEASURES = measures_of(Outing)


@verb(
    "start",
    "hamdiary out start",
    'hamdiary out start --at "10 min ago"',
    params=[AT, YES],
)
@click.pass_obj
def start_clock(call: Invocation, at: str | None, yes: bool) -> None:
    """Start the clock. It runs on when windows are closed and the computer is off."""
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        timing.refuse_if_running(session, hamster)
        moment = moment_typed(at, "--at", session.wall_clock(session.tonight)) if at else None
        outing = timing.begun(session, hamster, moment)
        settled(Outing, timing.questions_about_outing(session, hamster, outing), {}, yes)
        outing = timing.start(session, hamster, moment)
        answer(
            call,
            session,
            hamster,
            outing,
            t("is out since {time}").format(time=_at(session, outing.started_utc)),
        )


@verb("pause", "hamdiary out pause")
@click.pass_obj
def pause_clock(call: Invocation) -> None:
    """Let the clock stand still; resume lets it go on."""
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        outing = timing.pause(session, hamster)
        words = t("has a pause since {time}").format(time=_at(session, outing.paused_utc))
        answer(call, session, hamster, outing, words)


@verb("resume", "hamdiary out resume")
@click.pass_obj
def resume_clock(call: Invocation) -> None:
    """Let a paused clock go on."""
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        outing = timing.resume(session, hamster)
        answer(call, session, hamster, outing, t("is out again; the pause is not counted"))


@verb(
    "stop",
    "hamdiary out stop",
    "hamdiary out stop --reason tired",
    "hamdiary out stop --at 21:35",
    params=[AT, REASON, NOTE, YES],
)
@click.pass_obj
def stop_clock(
    call: Invocation, at: str | None, reason: str | None, note: str | None, yes: bool
) -> None:
    """Stop the clock; a paused one ends when the pause began.

    A clock that was forgotten needs --at: when the outing really ended.
    """
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        outing = timing.running_outing(session, hamster)
        clock = session.wall_clock(outing.evening or session.tonight)
        moment = moment_typed(at, "--at", clock) if at else _said_by_owner(session, outing, clock)
        why, words = _reason(reason, clock), _note(note, clock)
        values = timing.stop_values(session, outing, moment, why, words)
        wanted = with_values(outing, values)
        settled(Outing, timing.questions_about_outing(session, hamster, wanted), {}, yes)
        _tell_of_a_clock_set_back(session, outing)
        stopped = timing.stop(session, hamster, wanted.ended_utc, why, words)
        answer(call, session, hamster, stopped, stopped_words(stopped))


def _said_by_owner(session: Session, outing: Outing, clock: WallClock) -> datetime | None:
    """When a forgotten outing ended, if somebody is there to say so; None if that is plain."""
    try:
        timing.stop_values(session, outing)
    except timing.EndNotKnown as error:
        if not can_ask():
            raise timing.EndNotKnown(
                t("{question} Say it as in --at 21:35").format(question=error)
            ) from error
        typed = ask(t("{question} [a time like 21:35, Enter = let it run]").format(question=error))
        if not typed:
            raise Failed(t("nothing was saved; the clock still runs")) from error
        return moment_typed(typed, t("the end"), clock)
    return None


def _tell_of_a_clock_set_back(session: Session, outing: Outing) -> None:
    assert outing.started_utc is not None
    if seconds_between(outing.started_utc, session.now().wall) < 0:
        say_aside(
            t(
                "by this computer's clock it has not started yet; was the clock set back? hamdiary "
                "out edit puts the times right"
            )
        )


def stopped_words(outing: Outing) -> str:
    """How long it was out and why it went back, of an outing that is over."""
    assert outing.ended_utc is not None
    words = t("was out for {span}").format(span=say_span(outing.seconds(outing.ended_utc)))
    if outing.stopped_for is None:
        return words
    return f"{words}; {said(MEASURES['stopped_for'], outing.stopped_for)}"


def _reason(typed: str | None, clock: WallClock) -> StoppedFor | None:
    if typed is None:
        return None
    return cast(StoppedFor, value_typed(MEASURES["stopped_for"], typed, "--reason", clock))


def _note(typed: str | None, clock: WallClock) -> str | None:
    return None if typed is None else str(value_typed(MEASURES["note"], typed, "--note", clock))


def _at(session: Session, moment: datetime | None) -> str:
    assert moment is not None
    return clock_time(moment.astimezone(session.zone))
