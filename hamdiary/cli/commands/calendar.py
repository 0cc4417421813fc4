"""`hamdiary calendar`: the care as a file that a phone's calendar reads."""

import sys
from pathlib import Path

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import OutputClosed, say, say_aside
from hamdiary.cli.problems import Failed
from hamdiary.cli.verb import WHERE, verb
from hamdiary.domain.language import t, tn
from hamdiary.services.session import cared_for
from hamdiary.storage.files import put_file


@verb(
    "calendar",
    "hamdiary calendar -o care.ics",
    "hamdiary calendar -o care.ics --names --force",
    "hamdiary --hamster Biscuit calendar -o -",
    params=[
        click.Option(
            ["-o", "--output"],
            metavar="PATH",
            required=True,
            help="The file to write; - is standard output.",
        ),
        click.Option(
            ["--names"], is_flag=True, help="Name hamsters and medicines; usually nobody is named."
        ),
        click.Option(["--force"], is_flag=True, help="Replace the file if it is there already."),
    ],
    common=WHERE,
)
@click.pass_obj
def calendar(call: Invocation, output: str, names: bool, force: bool) -> None:
    """Write what is to do as a calendar file for a phone.

    Load it into a calendar of its own and set this calendar's default notification: some
    calendars, Google's among them, drop the alarms of a file. It holds what is known today; write
    it again when a course or a time has changed, in the place of the old one.
    """
    from hamdiary.services.calendar_file import calendar_of, entries_of

    with call.session() as session:
        entries = entries_of(session, cared_for(session, call.hamster), names)
        if not entries:
            raise Failed(
                t("there is nothing to put into a calendar; every reminder is off or over")
            )
        text = calendar_of(session, entries)
    if output == "-":
        _print(text)
        return
    place = Path(output).absolute()
    put_file(place, text, force)
    many = tn("{n} entry", "{n} entries", len(entries)).format(n=len(entries))
    say(f"{place}: {many}")
    say_aside(t("load it into a calendar of its own, and set that calendar's default notification"))


def _print(text: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise OutputClosed from error
