"""Lines of words with roles, printed in a terminal's own colours or in none (design §2, rule 9)."""

import sys
from collections.abc import Iterable, Mapping

from hamdiary.cli.printing import printable, say, speaks_plainly, write
from hamdiary.domain.text import clean
from hamdiary.render.canvas import Line, Span
from hamdiary.render.marks import in_ascii
from hamdiary.services.display import has_colours

COLORS = {
    "bold": "1", "faint": "2", "grid": "2", "mark": "33", "accent": "1;33", "second": "32",
    "warn": "1;31", "chip": "7",
}  # fmt: skip
"""By role, what switches a terminal to it: its own sixteen colours, so that themes hold."""


def say_lines(lines: Iterable[Line], environment: Mapping[str, str]) -> None:
    """Print the lines, in colour if somebody sees it; without, the grid goes too."""
    if not is_coloured(environment):
        say("\n".join(_bare(line) for line in lines))
        return
    shown = list(lines)
    words = "".join(span.text for line in shown for span in line)
    # Twins for all marks or for none: a page in two alphabets could not be read.
    twins = printable(words, sys.stdout) != words
    write("\n".join("".join(_inked(span, twins) for span in line).rstrip() for line in shown))


def is_coloured(environment: Mapping[str, str]) -> bool:
    """Whether colour helps: a terminal that knows it, and nobody who said NO_COLOR."""
    if speaks_plainly() or sys.stdout is None or not sys.stdout.isatty():
        return False
    return not environment.get("NO_COLOR") and has_colours(environment)


def _bare(line: Line) -> str:
    """The words alone; a grid that is as dark as the data would hide it."""
    texts = (" " * len(span.text) if span.role == "grid" else span.text for span in line)
    return "".join(texts).rstrip()


def _inked(span: Span, twins: bool) -> str:
    words = clean(span.text).replace("\n", " ")
    text = printable(in_ascii(words), sys.stdout) if twins else words
    color = COLORS.get(span.role)
    return f"\x1b[{color}m{text}\x1b[0m" if color and not text.isspace() else text
