"""For terminals that know no colours: words stay, and what stands on a light ground is reversed."""

from functools import lru_cache

from rich.color import Color as Ink
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter


class Colourless(LineFilter):
    """Takes all colours out of lines, but not what they say: a chip, a cursor, an alarm."""

    def __init__(self, is_dark: bool) -> None:
        """`is_dark` says on what ground the theme's usual words stand."""
        super().__init__()
        self._is_dark = is_dark

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same letters, bold, underlined and reversed at most."""
        return [
            Segment(text, style and _bare(style, self._is_dark), control)
            for text, style, control in segments
        ]


@lru_cache(2048)
def _bare(style: Style, is_dark: bool) -> Style:
    letters, ground = style.color, style.bgcolor
    turned = False
    if letters is not None and ground is not None:
        turned = (_light(ground) > _light(letters)) == is_dark
    return Style(
        bold=style.bold,
        underline=style.underline,
        reverse=bool(style.reverse) != turned,
        link=style.link,
        meta=style.meta,
    )


def _light(ink: Ink) -> float:
    return Color.from_rich_color(ink).brightness
