"""`hamdiary happening`: dated events that plots and the report are marked with."""

import click

from hamdiary.cli.asking import confirm, settled
from hamdiary.cli.helped import Group
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.typed_courses import day_near
from hamdiary.cli.typed_facts import clear_option, cleared, fact_typed
from hamdiary.cli.verb import HELP, JSON, WHERE, YES, examples, verb
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.happenings import Happening
from hamdiary.domain.language import t
from hamdiary.domain.measures import Value, measures_of
from hamdiary.services import happening as happenings
from hamdiary.services.recording import Values
from hamdiary.services.session import Session

FACTS = measures_of(Happening)
CLEARABLE = {"time": ("at",), "note": ("note",)}
NUMBER = click.Argument(["number"], type=click.IntRange(1))
ON = click.Option(["--on"], metavar="DATE", help="The day: today, yesterday, tomorrow, 9 Nov.")
TIME = click.Option(
    ["--time", "--at", "time"], metavar="TIME", help="The time of a visit, as 10:30."
)
NOTE = click.Option(["--note"], metavar="TEXT", help="What was found or said.")


@click.group(
    "happening",
    cls=Group,
    invoke_without_command=True,
    params=[JSON, *WHERE, HELP],
    add_help_option=False,
    epilog=examples(
        "hamdiary happening add vet-visit --on tomorrow --time 10:30",
        "hamdiary happening add first-step --on yesterday --note 'left leg, two steps'",
        "hamdiary happening list",
    ),
)
@click.pass_context
def happening(ctx: click.Context) -> None:
    """Vet visits, first steps and the like."""
    if ctx.invoked_subcommand is None:
        _list(ctx.obj)


@happening.add_command
@verb(
    "add",
    "hamdiary happening add vet-visit --on 2026-11-24 --time 10:30 --note 'Dr Imre'",
    "hamdiary happening add first-step",
    params=[click.Argument(["what"]), ON, TIME, NOTE, YES],
)
@click.pass_obj
def add(call: Invocation, what: str, on: str | None, time: str | None, note: str | None,
        yes: bool) -> None:  # fmt: skip
    """Write down WHAT happened, or is to happen; today unless --on says otherwise.

    WHAT is onset, vet-visit, treatment-start, treatment-end, first-step, moved-in, fall or other.
    """
    values = _values(call, what, on, time, note)
    values.setdefault("on_day", call.today)
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        new = happenings.new_happening(hamster)
        _settle(session, hamster, new, values, yes)
        kept = happenings.edit_happening(session, new, values)
        _answer(call, session, hamster, kept, t("written down"))


@happening.add_command
@verb("list", "hamdiary happening list", "hamdiary happening list --json")
@click.pass_obj
def list_happenings(call: Invocation) -> None:
    """List what happened, the newest first, with numbers for edit and delete."""
    _list(call)


def _list(call: Invocation) -> None:
    with call.session() as session:
        hamster = call.hamster_in(session)
        recorded = happenings.happenings(session, hamster)
        found = happenings.marks_of(session, hamster)
        today = session.today
    numbers = {each.id: number for number, each in enumerate(recorded, 1)}
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.medicines_as_json import mark_as_json

        told = [
            mark_as_json(mark, numbers[mark.happening.id] if mark.happening else None)
            for mark in reversed(found)
        ]
        say_json({"hamster": hamster_as_json(hamster), "happenings": told})
    elif found:
        from hamdiary.render.happenings import marks_table

        table = marks_table(found, numbers, today, terminal_width())
        say("\n".join([hamster.called, *table]))
    else:
        say(
            t(
                "No happening of {hamster} is written down; hamdiary happening add does that."
            ).format(hamster=hamster.called)
        )


@happening.add_command
@verb(
    "edit",
    "hamdiary happening edit 2 --note 'no fracture felt'",
    "hamdiary happening edit 2 --what fall --on yesterday",
    params=[
        NUMBER,
        click.Option(["--what"], metavar="WORD", help="What it was, as vet-visit."),
        ON,
        TIME,
        NOTE,
        clear_option(CLEARABLE),
        YES,
    ],
)
@click.pass_obj
def edit(call: Invocation, number: int, what: str | None, on: str | None, time: str | None,
         note: str | None, clear: tuple[str, ...], yes: bool) -> None:  # fmt: skip
    """Put right the happening that `hamdiary happening list` gives that NUMBER."""
    values = _values(call, what, on, time, note)
    values |= cleared(clear, CLEARABLE, values)
    if not values:
        raise click.UsageError(t("there is nothing to change; name it, as in --on yesterday"))
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        known = happenings.happening_numbered(session, hamster, number)
        _settle(session, hamster, known, values, yes)
        kept = happenings.edit_happening(session, known, values)
        _answer(call, session, hamster, kept, t("changed"))


@happening.add_command
@verb("delete", "hamdiary happening delete 2 --yes", params=[NUMBER, YES])
@click.pass_obj
def delete(call: Invocation, number: int, yes: bool) -> None:
    """Delete the happening that `hamdiary happening list` gives that NUMBER."""
    from hamdiary.render.happenings import happening_words

    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        known = happenings.happening_numbered(session, hamster, number)
        confirm(t("Delete {what}?").format(what=happening_words(known)), yes)
        happenings.delete_happening(session, known)
        _answer(call, session, hamster, known, t("deleted; hamdiary undo brings it back"))


def _values(
    call: Invocation, what: str | None, on: str | None, time: str | None, note: str | None
) -> dict[str, Value | None]:
    values: dict[str, Value | None] = {}
    if on is not None:
        values["on_day"] = day_near(on, "--on", call.today)
    for field, option, typed in (("what", "WHAT", what), ("at", "--time", time),
                                 ("note", "--note", note)):  # fmt: skip
        if typed is None:
            continue
        values[field] = fact_typed(FACTS[field], typed, option, call.today)
    return values


def _settle(
    session: Session, hamster: Hamster, known: Happening, values: Values, yes: bool
) -> None:
    asked = happenings.questions_about_happening(session, hamster, known, values)
    settled(Happening, asked, values, yes)


def _answer(
    call: Invocation, session: Session, hamster: Hamster, kept: Happening, outcome: str
) -> None:
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.medicines_as_json import happening_as_json

        told = happening_as_json(kept)
        say_json({"hamster": hamster_as_json(hamster), "happening": told})
        return
    from hamdiary.render.happenings import happening_words

    say(f"{hamster.called}: {happening_words(kept)}: {outcome}")
