"""Making and writing reports beside the screens, in a thread of its own."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace as replaced
from datetime import date
from pathlib import Path
from typing import get_args

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.report import Report, ReportOptions
from hamdiary.domain.text import slug
from hamdiary.domain.values import BadValue
from hamdiary.services.own_session import own_session
from hamdiary.services.report_choice import Target
from hamdiary.services.report_file import FOR_PROGRAMS, Cancelled, Format, Progress, write_report
from hamdiary.services.reporting import report_of
from hamdiary.services.session import Session
from hamdiary.storage.looks import place_in_journal

IsCancelled = Callable[[], bool]
"""Whether the work is not wanted any more."""

ENDS: dict[Target, str] = {
    "pdf": ".pdf", "html": ".html", "md": ".md", "json": ".json",
    "nights": "-nights.csv", "tables": "-tables.zip", "diary": "-diary.json",
}  # fmt: skip
"""How the usual name of each target ends."""


def report_beside(
    session: Session,
    hamster: Hamster,
    options: ReportOptions,
    progress: Progress,
    cancelled: IsCancelled,
) -> Report:
    """The report as the diary stands now; Cancelled if it is not wanted any more."""

    def step(share: float, what: str) -> None:
        """Say how far it is; Cancelled if it is not wanted any more."""
        if cancelled():
            raise Cancelled
        progress(share, what)

    with own_session(session) as own:
        return report_of(own, hamster, options, step)


def write_beside(
    session: Session,
    hamster: Hamster,
    options: ReportOptions,
    target: Target,
    place: Path,
    replace: bool,
    progress: Progress,
    cancelled: IsCancelled,
) -> Path:
    """Write it, whole or not at all; where it lies. CannotCreate says why it cannot be written."""
    if target not in get_args(Format):
        return _write_diary(session, hamster, target, place, replace, progress, cancelled)
    if target == "json":
        options = replaced(options, language=FOR_PROGRAMS)
    made = report_beside(
        session, hamster, options, lambda share, what: progress(share / 2, what), cancelled
    )
    write_report(
        made, place, target,  # type: ignore[arg-type]
        replace=replace, cancelled=cancelled, language=options.language,
        progress=lambda share, what: progress(0.5 + share / 2, what),
    )  # fmt: skip
    return place


def _write_diary(
    session: Session,
    hamster: Hamster,
    target: Target,
    place: Path,
    replace: bool,
    progress: Progress,
    cancelled: IsCancelled,
) -> Path:
    """Write what the report is made of: the nights, all tables, or everything for programs."""
    from hamdiary.services.transfer import exporting
    from hamdiary.storage.files import put_file

    progress(0.0, t("reading the diary"))
    formats = {"nights": exporting.Format.CSV, "tables": exporting.Format.ZIP}
    wish = exporting.Wish(formats.get(target, exporting.Format.JSON), hamster)
    with own_session(session) as own:
        made_of_it = exporting.content(own, wish)
    if cancelled():
        raise Cancelled
    progress(0.9, t("writing"))
    put_file(place, made_of_it, replace)
    return place


def standing(session: Session) -> int:
    """A number that is another one as soon as anything of the diary has changed."""
    return place_in_journal(session.diary)


# Where to


def place_for(typed: str, hamster: Hamster, target: Target, last: date) -> Path:
    """The file that was meant: one that is named, or a free name in a folder; BadValue if none.

    A name without an ending gets it; one with the ending of something else is refused.
    """
    try:
        place = Path(typed).expanduser().absolute()
        is_folder = typed.endswith(("/", os.sep)) or place.is_dir()
    except (OSError, ValueError, RuntimeError) as error:
        raise BadValue(t("this is no name that a file can have")) from error
    if is_folder:
        return _free(place, hamster, target, last)
    ending = Path(ENDS[target]).suffix or ENDS[target]
    if not place.suffix:
        return place.with_name(place.name + ending)
    if place.suffix.casefold() != ending:
        raise BadValue(
            t("{name}: let the name end in {ending}, or name a folder").format(
                name=place.name[-40:], ending=ending
            )
        )
    return place


def _free(folder: Path, hamster: Hamster, target: Target, last: date) -> Path:
    """The usual name, with "-2", "-3" where files of that name lie already."""
    name = slug(hamster.called)
    dated = f"-{last.isoformat()}" if target in get_args(Format) else ""
    stem, _, ending = f"{name}{dated}{ENDS[target]}".rpartition(".")
    place, count = folder / f"{stem}.{ending}", 1
    while is_taken(place):
        count += 1
        place = folder / f"{stem}-{count}.{ending}"
    return place


def is_taken(place: Path) -> bool:
    """Whether something lies there already."""
    with suppress(OSError, ValueError):
        return os.path.lexists(place)
    return False


def look_at(place: Path, environment: Mapping[str, str] = os.environ) -> str | None:
    """Let the system's own viewer show a file; None if it does, else in words why not."""
    from hamdiary.delivery.opening import open_file

    if not is_taken(place):
        return t("{name}: it is not there any more").format(name=place.name)
    return open_file(str(place), environment)
