"""Help that is written in English at the commands and read in the language in use."""

from collections.abc import Callable
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

import click

from hamdiary.domain.language import t

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

AS_IT_STANDS = "\b"
"""Begins a paragraph whose lines click leaves alone: examples."""


def told(text: str) -> str:
    """A help text paragraph by paragraph; of examples only the title is words."""
    return "\n\n".join(_paragraph(each) for each in cleandoc(text).split("\n\n"))


def one_line(text: str) -> str:
    """A paragraph without its line ends, as a catalogue knows it."""
    return " ".join(text.split())


def _paragraph(text: str) -> str:
    if text.startswith(AS_IT_STANDS):
        lines = text.splitlines()
        return "\n".join(each if each[:1] in (AS_IT_STANDS, " ") else t(each) for each in lines)
    return t(one_line(text))


class Words:
    """A text of a command: kept as it was declared, read in the language in use."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, command: Any, owner: type) -> str | None:
        text = command.__dict__[self.name]
        return told(text) if text else text

    def __set__(self, command: Any, text: str | None) -> None:
        command.__dict__[self.name] = text


LONGEST_SHORT_HELP = 90
"""Letters of what a command does, as a shell shows it beside its name."""


class Helped(click.Command):
    """A command whose help, and that of its options, is in the language in use."""

    help = Words()
    short_help = Words()
    epilog = Words()

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options down."""
        records = option_records(ctx)
        if records:
            with formatter.section(t("Options")):
                formatter.write_dl(records)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """What an unfinished word may become, with what it does."""
        found = super().shell_complete(ctx, incomplete)
        for each in found:
            each.help = each.help and t(one_line(each.help))
        return found


class Group(Helped, click.Group):
    """A command that has commands of its own."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands down."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """What an unfinished word may become; click would cut what a command does at 45 letters."""
        found = super().shell_complete(ctx, incomplete)
        for each in found:
            command = self.get_command(ctx, str(each.value))
            if command is not None:
                each.help = command.get_short_help_str(LONGEST_SHORT_HELP)
        return found


def option_records(ctx: click.Context) -> list[tuple[str, str]]:
    """How each option of a command is typed, and what it does."""
    options = (each for each in ctx.command.get_params(ctx) if isinstance(each, click.Option))
    return [record for each in options if (record := _record(each, ctx))]


def _record(option: click.Option, ctx: click.Context) -> tuple[str, str] | None:
    record = option.get_help_record(ctx)
    if record is None or not option.help:
        return record
    typed, words = record
    # Behind the help stands what click adds to it: [required].
    return typed, t(one_line(option.help)) + words[len(option.help) :]


class WordedOption(click.Option):
    """An option whose help is put together, of texts in the language in use, when it is read."""

    def __init__(self, declared: list[str], words: Callable[[], str], **settings: Any) -> None:
        self.words = words
        super().__init__(declared, **settings)

    @property
    def help(self) -> str:
        """What it is for."""
        return self.words()

    @help.setter
    def help(self, text: str | None) -> None:
        """Nothing: click sets what it was given, and `words` says it."""
