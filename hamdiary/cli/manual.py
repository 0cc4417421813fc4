"""The manual page, made of what click knows of every command."""

from collections.abc import Iterator

import click

from hamdiary import __version__
from hamdiary.cli.pages import contexts
from hamdiary.render.roff import Entry, Section, entries, escaped, page, section

ABOUT = (
    "hamdiary is a night diary, in the terminal, for a hamster with weak or paralysed hind legs. "
    "Without a command the screens open; every screen has a twin among the commands. It keeps "
    "notes; it does not examine, diagnose or treat. If you are worried, ring a vet now."
)

ENVIRONMENT = (
    Entry("HAMDIARY_HOME", "The folder with the diary and all else that is hamdiary's."),
    Entry("HAMDIARY_SETTINGS", "Another file of settings than the one in that folder."),
    Entry("HAMDIARY_PLAIN", "If it is set, everything is printed as with --plain."),
    Entry("HAMDIARY_LANGUAGE", "en or de: what is shown is written in it, whatever is set."),
    Entry("HAMDIARY_ANIMATION", "off: nothing on the screens moves."),
    Entry("NO_COLOR", "If it is set, nothing is printed in colour."),
    Entry("LC_ALL, LC_TIME, LANG", "Whose way of writing times and days is followed."),
)

STATUS = (
    Entry("0", "It was done; hints: none is open, which never means that all is well."),
    Entry("1", "It failed; the line says why."),
    Entry("2", "It was typed in a way that cannot be followed."),
    Entry("10", "remind: something is due."),
    Entry("78", "A setting cannot be followed."),
)


def manual() -> str:
    """The page in roff."""
    found = list(contexts())
    first, rest = found[0], found[1:]
    parts = [
        '.SH "NAME"',
        f"hamdiary \\- {escaped('a night diary for a hamster with weak hind legs')}",
        '.SH "SYNOPSIS"',
        ".B hamdiary",
        "[\\fIOPTIONS\\fR] [\\fICOMMAND\\fR [\\fIARGS\\fR]...]",
        '.SH "DESCRIPTION"',
        escaped(ABOUT),
        '.SH "OPTIONS"',
        *entries(list(_options(first))),
        '.SH "COMMANDS"',
    ]
    for context in rest:
        parts += section(_section(context), "SS")
    parts += ['.SH "ENVIRONMENT"', *entries(ENVIRONMENT)]
    parts += ['.SH "EXIT STATUS"', *entries(STATUS)]
    return page("hamdiary", f"hamdiary {__version__}", parts)


def _section(context: click.Context) -> Section:
    command = context.command
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    paragraphs = [" ".join(each.split()) for each in (command.help or "").split("\n\n")]
    lines = (command.epilog or "").splitlines()
    examples = [line.strip() for line in lines if line.startswith("  ")]
    return Section(context.command_path, usage, paragraphs, list(_options(context)), examples)


def _options(context: click.Context) -> Iterator[Entry]:
    for param in context.command.get_params(context):
        record = param.get_help_record(context)
        if record is not None:
            yield Entry(*record)
