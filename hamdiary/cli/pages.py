"""Every command with its help, for the palette of the screens and for the man page."""

from collections.abc import Iterator

import click

from hamdiary.cli.click_words import let_click_speak
from hamdiary.cli.helped import LONGEST_SHORT_HELP
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.program import program
from hamdiary.tui.command_page import CommandPage

WIDTH = 74
"""Cells of a help page's lines: in a window of 80 they stand as they are."""

WIDTH_OF_LISTS = 78
"""Cells of a list of commands, which no window shows: each is said on one line, in German too."""


def contexts(
    command: click.Command = program, above: click.Context | None = None
) -> Iterator[click.Context]:
    """A context for each command below `command`, itself included, groups before their own."""
    name = "hamdiary" if above is None else command.name
    width = WIDTH_OF_LISTS if isinstance(command, click.Group) else WIDTH
    context = click.Context(
        command, above, info_name=name, obj=Invocation({}), terminal_width=width
    )  # fmt: skip
    yield context
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            found = command.get_command(context, each)
            if found is not None and not found.hidden:
                yield from contexts(found, context)


def command_pages() -> list[CommandPage]:
    """Every command that does something by itself, by its words after "hamdiary"."""
    let_click_speak()
    return [
        CommandPage(
            context.command_path.partition(" ")[2],
            context.command.get_short_help_str(LONGEST_SHORT_HELP),
            context.get_help(),
        )
        for context in contexts()
        if not isinstance(context.command, click.Group)
    ]
