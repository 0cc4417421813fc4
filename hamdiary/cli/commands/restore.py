"""`hamdiary restore`: bring a backup back, after what it would cost was said."""

import click

from hamdiary.cli.asking import confirm
from hamdiary.cli.commands.backup import backup_as_json, shelved_as_json
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_aside, say_json
from hamdiary.cli.verb import DIARY, JSON, YES, verb
from hamdiary.domain.compared import Side
from hamdiary.domain.language import t
from hamdiary.services.clock import Clock
from hamdiary.services.restoring import Plan, Restored, Shelf

WHICH = click.Argument(["which"], required=False)


@verb(
    "restore",
    "hamdiary restore",
    "hamdiary restore 3",
    "hamdiary restore 2026-11-20 --dry-run",
    "hamdiary restore /media/stick/hamster/diary-20261120T201600Z-4f1c09a2-b7d3e586.db",
    params=[
        WHICH,
        click.Option(["--dry-run"], is_flag=True, help="Only say what would change."),
        YES,
    ],
    common=[JSON, DIARY],
)
@click.pass_obj
def restore(call: Invocation, which: str | None, dry_run: bool, yes: bool) -> None:
    """Bring a backup back: the newest, or WHICH.

    WHICH is a number of hamdiary backups, a day, or a file. What would be gained and lost is said
    first. The diary as it is now is backed up before; a damaged file is moved aside, not removed.
    """
    shelf = Shelf(call.environment, call.diary)
    plan = shelf.plan(shelf.chosen(which))
    if dry_run:
        _say_plan(call, plan)
        return
    if not call.as_json or not yes:
        for line in _plan_lines(call, plan):
            say_aside(line)
    confirm(t("Restore this backup?"), yes)
    _answer(call, shelf.restore(plan))


def _plan_lines(call: Invocation, plan: Plan) -> list[str]:
    from hamdiary.render.backups import holds, said_moment, would_change

    backup = plan.shelved.backup
    zone = Clock(call.environment).now().wall.tzinfo
    if backup.made_utc:
        head = t("The backup of {moment} holds {contents}.").format(
            moment=said_moment(backup.made_utc, zone), contents=holds(backup)
        )
    else:
        head = t("{path} holds {contents}.").format(path=backup.path, contents=holds(backup))
    return [head, *would_change(plan.compared, plan.trouble)]


def _say_plan(call: Invocation, plan: Plan) -> None:
    if not call.as_json:
        say("\n".join(_plan_lines(call, plan)))
        return
    found = plan.compared
    say_json(
        {
            "backup": shelved_as_json(plan.shelved),
            "diary_unusable": plan.trouble,
            "lost": _side(found.lost) if found else None,
            "gained": _side(found.gained) if found else None,
            "nights_changed": found.nights_changed if found else None,
        }
    )


def _side(side: Side) -> dict[str, object]:
    return {
        "changes": side.changes,
        "nights": side.nights,
        "evenings": [each.isoformat() for each in side.evenings],
        "hamsters": list(side.hamsters),
    }


def _answer(call: Invocation, done: Restored) -> None:
    if call.as_json:
        say_json(
            {
                "restored": backup_as_json(done.backup, None),
                "kept": backup_as_json(done.kept, None) if done.kept else None,
                "damaged_file": str(done.aside) if done.aside else None,
            }
        )
        return
    from hamdiary.render.backups import holds

    say(t("restored: {contents}").format(contents=holds(done.backup)))
    if done.kept:
        say(t("the diary as it was before is kept: {path}").format(path=done.kept.path))
    if done.aside:
        say(
            t(
                "the damaged file is kept: {path}; hamdiary doctor --diary {path} --salvage NEW.db "
                "saves what can be read of it"
            ).format(path=done.aside)
        )
