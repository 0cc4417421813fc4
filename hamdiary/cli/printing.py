"""Printing: data on standard output, words about it on standard error, JSON as it is stored."""

import os
import sys
from collections.abc import Mapping
from typing import Any

from hamdiary.domain.text import clean, clean_line
from hamdiary.render.marks import as_far_as, in_ascii

JSON_VERSION = 1
"""The value of "hamdiary" in every JSON answer; it grows when a name or meaning changes."""

USUAL_WIDTH, NARROWEST = 80, 20


_plainly = [False]


def speak_plainly(wanted: bool) -> None:
    """From now on print ASCII twins of all marks and no colour, or again what the output knows."""
    _plainly[0] = wanted


def speaks_plainly() -> bool:
    """Whether marks, boxes and colour are left out (design §2, rule 9)."""
    return _plainly[0]


class OutputClosed(Exception):
    """Whoever read the output has had enough; nothing is wrong."""


def say(text: str) -> None:
    """Print data, without anything that could steer the terminal."""
    write(printable(_clean_page(text), sys.stdout))


def write(text: str | bytes) -> None:
    """Write to standard output what is clean already."""
    import click

    try:
        # Named, because click would write UTF-8 to an output that says it knows ASCII only.
        click.echo(text, file=sys.stdout)
    except BrokenPipeError as error:
        raise OutputClosed from error


def _clean_page(text: str) -> str:
    # A page of ASCII and our own marks needs no further look, which takes its time.
    plain = in_ascii(text)
    return text if plain.isascii() and clean(plain) == plain else clean(text)


def say_aside(line: str) -> None:
    """Print one line on standard error; nothing happens if nobody can read it."""
    import click

    try:
        click.echo(printable(f"hamdiary: {clean_line(line)}", sys.stderr), file=sys.stderr)
    except OSError:
        return


def say_json(answer: Mapping[str, Any]) -> None:
    """Print a JSON object in UTF-8 with the version of its names, whatever the locale."""
    import json

    versioned = {"hamdiary": JSON_VERSION, **answer}
    text = json.dumps(versioned, ensure_ascii=False, allow_nan=False, indent=1)
    write(text.encode("utf-8", "replace"))


def terminal_width() -> int:
    """The columns that a line may take; 80 where nobody says."""
    # What shutil.get_terminal_size does; its import costs a command a twentieth of its time.
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isdecimal() and 0 < int(wanted) < 10_000:
        return max(int(wanted), NARROWEST)
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        columns = 0
    return max(columns or USUAL_WIDTH, NARROWEST)


def printable(text: str, stream: Any) -> str:
    """The text with ASCII twins of our marks where the stream lacks them (look.md)."""
    if speaks_plainly():
        return in_ascii(text)
    return as_far_as(text, getattr(stream, "encoding", None) or "utf-8")
