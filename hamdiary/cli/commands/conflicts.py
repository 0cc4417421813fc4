"""`hamdiary conflicts`: fields that two carers wrote apart, and choosing between the values."""

from typing import Any

import click

from hamdiary.cli.helped import Group
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json
from hamdiary.cli.verb import DIARY, HAMSTER, HELP, JSON, examples, verb
from hamdiary.domain.conflicts import Conflict
from hamdiary.domain.journal import state
from hamdiary.domain.language import t
from hamdiary.domain.things import evening_of_thing, hamster_of
from hamdiary.services.session import Session


@click.group(
    "conflicts",
    cls=Group,
    invoke_without_command=True,
    params=[JSON, DIARY, HAMSTER, HELP],
    add_help_option=False,
    epilog=examples(
        "hamdiary conflicts", "hamdiary conflicts --json", "hamdiary conflicts choose 1 B"
    ),
)
@click.pass_context
def conflicts(ctx: click.Context) -> None:
    """List what two carers wrote apart, and choose between them.

    Both values are kept until one is chosen; the one marked "shown" is what the diary, its hints
    and its report go by. Typing a value for the field chooses too.
    """
    if ctx.invoked_subcommand is None:
        call: Invocation = ctx.obj
        with call.session() as session:
            _list(call, session)


def _found(call: Invocation, session: Session) -> list[Conflict]:
    from hamdiary.services.merging.questions import open_questions

    hamster = session.hamster(call.hamster) if call.hamster is not None else None
    return open_questions(session, hamster)


def _list(call: Invocation, session: Session) -> None:
    from hamdiary.services.merging.urgency import more_urgent

    found = _found(call, session)
    warnings = [more_urgent(session, each) for each in found]
    if call.as_json:
        told = [
            _as_json(number, each, urgent)
            for number, (each, urgent) in enumerate(zip(found, warnings, strict=True), 1)
        ]
        say_json({"conflicts": told})
        return
    for number, (each, urgent) in enumerate(zip(found, warnings, strict=True), 1):
        _say(session, number, each, urgent)
    if found:
        say(t("hamdiary conflicts choose 1 A lets a value stand; undo asks again."))
    else:
        say(t("No field waits for a choice."))


def _say(session: Session, number: int, question: Conflict, urgent: dict[int, str]) -> None:
    from hamdiary.render.merging import question_line, side_line

    shown = state(session.diary.history(question.kind, question.id))
    say(f"{number}. {question_line(question, _name(session, question), shown)}")
    for side in range(len(question.sides)):
        say(f"   {side_line(question, side)}")
        if side in urgent:
            say("      " + t("with this value: {urgent}").format(urgent=urgent[side]))


def _name(session: Session, question: Conflict) -> str:
    hamster = session.diary.hamster(hamster_of(question.id))
    return hamster.called if hamster else t("a hamster that is not there any more")


def _as_json(number: int, question: Conflict, urgent: dict[int, str]) -> dict[str, Any]:
    from hamdiary.services.merging.questions import LETTERS

    evening = evening_of_thing(question.kind, question.id)
    return {
        "number": number,
        "kind": question.kind,
        "id": question.id,
        "hamster_id": hamster_of(question.id),
        "evening": evening.isoformat() if evening else None,
        "field": question.field,
        "values": [
            {
                "choice": LETTERS[side],
                "value": question.values[side],
                "carer": change.stamp.carer,
                "device": change.stamp.device,
                "at": change.stamp.at_utc,
                "zone": change.stamp.zone,
                "shown": change is question.sides[-1],
                "more_urgent": urgent.get(side),
            }
            for side, change in enumerate(question.sides)
        ],
    }


@conflicts.add_command
@verb(
    "choose",
    "hamdiary conflicts choose 1 B",
    params=[
        click.Argument(["number"], type=click.IntRange(1)),
        click.Argument(["value"], metavar="A|B"),
    ],
    common=[JSON, DIARY, HAMSTER],
)
@click.pass_obj
def choose_one(call: Invocation, number: int, value: str) -> None:
    """Let value A or B of question NUMBER stand; the numbers are those of the list."""
    from hamdiary.render.merging import question_line, value_words
    from hamdiary.services.merging.questions import LETTERS, choose, numbered

    letter = value.strip().upper()
    with call.session_to_write() as session:
        question = numbered(_found(call, session), number)
        side = LETTERS.find(letter) if len(letter) == 1 else -1
        written = choose(session, question, side)
        if call.as_json:
            from hamdiary.cli.as_json import change_as_json

            say_json({"chosen": change_as_json(written, {question.field: question.values[-1]})})
            return
        shown = state(session.diary.history(question.kind, question.id))
        line = question_line(question, _name(session, question), shown)
        say(
            t("chosen: {line} {value}").format(
                line=line, value=value_words(question, question.sides[side])
            )
        )
