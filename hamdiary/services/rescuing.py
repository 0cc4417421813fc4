"""Saving what can be read of a damaged diary, to be put in its place if the owner agrees."""

from collections.abc import Mapping
from pathlib import Path

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.services.clock import Clock
from hamdiary.services.mending import salvage
from hamdiary.services.report_file import Progress
from hamdiary.services.restoring import Plan, Shelf
from hamdiary.storage.diary_files import beside
from hamdiary.storage.locations import Home
from hamdiary.storage.salvaging import Salvaged


@dataclass(frozen=True)
class Rescued:
    """A diary that was saved, and what putting it in its place would do."""

    path: Path
    """Where it lies until then."""
    told: Salvaged
    """What could be saved."""
    plan: Plan
    """Putting it in the place of the damaged one."""


def rescue(environment: Mapping[str, str], place: Path, progress: Progress) -> Rescued:
    """Save what can be read of the diary at `place`; DiaryTrouble if that is nothing.

    This process must not have it open: reading a file drops its locks (traps §1).
    """
    progress(0.1, t("reading it page by page"))
    at = Clock(environment).now().utc_text.replace(":", "").replace("-", "")
    out = place.with_name(f"{place.name}.saved-{at}")
    out.unlink(missing_ok=True)
    told = salvage(environment, str(place), out)
    shelf = Shelf(environment, str(place))
    return Rescued(out, told, shelf.plan(shelf.chosen(str(out))))


def let_go(environment: Mapping[str, str], rescued: Rescued) -> None:
    """Remove what was saved, once it is in its place or not wanted; the damaged file stays."""
    Home.of(environment).forget(rescued.path)
    for each in (rescued.path, *beside(rescued.path)):
        each.unlink(missing_ok=True)
