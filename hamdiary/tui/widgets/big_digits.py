"""Figures three rows high, for a clock or a number that is read across the room."""

from hamdiary.tui.widgets.lines import Line, Span, line

_GLYPHS = {
    "0": ("╭─╮", "│ │", "╰─╯"),
    "1": ("╶╮ ", " │ ", "╶┴╴"),
    "2": ("╶─╮", "╭─╯", "╰─╴"),
    "3": ("╶─╮", " ─┤", "╶─╯"),
    "4": ("╷ ╷", "╰─┤", "  ╵"),
    "5": ("╭─╴", "╰─╮", "╶─╯"),
    "6": ("╭─╴", "├─╮", "╰─╯"),
    "7": ("╶─╮", "  │", "  ╵"),
    "8": ("╭─╮", "├─┤", "╰─╯"),
    "9": ("╭─╮", "╰─┤", "╶─╯"),
    ":": (" ", ":", " "),
    " ": (" ", " ", " "),
    "+": ("   ", "╶┼╴", "   "),
    "-": ("  ", "╶╴", "  "),
    "/": ("  ╱", " ╱ ", "╱  "),
    "(": ("╭", "│", "╰"),
    ")": ("╮", "│", "╯"),
    ".": (" ", " ", "."),
}

HEIGHT = 3
"""Rows that a figure takes."""


def can_be_big(text: str) -> bool:
    """Whether there is a figure for each letter, as there is for most telephone numbers."""
    return bool(text) and set(text) <= _GLYPHS.keys()


def big(text: str, ink: str) -> list[Line]:
    """Figures, colons and what else stands in telephone numbers as three lines."""
    rows = ("".join(_GLYPHS[figure][row] for figure in text) for row in range(HEIGHT))
    return [line(Span(each, ink)) for each in rows]
