"""The changed pages in an SQLite file's -wal, read without SQLite.

SQLite would bring them home by itself, but not into a file whose beginning is lost.
"""

import struct
from itertools import islice

HEAD, FRAME_HEAD = 32, 24
"""Bytes before the frames, and before each one's page."""

_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
"""How the checksums take the bytes, by the log's first four."""


def with_log(content: bytes, log: bytes) -> bytes:
    """The file as it is once all that was committed in its log is in it."""
    order = _MAGIC.get(int.from_bytes(log[:4], "big"))
    size = int.from_bytes(log[8:12], "big")
    if order is None or len(log) < HEAD or not 512 <= size <= 65536:
        return content
    pages, count = _committed(log, size, order)
    if not count:
        return content
    whole = bytearray(content[: count * size].ljust(count * size, b"\0"))
    for number, page in pages.items():
        if 0 < number <= count:
            whole[(number - 1) * size : number * size] = page
    return bytes(whole)


def _committed(log: bytes, size: int, order: str) -> tuple[dict[int, bytes], int]:
    """The pages of all whole transactions, and how many pages the file has after them."""
    sums = _summed(log[:24], (0, 0), order)
    if struct.pack(">2I", *sums) != log[24:32]:
        return {}, 0
    pages: dict[int, bytes] = {}
    begun: dict[int, bytes] = {}
    count = 0
    for at in range(HEAD, len(log) - FRAME_HEAD - size + 1, FRAME_HEAD + size):
        head, page = log[at : at + FRAME_HEAD], log[at + FRAME_HEAD : at + FRAME_HEAD + size]
        sums = _summed(head[:8] + page, sums, order)
        if head[8:16] != log[16:24] or struct.pack(">2I", *sums) != head[16:24]:
            break  # of an older round of the log, or torn
        number, after = struct.unpack(">2I", head[:8])
        begun[number] = page
        if after:
            pages |= begun
            begun, count = {}, after
    return pages, count


def _summed(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    first, second = sums
    words = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for even, odd in zip(words, islice(words, None), strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second
