"""`hamdiary` itself: the options that every command knows, and the way to the screens."""

from collections.abc import Mapping

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.lazy import LazyGroup
from hamdiary.cli.printing import speaks_plainly
from hamdiary.cli.screens import run_screens, why_no_screen
from hamdiary.cli.verb import BY, HELP, PLAIN, VERSION, WHERE, examples
from hamdiary.domain.language import t


class Program(LazyGroup):
    """All commands of hamdiary."""

    places = {
        "setup": "setup.setup",
        "log": "log.log",
        "tonight": "tonight.tonight",
        "out": "out.out",
        "medicine": "medicine.medicine",
        "dose": "dose.dose",
        "happening": "happening.happening",
        "feed": "feed.feed",
        "diet": "diet.diet",
        "clip": "clip.clip",
        "question": "question.question",
        "show": "show.show",
        "list": "nights.list_nights",
        "plot": "plot.plot",
        "search": "search.search",
        "history": "history.history",
        "undo": "undo.undo",
        "redo": "undo.redo",
        "delete": "delete.delete",
        "foods": "foods.foods",
        "guide": "guide.guide",
        "signs": "signs.signs_seen",
        "hints": "hints.hints",
        "wellbeing": "wellbeing.wellbeing",
        "hamsters": "hamsters.hamsters",
        "carer": "carer.carer",
        "join": "join.join_diary",
        "bundle": "bundle.bundle",
        "merge": "merge.merge_diaries",
        "conflicts": "conflicts.conflicts",
        "remind": "remind.remind",
        "report": "report.report",
        "calendar": "calendar.calendar",
        "export": "export.export",
        "import": "importing.import_file",
        "settings": "settings.settings",
        "backup": "backup.backup",
        "backups": "backup.backups",
        "restore": "restore.restore",
        "doctor": "doctor.doctor",
        "erase": "erase.erase",
        "where": "where.where",
        "demo": "demo.demo",
        "completion": "completion.completion",
        "man": "man.man",
    }


@click.group(
    cls=Program,
    name="hamdiary",
    invoke_without_command=True,
    params=[*WHERE, BY, PLAIN, VERSION, HELP],
    add_help_option=False,
    epilog=examples(
        "hamdiary setup --name Biscuit --species syrian --born 2026-01-14 --onset 2026-11-09",
        "hamdiary log --gait 3 --leg-left 2 --leg-right 1 --ate most --weight-g 118.4",
        "hamdiary list --nights 30",
        "hamdiary demo",
    ),
)
@click.pass_context
def program(ctx: click.Context) -> int | None:
    """A night diary for a hamster with weak hind legs. Without a command the screens open."""
    if ctx.invoked_subcommand is not None:
        return None
    call: Invocation = ctx.obj
    if speaks_plainly():
        ctx.invoke(_tonight(ctx))
        return None
    require_screen(call.environment)
    return run_screens(call.environment, call.diary, call.hamster)


def _tonight(ctx: click.Context) -> click.Command:
    """The text that says what the first screen shows."""
    found = program.get_command(ctx, "tonight")
    assert found is not None
    return found


def require_screen(environment: Mapping[str, str]) -> None:
    """Refuse to go full screen where nobody could see or type (bad-inputs 58)."""
    why = why_no_screen(environment)
    if why is not None:
        raise click.UsageError(
            t("{why}; hamdiary tonight and hamdiary log work anywhere").format(why=why)
        )
