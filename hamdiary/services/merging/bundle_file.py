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
from dataclasses import replace
from typing import Any

from hamdiary.domain.foreign import unknown_in
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Change
from hamdiary.services.transfer.change_json import NotAChange, change_from_json
from hamdiary.storage.errors import BadInput
from hamdiary.storage.rows import WrittenFields, fields_as_json, row_of
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

UPGRADE = "it was written by a newer hamdiary; upgrade hamdiary, then take it in"

_NAMES = (
    "device", "lamport", "at_utc", "zone", "carer", "kind", "id", "undoes", "redoes", "fields",
)  # fmt: skip


@dataclass(frozen=True)
class Bundle:
    """What a bundle was found to hold; its changes not judged yet for what a diary can tell."""

    diary: str
    """The id of the diary that it was written from."""
    device: str
    """The device that wrote it."""
    changes: Sequence[Change]
    """All changes that the device knew."""


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
    after = _digest(digest, packed)
    told = {"changes": len(lines), "plain": len(plain), "packed": len(packed), "sha256": after}
    return _line(told) + packed, after


def _digest(before: str, packed: bytes) -> str:
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


def read_bundle(data: bytes) -> Bundle:
    """What the bundle holds; BadInput says in one line why it is not whole. Nothing is written."""
    first, place = _told(data, 0)
    if first.get("hamdiary_bundle") is None:
        raise BadInput("this is no bundle of hamdiary; hamdiary bundle writes one")
    for name, newest in (("hamdiary_bundle", VERSION), ("diary_format", SCHEMA_VERSION)):
        if _number(first, name) > newest:
            raise BadInput(UPGRADE)
    changes: list[Change] = []
    digest, unpacked = first_digest(data[:place]), 0
    while place < len(data):
        told, place = _told(data, place)
        packed = data[place : place + _number(told, "packed")]
        unpacked += _number(told, "plain")
        digest = _digest(digest, packed)
        if len(packed) < _number(told, "packed") or digest != told.get("sha256"):
            raise BadInput("the bundle was cut short or altered on its way; have it sent again")
        if unpacked > MOST_UNPACKED:
            raise BadInput("the bundle unpacks to more than any diary holds; it was not read")
        changes += _unpacked(packed, told)
        place += len(packed)
    return Bundle(_name(first, "diary", 32), _name(first, "device", 40), changes)


def digest_of(data: bytes) -> str | None:
    """The digest that a bundle goes on from, without unpacking it; None if it is not whole."""
    try:
        _, place = _told(data, 0)
        digest = first_digest(data[:place])
        while place < len(data):
            told, place = _told(data, place)
            packed = data[place : place + _number(told, "packed")]
            digest = _digest(digest, packed)
            if digest != told.get("sha256"):
                return None
            place += len(packed)
    except BadInput:
        return None
    return digest


def _told(data: bytes, place: int) -> tuple[dict[str, Any], int]:
    """The line of JSON at that place, and where it ends."""
    end = data.find(b"\n", place, place + LONGEST_LINE)
    told: Any = None
    if end >= 0:
        try:
            told = json.loads(data[place:end])
        except (ValueError, RecursionError):
            told = None
    if not isinstance(told, dict):
        raise BadInput("this is no bundle of hamdiary, or not the whole of it; have it sent again")
    return told, end + 1


def _number(told: dict[str, Any], name: str) -> int:
    found = told.get(name)
    if not isinstance(found, int) or isinstance(found, bool) or not 0 < found <= MOST_BYTES:
        raise BadInput(f"the bundle's {name} is no number; it was altered, or is none")
    return found


def _name(told: dict[str, Any], name: str, most: int) -> str:
    found = told.get(name)
    if not (isinstance(found, str) and 0 < len(found) <= most and found.isascii()
            and found.isalnum()):  # fmt: skip
        raise BadInput(f"the bundle's {name} is none; it was altered, or is none")
    return found


def _unpacked(packed: bytes, told: dict[str, Any]) -> list[Change]:
    size = _number(told, "plain")
    if size > MOST_IN_A_BLOCK:
        raise BadInput("the bundle unpacks to more than hamdiary writes; it was not read")
    unpacking = zlib.decompressobj()
    try:
        # Never more than was announced is unpacked, whatever is inside.
        plain = unpacking.decompress(packed, size + 1)
    except zlib.error as error:
        raise BadInput("the bundle cannot be unpacked; have it sent again") from error
    lines = plain.split(b"\n")
    whole = len(plain) == size and unpacking.eof and not unpacking.unused_data
    if not whole or lines.pop() or len(lines) != told.get("changes"):
        raise BadInput("the bundle holds something else than it announces; it was not read")
    return [_change(line, number) for number, line in enumerate(lines, 1)]


def _change(line: bytes, number: int) -> Change:
    try:
        told = json.loads(line)
        if not isinstance(told, list) or len(told) != len(_NAMES):
            raise NotAChange("it has too few or too many parts")
        change = change_from_json(dict(zip(_NAMES, told, strict=True)))
        fields = WrittenFields(change.fields)
        fields.text = fields_as_json(change.fields)
        # What is written again as it was has no name twice, no NaN, and nothing between the lines.
        if not line.endswith(fields.text.encode() + b"]"):
            raise NotAChange("it is not written as hamdiary writes it")
        change = replace(change, fields=fields)
    except (ValueError, RecursionError) as error:
        why = str(error) if isinstance(error, NotAChange) else "it is no JSON"
        raise BadInput(f"change {number} of the bundle: {why}; nothing was taken") from error
    unknown = unknown_in(change)
    if unknown is not None:
        raise BadInput(
            f"the bundle tells of {unknown}, which this hamdiary does not know: {UPGRADE}"
        )
    return change
