"""`hamdiary report`: the report for the vet as a file."""

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import say
from hamdiary.cli.verb import WHERE, verb
from hamdiary.domain.language import tn

PARTS = (
    "hints", "comparison", "charts", "medicines", "milestones", "clips", "questions", "nights",
    "notes",
)  # fmt: skip
"""What can be left out; a test holds it against the domain, which is not imported for --help."""

LANGUAGES = ("en", "de")
"""The languages there are, held against the catalogues by the same test."""


@verb(
    "report",
    "hamdiary report --nights 30 -o biscuit.pdf",
    "hamdiary report --since vet --question 'may it climb again?'",
    "hamdiary report --since 2026-11-01 --without notes -o biscuit.html",
    "hamdiary report --only hints --only comparison --format md -o -",
    "hamdiary report --language en -o for-the-vet.pdf",
    params=[
        click.Option(["--nights"], type=int, help="The last so many nights; else 30."),
        click.Option(
            ["--since"],
            metavar="vet|onset|DATE",
            help="Since the last visit to the vet, since the legs are weak, or since a night.",
        ),
        click.Option(["--to", "last"], metavar="DATE", help="The last night, else tonight."),
        click.Option(
            ["--without"],
            type=click.Choice(PARTS),
            multiple=True,
            help="Leave a part out; may be given several times.",
        ),
        click.Option(
            ["--only"], type=click.Choice(PARTS), multiple=True, help="Nothing but these parts."
        ),
        click.Option(
            ["--question"], multiple=True, help="A question for the vet, beside those in the diary."
        ),
        click.Option(
            ["-o", "--output"],
            metavar="PATH",
            help="The file to write, by its ending PDF, HTML, Markdown or JSON; a folder; or - for "
            "standard output. Else a PDF of the hamster's name, here.",
        ),
        click.Option(
            ["--format"],
            type=click.Choice(("pdf", "html", "md", "json")),
            help="The format, where the ending does not tell it.",
        ),
        click.Option(
            ["--language"],
            type=click.Choice(LANGUAGES),
            help="The language of who will read it, if it is another than yours.",
        ),
        click.Option(["--force"], is_flag=True, help="Replace the file if it is there already."),
    ],
    common=WHERE,
)
@click.pass_obj
def report(
    call: Invocation,
    nights: int | None,
    since: str | None,
    last: str | None,
    without: tuple[str, ...],
    only: tuple[str, ...],
    question: tuple[str, ...],
    output: str | None,
    format: str | None,
    language: str | None,
    force: bool,
) -> None:
    """Write the report for the vet, one page worth reading first.

    What was seen stands apart from what was worked out of it; a night without an entry is shown
    as a gap.
    """
    from dataclasses import replace

    from hamdiary.cli.reporting import asked_for, chosen_format, write_as_asked
    from hamdiary.services.report_file import FOR_PROGRAMS

    chosen = chosen_format(output, format)  # type: ignore[arg-type]
    asked = asked_for(call, nights, since, last, without, only, question)
    options = replace(asked, language=FOR_PROGRAMS if chosen == "json" else language)
    made, written = write_as_asked(call, options, chosen, output, force)
    if written is not None:
        words = tn(
            "{n} night, {recorded} recorded", "{n} nights, {recorded} recorded", made.span.nights
        )
        say(f"{written}: {words.format(n=made.span.nights, recorded=made.recorded)}")
