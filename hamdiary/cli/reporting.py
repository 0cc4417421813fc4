"""What `hamdiary report` was asked for, and how it shows how far it is."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

import click

from hamdiary.cli.invocation import Invocation
from hamdiary.cli.printing import OutputClosed
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.report import PARTS, Part, Period, Report, ReportOptions
from hamdiary.domain.report.options import USUAL_NIGHTS
from hamdiary.domain.text import clean_line
from hamdiary.services.report_file import (
    Format,
    Progress,
    format_of,
    prepare,
    refuse_taken,
    usual_name,
    write_report,
)
from hamdiary.services.reporting import report_of, span_of
from hamdiary.services.session import Session

LONG = 120
"""From so many nights on it is shown how far the work is."""

LONGEST_QUESTION = 400
"""Characters of a question, as in the diary."""


def asked_for(
    call: Invocation,
    nights: int | None,
    since: str | None,
    last: str | None,
    without: Sequence[str],
    only: Sequence[str],
    questions: Sequence[str],
) -> ReportOptions:
    """The options of a report; UsageError for what does not go together."""
    if nights is not None and since is not None:
        raise click.UsageError(t("--nights and --since do not go together; name one of them"))
    if only and without:
        raise click.UsageError(t("--only and --without do not go together; name one of them"))
    parts = cast("frozenset[Part]", frozenset(only or PARTS) - frozenset(without))
    return ReportOptions(_period(call, nights, since, last), parts, _questions(questions))


def _period(call: Invocation, nights: int | None, since: str | None, last: str | None) -> Period:
    to = call.evening(last, "--to") if last is not None else None
    if since is None:
        return Period("nights", USUAL_NIGHTS if nights is None else nights, last=to)
    word = since.strip().casefold()
    if word in ("vet", "onset"):
        return Period("since_vet" if word == "vet" else "since_onset", last=to)
    return Period("dates", first=call.evening(since, "--since"), last=to)


def _questions(typed: Sequence[str]) -> tuple[str, ...]:
    asked = tuple(clean_line(each) for each in typed)
    if any(len(each) > LONGEST_QUESTION for each in asked):
        raise click.UsageError(
            t("--question has {n} characters at most").format(n=LONGEST_QUESTION)
        )
    return tuple(each for each in asked if each)


def chosen_format(output: str | None, format: Format | None) -> Format:
    """The format that was named, or that the file's ending tells."""
    if format is not None:
        return format
    if output == "-":
        raise click.UsageError(t("-o - needs a --format: pdf, html, md or json"))
    if output is None or is_folder(Path(output)):
        return "pdf"
    return format_of(output)


def write_as_asked(
    call: Invocation, options: ReportOptions, format: Format, output: str | None, force: bool
) -> tuple[Report, Path | None]:
    """The report, and where it lies now; None for standard output.

    A file that is there already is refused before the work begins, unless `force` is said.
    """
    stream = standard_output(format) if output == "-" else None
    named = Path(output or ".").absolute()
    if stream is None and not force and not is_folder(named):
        refuse_taken(named)
    prepare(format)
    with call.session() as session:
        hamster = call.hamster_in(session)
        with progress_of(session, hamster, options) as step:
            made = report_of(session, hamster, options, lambda share, what: step(share / 2, what))
            place = named / usual_name(made, format) if is_folder(named) else named
            written = write_report(
                made,
                stream or place,
                format,
                replace=force,
                progress=lambda share, what: step(0.5 + share / 2, what),
                language=options.language,
            )
    return made, written


def is_folder(place: Path) -> bool:
    """Whether a folder lies there; a name that no disk takes is none."""
    try:
        return place.is_dir()
    except (OSError, ValueError):
        return False


def standard_output(format: Format) -> BinaryIO:
    """Standard output as bytes; UsageError for a PDF that would go to a terminal."""
    if format == "pdf" and sys.stdout.isatty():
        raise click.UsageError(t("a PDF is no text for a terminal; name a file with -o"))
    sys.stdout.flush()
    return _Pipe()  # type: ignore[return-value]


class _Pipe:
    """Standard output; whoever reads it may have had enough."""

    def write(self, text: bytes) -> int:
        """Write it now, and how many bytes it was; OutputClosed if nobody reads on."""
        try:
            sys.stdout.buffer.write(text)
            sys.stdout.buffer.flush()
        except BrokenPipeError as error:
            raise OutputClosed from error
        return len(text)


@contextmanager
def progress_of(session: Session, hamster: Hamster, options: ReportOptions) -> Iterator[Progress]:
    """How far the work is, on standard error: only of a long period, and where somebody looks."""
    long = span_of(session, hamster, options).nights > LONG
    if not long or not sys.stderr.isatty():
        yield lambda share, what: None
        return
    with click.progressbar(length=100, file=sys.stderr, show_eta=False, width=24,
                           item_show_func=lambda what: what or "") as bar:  # fmt: skip
        yield _on(bar)


def _on(bar: Any) -> Callable[[float, str], None]:
    done = 0

    def step(share: float, what: str) -> None:
        """Move the bar to a share of all, 0 to 1, and say what is done there."""
        nonlocal done
        now = round(share * 100)
        bar.update(now - done, what)
        # The words change also where the bar does not move.
        bar.render_progress()
        done = now

    return step
