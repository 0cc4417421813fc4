"""`hamdiary import`: what a file would bring, and then, if the owner says so, bringing it."""

from collections.abc import Sequence
from pathlib import Path

import click

from hamdiary.cli.asking import confirm
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_aside, say_json
from hamdiary.cli.verb import JSON, WHERE, YES, verb
from hamdiary.services.session import Session
from hamdiary.services.transfer.plan import Plan, many

SHOWN = 20
"""Lines of each sort that are shown; the others are counted."""


@verb(
    "import",
    "hamdiary import biscuit.json",
    "hamdiary import biscuit.json --dry-run",
    params=[
        click.Argument(["file"], metavar="FILE"),
        click.Option(["--dry-run"], is_flag=True, help="Say what would come, and stop."),
        click.Option(
            ["--anew"], is_flag=True, help="Make a new diary where one was kept that is gone."
        ),
        YES,
    ],
    common=(JSON, *WHERE),
)
@click.pass_obj
def import_file(call: Invocation, file: str, dry_run: bool, anew: bool, yes: bool) -> int:
    """Bring what a file holds into the diary.

    First it is said what would come, and you are asked; then all of it comes, or nothing. Whatever
    is here already is not brought twice.
    """
    from hamdiary.services.setting_up import known_session, new_session
    from hamdiary.services.transfer.importing import plan_import

    session = known_session(call.environment, call.diary, anew)
    try:
        plan = plan_import(session, Path(file).expanduser().absolute())
        code = _shown(call, plan)
        if dry_run or code or plan.count == 0:
            return code
        confirm(f"Import {many(plan.count, 'change')}?", yes)
        session = session or new_session(call.environment, call.diary, anew)
        _written(call, plan, session)
    finally:
        if session is not None:
            session.diary.close()
    return 0


def _shown(call: Invocation, plan: Plan) -> int:
    """Say what would come; the exit code, 65 where something is wrong."""
    wrong = 65 if plan.troubles else 0
    if call.as_json:
        say_json(
            {
                "what": plan.what,
                "lines": list(plan.lines),
                "changes": plan.count,
                "troubles": [{"line": each.line, "text": each.text} for each in plan.troubles],
                "unusual": [{"line": each.line, "text": each.text} for each in plan.unusual],
            }
        )
        return wrong
    say("\n".join([plan.what, *(f"  {each}" for each in plan.lines)]))
    _say_some("the first of it", plan.samples)
    _say_some("unusual, kept if you say so", list(map(str, plan.unusual)))
    if plan.troubles:
        _say_some("wrong", list(map(str, plan.troubles)))
        say_aside(f"{many(len(plan.troubles), 'line')} to be put right first; nothing was imported")
    return wrong


def _say_some(title: str, lines: Sequence[str]) -> None:
    if lines:
        more = [f"  and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
        say("\n".join([f"{title}:", *(f"  {each}" for each in lines[:SHOWN]), *more]))


def _written(call: Invocation, plan: Plan, session: Session) -> None:
    count = plan.write(session)
    if not call.as_json:
        say(f"imported: {many(count, 'change')}")
