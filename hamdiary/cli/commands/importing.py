"""`hamdiary import`: what a file would bring, and then, if the owner says so, bringing it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from hamdiary.cli.asking import ask, can_ask, confirm
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_aside, say_json
from hamdiary.cli.problems import Failed
from hamdiary.cli.verb import JSON, WHERE, YES, verb
from hamdiary.domain.language import t, tn
from hamdiary.services.transfer.plan import Ask, Options, Plan, Remark, many

SHOWN = 20
"""Lines of each sort that are shown; the others are counted."""

NAMED = {",": "comma", ".": "point"}
"""Answers that are written out on the command line."""

CANNOT = 65
"""Exit code where a file cannot be imported as it is."""


@verb(
    "import",
    "hamdiary import biscuit.json",
    "hamdiary import tables.zip --dry-run",
    "hamdiary import weights.csv --dates dmy",
    "hamdiary import weights.csv --map 'Wt=weight_g:oz' --map 'Remarks=note' --map 'Mood=-'",
    params=[
        click.Argument(["file"], metavar="FILE"),
        click.Option(["--dry-run"], is_flag=True, help="Say what would come, and stop."),
        click.Option(
            ["--map", "mapped"],
            metavar="COLUMN=FIELD",
            multiple=True,
            help="What a column is: a field of hamdiary log, evening, time or hamster, with a "
            "unit as in weight_g:oz; - leaves it out.",
        ),
        click.Option(
            ["--dates"], type=click.Choice(["dmy", "mdy"]), help="The order in dates like 3/4/2026."
        ),
        click.Option(
            ["--decimal"],
            type=click.Choice(["comma", "point"]),
            help="What stands before the decimals in numbers like 1,234.",
        ),
        click.Option(["--encoding"], metavar="NAME", help="In which letters a table is written."),
        click.Option(["--table"], metavar="NAME", help="Which table of a database."),
        click.Option(
            ["--keep-recorded"],
            is_flag=True,
            help="Leave what is recorded as it is where a table says something else.",
        ),
        click.Option(
            ["--empty-clears"],
            is_flag=True,
            help="Let an empty cell of hamdiary's own tables take out what is recorded.",
        ),
        click.Option(
            ["--anew"], is_flag=True, help="Make a new diary where one was kept that is gone."
        ),
        YES,
    ],
    common=(JSON, *WHERE),
)
@click.pass_obj
def import_file(
    call: Invocation, /, file: str, dry_run: bool, anew: bool, yes: bool, **said: Any
) -> int:
    """Bring what a file holds into the diary.

    FILE is hamdiary's JSON, its tables (a folder, one file or a zip), or any table of nights as
    CSV, weights from a spreadsheet, say. First it is said what would come, and you are asked; then
    all of it comes, or nothing. Whatever is here already is not brought twice.
    """
    from hamdiary.services.setting_up import known_session, new_session
    from hamdiary.services.transfer.importing import bring_in, plan_import

    options, place = _options(call, **said), Path(file).expanduser().absolute()
    session = known_session(call.environment, call.diary, anew)
    try:
        plan = plan_import(session, place, options)
        while plan.asks and can_ask() and not call.as_json:
            options = _answered(plan.asks[0], options)
            plan = plan_import(session, place, options)
        _show(call, plan)
        if not plan.is_ready:
            return CANNOT
        if dry_run or plan.count == 0:
            return 0
        question = tn("Import {n} change?", "Import {n} changes?", plan.count)
        confirm(many(plan.count, question), yes)
        session = session or new_session(call.environment, call.diary, anew)
        written = bring_in(session, plan)
    finally:
        if session is not None:
            session.diary.close()
    if not call.as_json:
        done = tn("imported: {n} change", "imported: {n} changes", written.count)
        say("\n".join([many(written.count, done), *written.notes]))
    return 0


def _options(
    call: Invocation,
    mapped: Sequence[str],
    dates: str | None,
    decimal: str | None,
    encoding: str | None,
    table: str | None,
    keep_recorded: bool,
    empty_clears: bool,
) -> Options:
    uses = {}
    for each in mapped:
        # A column's name may hold "=", a field's never does.
        column, equals, field = each.rpartition("=")
        if not equals or not column.strip():
            raise click.UsageError(
                t("--map {typed}: write it like --map Weight=weight_g").format(typed=each)
            )
        uses[column.strip()] = field
    sign = next((sign for sign, name in NAMED.items() if name == decimal), "")
    return Options(
        uses, dates or "", sign, encoding, table, call.hamster, keep_recorded, empty_clears
    )


def _answered(question: Ask, options: Options) -> Options:
    """The options with the owner's answer to one question."""
    say_aside(question.question)
    for number, (_, words) in enumerate(question.answers, 1):
        say_aside(f"{number}  {words}")
    answer = ask(t("Which is it? [1-{n}, N = import nothing]").format(n=len(question.answers)))
    if not (answer.isdecimal() and 1 <= int(answer) <= len(question.answers)):
        raise Failed(t("nothing was imported"))
    value, _ = question.answers[int(answer) - 1]
    return options.with_answer(question, value)


def _show(call: Invocation, plan: Plan) -> None:
    """Say what would come, and what stands in its way."""
    if call.as_json:
        say_json(_as_json(plan))
        return
    say("\n".join([plan.what, *(f"  {each}" for each in plan.lines)]))
    mapping = [f"{header[:40]} = {use}" for header, use in plan.uses.items() if use != "-"]
    _say_some(t("columns"), mapping)
    _say_some(t("the first of it"), plan.samples)
    _say_some(t("in the place of what is recorded"), list(map(str, plan.replaced)))
    _say_some(t("unusual, and kept if you say so"), list(map(str, plan.unusual)))
    _say_some(t("cannot be imported"), list(map(str, plan.troubles)))
    _say_what_is_asked(plan)
    if plan.troubles:
        words = tn(
            "{n} thing to be put right in the file first; nothing was imported",
            "{n} things to be put right in the file first; nothing was imported",
            len(plan.troubles),
        )
        say_aside(many(len(plan.troubles), words))


def _say_what_is_asked(plan: Plan) -> None:
    for question in plan.asks:
        option = (
            t("--decimal comma or point")
            if question.option == "decimal"
            else t("--dates dmy or mdy")
        )
        meant = "; ".join(f"{value}: {words}" for value, words in question.answers)
        say_aside(
            t("{question} Say {option} ({meant}); nothing was imported").format(
                question=question.question, option=option, meant=meant
            )
        )


def _say_some(title: str, lines: Sequence[str]) -> None:
    if lines:
        shown = [f"{title}:", *(f"  {each}" for each in lines[:SHOWN])]
        if len(lines) > SHOWN:
            shown.append("  " + t("and {n} more").format(n=len(lines) - SHOWN))
        say("\n".join(shown))


def _as_json(plan: Plan) -> dict[str, Any]:
    return {
        "what": plan.what,
        "lines": list(plan.lines),
        "changes": plan.count,
        "columns": dict(plan.uses),
        "asks": [each.question for each in plan.asks],
        **{
            name: [_remark(each) for each in remarks]
            for name, remarks in (
                ("troubles", plan.troubles),
                ("unusual", plan.unusual),
                ("replaced", plan.replaced),
            )
        },
    }


def _remark(remark: Remark) -> dict[str, Any]:
    return {"line": remark.line or None, "text": remark.text}
