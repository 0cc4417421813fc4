"""The clock of the front ends: this computer's, or the moment that HAMDIARY_NOW names."""

import os
import re
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from hamdiary.domain.evening import FIRST_YEAR, LAST_YEAR, Moment
from hamdiary.domain.language import t


class BadSetting(Exception):
    """An environment variable says something that cannot be followed; one line for the owner."""


class Clock:
    """Tells the moment, as the wall clock here shows it."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment
        """HAMDIARY_NOW and TZ come from here."""

    def now(self) -> Moment:
        """This moment; BadSetting if HAMDIARY_NOW or TZ cannot be read."""
        fixed = self.environment.get("HAMDIARY_NOW")
        if fixed:
            return self._placed(_moment_from(fixed))
        return self._own() or self._local(datetime.now(UTC))

    def _own(self) -> Moment | None:
        """This computer's wall clock, if no TZ stands in its way; loading zones takes longer."""
        if self.environment.get("TZ") or os.environ.get("TZ"):
            return None
        name = _linked_zone()
        return Moment(datetime.now().astimezone(), name) if name else None

    def _placed(self, moment: datetime) -> Moment:
        # A zone that somebody set is where the owner is; otherwise the moment's own offset is
        # the wall clock, and this computer's zone is named only if it agrees.
        local = self._local(moment)
        if self.environment.get("TZ") or local.wall.utcoffset() == moment.utcoffset():
            return local
        return _by_its_offset(moment)

    def _local(self, moment: datetime) -> Moment:
        wanted = self.environment.get("TZ", "").lstrip(":")
        if wanted == os.environ.get("TZ") and _the_system_knows(wanted):
            return Moment(moment.astimezone(), wanted)
        from zoneinfo import ZoneInfo

        name = _zone_at(Path(wanted)) if Path(wanted).is_absolute() else wanted
        name = name or wanted or _zone_of_this_computer()
        try:
            return Moment(moment.astimezone(ZoneInfo(name)), name)
        except (OSError, ValueError, KeyError) as error:
            if _only_the_system_can_read(wanted):
                # Not zoneinfo but the C library knows files and rules like "CET-1CEST".
                return _by_its_offset(moment.astimezone())
            raise BadSetting(
                t("TZ={zone}: there is no such time zone; write it like Europe/Berlin").format(
                    zone=name
                )
            ) from error


_RULES_NAME = r"(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)"
_RULE = rf"{_RULES_NAME}[+-]?[0-9]{{1,3}}(?::[0-9]{{2}}){{0,2}}(?:{_RULES_NAME}.*)?"
"""What POSIX writes for a zone without a name: "CET-1CEST", "<+03>-3", "UTC+2"."""


def _the_system_knows(zone: str) -> bool:
    """Whether the C library, for which TZ says the same, has that zone: loading it takes longer."""
    names_places = all(part[:1].isupper() for part in zone.split("/"))  # as in Europe/Berlin
    if not names_places or not hasattr(time, "tzset"):
        return False
    time.tzset()
    return Path("/usr/share/zoneinfo", zone).is_file()


def _only_the_system_can_read(wanted: str) -> bool:
    if Path(wanted).is_absolute():
        return Path(wanted).exists() or "/zoneinfo/" not in wanted
    return re.fullmatch(_RULE, wanted) is not None


def _by_its_offset(moment: datetime) -> Moment:
    offset = moment.strftime("%z")
    return Moment(moment, f"UTC{offset[:3]}:{offset[3:5]}")


def _moment_from(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadSetting(
            t("HAMDIARY_NOW={text}: write a moment like 2026-11-22T21:16:00+01:00").format(
                text=text[:40]
            )
        ) from error
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise BadSetting(
            t("HAMDIARY_NOW={text}: write a moment in the years {first} to {last}").format(
                text=text[:40], first=FIRST_YEAR, last=LAST_YEAR
            )
        )
    if moment.utcoffset() is None:
        raise BadSetting(
            t("HAMDIARY_NOW={text}: add the offset, as in +01:00").format(text=text[:40])
        )
    return moment


def _zone_of_this_computer() -> str:
    name = _linked_zone()
    if name:
        return name
    # Windows, and systems that keep the zone elsewhere; a link needs no such search.
    from tzlocal import get_localzone_name

    return str(get_localzone_name() or "UTC")


def _linked_zone() -> str:
    """The zone's name from the link that most systems keep; empty if there is none."""
    return _zone_at(Path("/etc/localtime"))


def _zone_at(place: Path) -> str:
    """The name of the zone that a file or the target of a link holds; empty if it has none."""
    named = str(place).partition("/zoneinfo/")[2]
    return named or str(place.resolve()).partition("/zoneinfo/")[2]
