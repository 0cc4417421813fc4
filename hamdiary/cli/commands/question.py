"""`hamdiary question`: the owner's questions for the vet, in the report until they are answered."""

import click

from hamdiary.cli.asking import confirm, settled
from hamdiary.cli.helped import Group
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.typed_courses import day_near
from hamdiary.cli.typed_facts import fact_typed
from hamdiary.cli.typed_measures import text_from_input
from hamdiary.cli.verb import HELP, JSON, WHERE, YES, examples, verb
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.measures import Value, measures_of
from hamdiary.domain.vet_questions import VetQuestion
from hamdiary.services import vet_questions as questions
from hamdiary.services.session import Session

FACTS = measures_of(VetQuestion)
NUMBER = click.Argument(["number"], type=click.IntRange(1))
ON = click.Option(["--on"], metavar="DATE", help="The day: today, yesterday, 9 Nov.")


@click.group(
    "question",
    cls=Group,
    invoke_without_command=True,
    params=[JSON, *WHERE, HELP],
    add_help_option=False,
    epilog=examples(
        "hamdiary question add 'How long should he rest?'",
        "hamdiary question answer 1 'ten more days' --on yesterday",
        "hamdiary question list",
    ),
)
@click.pass_context
def question(ctx: click.Context) -> None:
    """Your questions for the vet; open ones stand in the report."""
    if ctx.invoked_subcommand is None:
        _list(ctx.obj)


@question.add_command
@verb(
    "add",
    "hamdiary question add 'How long should he rest?'",
    params=[click.Argument(["words"], metavar="QUESTION"), ON, YES],
)
@click.pass_obj
def add(call: Invocation, words: str, on: str | None, yes: bool) -> None:
    """Note a QUESTION; it stands in the report until it is answered."""
    values = _values(call, words, None, "QUESTION")
    values["asked_on"] = call.today if on is None else day_near(on, "--on", call.today)
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        _keep(call, session, hamster, questions.new_vet_question(hamster), values, yes, t("noted"))


@question.add_command
@verb("list", "hamdiary question list", "hamdiary question list --json")
@click.pass_obj
def list_questions(call: Invocation) -> None:
    """List the questions, open ones first, with numbers for answer, edit and delete."""
    _list(call)


def _list(call: Invocation) -> None:
    with call.session() as session:
        hamster = call.hamster_in(session)
        known = questions.vet_questions(session, hamster)
    numbers = {each.id: number for number, each in enumerate(known, 1)}
    listed = questions.open_first(known)
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.clips_as_json import vet_question_as_json

        told = [vet_question_as_json(each, numbers[each.id]) for each in listed]
        say_json({"hamster": hamster_as_json(hamster), "questions": told})
    elif listed:
        from hamdiary.render.vet_questions import questions_table

        say("\n".join([hamster.called, *questions_table(listed, numbers, terminal_width())]))
    else:
        say(
            t("No question about {hamster} is noted; hamdiary question add does that.").format(
                hamster=hamster.called
            )
        )


@question.add_command
@verb(
    "answer",
    "hamdiary question answer 1 'ten more days'",
    "hamdiary question answer 1 --on yesterday",
    params=[NUMBER, click.Argument(["words"], metavar="[ANSWER]", required=False), ON, YES],
)
@click.pass_obj
def answer(call: Invocation, number: int, words: str | None, on: str | None, yes: bool) -> None:
    """Write down what the vet said to the question of that NUMBER; it leaves the report.

    Without an ANSWER it only counts as answered. An ANSWER of - is read from standard input.
    """
    values = _values(call, None, words, "ANSWER")
    values["answered_on"] = call.today if on is None else day_near(on, "--on", call.today)
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        known = questions.vet_question_numbered(session, hamster, number)
        _keep(call, session, hamster, known, values, yes, t("answered"))


@question.add_command
@verb(
    "edit",
    "hamdiary question edit 1 'How long should he rest, and where?'",
    "hamdiary question edit 1 --open",
    params=[
        NUMBER,
        click.Argument(["words"], metavar="[QUESTION]", required=False),
        ON,
        click.Option(["--answer"], metavar="TEXT", help="What the vet said, put right."),
        click.Option(["--open", "reopen"], is_flag=True, help="Ask it again; its answer goes."),
        YES,
    ],
)
@click.pass_obj
def edit(call: Invocation, number: int, words: str | None, on: str | None, answer: str | None,
         reopen: bool, yes: bool) -> None:  # fmt: skip
    """Put right the question that `hamdiary question list` gives that NUMBER."""
    if answer is not None and reopen:
        raise click.UsageError(t("--open takes the answer away; --answer gives one"))
    values = _values(call, words, answer, "QUESTION")
    if on is not None:
        values["asked_on"] = day_near(on, "--on", call.today)
    if reopen:
        values |= {"answer": None, "answered_on": None}
    if not values:
        raise click.UsageError(
            t("there is nothing to change; write the question anew, or --on a day")
        )
    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        known = questions.vet_question_numbered(session, hamster, number)
        _keep(call, session, hamster, known, values, yes, t("changed"))


@question.add_command
@verb("delete", "hamdiary question delete 1 --yes", params=[NUMBER, YES])
@click.pass_obj
def delete(call: Invocation, number: int, yes: bool) -> None:
    """Delete the question that `hamdiary question list` gives that NUMBER."""
    from hamdiary.render.vet_questions import question_words

    with call.session_to_write() as session:
        hamster = call.hamster_in(session)
        known = questions.vet_question_numbered(session, hamster, number)
        confirm(t("Delete “{question}”?").format(question=question_words(known)), yes)
        questions.delete_vet_question(session, known)
        _answer(call, hamster, known, t("deleted; hamdiary undo brings it back"))


def _values(
    call: Invocation, words: str | None, answer: str | None, option: str
) -> dict[str, Value | None]:
    values: dict[str, Value | None] = {}
    for field, name, typed in (("question", option, words), ("answer", "ANSWER", answer)):
        if typed is None:
            continue
        text = text_from_input(name) if typed == "-" and field == "answer" else typed
        values[field] = fact_typed(FACTS[field], text, name, call.today)
    return values


def _keep(
    call: Invocation,
    session: Session,
    hamster: Hamster,
    known: VetQuestion,
    values: dict[str, Value | None],
    yes: bool,
    outcome: str,
) -> None:
    asked = questions.questions_about_vet_question(session, known, values)
    settled(VetQuestion, asked, values, yes)
    _answer(call, hamster, questions.edit_vet_question(session, known, values), outcome)


def _answer(call: Invocation, hamster: Hamster, kept: VetQuestion, outcome: str) -> None:
    if call.as_json:
        from hamdiary.cli.as_json import hamster_as_json
        from hamdiary.cli.clips_as_json import vet_question_as_json

        told = vet_question_as_json(kept)
        say_json({"hamster": hamster_as_json(hamster), "question": told})
        return
    from hamdiary.render.vet_questions import question_words

    say(f"{hamster.called}: {question_words(kept)}: {outcome}")
