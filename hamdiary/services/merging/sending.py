"""Sending: this device's own bundle, which holds all that the diary knows and only grows."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Change
from hamdiary.services.merging.bundle_file import ENDING, blocks, digest_of, first_digest, heading
from hamdiary.services.session import Session
from hamdiary.storage.device_state import names_remembered
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.storage.everything import changes_after, count_up_to
from hamdiary.storage.files import put_file, read_file


@dataclass(frozen=True)
class Sent:
    """What stands in the bundle now."""

    path: Path
    """Where it lies."""
    added: int
    """Changes that were added this time."""
    total: int
    """All changes in it."""


def own_bundle(session: Session, place: Path) -> Path:
    """The file of this device and this diary: `place`, or in it if it is a folder."""
    if not place.is_dir():
        return place
    return place / f"hamdiary-{session.diary.id[:8]}-{session.device}{ENDING}"


def send(session: Session, place: Path, replace: bool = False) -> Sent:
    """Write the bundle to `place`, or into that folder, or add to it what is new.

    CannotCreate over a file that is not this bundle, unless told to `replace`.
    """
    path = own_bundle(session, place)
    known = _Known.of(session, path)
    before = known.bytes_of(session, path) if known is not None else None
    if known is None or before is None:
        return _anew(session, path, replace or path != place)
    new, last = changes_after(session.diary, known.last)
    if not new:
        return Sent(path, 0, known.count)
    content = _grown(before, new, known.digest)
    put_file(path, content, replace=True, private=True)
    _remember(session, path, last, known.count + len(new), content)
    return Sent(path, len(new), known.count + len(new))


def _anew(session: Session, path: Path, replace: bool) -> Sent:
    changes, last = changes_after(session.diary, 0)
    first = heading(session.diary.id, session.device)
    content = _grown(first, changes, first_digest(first))
    put_file(path, content, replace, private=True)
    _remember(session, path, last, len(changes), content)
    return Sent(path, len(changes), len(changes))


def _grown(content: bytes, changes: Sequence[Change], digest: str) -> bytes:
    return b"".join([content, *blocks(changes, digest)])


def sent_before(session: Session) -> list[Path]:
    """The bundles that this diary remembers to have written, those that are still there."""
    paths = (Path(name.partition(":")[2]) for name in names_remembered(session.diary, "bundle:"))
    return [each for each in paths if each.is_file()]


def _remember(session: Session, path: Path, last: int, count: int, content: bytes) -> None:
    if session.diary.read_only:
        return  # the bundle is whole all the same; the next one is written anew
    told: dict[str, Any] = {
        "last": last, "count": count, "size": len(content), "digest": digest_of(content),
    }  # fmt: skip
    session.diary.remember(session.device, _name(path), json.dumps(told))


@dataclass(frozen=True)
class _Known:
    """What this device remembers of a bundle that it wrote."""

    last: int
    """The place in the journal, by arrival, up to which it was written."""
    count: int
    """Changes in it."""
    size: int
    """Its size in bytes."""
    digest: str
    """The digest that it goes on from."""

    @classmethod
    def of(cls, session: Session, path: Path) -> "_Known | None":
        """What is remembered, if the journal still agrees with it."""
        told = session.diary.setting(session.device, _name(path))
        try:
            known = cls(**json.loads(told)) if told else None
        except (ValueError, TypeError):
            return None
        if known is None:
            return None
        # Erasing something for good takes it out of the journal, so it has to go from here too.
        return known if count_up_to(session.diary, known.last) == known.count else None

    def bytes_of(self, session: Session, path: Path) -> bytes | None:
        """The bundle as it was written; None if it is gone or was changed by somebody."""
        try:
            if path.stat().st_size != self.size:
                return None
            content = read_file(path, self.size)
        except (OSError, DiaryTrouble):
            return None
        begins = content.startswith(heading(session.diary.id, session.device))
        return content if begins and digest_of(content) == self.digest else None


def _name(path: Path) -> str:
    return f"bundle:{path.absolute()}"
