"""The marks of a plain page, and their twins where a terminal knows ASCII only (look.md)."""

NOT_RECORDED = "·"
"""Nothing was recorded."""

NOT_SEEN = "×"
"""Somebody looked and could not tell, or did not look."""

GIVEN, REFUSED, SKIPPED, DUE, TO_COME = "✓", "✗", "/", "○", "–"
"""What became of a dose; one that was not recorded has the mark of that."""

FED, NOTHING_FED = "■", "□"
"""A food of that sort was given on a night, or none was (look.md)."""

GRID = "┈"
"""The grid behind the levels and round values of a plot."""

MARK_LINE = "┊"
"""A dated event's line through a plot (look.md, Plots)."""

_ASCII_TWINS = str.maketrans(
    {
        "◉": "@", "●": "*", "○": "o", "·": ".", "×": "x", "✓": "+", "✗": "x",
        "▲": "+", "▼": "-", "–": "-", "—": "-", "−": "-", "…": "...",
        "½": "1/2", "¼": "1/4", "≤": "<=", "≥": ">=", "≈": "~", "≠": "!=", "µ": "u", "²": "2",
        "§": "sec. ",
        "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'",
        "■": "#", "□": "_",
        "━": "=", "┃": "|", "┛": "+", "┏": "+", "┓": "+", "┗": "+",
        "─": "-", "│": "|", "╯": "+", "╭": "+", "╮": "+", "╰": "+",
        "╌": "~", "┆": ":", "┊": ":", "┈": " ", "◄": "<", "►": ">", "→": ">",
        "▁": "_", "▂": "_", "▃": "-", "▄": "-", "▅": "=", "▆": "=", "▇": "#", "█": "#",
        **dict.fromkeys(map(chr, range(0x2801, 0x2900)), "*"),
    }
)  # fmt: skip

_SPELLED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"}
)


def in_ascii(text: str) -> str:
    """The text with hamdiary's own marks in ASCII; other letters are left as they are."""
    return text.translate(_ASCII_TWINS)


def as_far_as(text: str, encoding: str) -> str:
    """The text in the letters an encoding has: twins for our marks, German letters spelled out."""
    if fits_encoding(text, encoding):
        return text
    marked = in_ascii(text)
    return marked if fits_encoding(marked, encoding) else marked.translate(_SPELLED)


def fits_encoding(text: str, encoding: str) -> bool:
    """Whether that encoding has every letter of the text."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
