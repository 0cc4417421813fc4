"""What was chosen for a hamster's report last time, remembered on this device."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.report.options import MOST_NIGHTS, PARTS, Part, Period, PeriodKind
from hamdiary.domain.report.options import ReportOptions as ReportOptions
from hamdiary.languages.reading import LANGUAGES
from hamdiary.services.session import Session

Target = Literal["pdf", "html", "md", "json", "nights", "tables", "diary"]
"""What can be written: the report in four formats, or data of the whole diary."""

FOLDER = "report-folder"
"""Under which name this device remembers where reports are written."""


@dataclass(frozen=True)
class Choice:
    """Everything that is chosen in the Report view."""

    period: Period = Period()
    """Which nights."""
    parts: frozenset[Part] = frozenset(PARTS)
    """Which parts."""
    target: Target = "pdf"
    """What was written last."""
    language: str | None = None
    """The language of who will read it; None is the owner's own, whichever that is by then."""

    @property
    def options(self) -> ReportOptions:
        """The same as the report wants it."""
        return ReportOptions(self.period, self.parts, language=self.language)


def remembered(session: Session, hamster: Hamster) -> Choice:
    """What was chosen last for this hamster; what cannot be read is as if never chosen."""
    raw = session.diary.setting(session.device, _name(hamster))
    with suppress(ValueError, TypeError, KeyError, AttributeError):
        return _read(json.loads(raw or ""))
    return Choice()


def remember(session: Session, hamster: Hamster, choice: Choice) -> None:
    """Remember it for the next time; in a diary for reading only nothing is."""
    if session.diary.read_only:
        return
    period = choice.period
    told = {
        "kind": period.kind,
        "nights": period.nights,
        "first": period.first and period.first.isoformat(),
        "last": period.last and period.last.isoformat(),
        # Left out, not in it: a part that a later version adds is wanted.
        "without": sorted(set(PARTS) - choice.parts),
        "as": choice.target,
        "in": choice.language,
    }
    session.diary.remember(session.device, _name(hamster), json.dumps(told))


def folder_of(session: Session) -> Path:
    """Where reports are written: the last place on this device, else the documents, else home."""
    known = session.diary.setting(session.device, FOLDER)
    from platformdirs import user_documents_path

    for place in (Path(known) if known else None, user_documents_path(), Path.home()):
        with suppress(OSError, ValueError):
            if place is not None and place.is_dir():
                return place
    return Path.home()


def remember_folder(session: Session, folder: Path) -> None:
    """Remember where reports are written."""
    with suppress(UnicodeEncodeError):
        str(folder).encode()
        if not session.diary.read_only:
            session.diary.remember(session.device, FOLDER, str(folder))


def _name(hamster: Hamster) -> str:
    return f"report:{hamster.id}"


def _read(told: Mapping[str, Any]) -> Choice:
    kind, nights, target = told["kind"], told["nights"], told["as"]
    if kind not in get_args(PeriodKind) or not 1 <= int(nights) <= MOST_NIGHTS:
        raise ValueError
    first, last = (date.fromisoformat(told[name]) if told[name] else None
                   for name in ("first", "last"))  # fmt: skip
    parts = frozenset(PARTS) - frozenset(told["without"])
    language = told.get("in")
    choice = Choice(
        Period(kind, int(nights), first, last), parts,
        language=language if language in LANGUAGES else None,
    )  # fmt: skip
    return replace(choice, target=target) if target in get_args(Target) else choice
