"""The manual page, made of what click knows of every command."""

from collections.abc import Sequence

import click

from hamdiary import __version__
from hamdiary.cli.helped import option_records
from hamdiary.cli.pages import contexts
from hamdiary.domain.language import marked, t, tc
from hamdiary.render.roff import Entry, Section, entries, escaped, page, section

ABOUT = marked(
    "hamdiary is a night diary, in the terminal, for a hamster with weak or paralysed hind legs. "
    "Without a command the screens open; every screen has a twin among the commands. It keeps "
    "notes; it does not examine, diagnose or treat. If you are worried, ring a vet now."
)

ENVIRONMENT = (
    Entry("HAMDIARY_HOME", marked("The folder with the diary and all else that is hamdiary's.")),
    Entry("HAMDIARY_SETTINGS", marked("Another file of settings than the one in that folder.")),
    Entry("HAMDIARY_PLAIN", marked("If it is set, everything is printed as with --plain.")),
    Entry(
        "HAMDIARY_LANGUAGE", marked("en or de: what is shown is written in it, whatever is set.")
    ),
    Entry("HAMDIARY_ANIMATION", marked("off: nothing on the screens moves.")),
    Entry("NO_COLOR", marked("If it is set, nothing is printed in colour.")),
    Entry("LC_ALL, LC_TIME, LANG", marked("Whose way of writing times and days is followed.")),
)

STATUS = (
    Entry("0", marked("It was done; hints: none is open, which never means that all is well.")),
    Entry("1", marked("It failed; the line says why.")),
    Entry("2", marked("It was typed in a way that cannot be followed.")),
    Entry("10", marked("remind: something is due.")),
    Entry("78", marked("A setting cannot be followed.")),
)


def manual() -> str:
    """The page in roff."""
    found = list(contexts())
    first, rest = found[0], found[1:]
    parts = [
        _heading(tc("man page", "NAME")),
        "hamdiary \\- " + escaped(t("a night diary for a hamster with weak hind legs")),
        _heading(tc("man page", "SYNOPSIS")),
        ".B hamdiary",
        "[\\fIOPTIONS\\fR] [\\fICOMMAND\\fR [\\fIARGS\\fR]...]",
        _heading(tc("man page", "DESCRIPTION")),
        escaped(t(ABOUT)),
        _heading(tc("man page", "OPTIONS")),
        *entries(_options(first)),
        _heading(tc("man page", "COMMANDS")),
    ]
    for context in rest:
        parts += section(_section(context), "SS")
    parts += [_heading(tc("man page", "ENVIRONMENT")), *entries(_in_words(ENVIRONMENT))]
    parts += [_heading(tc("man page", "EXIT STATUS")), *entries(_in_words(STATUS))]
    return page("hamdiary", f"hamdiary {__version__}", parts)


def _heading(words: str) -> str:
    return f'.SH "{escaped(words)}"'


def _in_words(listed: Sequence[Entry]) -> list[Entry]:
    return [Entry(each.term, t(each.words)) for each in listed]


def _section(context: click.Context) -> Section:
    command = context.command
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    paragraphs = [" ".join(each.split()) for each in (command.help or "").split("\n\n")]
    lines = (command.epilog or "").splitlines()
    examples = [line.strip() for line in lines if line.startswith("  ")]
    return Section(context.command_path, usage, paragraphs, _options(context), examples)


def _options(context: click.Context) -> list[Entry]:
    return [Entry(*record) for record in option_records(context)]
