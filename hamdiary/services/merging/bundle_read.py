"""Reading a bundle: whole, unaltered, and written as hamdiary writes, or not at all."""

import json
import re
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from hamdiary.domain.foreign import unknown_in
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.journal import Change
from hamdiary.domain.language import t
from hamdiary.services.merging.bundle_file import (
    MOST_IN_A_BLOCK,
    MOST_UNPACKED,
    UPGRADE,
    VERSION,
    digest_after,
    first_digest,
    number_in,
    told_at,
)
from hamdiary.services.merging.known_fields import KnownFields
from hamdiary.services.transfer.change_json import NotAChange, change_from_json
from hamdiary.storage.entries import LONGEST_CHANGE, Entry, change_from, entry_of
from hamdiary.storage.errors import BadInput
from hamdiary.storage.field_texts import FieldTexts
from hamdiary.storage.rows import fields_as_json
from hamdiary.storage.version import SCHEMA_VERSION

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
    entries: Sequence[Entry]
    """All changes that the device knew."""
    texts: FieldTexts
    """What their fields say."""

    @property
    def changes(self) -> list[Change]:
        """The changes, each made of its entry."""
        return [*map(change_from, self.entries)]


def read_bundle(data: bytes, known: KnownFields | None = None) -> Bundle:
    """What the bundle holds; BadInput says in one line why it is not whole. Nothing is written."""
    first, place = told_at(data, 0)
    if first.get("hamdiary_bundle") is None:
        raise BadInput(t("this is no bundle of hamdiary; hamdiary bundle writes one"))
    for name, newest in (("hamdiary_bundle", VERSION), ("diary_format", SCHEMA_VERSION)):
        if number_in(first, name) > newest:
            raise BadInput(t(UPGRADE))
    entries: list[Entry] = []
    known = known or KnownFields()
    digest, unpacked = first_digest(data[:place]), 0
    while place < len(data):
        told, place = told_at(data, place)
        packed = data[place : place + number_in(told, "packed")]
        unpacked += number_in(told, "plain")
        digest = digest_after(digest, packed)
        if len(packed) < number_in(told, "packed") or digest != told.get("sha256"):
            raise BadInput(t("the bundle was cut short or altered on its way; have it sent again"))
        if unpacked > MOST_UNPACKED:
            raise BadInput(t("the bundle unpacks to more than any diary holds; it was not read"))
        plain = _unpacked(packed, told)
        entries += _ordinary(plain, known) or _one_by_one(plain, known)
        place += len(packed)
    diary, device = _name(first, "diary", 32), _name(first, "device", 40)
    return Bundle(diary, device, entries, known.texts)


def _name(told: dict[str, Any], name: str, most: int) -> str:
    found = told.get(name)
    if not (isinstance(found, str) and 0 < len(found) <= most and found.isascii()
            and found.isalnum()):  # fmt: skip
        raise BadInput(
            t("the bundle's {name} is none; it was altered, or is none").format(name=name)
        )
    return found


def _unpacked(packed: bytes, told: dict[str, Any]) -> bytes:
    """The lines of a block, each with its end."""
    size = number_in(told, "plain")
    if size > MOST_IN_A_BLOCK:
        raise BadInput(t("the bundle unpacks to more than hamdiary writes; it was not read"))
    unpacking = zlib.decompressobj()
    try:
        # Never more than was announced is unpacked, whatever is inside.
        plain = unpacking.decompress(packed, size + 1)
    except zlib.error as error:
        raise BadInput(t("the bundle cannot be unpacked; have it sent again")) from error
    whole = len(plain) == size and unpacking.eof and not unpacking.unused_data
    if not whole or not plain.endswith(b"\n") or plain.count(b"\n") != told.get("changes"):
        raise BadInput(t("the bundle holds something else than it announces; it was not read"))
    if size > LONGEST_CHANGE and max(map(len, plain.split(b"\n"))) > LONGEST_CHANGE:
        # A change of a million fields takes a gigabyte to be looked at.
        raise BadInput(t("the bundle holds a change longer than hamdiary writes; it was not read"))
    return plain


def _ordinary(plain: bytes, known: KnownFields) -> list[Entry] | None:
    """The changes in lines without anything odd; None if one of them needs a closer look.

    They are looked at all together, for most of what they say comes again and again.
    """
    try:
        lines = plain.decode().split("\n")
    except UnicodeDecodeError:
        return None
    once, entries = known.once, []
    for line in lines[:-1]:
        found = _LINE.fullmatch(line)
        if found is None:
            return None
        device, lamport, at_utc, head, thing, undoes, redoes, fields = found.groups()
        zone, carer, kind = known.heads[head]
        entries.append(
            Entry(
                once(device, device), int(lamport), at_utc, zone, carer, kind,
                once(thing, thing), once(fields, fields), undoes, redoes,
            )
        )  # fmt: skip
    return entries if known.hold_all(entries) else None


def _one_by_one(plain: bytes, known: KnownFields) -> Iterator[Entry]:
    for number, line in enumerate(plain.split(b"\n")[:-1], 1):
        yield from _ordinary(line + b"\n", known) or (_odd(line, number),)


_TEXT = r'"([^"\\\x00-\x1f]*)"'
_HEAD = r'"[^"\\\x00-\x1f]*",(?:null|"[^"\\\x00-\x1f]*"),"[^"\\\x00-\x1f]*"'
_REF = '"([1-9][0-9]{0,12}@[0-9A-Za-z_-]{1,40})"'
_LINE = re.compile(
    rf"\[{_TEXT},([1-9][0-9]{{0,12}}),{_TEXT},({_HEAD}),{_TEXT},"
    rf"(?:null|{_REF}),(?:null|{_REF}),(\{{.*\}})\]"
)
"""A line whose texts, but for those of its fields, have nothing in them that JSON would escape."""


def _odd(line: bytes, number: int) -> Entry:
    """A change in a line that is not as most are; BadInput says what is wrong with it."""
    try:
        told = json.loads(line)
        if not isinstance(told, list) or len(told) != len(_NAMES):
            raise NotAChange(t("it has too few or too many parts"))
        change = change_from_json(dict(zip(_NAMES, told, strict=True)))
        # What is written again as it was has no name twice, no NaN, and nothing between the lines.
        if not line.endswith(fields_as_json(change.fields).encode() + b"]"):
            raise NotAChange(t("it is not written as hamdiary writes it"))
        entry = entry_of(change)
    except (ValueError, RecursionError) as error:
        why = str(error) if isinstance(error, NotAChange) else t("it is no JSON")
        raise BadInput(
            t("change {number} of the bundle: {why}; nothing was taken").format(
                number=number, why=why
            )
        ) from error
    unknown = unknown_in(change)
    if unknown is not None:
        raise BadInput(
            t("the bundle tells of {unknown}, which this hamdiary does not know: {upgrade}").format(
                unknown=unknown, upgrade=t(UPGRADE)
            )
        )
    return entry
