"""`hamdiary settings`: what can be set, what holds now, and changing it."""

import click

from hamdiary.cli.helped import Group
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say, say_json
from hamdiary.cli.verb import HELP, JSON, examples, verb
from hamdiary.domain.language import t
from hamdiary.domain.settings_listed import raw_in_words
from hamdiary.services.settings import load_settings
from hamdiary.services.settings_set import SettingLine, set_setting, setting_lines
from hamdiary.storage.locations import Home


@click.group(
    "settings",
    cls=Group,
    invoke_without_command=True,
    params=[
        click.Option(["--path"], is_flag=True, help="Print only where the file is."),
        JSON,
        HELP,
    ],
    add_help_option=False,
    epilog=examples(
        "hamdiary settings",
        "hamdiary settings set reminders.log.at 22:00",
        "hamdiary settings set reminders.quiet_hours 23:00-07:00",
        "hamdiary settings check",
    ),
)
@click.pass_context
def settings(ctx: click.Context, path: bool) -> None:
    """Say what is set; set it; check the file.

    The settings are one TOML file on this device, and may be edited by hand. HAMDIARY_SETTINGS
    names another file.
    """
    if ctx.invoked_subcommand is not None:
        return
    if not path:
        _list(ctx.obj)
        return
    place = str(Home.of(ctx.obj.environment).settings)
    if ctx.obj.as_json:
        say_json({"path": place})
    else:
        say(place)


@settings.add_command
@verb("list", "hamdiary settings list", "hamdiary settings list --json", common=[JSON])
@click.pass_obj
def list_settings(call: Invocation) -> None:
    """List every setting, its value, and what it does."""
    _list(call)


def _list(call: Invocation) -> None:
    home = Home.of(call.environment)
    lines = setting_lines(home)
    if call.as_json:
        say_json(
            {
                "path": str(home.settings),
                "exists": home.settings.exists(),
                "settings": {each.name: each.value for each in lines},
                "changed": [each.name for each in lines if each.value != each.default],
            }
        )
        return
    there = "{path}" if home.settings.exists() else t("{path} (not there yet: all is usual)")
    say(there.format(path=home.settings))
    section = ""
    for each in lines:
        if each.name.rpartition(".")[0] != section:
            section = each.name.rpartition(".")[0]
            say("")
        say(_said(each))


def _said(line: SettingLine) -> str:
    usual = "{value}" if line.value == line.default else t("{value} (usually {default})")
    value = usual.format(value=raw_in_words(line.value), default=raw_in_words(line.default))
    return f"{line.name} = {value}\n    {line.words}"


@settings.add_command
@verb(
    "set",
    "hamdiary settings set reminders.outing.times 20:30, 22:00",
    "hamdiary settings set reminders.weigh_in.weekdays sunday",
    "hamdiary settings set delivery.bell off",
    params=[click.Argument(["key"]), click.Argument(["value"], nargs=-1, required=True)],
    common=[JSON],
)
@click.pass_obj
def change(call: Invocation, key: str, value: tuple[str, ...]) -> None:
    """Set KEY to VALUE; comments and order of the file stay.

    VALUE is on or off, a time, times, weekdays, a number or words; none leaves it empty.
    """
    line = set_setting(Home.of(call.environment), key, " ".join(value))
    if call.as_json:
        say_json({"name": line.name, "value": line.value, "default": line.default})
    else:
        say(f"{line.name} = {raw_in_words(line.value)}")


@settings.add_command
@verb("check", "hamdiary settings check", common=[JSON])
@click.pass_obj
def check(call: Invocation) -> None:
    """Look the file over; an error is told with its line and column (exit code 78)."""
    home = Home.of(call.environment)
    load_settings(home)
    if call.as_json:
        say_json({"path": str(home.settings), "exists": home.settings.exists(), "ok": True})
    elif home.settings.exists():
        say(t("{path} is in order").format(path=home.settings))
    else:
        say(t("{path} is not there, so all is as usual").format(path=home.settings))
