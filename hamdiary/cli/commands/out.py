"""`hamdiary out`: the time out of the cage, and how it stands."""

from datetime import datetime

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.lazy import LazyGroup
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.verb import HELP, JSON, WHERE, examples, verb
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.outings import Outing
from hamdiary.services.nights_out import NightOut, night_out
from hamdiary.services.session import Session

AT = click.Option(["--at"], metavar="TIME", help="When: 21:10, or 10 min ago; else now.")
REASON = click.Option(
    ["--reason"],
    metavar="WORD",
    help="Why it went back: enough, tired, breathing, drags, circling, fell, other.",
)
NOTE = click.Option(["--note"], metavar="TEXT", help="What there was to see.")
NUMBER = click.Argument(["number"], type=click.IntRange(1))


class Out(LazyGroup):
    """Everything about time out of the cage."""

    places = {
        "start": "out_clock.start_clock",
        "pause": "out_clock.pause_clock",
        "resume": "out_clock.resume_clock",
        "stop": "out_clock.stop_clock",
        "status": "out.status",
        "add": "out_later.add",
        "list": "out_later.list_outings",
        "edit": "out_later.edit",
        "delete": "out_later.delete",
        "safety": "out.safety",
    }


@click.group(
    "out",
    cls=Out,
    invoke_without_command=True,
    params=[JSON, *WHERE, HELP],
    add_help_option=False,
    epilog=examples(
        "hamdiary out start",
        "hamdiary out stop --reason tired",
        "hamdiary out add 25m --at 20:10",
        "hamdiary out list --nights 7",
        "hamdiary out edit 1 --ended 21:35",
    ),
)
@click.pass_context
def out(ctx: click.Context) -> None:
    """Time out of the cage: the clock, and what is added later."""
    if ctx.invoked_subcommand is None:
        _tell(ctx.obj)


@verb("status", "hamdiary out status", "hamdiary out status --json")
@click.pass_obj
def status(call: Invocation) -> None:
    """Say how long it has been out tonight, of what goal."""
    _tell(call)


def _tell(call: Invocation) -> None:
    with call.session() as session:
        hamster = call.hamster_in(session)
        found = night_out(session, hamster, session.tonight)
        now = wall_now(session)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.outings_as_json import night_out_as_json

        night = night_out_as_json(found, hamster, now)
        say_json({"hamster": hamster_as_json(hamster), "night": night})
        return
    say(f"{hamster.called}: {_total(found, hamster, now)}")


def wall_now(session: Session) -> datetime:
    """This moment in the zone here, whose clock other nights can be told on too."""
    return session.now().wall.astimezone(session.zone)


def answer(
    call: Invocation,
    session: Session,
    hamster: Hamster,
    outing: Outing,
    done: str,
    between: str = " ",
) -> None:
    """Say what was done to an outing, and how its night stands then."""
    now = wall_now(session)
    found = night_out(session, hamster, outing.evening or session.tonight)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.outings_as_json import night_out_as_json, outing_as_json

        say_json(
            {
                "hamster": hamster_as_json(hamster),
                "outing": outing_as_json(outing, now),
                "night": night_out_as_json(found, hamster, now),
            }
        )
        return
    from hamdiary.domain.typed_dates import short_day

    day = t("tonight") if found.evening == session.tonight else short_day(found.evening)
    say(f"{hamster.called}{between}{done}")
    say(f"{day}: {_total(found, hamster, now)}")


def _total(found: NightOut, hamster: Hamster, now: datetime) -> str:
    from hamdiary.render.outings import out_of_cage

    return out_of_cage(hamster, found.evening, found.outings, found.running, now)


@verb("safety", "hamdiary out safety", common=[JSON])
@click.pass_obj
def safety(call: Invocation) -> None:
    """Show what to see to before it comes out."""
    from hamdiary.knowledge.floor_time import RULES

    if call.as_json:
        say_json({"rules": [{"words": rule.words, "source": rule.source} for rule in RULES]})
        return
    from hamdiary.render.cells import wrapped

    for rule in RULES:
        first, *more = wrapped(rule.words, terminal_width() - 2)
        source = wrapped(t("Source: {source}").format(source=rule.source), terminal_width() - 2)
        say("\n".join([f"● {first}", *(f"  {each}" for each in [*more, *source])]))
