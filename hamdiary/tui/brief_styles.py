"""Of a style only what differs from the one before is told to the terminal.

Rich names attributes, ink and ground anew for every few letters and takes all back behind them:
four bytes of five in a picture. Most of it stays the same from one word to the next.
"""

import re
from functools import lru_cache

_RESET = "\x1b[0m"
_STYLE = re.compile(r"\x1b\[([0-9;]*)m")
_INKS = {str(code) for code in (*range(30, 38), 39, *range(90, 98))}
_GROUNDS = {str(code) for code in (*range(40, 48), 49, *range(100, 108))}
"""Codes of a colour by itself."""


def brief(signs: str) -> str:
    """The same on the terminal in fewer bytes; the style is plain before it and behind it."""
    first, *parts = _STYLE.split(signs)
    told, before, now = [first], "", ""
    for style, letters in zip(parts[::2], parts[1::2], strict=True):
        # Only a style that begins from plain is known whole.
        if style in ("", "0"):
            now = ""
        elif now:
            return signs
        else:
            now = style
        if letters:
            told += [_between(before, now), letters]
            before = now
    return "".join([*told, _between(before, now)])


@lru_cache(4096)
def _between(before: str, after: str) -> str:
    """What turns one style into another."""
    if before == after:
        return ""
    if not after:
        return _RESET
    old, new = _parted(before), _parted(after)
    changed = [now for was, now in zip(old[1:], new[1:], strict=True) if was != now]
    if old[0] == new[0] and all(changed):
        return f"\x1b[{';'.join(changed)}m"
    return f"\x1b[{'0;' if before else ''}{after}m"


@lru_cache(1024)
def _parted(style: str) -> tuple[str, str, str]:
    """A style's attributes, ink and ground."""
    attributes, ink, ground = [], "", ""
    codes = style.split(";")
    while codes:
        code = codes.pop(0)
        if code in ("38", "48"):
            count = {"2": 4, "5": 2}.get(codes[0] if codes else "", 0)
            colour = ";".join([code, *codes[:count]])
            del codes[:count]
            ink, ground = (colour, ground) if code == "38" else (ink, colour)
        elif code in _INKS:
            ink = code
        elif code in _GROUNDS:
            ground = code
        else:
            attributes.append(code)
    return ";".join(attributes), ink, ground
