"""`hamdiary remind`: what is due, said once; and how it is made to reach somebody."""

from collections.abc import Mapping
from typing import Any

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.problems import Failed
from hamdiary.cli.scheduling import BEST
from hamdiary.cli.verb import JSON, WHERE, YES, verb
from hamdiary.delivery.installing import SYSTEMS
from hamdiary.domain.language import t

LENGTHS = ("10", "30", "tomorrow")

SYSTEM = click.Choice((BEST, *SYSTEMS))

LOOKING = [
    click.Option(["--quiet"], is_flag=True, help="Ring, but print nothing except trouble."),
    click.Option(["--dry-run"], is_flag=True, help="Say what is due; ring nothing."),
]
PUTTING_OFF = [
    click.Option(
        ["--snooze"],
        type=click.Choice(LENGTHS),
        help="Ask again in so many minutes, or tomorrow: about WORDS, else about all that is due.",
    ),
    click.Option(["--skip"], metavar="WHAT", help="Ask no more about this tonight; WORDS say why."),
]
TELLING = [
    click.Option(["--test"], is_flag=True, help="Send a test on every way that is switched on."),
    click.Option(["--phone"], is_flag=True, help="Set up pushing to a phone through ntfy."),
]
SCHEDULING = [
    click.Option(
        ["--install"],
        is_flag=False,
        flag_value=BEST,
        type=SYSTEM,
        metavar="[SYSTEM]",
        help=f"Let this computer look every few minutes: by {', '.join(SYSTEMS)}, or what fits.",
    ),
    click.Option(["--uninstall"], is_flag=True, help="Take that back."),
    click.Option(
        ["--print", "printed"],
        type=click.Choice(SYSTEMS),
        help="Print what would be installed, and change nothing.",
    ),
]
MODES = ("snooze", "skip", "test", "phone", "install", "uninstall", "printed")
"""What excludes one another."""


@verb(
    "remind",
    "hamdiary remind",
    "hamdiary remind --install",
    "hamdiary remind --print cron",
    "hamdiary remind --snooze 30 outing",
    "hamdiary remind --skip outing too tired tonight",
    "hamdiary remind --test",
    params=[
        click.Argument(["words"], nargs=-1),
        *(*LOOKING, *PUTTING_OFF, *TELLING, *SCHEDULING),
        YES,
    ],
    common=(JSON, *WHERE),
)
@click.pass_obj
def remind(call: Invocation, /, words: tuple[str, ...], **given: Any) -> int:
    """Say what is due, and ring it once.

    Silent, and exit code 0, when nothing is due; else a line for each thing and exit code 10. It
    looks at all hamsters whose diaries are open, or at the one of --hamster.
    """
    mode = _mode(call, words, given)
    if mode in ("install", "uninstall", "printed"):
        return _schedule(call, mode, given)
    if mode in ("snooze", "skip"):
        return _put_off(call, mode, " ".join(words), given)
    if mode == "test":
        from hamdiary.cli.telling import try_every_way

        return try_every_way(call)
    if mode == "phone":
        from hamdiary.cli.telling import push_to_phone

        push_to_phone(call, given["yes"])
        return 0
    from hamdiary.cli import reminding

    look = reminding.Look(
        call.diary, call.hamster, given["quiet"], call.as_json, dry_run=given["dry_run"]
    )
    return reminding.remind(call.environment, look)


def _mode(call: Invocation, words: tuple[str, ...], given: Mapping[str, Any]) -> str:
    """Which of the things it can do is wanted, "" for a look; a usage error for two of them."""
    wanted = [mode for mode in MODES if given[mode]]
    named = t(" and ").join(f"--{mode.replace('printed', 'print')}" for mode in wanted)
    if len(wanted) > 1:
        raise click.UsageError(
            t("{options} do not go together; say one of them").format(options=named)
        )
    if wanted and (given["quiet"] or given["dry_run"]):
        raise click.UsageError(
            t("--quiet and --dry-run do not go with {options}").format(options=named)
        )
    if call.as_json and wanted not in ([], ["test"]):
        raise click.UsageError(t("--json does not go with {options}").format(options=named))
    if words and wanted not in (["snooze"], ["skip"]):
        raise click.UsageError(
            t("“{word}” goes with --snooze or --skip only").format(word=words[0][:60])
        )
    return wanted[0] if wanted else ""


def _put_off(call: Invocation, mode: str, words: str, given: Mapping[str, Any]) -> int:
    from hamdiary.cli.putting_off import skip_what, snooze_what

    if mode == "snooze":
        snooze_what(call, given["snooze"], words)
    else:
        skip_what(call, given["skip"], words)
    return 0


def _schedule(call: Invocation, mode: str, given: Mapping[str, Any]) -> int:
    from hamdiary.cli.scheduling import install, print_schedule, uninstall
    from hamdiary.delivery.schedule import CannotSchedule

    try:
        if mode == "printed":
            print_schedule(call, given["printed"])
        elif mode == "install":
            install(call, given["install"], given["yes"])
        else:
            uninstall(call, given["yes"])
    except CannotSchedule as error:
        raise Failed(t("{trouble}; nothing was changed").format(trouble=error)) from error
    return 0
