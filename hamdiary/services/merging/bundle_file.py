"""A bundle: a file of changes for a synced folder or for mail, which only ever grows.

The first line says in JSON what it is. Blocks follow, each a line of JSON with its size and its
digest, then so many bytes of zlib: one change a line, as a JSON array. A digest covers the one
before it, so that a bundle cannot be cut within, reordered or altered without being seen; cut
between two blocks it is what it was before the last was added.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from hamdiary.domain.journal import Change
from hamdiary.domain.language import marked, t
from hamdiary.storage.errors import BadInput
from hamdiary.storage.rows import row_of
from hamdiary.storage.version import SCHEMA_VERSION

VERSION = 1
"""Of the file's layout."""

ENDING = ".hamdiary"
"""How the name of a bundle ends."""

MOST_BYTES = 200_000_000
"""A bundle is no larger; ten years of five hamsters take four million bytes."""

MOST_IN_A_BLOCK = 48_000_000
"""Bytes of a block once it is unpacked."""

MOST_UNPACKED = 1_000_000_000
"""Bytes of all blocks once they are unpacked."""

A_BLOCK = 8_000_000
"""Bytes after which a block is closed that is being written."""

LONGEST_LINE = 1_000
"""Bytes of a line between blocks."""

UPGRADE = marked("it was written by a newer hamdiary; upgrade hamdiary, then take it in")


def heading(diary: str, device: str) -> bytes:
    """The first line of a bundle."""
    told = {"hamdiary_bundle": VERSION, "diary_format": SCHEMA_VERSION,
            "diary": diary, "device": device}  # fmt: skip
    return _line(told)


def first_digest(heading: bytes) -> str:
    """What the first block goes on from."""
    return hashlib.sha256(heading).hexdigest()


def blocks(changes: Iterable[Change], digest: str) -> Iterator[bytes]:
    """The changes as blocks that go on from a digest."""
    pending: list[bytes] = []
    size = 0
    for change in changes:
        pending.append(_change_line(change))
        size += len(pending[-1])
        if size > A_BLOCK:
            block, digest = _block(pending, digest)
            yield block
            pending, size = [], 0
    if pending:
        yield _block(pending, digest)[0]


def _block(lines: Sequence[bytes], digest: str) -> tuple[bytes, str]:
    plain = b"".join(lines)
    packed = zlib.compress(plain, 6)
    after = digest_after(digest, packed)
    told = {"changes": len(lines), "plain": len(plain), "packed": len(packed), "sha256": after}
    return _line(told) + packed, after


def digest_after(before: str, packed: bytes) -> str:
    """The digest of a block that goes on from another."""
    return hashlib.sha256(before.encode() + packed).hexdigest()


def _line(told: dict[str, Any]) -> bytes:
    return json.dumps(told, separators=(",", ":")).encode() + b"\n"


def _change_line(change: Change) -> bytes:
    device, lamport, at_utc, zone, carer, kind, thing, fields, undoes, redoes = row_of(change)
    head = [device, lamport, at_utc, zone, carer, kind, thing, undoes, redoes]
    told = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    return f"{told[:-1]},{fields}]\n".encode()


def is_bundle(data: bytes) -> bool:
    """Whether the file begins like a bundle."""
    return data.startswith(b'{"hamdiary_bundle":')


def digest_of(data: bytes) -> str | None:
    """The digest that a bundle goes on from, without unpacking it; None if it is not whole."""
    try:
        _, place = told_at(data, 0)
        digest = first_digest(data[:place])
        while place < len(data):
            told, place = told_at(data, place)
            packed = data[place : place + number_in(told, "packed")]
            digest = digest_after(digest, packed)
            if digest != told.get("sha256"):
                return None
            place += len(packed)
    except BadInput:
        return None
    return digest


def told_at(data: bytes, place: int) -> tuple[dict[str, Any], int]:
    """The line of JSON at that place, and where it ends."""
    end = data.find(b"\n", place, place + LONGEST_LINE)
    told: Any = None
    if end >= 0:
        try:
            told = json.loads(data[place:end])
        except (ValueError, RecursionError):
            told = None
    if not isinstance(told, dict):
        raise BadInput(
            t("this is no bundle of hamdiary, or not the whole of it; have it sent again")
        )
    return told, end + 1


def number_in(told: dict[str, Any], name: str) -> int:
    """A number that a line names; BadInput if it is none."""
    found = told.get(name)
    if not isinstance(found, int) or isinstance(found, bool) or not 0 < found <= MOST_BYTES:
        raise BadInput(
            t("the bundle's {name} is no number; it was altered, or is none").format(name=name)
        )
    return found
