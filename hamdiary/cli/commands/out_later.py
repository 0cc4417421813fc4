"""`hamdiary out add`, `list`, `edit` and `delete`: what is put right afterwards."""

from datetime import date, timedelta
from typing import cast

import click

from hamdiary.cli.asking import confirm, settled
from hamdiary.cli.commands.nights import UP_TO_NIGHT
from hamdiary.cli.commands.out import NOTE, NUMBER, REASON, answer, wall_now
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_aside, say_json, terminal_width
from hamdiary.cli.typed_facts import clear_option, cleared
from hamdiary.cli.typed_moments import moment_typed, span_typed, value_typed
from hamdiary.cli.verb import NIGHT, YES, verb
from hamdiary.domain.evening import evening_of
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t, tn
from hamdiary.domain.manner import say_span
from hamdiary.domain.measures import Value, measures_of
from hamdiary.domain.outings import Outing, StoppedFor
from hamdiary.domain.typed_dates import say_day
from hamdiary.domain.typed_times import WallClock
from hamdiary.services import timing
from hamdiary.services.recording import delete_thing
from hamdiary.services.session import Session

MEASURES = measures_of(Outing)

FIELDS = {
    "started": "started_utc",
    "ended": "ended_utc",
    "minutes": "minutes",
    "pauses": "pauses_s",
    "reason": "stopped_for",
    "note": "note",
}
"""What edit calls the fields of an outing, and what they are called in the data."""

CLEARABLE = {name: (field,) for name, field in FIELDS.items()}
"""What can be made not recorded again: any of them."""


@verb(
    "add",
    "hamdiary out add 25m",
    "hamdiary out add 25m --at 20:10 --reason tired",
    'hamdiary out add "1 h 05" --night yesterday',
    params=[
        click.Argument(["span"]),
        click.Option(["--at"], metavar="TIME", help="When it started, if that is known: 20:10."),
        NIGHT,
        REASON,
        NOTE,
        YES,
    ],
)
@click.pass_obj
def add(call: Invocation, span: str, at: str | None, night: str | None, yes: bool,
        reason: str | None, note: str | None) -> None:  # fmt: skip
    """Add an outing that is over, SPAN long."""
    evening = call.evening(night, "--night")
    seconds = span_typed(span, "SPAN")
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        clock = session.wall_clock(evening)
        started = moment_typed(at, "--at", clock) if at else None
        if started is not None and night is None:
            evening = evening_of(started.astimezone(session.zone))
        values = _values({"reason": reason, "note": note}, clock)
        outing = timing.outing_to_add(
            session, hamster, evening, seconds / 60, started,
            cast(StoppedFor | None, values.get("stopped_for")),
            cast(str | None, values.get("note")),
        )  # fmt: skip
        settled(Outing, timing.questions_about_outing(session, hamster, outing), {}, yes)
        outing = timing.record_outing(session, outing)
        length = outing.seconds(clock.now)
        if length != seconds:
            say_aside(
                t("{typed} is kept as {kept}").format(
                    typed=say_span(seconds), kept=say_span(length)
                )
            )
        answer(
            call,
            session,
            hamster,
            outing,
            t("was out for {span}: added").format(span=say_span(length)),
        )


@verb(
    "list",
    "hamdiary out list",
    "hamdiary out list --night yesterday",
    "hamdiary out list --nights 14 --json",
    params=[
        NIGHT,
        UP_TO_NIGHT,
    ],
)
@click.pass_obj
def list_outings(call: Invocation, night: str | None, nights: int | None) -> None:
    """List a night's outings, or those of several nights."""
    last = call.evening(night, "--night")
    first = last - timedelta(days=(nights or 1) - 1)
    with call.session() as session:
        hamster = call.hamster_in(session)
        found = timing.nights_out(session, hamster, first, last)
        now = wall_now(session)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.outings_as_json import night_out_as_json

        listed = {"nights": [night_out_as_json(each, hamster, now) for each in found]}
        say_json({"hamster": hamster_as_json(hamster), **listed})
        return
    from hamdiary.render.outings import nights_of_outings

    outings = [outing for each in found for outing in each.outings]
    say(hamster.called)
    say("\n".join(nights_of_outings(hamster, outings, first, last, now, terminal_width())))


