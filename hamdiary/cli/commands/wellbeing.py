"""`hamdiary wellbeing`: the quality-of-life check, which can lead to a talk with the vet."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from hamdiary.cli.asking import confirm, settled
from hamdiary.cli.helped import Group
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.measure_options import measure_options
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.typed_measures import Typed, read_typed
from hamdiary.cli.verb import HELP, JSON, NIGHT, WHERE, YES, examples, verb
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.hints.in_brief import HintInBrief
from hamdiary.domain.language import t
from hamdiary.domain.wellbeing import Wellbeing
from hamdiary.services import wellbeing as services
from hamdiary.services.session import Session

NUMBER = click.Argument(["number"], type=click.IntRange(1))
ANSWERS = [each for each in measure_options(Wellbeing, ("evening",)) if each.name != "clear"]
CLEAR = measure_options(Wellbeing, ("evening",))[-1]
RULE = "R43"


@click.group(
    "wellbeing",
    cls=Group,
    invoke_without_command=True,
    params=[JSON, *WHERE, HELP],
    add_help_option=False,
    epilog=examples(
        "hamdiary wellbeing add --hurt 7 --hunger 8 --hydration 8 --hygiene 6 --happiness 7 "
        "--mobility 3 --good-days 6",
        "hamdiary wellbeing list",
        "hamdiary wellbeing edit 2 --hygiene 7",
    ),
)
@click.pass_context
def wellbeing(ctx: click.Context) -> None:
    """A quality-of-life check, once a week if you like.

    Seven questions, each 0 (worst) to 10 (best). They were made for pets at the end of their lives
    in general and are not validated for hamsters: 35 or less of 70 is a reason to talk with your
    vet, and nothing more.
    """
    if ctx.invoked_subcommand is None:
        _list(ctx.obj)


@wellbeing.add_command
@verb(
    "add",
    "hamdiary wellbeing add --hurt 7 --hunger 8 --hydration 8 --hygiene 6 --happiness 7 "
    "--mobility 3 --good-days 6",
    "hamdiary wellbeing add --night yesterday --parting yes --note 'he sleeps all night'",
    params=[NIGHT, *ANSWERS, YES],
)
@click.pass_obj
def add(call: Invocation, /, night: str | None, yes: bool, **given: Any) -> None:
    """Write down a check of tonight; parts that are left out stay not recorded."""
    evening = call.evening(night, "--night")
    typed = read_typed(Wellbeing, given, call.tonight)
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        new = services.new_check(session, hamster, evening)
        _keep(
            call,
            session,
            hamster,
            new,
            {**typed.values, "evening": evening},
            yes,
            t("written down"),
        )


@wellbeing.add_command
@verb("list", "hamdiary wellbeing list", "hamdiary wellbeing list --json")
@click.pass_obj
def list_checks(call: Invocation) -> None:
    """List the checks, the newest first, with numbers for edit and delete."""
    _list(call)


def _list(call: Invocation) -> None:
    with call.session() as session:
        hamster = call.hamster_in(session)
        known = services.checks(session, hamster)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.wellbeing_as_json import check_as_json

        told = [check_as_json(each, number) for number, each in enumerate(known, 1)]
        say_json({"hamster": hamster_as_json(hamster), "wellbeing": told[::-1]})
    elif known:
        from hamdiary.render.wellbeing import checks_page

        say("\n".join([hamster.called, *checks_page(known, terminal_width())]))
    else:
        say(
            t("No check of {hamster} is written down; hamdiary wellbeing add does that.").format(
                hamster=hamster.called
            )
        )


@wellbeing.add_command
@verb(
    "edit",
    "hamdiary wellbeing edit 2 --hygiene 7",
    "hamdiary wellbeing edit 2 --clear note",
    params=[NUMBER, NIGHT, *ANSWERS, CLEAR, YES],
)
@click.pass_obj
def edit(call: Invocation, /, number: int, night: str | None, yes: bool, **given: Any) -> None:
    """Put right the check that `hamdiary wellbeing list` gives that NUMBER."""
    typed: Typed = read_typed(Wellbeing, given, call.tonight)
    if night is not None:
        typed.values["evening"] = call.evening(night, "--night")
    if not typed.values:
        raise click.UsageError(t("there is nothing to change; name it, as in --hygiene 7"))
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        known = services.check_numbered(session, hamster, number)
        _keep(call, session, hamster, known, typed.values, yes, t("changed"))


@wellbeing.add_command
@verb("delete", "hamdiary wellbeing delete 2 --yes", params=[NUMBER, YES])
@click.pass_obj
def delete(call: Invocation, number: int, yes: bool) -> None:
    """Delete the check that `hamdiary wellbeing list` gives that NUMBER."""
    from hamdiary.render.wellbeing import check_words

    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        known = services.check_numbered(session, hamster, number)
        confirm(t("Delete {what}?").format(what=check_words(known)), yes)
        services.delete_check(session, known)
    if call.as_json:
        _answer(call, hamster, known, "", ())
    else:
        say(
            t("{hamster}: {check}: deleted; hamdiary undo brings it back").format(
                hamster=hamster.called, check=check_words(known)
            )
        )


def _keep(
    call: Invocation, session: Session, hamster: Hamster, known: Wellbeing,
    values: dict[str, Any], yes: bool, outcome: str,
) -> None:  # fmt: skip
    asked = services.questions_about_check(session, hamster, known, values)
    kept = services.edit_check(session, known, settled(Wellbeing, asked, values, yes))
    hints = _hints(session, hamster, kept.evening)
    _answer(call, hamster, kept, outcome, hints)


def _hints(session: Session, hamster: Hamster, evening: date | None) -> Sequence[HintInBrief]:
    from hamdiary.services.hints_in_brief import hints_in_brief

    found = hints_in_brief(session, hamster)
    return [each for each in found if each.key == RULE and evening is not None]


def _answer(
    call: Invocation, hamster: Hamster, check: Wellbeing, outcome: str,
    hints: Sequence[HintInBrief],
) -> None:  # fmt: skip
    if call.as_json:
        from hamdiary.cli.as_json import briefs_as_json, hamster_as_json
        from hamdiary.cli.wellbeing_as_json import check_as_json

        told = {"hamster": hamster_as_json(hamster), "check": check_as_json(check)}
        say_json({**told, "hints": briefs_as_json(hints)})
        return
    from hamdiary.knowledge.notices import NOT_VALIDATED
    from hamdiary.render.cells import wrapped
    from hamdiary.render.hint_line import line_of
    from hamdiary.render.wellbeing import check_words

    width = terminal_width()
    lines = wrapped(f"{hamster.called}: {check_words(check)}: {outcome}", width)
    for each in hints:
        lines += ["", *wrapped(f"{line_of(each)}: hamdiary hints", width)]
    say("\n".join([*lines, "", *wrapped(t(NOT_VALIDATED), width)]))
