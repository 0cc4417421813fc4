"""Figures three rows high, for a clock that is read across the room."""

from hamdiary.tui.widgets.painting import Line, Span, line

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
}

HEIGHT = 3
"""Rows that a figure takes."""


def big(text: str, ink: str) -> list[Line]:
    """Figures and colons as three lines."""
    rows = ("".join(_GLYPHS[figure][row] for figure in text) for row in range(HEIGHT))
    return [line(Span(each, ink)) for each in rows]
