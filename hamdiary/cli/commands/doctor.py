"""`hamdiary doctor`: whether the diary is whole and well kept; repair, and saving what is left."""

from pathlib import Path

import click

from hamdiary.cli.asking import confirm
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json, terminal_width
from hamdiary.cli.verb import DIARY, JSON, YES, verb
from hamdiary.domain.language import t, tn


@verb(
    "doctor",
    "hamdiary doctor",
    "hamdiary doctor --json",
    "hamdiary doctor --repair",
    "hamdiary doctor --salvage saved.db",
    params=[
        click.Option(
            ["--repair"],
            is_flag=True,
            help="Make all tables anew from the journal, after a backup.",
        ),
        click.Option(
            ["--salvage"],
            metavar="NEW.db",
            help="Save what can be read of a damaged diary into a new one there.",
        ),
        YES,
    ],
    common=[JSON, DIARY],
)
@click.pass_obj
@click.pass_context
def doctor(
    ctx: click.Context, call: Invocation, repair: bool, salvage: str | None, yes: bool
) -> None:
    """Look whether the diary is whole and well kept.

    Looks at every page, holds the tables against the journal, and sees to backups, rights, room and
    the place where the diary lies. Nothing is changed unless you say so. Exit code 0: all is well;
    1: something wants seeing to; 2: the diary is damaged.
    """
    if repair and salvage is not None:
        raise click.UsageError(t("say either --repair or --salvage"))
    if repair:
        _repair(call, yes)
    elif salvage is not None:
        _salvage(call, salvage)
    else:
        ctx.exit(_look(call))


def _look(call: Invocation) -> int:
    from hamdiary.services.examining import examine
    from hamdiary.services.findings import exit_code

    findings = examine(call.environment, call.diary)
    code = exit_code(findings)
    if call.as_json:
        told = [
            {"about": each.about, "level": each.level, "words": each.words, "todo": each.todo}
            for each in findings
        ]
        say_json({"code": code, "findings": told})
        return code
    from hamdiary.render.findings import findings_page, verdict

    say(findings_page(findings, terminal_width()))
    say(f"\n{verdict(code)}")
    return code


def _repair(call: Invocation, yes: bool) -> None:
    from hamdiary.services.mending import repair

    confirm(t("Make all tables anew from the journal? A backup is made first."), yes)
    done = repair(call.environment, call.diary)
    if call.as_json:
        from hamdiary.cli.commands.backup import backup_as_json

        say_json(
            {
                "backup": backup_as_json(done.backup, None),
                "things": done.things,
                "closed": [str(each) for each in done.closed],
            }
        )
        return
    made = tn(
        "made anew from the journal: {n} thing is shown",
        "made anew from the journal: {n} things are shown",
        done.things,
    )
    say(made.format(n=done.things))
    for each in done.closed:
        say(t("now yours alone: {path}").format(path=each))
    say(t("the diary as it was before is kept: {path}").format(path=done.backup.path))


def _salvage(call: Invocation, out: str) -> None:
    from hamdiary.services.mending import salvage

    place = Path(out).expanduser().absolute()
    saved = salvage(call.environment, call.diary, place)
    if call.as_json:
        say_json(
            {
                "saved": str(place),
                "hamsters": saved.hamsters,
                "nights": saved.nights,
                "changes": saved.changes,
                "changes_lost": saved.lost,
                "from_tables": saved.from_tables,
                "drafts": saved.drafts,
                "unread_tables": list(saved.unread),
            }
        )
        return
    from hamdiary.render.salvaged import salvaged_lines

    say("\n".join(salvaged_lines(saved)))
    ways = t(
        "hamdiary --diary {place} looks into it; hamdiary restore {place} puts it in the place "
        "of\nthe damaged one, which is kept"
    )
    say(ways.format(place=place))
