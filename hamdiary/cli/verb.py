"""What all commands have in common: where the diary is, whose it is, JSON, and examples."""

from collections.abc import Callable, Sequence
from typing import Any

import click

from hamdiary import __version__
from hamdiary.cli.helped import AS_IT_STANDS, Helped
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, speak_plainly
from hamdiary.domain.language import marked, speak, t


def _remember(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    if value in (None, False) or ctx.resilient_parsing:
        return
    if value == "":
        raise click.UsageError(
            t("{option} is empty; leave it out or name something").format(option=param.opts[0])
        )
    call = ctx.find_object(Invocation)
    assert call is not None and param.name is not None
    setattr(call, param.name, value)


def _option(*declared: str, **settings: Any) -> click.Option:
    return click.Option(declared, expose_value=False, callback=_remember, **settings)


NIGHT = click.Option(["--night"], metavar="DATE", help="Which night; tonight if left out.")
"""Which night an entry or a list is about."""


def _print_and_stop(
    text: Callable[[click.Context], str], *declared: str, help: str
) -> click.Option:
    # click's own --help and --version look for translations; that takes as long as all the SQL.
    def stop(ctx: click.Context, param: click.Parameter, value: bool) -> None:
        """Print the text instead of running the command, if the option was given."""
        if value and not ctx.resilient_parsing:
            say(text(ctx))
            ctx.exit()

    return click.Option(
        declared, is_flag=True, is_eager=True, expose_value=False, callback=stop, help=help
    )


def _write_as(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value is None or ctx.resilient_parsing:
        return
    call = ctx.find_object(Invocation)
    assert call is not None
    call.environment = {**call.environment, "HAMDIARY_CARER": value}


HELP = _print_and_stop(click.Context.get_help, "--help", help="Show this and stop.")
VERSION = _print_and_stop(
    lambda ctx: f"hamdiary {__version__}", "--version", help="Show the version and stop."
)
DIARY = _option("--diary", metavar="PATH", help="The diary's file, if not the usual one.")
HAMSTER = _option(
    "--hamster", metavar="NAME", help="Whose diary, by name or id; else the last one written to."
)
WHERE = (DIARY, HAMSTER)
BY = click.Option(
    ["--by"],
    metavar="INITIALS",
    expose_value=False,
    callback=_write_as,
    help="Who writes this, if not the device's carer.",
)

_BY_AFTER = click.Option(
    ["--by"], metavar="INITIALS", expose_value=False, hidden=True, callback=_write_as
)
"""The same for a hand that has typed the command already; its help stands before commands."""


def _for_programs(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    _remember(ctx, param, value)
    if value and not ctx.resilient_parsing:
        # Whoever reads it compares words; they must not change with the owner's language.
        speak(None)


JSON = click.Option(
    ["--json", "as_json"], is_flag=True, expose_value=False, callback=_for_programs,
    help="Print JSON for other programs.",
)  # fmt: skip


def _speak_plainly(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        speak_plainly(True)


PLAIN = click.Option(
    ["--plain"], is_flag=True, is_eager=True, expose_value=False, callback=_speak_plainly,
    help="Print without colour, boxes and marks, for a screen reader.",
)  # fmt: skip
YES = click.Option(["--yes"], is_flag=True, help="Do it without asking.")


def examples(*lines: str) -> str:
    """The end of a help page: commands as one would type them."""
    return "\n".join([AS_IT_STANDS, marked("Examples:"), *(f"  {line}" for line in lines)])


class Verb(Helped):
    """A command whose every misuse points to its own help."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the words apart; click alone would not say whose option lacks its value."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise


def _by_after(*params: Sequence[click.Parameter]) -> list[click.Parameter]:
    has_it = any("--by" in each.opts for some in params for each in some)
    return [] if has_it else [_BY_AFTER]


def verb(
    name: str,
    *lines: str,
    params: Sequence[click.Parameter] = (),
    common: Sequence[click.Parameter] = (JSON, *WHERE),
    **settings: Any,
) -> Callable[[Callable[..., Any]], click.Command]:
    """Declare a command with its example `lines`, its `params`, and the `common` ones after."""
    return click.command(
        name,
        Verb,
        params=[*params, *common, *_by_after(params, common), PLAIN, HELP],
        add_help_option=False,
        epilog=examples(*lines),
        **settings,
    )