@verb(
    "edit",
    "hamdiary out edit 1 --ended 21:35",
    "hamdiary out edit 2 --night yesterday --minutes 15 --reason drags",
    "hamdiary out edit 1 --clear note",
    params=[
        NUMBER,
        NIGHT,
        click.Option(["--started"], metavar="TIME", help="When it came out: 21:10."),
        click.Option(["--ended"], metavar="TIME", help="When it went back: 21:35."),
        click.Option(["--minutes"], metavar="SPAN", help="How long it was out: 25, or 1 h 05."),
        click.Option(["--pauses"], metavar="SPAN", help="How long it was back in between: 5 min."),
        REASON,
        NOTE,
        clear_option(CLEARABLE),
        YES,
    ],
)
@click.pass_obj
def edit(call: Invocation, /, number: int, night: str | None, yes: bool, clear: tuple[str, ...],
         **given: str | None) -> None:  # fmt: skip
    """Put right the outing with that NUMBER in hamdiary out list.

    It stays in its night. Minutes move the end, where the start is known.
    """
    evening = call.evening(night, "--night")
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        outing = _numbered(session, hamster, evening, number)
        values = _values(given, session.wall_clock(evening))
        values |= cleared(clear, CLEARABLE, values)
        if not values:
            raise click.UsageError(t("there is nothing to change; name it, as in --ended 21:35"))
        wanted = timing.edited(outing, values)
        settled(Outing, timing.questions_about_outing(session, hamster, wanted), {}, yes)
        outing = timing.edit_outing(session, outing, values)
        answer(
            call,
            session,
            hamster,
            outing,
            t("outing {number} is changed").format(number=number),
            ", ",
        )


@verb(
    "delete",
    "hamdiary out delete 2",
    "hamdiary out delete 1 --night yesterday --yes",
    params=[NUMBER, NIGHT, YES],
)
@click.pass_obj
def delete(call: Invocation, number: int, night: str | None, yes: bool) -> None:
    """Delete the outing of that NUMBER; undo brings it back."""
    from hamdiary.render.outings import outing_line

    evening = call.evening(night, "--night")
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        outing = _numbered(session, hamster, evening, number)
        line = " ".join(outing_line(number, outing, wall_now(session), terminal_width()).split())
        confirm(t("Delete outing {outing}?").format(outing=line), yes)
        delete_thing(session, "outing", outing)
        done = t("outing {number} is deleted; hamdiary undo brings it back").format(number=number)
        answer(call, session, hamster, outing, done, ", ")


def _numbered(session: Session, hamster: Hamster, evening: date, number: int) -> Outing:
    outings = timing.night_out(session, hamster, evening).outings
    if number <= len(outings):
        return outings[number - 1]
    none = t("{number}: no such outing in the night of {day}; there is none")
    some = tn(
        "{number}: no such outing in the night of {day}; there is one",
        "{number}: no such outing in the night of {day}; there are {n}",
        len(outings),
    )
    words = some if outings else none
    raise click.UsageError(words.format(number=number, day=say_day(evening), n=len(outings)))


def _values(given: dict[str, str | None], clock: WallClock) -> dict[str, Value | None]:
    """What was typed, by the outing's fields."""
    values: dict[str, Value | None] = {}
    for name, typed in given.items():
        field = FIELDS[name]
        if typed is None:
            continue
        if name in ("minutes", "pauses"):
            seconds = span_typed(typed, f"--{name}")
            values[field] = seconds / 60 if name == "minutes" else seconds
        else:
            values[field] = value_typed(MEASURES[field], typed, f"--{name}", clock)
    return values
