"""Paths of clips: kept as one line of text whatever bytes a file's name has, and given back.

A name that a line of text cannot hold (a newline, two blanks in a row, bytes that are no UTF-8) is
kept as a file: address; the diary never holds what could steer a terminal (traps §2).
"""

import re

from hamdiary.domain.text import clean_line

SCHEME = "file:"

_ADDRESS = re.compile(r"file:(?://(?:localhost)?(?=/))?", re.IGNORECASE)
"""How an address of a file on this computer begins, before its path."""

_DRIVE = re.compile(r"/[A-Za-z]:[\\/]")
"""A path of Windows as an address has it."""


def as_kept(path: str) -> str:
    """The path as the diary keeps it: itself, or an address where a line of text would lose it."""
    if clean_line(path) == path and not path.casefold().startswith(SCHEME):
        return path
    from urllib.parse import quote

    start = "" if path.startswith("/") else "/"
    return f"file://{start}{quote(path.encode('utf-8', 'surrogateescape'))}"


def as_path(kept: str) -> str:
    """The path that is kept so; bytes that are no text come back as surrogates."""
    start = _ADDRESS.match(kept)
    if start is None:
        return kept
    from urllib.parse import unquote_to_bytes

    path = unquote_to_bytes(kept[start.end() :]).decode("utf-8", "surrogateescape")
    return path[1:] if _DRIVE.match(path) else path


def shown_path(kept: str) -> str:
    """The path to read: on one line, without anything that could steer a terminal."""
    return clean_line(as_path(kept))


def shown_name(kept: str) -> str:
    """The last part of the path to read: "left-side.mp4"."""
    path = as_path(kept).rstrip("/\\")
    return clean_line(re.split(r"[/\\]" if _is_of_windows(path) else "/", path)[-1]) or "/"


def _is_of_windows(path: str) -> bool:
    return re.match(r"[A-Za-z]:[\\/]|\\\\", path) is not None


def dropped(typed: str, backslashes: bool = True) -> str:
    """What a terminal types when a file is dropped on it, as the path: without its quotes."""
    words = typed.strip()
    if len(words) > 1 and words[0] == words[-1] and words[0] in "'\"":
        return words[1:-1].replace("'\\''", "'") if words[0] == "'" else words[1:-1]
    return re.sub(r"\\(.)", r"\1", words) if backslashes else words
