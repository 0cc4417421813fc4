"""`hamdiary export`: the diary as JSON, as tables, as tables with their code book."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hamdiary.cli.calling import Unanswered
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import OutputClosed, say, say_aside, write
from hamdiary.cli.verb import WHERE, verb
from hamdiary.domain.language import t

if TYPE_CHECKING:
    from hamdiary.services.transfer.exporting import Format


@verb(
    "export",
    "hamdiary export -o biscuit.json",
    "hamdiary export -o tables.zip",
    "hamdiary export -o nights.csv --table nights",
    "hamdiary export -o tables/ --format csv",
    "hamdiary export -o - --format csv --table doses --raw",
    "hamdiary export --schema",
    params=[
        click.Option(
            ["-o", "--output"],
            metavar="PATH",
            help="The file or, for all tables, the folder to write; - is standard output.",
        ),
        click.Option(
            ["--format", "named"],
            type=click.Choice(["json", "csv", "zip"], case_sensitive=False),
            help="As what, if the path's ending does not say it.",
        ),
        click.Option(
            ["--table"], metavar="NAME", help="One table as CSV: nights, doses, outings, …"
        ),
        click.Option(
            ["--raw"], is_flag=True, help="CSV for programs: no guards before formulas, no BOM."
        ),
        click.Option(["--schema"], is_flag=True, help="Print the JSON's own JSON Schema instead."),
        click.Option(["--force"], is_flag=True, help="Replace what is there already."),
    ],
    common=WHERE,
)
@click.pass_obj
def export(
    call: Invocation,
    output: str | None,
    named: str | None,
    table: str | None,
    raw: bool,
    schema: bool,
    force: bool,
) -> None:
    """Write the diary into a file: .json, .csv or .zip.

    JSON is the whole diary with every change ever made; hamdiary import makes the same diary of
    it again. CSV is for spreadsheets: one table, or a folder of all of them. A zip has all tables
    and a code book that says what every column means. All hamsters are in it, unless --hamster
    names one.
    """
    from hamdiary.services.transfer import exporting

    if schema:
        _say_schema(output)
        return
    if output is None:
        raise click.UsageError(t("name the file to write, as in -o biscuit.json"))
    wished = _wished_format(output, named, table)
    with call.session() as session:
        hamster = session.hamster(call.hamster) if call.hamster else None
        wish = exporting.Wish(wished, hamster, table, raw)
        if output == "-":
            _print(exporting.content(session, wish))
            return
        place = Path(output).expanduser().absolute()
        if wished is exporting.Format.CSV and table is None and place.suffix:
            say_aside(t("this is the table nights; a folder, as in -o tables/, takes all tables"))
        say(f"{place}: {exporting.write(session, wish, place, force)}")


def _wished_format(output: str, named: str | None, table: str | None) -> "Format":
    """The format that was named or that the path tells; Unanswered if neither does."""
    from hamdiary.services.transfer import exporting

    try:
        wished = exporting.Format.CSV if named is None and _is_folder(output) else None
        wished = wished or exporting.format_for(output, named or _for_table(output, table))
        if table is not None:
            exporting.kind_of(table)
    except exporting.CannotTell as error:
        raise Unanswered(str(error)) from error
    if table is not None and wished is not exporting.Format.CSV:
        raise click.UsageError(t("--table is for CSV, not for {format}").format(format=wished))
    return wished


def _for_table(output: str, table: str | None) -> str | None:
    """A table is CSV wherever the ending does not say something else."""
    other = Path(output).suffix.casefold() in (".json", ".zip")
    return None if table is None or other else "csv"


def _is_folder(output: str) -> bool:
    if output.endswith(("/", "\\")):
        return True
    try:
        return output != "-" and Path(output).is_dir()
    except (OSError, ValueError):
        return False  # a name that no folder can have; writing will say so


def _say_schema(output: str | None) -> None:
    import json

    from hamdiary.services.transfer.json_schema import json_schema
    from hamdiary.storage.files import put_file

    text = json.dumps(json_schema(), ensure_ascii=False, indent=1).encode()
    if output in (None, "-"):
        write(text)
        return
    assert output is not None
    place = Path(output).expanduser().absolute()
    put_file(place, text + b"\n")
    what = t("the JSON Schema of hamdiary's JSON")
    say(f"{place}: {what}")


def _print(content: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise OutputClosed from error
