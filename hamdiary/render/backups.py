"""Backups in words: the list of them, and what restoring one would bring and take."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import Protocol

from hamdiary.domain.compared import Compared, Side
from hamdiary.domain.language import t
from hamdiary.domain.manner import decimal, moment
from hamdiary.domain.typed_dates import say_day, short_day
from hamdiary.render.cells import cut, padded
from hamdiary.render.counts import counted as counted

MOST_NAMED = 4
"""Evenings that are named one by one."""

WIDE_ENOUGH = 76
"""Columns from which on the list says why each was made."""


class Described(Protocol):
    """What is said of a backup."""

    @property
    def made_utc(self) -> str:
        """When it was made."""

    @property
    def size(self) -> int:
        """Its bytes."""

    @property
    def nights(self) -> int:
        """How many nights it shows."""

    @property
    def changes(self) -> int:
        """How many changes its journal holds."""

    @property
    def reason(self) -> str:
        """Why it was made."""


MOMENT = 24
"""Cells of the longest moment in a list: "Sun 22 Nov 2026 12:16 pm"."""


def said_moment(utc: str, zone: tzinfo | None, listed: bool = False) -> str:
    """When on the wall clock here: "Sun 22 Nov 2026 21:16"."""
    if not utc:
        return t("an unknown time")
    return moment(datetime.fromisoformat(utc).astimezone(zone), listed)


def said_size(count: int) -> str:
    """A file's size: "412 kB", "42.5 MB"."""
    return f"{decimal(count / 1e6, 1)} MB" if count >= 1e6 else f"{max(1, round(count / 1e3))} kB"


def holds(backup: Described) -> str:
    """What a backup holds: "412 nights, 3021 changes"."""
    return f"{counted(backup.nights, 'night')}, {counted(backup.changes, 'change')}"


def backup_line(
    number: int,
    backup: Described,
    trouble: str | None,
    zone: tzinfo | None,
    reason: str,
    width: int,
) -> str:
    """One line of the list of backups."""
    when = padded(said_moment(backup.made_utc, zone, listed=True), MOMENT)
    mark = (
        t("verified") if trouble is None else t("!! not whole: {trouble}").format(trouble=trouble)
    )
    begin = f"{number:>3}  {when}"
    if trouble is not None:
        return cut(f"{begin}  {mark}", width)
    size = padded(said_size(backup.size), 8, right=True)
    nights = padded(counted(backup.nights, "night"), 12, right=True)
    line = f"{begin}  {nights}  {size}  {mark}"
    return cut(f"{line}  {reason}" if width >= WIDE_ENOUGH else line, width)


def backups_page(
    rows: Sequence[tuple[int, Described, str | None]],
    folders: Sequence[object],
    zone: tzinfo | None,
    reasons: Mapping[str, str],
    width: int,
) -> str:
    """The list of backups, the newest first, and where they lie."""
    lines = [
        backup_line(number, backup, trouble, zone, reasons.get(backup.reason, ""), width)
        for number, backup, trouble in rows
    ]
    first, *others = folders or [""]
    places = [t("in {folder}").format(folder=first)] if folders else []
    places += [t("and {folder}").format(folder=each) for each in others]
    return "\n".join([*lines, "", *places])


def would_change(found: Compared | None, trouble: str | None) -> list[str]:
    """What restoring would lose and bring, in whole sentences."""
    if found is None:
        return [
            t("What is there now cannot be read as a diary: {trouble}.").format(trouble=trouble)
        ]
    said = [
        *_side(t("Lost: {parts} that only the diary as it is has."), found.lost),
        *_side(t("Back again: {parts} that only the backup has."), found.gained),
    ]
    if found.nights_changed:
        said.append(
            t("Shown as they were then: {nights}.").format(
                nights=_nights(found.nights_changed, found.evenings_changed)
            )
        )
    if found.is_shared and found.lost.changes:
        said.append(t("What another carer has taken in of it comes back with their next bundle."))
    return said or [t("Nothing: the diary and the backup hold the same.")]


def _nights(count: int, evenings: Sequence[date]) -> str:
    """So many nights, and which: "2 nights (Sun 22 Nov, Sat 21 Nov)"."""
    named = ", ".join(map(short_day, evenings[:MOST_NAMED]))
    if len(evenings) > MOST_NAMED:
        named = t("{first} to {last}").format(
            first=say_day(evenings[-1]), last=say_day(evenings[0])
        )
    return f"{counted(count, 'night')} ({named})" if named else counted(count, "night")


def _side(sentence: str, side: Side) -> list[str]:
    if not (side.changes or side.nights or side.hamsters):
        return []
    parts = [counted(side.changes, "change")] if side.changes else []
    if side.nights:
        parts.insert(0, _nights(side.nights, side.evenings))
    if side.hamsters:
        parts.insert(0, ", ".join(side.hamsters))
    return [sentence.format(parts=", ".join(parts))]
