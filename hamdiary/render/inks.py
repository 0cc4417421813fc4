"""Whole sentences in which some words have another role, so that a translation is one text too."""

import re

from hamdiary.render.canvas import Line, Span

_MARKED = re.compile(r"\[(\w+)\](.*?)\[/\]")


def inked(text: str, role: str = "text", **values: object) -> Line:
    """The spans of "[bold]{name}[/] is flat": the marks name roles, all else has the given `role`.

    Values are put in after the marks were read, so whatever they hold stays words.
    """
    parts: list[tuple[str, str]] = []
    end = 0
    for found in _MARKED.finditer(text):
        parts += [(text[end : found.start()], role), (found[2], found[1])]
        end = found.end()
    parts.append((text[end:], role))
    return tuple(Span(words.format(**values), ink) for words, ink in parts if words)
