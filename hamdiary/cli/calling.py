"""One call of the program: its words taken apart by click, or no words at all."""

import os
from collections.abc import Mapping, Sequence

import click

from hamdiary.cli.problems import STOPPED, USED_WRONGLY, ended, told
from hamdiary.domain.language import t


class Unanswered(click.UsageError):
    """A question that nobody is there to answer; the text says which option answers it."""


def run(
    arguments: Sequence[str] | None = None, environment: Mapping[str, str] | None = None
) -> int:
    """Run one command line and return its exit code; whatever happens, no traceback."""
    known = os.environ if environment is None else environment
    return ended(lambda: _called(arguments, known), known)


def _called(arguments: Sequence[str] | None, environment: Mapping[str, str]) -> int:
    from hamdiary.cli.click_words import let_click_speak
    from hamdiary.cli.invocation import Invocation
    from hamdiary.cli.printing import speak_plainly
    from hamdiary.cli.program import program
    from hamdiary.services.display import write_as_here

    write_as_here(environment)
    let_click_speak()
    speak_plainly(bool(environment.get("HAMDIARY_PLAIN")))
    call = Invocation(environment)
    try:
        done = program.main(arguments, "hamdiary", standalone_mode=False, obj=call)
    except click.exceptions.Exit as end:
        done = end.exit_code
    except click.UsageError as error:
        return told(_about_use(error), USED_WRONGLY)
    except click.ClickException as error:
        return told(error.format_message(), error.exit_code)
    except click.Abort:
        return STOPPED
    call.keep_safe()
    return done if isinstance(done, int) else 0


def _about_use(error: click.UsageError) -> str:
    words = error.format_message()
    if isinstance(error, Unanswered):
        return words
    command = error.ctx.command_path if error.ctx else "hamdiary"
    return t("{words} ({command} --help says more)").format(words=words, command=command)
