"""`hamdiary hamsters`: whose diaries there are, switching, closing and reopening."""

from collections.abc import Sequence
from typing import cast

import click

from hamdiary.cli.asking import settled
from hamdiary.cli.helped import Group
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json
from hamdiary.cli.verb import DIARY, HELP, JSON, YES, examples, verb
from hamdiary.domain.hamster import ClosedBecause, Hamster
from hamdiary.domain.language import t
from hamdiary.domain.measures import Choice, measures_of
from hamdiary.domain.text import names_look_alike
from hamdiary.domain.typed_dates import say_day
from hamdiary.services.closing import close_diary, closing, reopen_diary
from hamdiary.services.recording import hamster_questions_about

FACTS = measures_of(Hamster)
NAME = click.Argument(["name"])
WHY = cast(Choice, FACTS["closed_because"].kind).codes


@click.group(
    "hamsters",
    cls=Group,
    invoke_without_command=True,
    params=[JSON, DIARY, HELP],
    add_help_option=False,
    epilog=examples(
        "hamdiary hamsters",
        "hamdiary hamsters switch Biscuit",
        "hamdiary hamsters close Biscuit --because recovered --on yesterday",
    ),
)
@click.pass_context
def hamsters(ctx: click.Context) -> None:
    """List hamsters; switch, close, reopen."""
    if ctx.invoked_subcommand is None:
        _list(ctx.obj)


def _list(call: Invocation) -> None:
    with call.session() as session:
        known = session.diary.hamsters()
        current = session.hamster().id if known else None
        tonight, today = session.tonight, session.today
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json

        say_json({"current": current, "hamsters": [hamster_as_json(each) for each in known]})
        return
    from hamdiary.render.pages import who

    for each in known:
        told_apart = f" · id {each.id}" if _needs_id(each, known) else ""
        say(f"{'◉' if each.id == current else '○'} {who(each, tonight, today)}{told_apart}")
    if not known:
        say(t("No hamster is set up yet; hamdiary setup does that."))


def _needs_id(hamster: Hamster, known: Sequence[Hamster]) -> bool:
    """Whether its name does not tell it from another one."""
    return hamster.name is None or any(
        names_look_alike(hamster.name, each.called) for each in known if each.id != hamster.id
    )


@hamsters.add_command
@verb("switch", "hamdiary hamsters switch Biscuit", params=[NAME], common=[JSON, DIARY])
@click.pass_obj
def switch(call: Invocation, name: str) -> None:
    """Write about the hamster called NAME (or with that id) from now on, on this device."""
    with call.session_to_write() as session:
        hamster = session.hamster(name)
        session.switch_to(hamster)
    _answer(call, hamster, t("{name} is the one written about now").format(name=hamster.called))


@hamsters.add_command
@verb(
    "close",
    "hamdiary hamsters close Biscuit --because recovered --on 2026-12-01",
    params=[
        NAME,
        click.Option(
            ["--because"], type=click.Choice(WHY), required=True, help="Why the diary ends."
        ),
        click.Option(["--on"], metavar="DATE", help="The day; today if left out."),
        YES,
    ],
    common=[JSON, DIARY],
)
@click.pass_obj
def close(call: Invocation, name: str, because: str, on: str | None, yes: bool) -> None:
    """Close the diary of the hamster called NAME; everything in it is kept."""
    day = call.evening(on, "--on")
    reason = cast(ClosedBecause, because)
    with call.session_to_write() as session:
        hamster = session.hamster(name)
        values = closing(reason, day)
        settled(Hamster, hamster_questions_about(session, hamster, values), values, yes)
        hamster = close_diary(session, hamster, reason, day)
    _answer(call, hamster, _closed(because).format(name=hamster.called, day=say_day(day)))


def _closed(because: str) -> str:
    match because:
        case "died":
            return t(
                "We are sorry about {name}. {name}'s diary is closed: died on {day}; everything in "
                "it is kept, and hamsters reopen opens it again"
            )
        case "rehomed":
            return t(
                "{name}'s diary is closed: rehomed on {day}; everything in it is kept, and "
                "hamsters reopen opens it again"
            )
    return t(
        "{name}'s diary is closed: recovered on {day}; everything in it is kept, and hamsters "
        "reopen opens it again"
    )


@hamsters.add_command
@verb("reopen", "hamdiary hamsters reopen Biscuit", params=[NAME], common=[JSON, DIARY])
@click.pass_obj
def reopen(call: Invocation, name: str) -> None:
    """Open the closed diary of the hamster called NAME again."""
    with call.session_to_write() as session:
        hamster = reopen_diary(session, session.hamster(name))
    _answer(call, hamster, t("{name}'s diary is open again").format(name=hamster.called))


def _answer(call: Invocation, hamster: Hamster, words: str) -> None:
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json

        say_json({"hamster": hamster_as_json(hamster)})
    else:
        say(words)
