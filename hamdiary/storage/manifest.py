"""What stands beside a backup: which diary it is of, what it holds, and how to know it is whole.

No word of the diary is in it, not even a name.
"""

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from hamdiary.domain.frozen import dataclass

NAMED = re.compile(
    r"diary-(?P<at>\d{8}T\d{6}Z)-(?P<device>[0-9a-z]{4,40})-(?P<diary>[0-9a-f]{8})(?:-(?P<number>\d+))?\.db"
)
"""A backup's file name: when, on which device, of which diary."""

MANIFEST_VERSION = 1
"""The value of "hamdiary_backup"; grows when a name or meaning changes."""


@dataclass(frozen=True)
class Backup:
    """One backup as its manifest describes it."""

    path: Path
    """Where it lies."""
    made_utc: str
    """When it was made, "2026-11-22T20:16:00Z"."""
    device: str
    """The device that made it."""
    diary_id: str
    """The diary that it is a copy of."""
    reason: str
    """Why it was made: "daily", "asked", or before what."""
    format: int
    """The format of the diary in it."""
    size: int
    """Bytes of the file."""
    sha256: str
    """The hash of the whole file."""
    counts: Mapping[str, int]
    """Rows by table."""
    newest: int
    """The highest number in its journal (lamport)."""

    @property
    def changes(self) -> int:
        """How many changes its journal holds."""
        return self.counts.get("changes", 0)

    @property
    def nights(self) -> int:
        """How many nights it shows."""
        return self.counts.get("nights", 0)

    @property
    def label(self) -> str:
        """What tells it from the others: the file's name."""
        return self.path.name


def name_of(made_utc: str, device: str, diary_id: str, number: int = 1) -> str:
    """The file name of a backup; `number` tells apart those of one second."""
    at = made_utc.replace("-", "").replace(":", "")
    again = f"-{number}" if number > 1 else ""
    return f"diary-{at}-{device}-{diary_id[:8]}{again}.db"


def order_of(name: str) -> tuple[str, int, str]:
    """What sorts the names of backups by time; those of one second by their number."""
    named = NAMED.fullmatch(name)
    return (named["at"], int(named["number"] or 1), name) if named else ("", 0, name)


def manifest_of(path: Path) -> Path:
    """Where the manifest of a backup lies."""
    return path.with_suffix(".json")


def read_manifest(path: Path) -> Backup | None:
    """The backup at `path` by its manifest; None if that is missing or says nothing of use."""
    try:
        said = json.loads(manifest_of(path).read_text(encoding="utf-8"))
        return _from_json(path, said) if said["hamdiary_backup"] <= MANIFEST_VERSION else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def write_manifest(backup: Backup, place: Path) -> None:
    """Write the manifest whole into a new file, mode 0600; on return it is on the disk."""
    descriptor = os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(_as_json(backup), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            place.unlink()
        raise


def _as_json(backup: Backup) -> dict[str, object]:
    return {
        "hamdiary_backup": MANIFEST_VERSION,
        "made_utc": backup.made_utc,
        "device": backup.device,
        "diary_id": backup.diary_id,
        "reason": backup.reason,
        "format": backup.format,
        "bytes": backup.size,
        "sha256": backup.sha256,
        "counts": dict(backup.counts),
        "newest": backup.newest,
    }


def _from_json(path: Path, said: Mapping[str, object]) -> Backup:
    counts = said["counts"]
    if not isinstance(counts, dict):
        raise ValueError("counts")
    return Backup(
        path=path,
        made_utc=_moment(said["made_utc"]),
        device=_text(said["device"]),
        diary_id=_text(said["diary_id"]),
        reason=_text(said["reason"]),
        format=_number(said["format"]),
        size=_number(said["bytes"]),
        sha256=_text(said["sha256"]),
        counts={_text(name): _number(count) for name, count in counts.items()},
        newest=_number(said["newest"]),
    )


def _moment(value: object) -> str:
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", _text(value)):
        raise ValueError("made_utc")
    return str(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value
