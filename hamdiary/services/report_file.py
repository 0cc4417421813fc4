"""Writing a report: in which format, under which name, whole or not at all."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, Literal, assert_never

from hamdiary.domain.language import t
from hamdiary.domain.report import Report
from hamdiary.domain.system_words import reason_of
from hamdiary.domain.text import slug
from hamdiary.domain.values import BadValue
from hamdiary.languages.aside import in_language
from hamdiary.storage.errors import CannotCreate
from hamdiary.storage.files import refuse_no_file

Format = Literal["pdf", "html", "md", "json"]

ENDINGS: dict[str, Format] = {
    ".pdf": "pdf", ".html": "html", ".htm": "html", ".md": "md", ".markdown": "md",
    ".json": "json",
}  # fmt: skip
"""Which format a file's ending asks for."""

Progress = Callable[[float, str], None]
"""Told how far the work is, from 0 to 1, and what comes next."""

FOR_PROGRAMS = "en"
"""The language of a report in JSON, whatever its owner's is."""

LOOK_EVERY_S = 0.1
"""How often one looks whether the work was cancelled."""


class Cancelled(Exception):
    """The report was cancelled; nothing was written."""


def format_of(name: str | Path) -> Format:
    """The format that a file's ending asks for; BadValue says which endings there are."""
    ending = Path(name).suffix.lower()
    if ending in ENDINGS:
        return ENDINGS[ending]
    raise BadValue(t("a report's name ends in .pdf, .html, .md or .json; or name its --format"))


def usual_name(report: Report, format: Format) -> str:
    """A file's name for it: of the hamster's letters only, and the last night."""
    return f"{slug(report.hamster.called)}-{report.span.last.isoformat()}.{format}"


def free_place(folder: Path, report: Report, format: Format) -> Path:
    """A place in the folder where no file lies yet; "-2", "-3" is put to the usual name."""
    place = folder / usual_name(report, format)
    stem, count = place.stem, 1
    while os.path.lexists(place):
        count += 1
        place = place.with_name(f"{stem}-{count}.{format}")
    return place


def rendered(report: Report, format: Format) -> bytes:
    """The report in that format; each brings its library only when it is wanted."""
    match format:
        case "pdf":
            from hamdiary.render.report.pdf import pdf_of

            return pdf_of(report)
        case "html":
            from hamdiary.render.report.html import html_of

            return html_of(report)
        case "md":
            from hamdiary.render.report.markdown import markdown_of

            return markdown_of(report)
        case "json":
            from hamdiary.render.report.as_json import json_of

            return json_of(report)
    assert_never(format)


def prepare(format: Format) -> None:
    """Begin what takes long and needs no report yet, beside other work."""
    if format == "pdf":
        from hamdiary.render.report.pdf import look_for_fonts

        look_for_fonts()


def write_report(
    report: Report,
    to: Path | BinaryIO,
    format: Format | None = None,
    *,
    replace: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    language: str | None = None,
) -> Path | None:
    """Write the report; where it lies now, or None for a stream.

    `language` is that in which it was built, if it is not the owner's.

    A file is whole or not there: CannotCreate if it cannot be written or if one is there already
    and `replace` does not say that it may go. Cancelled once `cancelled` says so. Without a format
    the file's ending tells it, BadValue if it does not.
    """
    step = progress or _silently
    if isinstance(to, Path):
        chosen = format or format_of(to)
        if not replace:
            refuse_taken(to)
    else:
        chosen = format or "pdf"
    step(0.0, t("setting the pages"))
    with in_language(language):
        made = _watched(lambda: rendered(report, chosen), cancelled)
    step(0.9, t("writing"))
    if isinstance(to, Path):
        _put(to, made, replace)
    else:
        to.write(made)
    step(1.0, t("done"))
    return to if isinstance(to, Path) else None


def refuse_taken(place: Path) -> None:
    """CannotCreate if anything lies there already."""
    try:
        taken = os.path.lexists(place)
    except ValueError as error:
        raise CannotCreate(
            t("cannot write {place}: {reason}").format(place=place, reason=error)
        ) from error
    if taken:
        raise CannotCreate(t("{place} is there already; --force replaces it").format(place=place))


def _silently(share: float, what: str) -> None:
    """Nobody wants to know."""


def _watched(work: Callable[[], bytes], cancelled: Callable[[], bool] | None) -> bytes:
    """Do the work beside, so that it can be left: typst itself cannot be stopped half-way."""
    from contextvars import copy_context
    from threading import Thread

    ended: dict[str, Any] = {}

    def run() -> None:
        """The work, with what came of it or went wrong kept for the thread that waits."""
        try:
            ended["made"] = work()
        except BaseException as error:  # noqa: BLE001
            ended["error"] = error

    # It speaks the language that is spoken here.
    thread = Thread(target=copy_context().run, args=(run,), daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(LOOK_EVERY_S)
        if cancelled is not None and cancelled():
            raise Cancelled
    if "error" in ended:
        raise ended["error"]
    made = ended["made"]
    assert isinstance(made, bytes)
    return made


def _put(place: Path, made: bytes, replace: bool) -> None:
    """Write under another name first, then give it its own: never half a file."""
    fresh = place.with_name(f".hamdiary-{os.urandom(4).hex()}{place.suffix[:8]}")
    try:
        fresh.write_bytes(made)
        if replace:
            refuse_no_file(place)
            fresh.replace(place)
        else:
            _link(fresh, place)
    except FileExistsError as error:
        raise CannotCreate(
            t("{place} is there already; --force replaces it").format(place=place)
        ) from error
    except (OSError, ValueError) as error:
        why = reason_of(error, str(error))
        raise CannotCreate(
            t("cannot write {place}: {reason}").format(place=place, reason=why)
        ) from error
    finally:
        with suppress(OSError, ValueError):
            fresh.unlink()


def _link(fresh: Path, place: Path) -> None:
    """Give the file its name unless one is there: not even one that came in the meantime."""
    try:
        os.link(fresh, place)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links, or a name that is refused: the rename tells which.
        refuse_taken(place)
        fresh.replace(place)
