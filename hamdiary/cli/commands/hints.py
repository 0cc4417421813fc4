"""`hamdiary hints`: when to ring the vet, what to say, and what was done about it."""

from datetime import datetime, timedelta

import click

from hamdiary.cli.commands.out import wall_now
from hamdiary.cli.helped import Group
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_aside, say_json, terminal_width
from hamdiary.cli.problems import HINT_CODES
from hamdiary.cli.typed_moments import moment_typed
from hamdiary.cli.verb import HELP, JSON, WHERE, examples, verb
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hint_notes import HintNote
from hamdiary.domain.hints.hint import Urgency
from hamdiary.domain.hints.in_brief import NOTHING_RECORDED
from hamdiary.domain.language import t
from hamdiary.services import hints as services
from hamdiary.services.hints_in_brief import remember_page
from hamdiary.services.session import Session

ALL = click.Option(["--all", "everything"], is_flag=True, help="Also what the vet was told of.")
WHICH = click.Argument(["hint"], metavar="NUMBER|RULE")


@click.group(
    "hints",
    cls=Group,
    invoke_without_command=True,
    params=[ALL, JSON, *WHERE, HELP],
    add_help_option=False,
    epilog=examples(
        "hamdiary hints",
        "hamdiary hints tell",
        "hamdiary hints told 1 --said 'come in at nine' --by AK",
        "hamdiary hints seen 2",
    ),
)
@click.pass_context
def hints(ctx: click.Context, everything: bool) -> int:
    """When to ring the vet, and why.

    Exit code 0 if no hint is open, which never means that all is well; 11 if one is that says SOON
    or less, 12 TODAY, 13 NOW. A hint stays until the vet was told or two entries in a row were
    normal.
    """
    return 0 if ctx.invoked_subcommand is not None else _list(ctx.obj, everything)


def _list(call: Invocation, everything: bool) -> int:
    with call.session() as session:
        hamster = call.hamster_in(session)
        page = services.hints_page(session, hamster)
        now = wall_now(session)
        if hamster.closed_because is None:
            remember_page(session, page)
    if call.as_json:
        _say_as_json(hamster, page, everything)
    else:
        from hamdiary.render.hints import hints_page, notes_lines

        width = terminal_width()
        lines = hints_page(hamster, page.opened, page.seen, now, width)
        if everything:
            lines += ["", *notes_lines(page.notes, now, width)]
        say("\n".join(lines))
    return HINT_CODES[page.most_urgent.code] if page.most_urgent else 0


def _say_as_json(hamster: Hamster, page: services.HintsPage, everything: bool) -> None:
    from hamdiary.cli.as_json import hamster_as_json
    from hamdiary.cli.hints_as_json import note_as_json, page_as_json

    notes = {"notes": [note_as_json(note) for note in page.notes]} if everything else {}
    say_json({"hamster": hamster_as_json(hamster), **page_as_json(page), **notes})


@hints.add_command
@verb(
    "tell",
    "hamdiary hints tell",
    "hamdiary hints tell 2",
    params=[click.Argument(["hint"], metavar="[NUMBER|RULE]", required=False)],
)
@click.pass_obj
def tell(call: Invocation, hint: str | None) -> None:
    """Show what to read aloud on the phone about a hint, the most urgent if none is named."""
    with call.session() as session:
        hamster = call.hamster_in(session)
        opened = services.open_hint(session, hamster, hint or "1")
        page = services.hints_page(session, hamster)
        now = wall_now(session)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.hints_as_json import hint_as_json

        say_json({"hamster": hamster_as_json(hamster), "hint": hint_as_json(opened, page)})
        return
    from hamdiary.render.hints import tell_page

    say("\n".join(tell_page(hamster, opened, page.seen, now, terminal_width())))


@hints.add_command
@verb(
    "told",
    "hamdiary hints told 1",
    "hamdiary hints told R05 --by AK --at 20:40 --said 'keep him warm, come at nine'",
    params=[
        WHICH,
        click.Option(["--by"], metavar="INITIALS", help="Who rang; else who writes here."),
        click.Option(["--said"], metavar="TEXT", help="What the vet said, in the vet's words."),
        click.Option(["--at"], metavar="TIME", help="When: 21:10, or 10 min ago; else now."),
    ],
)
@click.pass_obj
def told(call: Invocation, hint: str, by: str | None, said: str | None, at: str | None) -> None:
    """Note that the vet was told of a hint; it opens again when there is something new.

    HINT is its number in `hamdiary hints`, or its rule.
    """
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        opened = services.open_hint(session, hamster, hint)
        moment = _moment(session, at) if at is not None else None
        note = services.tell_vet(session, hamster, opened, moment, by, said)
        _answer(call, session, hamster, note)


def _moment(session: Session, typed: str) -> datetime:
    """When the vet was told: of this night, or of last night if that is still to come."""
    moment = moment_typed(typed, "--at", session.wall_clock(session.tonight))
    if moment <= session.now().wall:
        return moment
    earlier = session.wall_clock(session.tonight - timedelta(days=1))
    return moment_typed(typed, "--at", earlier)


@hints.add_command
@verb("seen", "hamdiary hints seen 1", params=[WHICH])
@click.pass_obj
def seen(call: Invocation, hint: str) -> None:
    """Note that you have seen a hint; it stays open, and rings again when it is time to look.

    A hint that says NOW goes on ringing until the vet was told.
    """
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        opened = services.open_hint(session, hamster, hint)
        note = services.acknowledge(session, hamster, opened)
        _answer(call, session, hamster, note)
    if opened.hint.urgency is Urgency.NOW:
        say_aside(t("NOW cannot be silenced: ring a vet now; hamdiary hints told ends it"))


def _answer(call: Invocation, session: Session, hamster: Hamster, note: HintNote) -> None:
    page = services.hints_page(session, hamster)
    remember_page(session, page)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.hints_as_json import note_as_json, page_as_json

        told = {"hamster": hamster_as_json(hamster), "note": note_as_json(note)}
        say_json({**told, **page_as_json(page)})
        return
    from hamdiary.render.hints import NONE_OPEN, note_words

    left = [each.hint.key for each in page.opened if each.hint.rule != NOTHING_RECORDED]
    say(f"{hamster.called}: {note_words(note, wall_now(session))}")
    say(
        t("still open: {hints}").format(hints=", ".join(left))
        if left
        else t("{nothing} now; hamdiary undo takes it back").format(nothing=t(NONE_OPEN))
    )
