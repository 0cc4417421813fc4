"""The pages of an SQLite file, read without SQLite: what is left where SQLite gives up.

Every page of a tree says itself what it is, so that its rows can be read although the page that
leads to it is lost, or the very first one (https://sqlite.org/fileformat2.html). Whatever cannot be
what it should be is passed over; nothing here trusts a length or a number.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from hamdiary.domain.frozen import dataclass

Value = int | float | str | bytes | None

TABLE_LEAF, TABLE_BRANCH, INDEX_LEAF, INDEX_BRANCH = 0x0D, 0x05, 0x0A, 0x02
"""The first byte of a page of a tree."""

USUAL_SIZE = 4096
"""Bytes of a page, as SQLite and so hamdiary makes them."""

MAGIC = b"SQLite format 3\0"


class Cell(NamedTuple):
    """A row of a table as it lies in its page."""

    page: int
    """The page's number, from 1."""
    row: int
    """The row's number."""
    values: tuple[Value, ...]
    """What its columns hold; later columns may be left out."""


@dataclass(frozen=True)
class RawPages:
    """A file as pages."""

    content: bytes
    """All of it; an unfinished page at its end counts as none."""
    size: int
    """Bytes of a page."""

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.content) // self.size

    def cells(self) -> Iterator[Cell]:
        """Every row that lies in a leaf of a table, whether or not anything leads to it."""
        for number in range(1, self.count + 1):
            page, start = self._page(number)
            if page[start] == TABLE_LEAF:
                for at in _places(page, start, 8):
                    cell = self._cell(page, number, at)
                    if cell is not None:
                        yield cell

    def children(self) -> dict[int, list[int]]:
        """By page that parts a table's tree: the pages below it."""
        found = {}
        for number in range(1, self.count + 1):
            page, start = self._page(number)
            if page[start] == TABLE_BRANCH:
                below = [_number(page, at) for at in _places(page, start, 12)]
                named = (*below, _number(page, start + 8))
                found[number] = [child for child in named if 1 < child <= self.count]
        return found

    def index_entries(self) -> Iterator[tuple[Value, ...]]:
        """Every entry of an index."""
        for number in range(1, self.count + 1):
            page, start = self._page(number)
            head = {INDEX_LEAF: 8, INDEX_BRANCH: 12}.get(page[start])
            if head is not None:
                for at in _places(page, start, head):
                    values = self._entry(page, at + (4 if head == 12 else 0))
                    if values is not None:
                        yield values

    def _page(self, number: int) -> tuple[bytes, int]:
        page = self.content[(number - 1) * self.size : number * self.size]
        return page, 100 if number == 1 else 0

    def _cell(self, page: bytes, number: int, at: int) -> Cell | None:
        try:
            length, at = varint(page, at)
            row, at = varint(page, at)
            payload = self._payload(page, at, length, self.size - 35)
            return Cell(number, row, record(payload))
        except (IndexError, ValueError, struct.error):
            return None

    def _entry(self, page: bytes, at: int) -> tuple[Value, ...] | None:
        try:
            length, at = varint(page, at)
            return record(self._payload(page, at, length, (self.size - 12) * 64 // 255 - 23))
        except (IndexError, ValueError, struct.error):
            return None

    def _payload(self, page: bytes, at: int, length: int, most: int) -> bytes:
        """What a cell holds, gathered from the pages on which it goes on if it is too long."""
        if not 0 < length <= len(self.content):
            raise ValueError
        if length <= most:
            return _cut(page, at, length)
        least, room = (self.size - 12) * 32 // 255 - 23, self.size - 4
        here = least + (length - least) % room
        here = here if here <= most else least
        parts, left = [_cut(page, at, here)], length - here
        following = _number(page, at + here)
        while left > 0:
            if not 1 < following <= self.count:
                raise ValueError
            page, _ = self._page(following)
            parts.append(page[4 : 4 + min(left, room)])
            following, left = _number(page, 0), left - room
        return b"".join(parts)


def size_of_pages(content: bytes, log: bytes = b"") -> int:
    """The bytes of a page, from the file's beginning, or its log's; else what is usual."""
    said = int.from_bytes(content[16:18], "big") if content.startswith(MAGIC) else 0
    for size in (said if said != 1 else 65536, int.from_bytes(log[8:12], "big")):
        if 512 <= size <= 65536 and size & (size - 1) == 0:
            return size
    return USUAL_SIZE


def varint(page: bytes, at: int) -> tuple[int, int]:
    """A number of SQLite's variable length, and where the next thing begins."""
    value = 0
    for place in range(at, at + 8):
        byte = page[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    value = value << 8 | page[at + 8]
    return value - (1 << 64) if value >> 63 else value, at + 9


def record(payload: bytes) -> tuple[Value, ...]:
    """The values of a row; ValueError if the bytes are no row."""
    until, at = varint(payload, 0)
    if not at <= until <= len(payload):
        raise ValueError
    kinds = []
    while at < until:
        kind, at = varint(payload, at)
        kinds.append(kind)
    if at != until:
        raise ValueError
    values = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise ValueError
    return tuple(values)


_WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of a whole number, by the kind of value."""


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in (0, 8, 9):
        return (None if kind == 0 else kind - 8), at
    if kind in _WHOLE:
        length = _WHOLE[kind]
        return int.from_bytes(_cut(payload, at, length), "big", signed=True), at + length
    if kind == 7:
        return float(struct.unpack(">d", _cut(payload, at, 8))[0]), at + 8
    if kind < 12:
        raise ValueError
    length = (kind - 12) // 2
    raw = _cut(payload, at, length)
    # A letter that was damaged must not take its whole row with it.
    return (raw.decode("utf-8", "replace") if kind % 2 else raw), at + length


def _places(page: bytes, start: int, head: int) -> list[int]:
    """Where the cells of a page lie, as far as they can lie there."""
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    first = start + head
    if first + 2 * count > len(page):
        return []
    found = struct.unpack_from(f">{count}H", page, first)
    return [at for at in found if first + 2 * count <= at <= len(page) - 4]


def _number(page: bytes, at: int) -> int:
    return int.from_bytes(_cut(page, at, 4), "big")


def _cut(content: bytes, at: int, length: int) -> bytes:
    part = content[at : at + length]
    if len(part) != length:
        raise ValueError
    return part
