"""The roles that words and lines bear, as the theme's colours (look.md, Colour).

One table for the whole window instead of component classes: those cost every widget its own pass
through the style sheet, three times the time to the first frame.
"""

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style
from textual.color import Color


class Ink(NamedTuple):
    """How a role is drawn, in names of theme variables."""

    color: str
    """The words' colour."""
    ground: str = ""
    """What they stand on; empty for whatever lies there."""
    bold: bool = False
    """Whether they are bold."""
    underline: bool = False
    """Whether they are underlined."""


INKS = {
    "text": Ink("foreground"),
    "bold": Ink("foreground", bold=True),
    "muted": Ink("text-muted"),
    "faint": Ink("faint"),
    "title": Ink("primary", bold=True),
    "mark": Ink("primary"),
    "accent": Ink("accent", bold=True),
    "key": Ink("accent", bold=True),
    "second": Ink("secondary"),
    "good": Ink("success"),
    "warn": Ink("warning", bold=True),
    "alarm": Ink("error", bold=True),
    "now": Ink("background", "error", bold=True),
    "today": Ink("background", "warning", bold=True),
    "edge": Ink("card-edge"),
    "edge-focus": Ink("primary"),
    "chip": Ink("background", "accent", bold=True),
    "chip-now": Ink("background", "error", bold=True),
    "chip-today": Ink("background", "warning", bold=True),
    "edge-alarm": Ink("error"),
    "underlined": Ink("accent", bold=True, underline=True),
    "grid": Ink("grid"),
    **{f"heat-{level}": Ink(f"heat-{level}-ink", f"heat-{level}") for level in range(6)},
    **{f"here-{level}": Ink(f"here-{level}-ink", f"here-{level}", bold=True) for level in range(6)},
}
"""By role of some words."""

GROUNDS = {
    "focus": "focus-ground",
    "chosen": "chosen-ground",
    "here": "chosen-ground",
    "panel": "panel",
    "surface": "surface",
    "warning": "warning-ground",
    "error": "error-ground",
}
"""By role of a whole line: the theme variable of its ground."""


FRAME = frozenset({"edge", "edge-focus", "edge-alarm"})
"""Roles of a card's frame, which a line's ground does not reach."""

_REVERSED = ("focus", "here")
"""Grounds that high contrast reverses, since it has no tints."""


class Inks:
    """Every role under one theme, each put together when it is first drawn."""

    def __init__(self, variables: Mapping[str, str], reversed_focus: bool) -> None:
        self._variables = variables
        self._reversed = _REVERSED if reversed_focus else ()
        self._inks: dict[tuple[str, bool], Style] = {}
        self._grounds: dict[str, Style] = {}
        self._on: dict[Style, Styles] = {}

    def ink(self, role: str, ground: str = "") -> Style:
        """The style of words on the page or on a line's ground."""
        key = (role, ground in self._reversed)
        if key not in self._inks:
            ink = INKS[role]
            if ground in self._reversed:
                # Another colour would become a patch behind its words.
                ink = ink._replace(color="foreground", ground="")
            self._inks[key] = _style(ink, self._variables)
        return self._inks[key]

    def ground(self, role: str) -> Style:
        """The style under a line."""
        if role not in self._grounds:
            self._grounds[role] = (
                Style(reverse=True)
                if role in self._reversed
                else Style(bgcolor=_color(self._variables[GROUNDS[role]]))
            )
        return self._grounds[role]

    def on(self, base: Style) -> "Styles":
        """The roles in a widget that is otherwise drawn like this."""
        if base not in self._on:
            self._on[base] = Styles(base, self)
        return self._on[base]


def _style(ink: Ink, variables: Mapping[str, str]) -> Style:
    return Style(
        color=_color(variables[ink.color]),
        bgcolor=_color(variables[ink.ground]) if ink.ground else None,
        bold=ink.bold or None,
        underline=ink.underline or None,
    )


def _color(value: str) -> str:
    return Color.parse(value).hex6


_kept: list[tuple[Mapping[str, str], Inks]] = []


def inks_of(variables: Mapping[str, str], reversed_focus: bool) -> Inks:
    """The roles under the theme whose variables these are, made once a theme."""
    if not _kept or _kept[0][0] is not variables:
        _kept[:] = [(variables, Inks(variables, reversed_focus))]
    return _kept[0][1]


class Styles:
    """The styles of widgets that are drawn alike under one theme, each put together once."""

    def __init__(self, base: Style, inks: Inks) -> None:
        self._base = base
        self._inks = inks
        self._styles: dict[tuple[str, str], Style] = {}

    def style(self, ink: str, ground: str) -> Style:
        """Words of this role on that ground; without a role the bare ground."""
        key = (ink, ground)
        style = self._styles.get(key)
        if style is None:
            style = self._base
            if ground and ink not in FRAME:
                style += self._inks.ground(ground)
            if ink:
                style += self._inks.ink(ink, "" if ink in FRAME else ground)
            self._styles[key] = style
        return style
