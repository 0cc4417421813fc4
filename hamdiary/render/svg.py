"""The few pieces of SVG that our charts need, as text; presentation attributes only, no style.

A page with a strict content policy refuses inline styles, and typst draws the same file.
"""

from collections.abc import Sequence
from typing import Literal

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

INK, MUTED, GRID = "#1f2933", "#52606d", "#d9dfe5"
"""Ink of letters, of what stays behind, and of the grid; the second is 4.5:1 on white and more."""

Anchor = Literal["start", "middle", "end"]


def escape(words: str) -> str:
    """Words as they stand in SVG; `html.escape` brings every entity there is, a while to load."""
    return words.translate(_ESCAPES)


def number(value: float) -> str:
    """A coordinate, short and never -0."""
    return f"{round(value, 1) + 0.0:g}"


def label(
    x: float,
    y: float,
    words: str,
    *,
    anchor: Anchor = "start",
    ink: str = MUTED,
    bold: bool = False,
) -> str:
    """One line of words, standing on `y`."""
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{number(x)}" y="{number(y)}" text-anchor="{anchor}" fill="{ink}"{weight}>'
        f"{escape(words)}</text>"
    )


def line(
    x1: float, y1: float, x2: float, y2: float, *, ink: str = GRID, width: float = 1, dash: str = ""
) -> str:
    """A straight line."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" '
        f'stroke="{ink}" stroke-width="{number(width)}"{dashed}/>'
    )


def path(data: Sequence[str], *, ink: str, width: float = 1.8, dash: str = "") -> str:
    """An open line along path commands."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{" ".join(data)}" fill="none" stroke="{ink}" stroke-width="{number(width)}" '
        f'stroke-linejoin="round"{dashed}/>'
    )


def box(x: float, y: float, width: float, height: float, *, fill: str, ink: str = "none") -> str:
    """A rectangle."""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" '
        f'height="{number(height)}" fill="{fill}" stroke="{ink}"/>'
    )


Shape = Literal["disc", "square", "diamond", "cross"]


def mark(shape: Shape, x: float, y: float, ink: str, size: float = 3) -> str:
    """One value's mark: disc and diamond filled, square hollow, cross for "not seen"."""
    match shape:
        case "disc":
            return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(size)}" fill="{ink}"/>'
        case "square":
            return (
                f'<rect x="{number(x - size)}" y="{number(y - size)}" width="{number(2 * size)}" '
                f'height="{number(2 * size)}" fill="#ffffff" stroke="{ink}" stroke-width="1.5"/>'
            )
        case "diamond":
            far = size * 1.3
            corners = ((x, y - far), (x + far, y), (x, y + far), (x - far, y))
            points = " ".join(f"{number(a)},{number(b)}" for a, b in corners)
            return f'<polygon points="{points}" fill="{ink}"/>'
        case "cross":
            one, other = number(x - size), number(x + size)
            top, low = number(y - size), number(y + size)
            return (
                f'<path d="M{one} {top} L{other} {low} M{one} {low} L{other} {top}" fill="none" '
                f'stroke="{ink}" stroke-width="1.3"/>'
            )


def picture(
    width: float, height: float, parts: Sequence[str], title: str, words: str, key: str
) -> str:
    """A whole picture with its title and description for those who do not see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(height)}" '
        f'role="img" aria-labelledby="{key}-title {key}-desc" '
        f'font-family="Noto Sans, Helvetica, Arial, sans-serif" font-size="10.5">'
        f'<title id="{key}-title">{escape(title)}</title>'
        f'<desc id="{key}-desc">{escape(words)}</desc>' + "".join(parts) + "</svg>"
    )
