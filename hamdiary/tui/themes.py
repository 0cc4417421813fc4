"""The colours, as themes; every part names roles, none names a colour.

A role that a theme does not set is mixed from those it has, so that Textual's own themes work too.
"""

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

BURROW = Theme(
    name="burrow",
    dark=True,
    background="#1b1714",
    surface="#241f1b",
    panel="#2e2722",
    foreground="#f0e6d8",
    primary="#e0a458",
    accent="#f2c14e",
    secondary="#8fb996",
    success="#8fb996",
    warning="#f0925a",
    error="#f2777a",
    variables={"text-muted": "#bdaf9c", "faint": "#8f8072"},
)

MEADOW = Theme(
    name="meadow",
    dark=False,
    background="#f7f0e4",
    surface="#fdf9f0",
    panel="#ebdfcb",
    foreground="#2b221a",
    primary="#85540f",
    accent="#8c4e00",
    secondary="#3f6b4a",
    success="#3f6b4a",
    warning="#9a3d0c",
    error="#b0243a",
    variables={"text-muted": "#66584a", "faint": "#7a6a56"},
)

NIGHT_CONTRAST = Theme(
    name="black and white",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#000000",
    foreground="#ffffff",
    primary="#ffffff",
    accent="#ffd75f",
    secondary="#87ffaf",
    success="#87ffaf",
    warning="#ffaf5f",
    error="#ff8787",
    variables={"text-muted": "#e4e4e4", "faint": "#b2b2b2"},
)

DAY_CONTRAST = Theme(
    name="white and black",
    dark=False,
    background="#ffffff",
    surface="#ffffff",
    panel="#ffffff",
    foreground="#000000",
    primary="#000000",
    accent="#5f3700",
    secondary="#005f00",
    success="#005f00",
    warning="#870000",
    error="#af0000",
    variables={"text-muted": "#262626", "faint": "#4e4e4e"},
)

OURS = (BURROW, MEADOW, NIGHT_CONTRAST, DAY_CONTRAST)
"""hamdiary's own themes, the first one being the start."""

HIGH_CONTRAST = frozenset({NIGHT_CONTRAST.name, DAY_CONTRAST.name})
"""Themes without tints, in which the focused line is reversed."""

_DARK_PERCENT = {
    "card-edge": ("primary", 34),
    "focus-ground": ("accent", 17),
    "warning-ground": ("warning", 15),
    "error-ground": ("error", 17),
    "chosen-ground": ("foreground", 11),
    "grid": ("foreground", 14),
}
_LIGHT_PERCENT = {
    "card-edge": ("primary", 42),
    "focus-ground": ("accent", 16),
    "warning-ground": ("warning", 14),
    "error-ground": ("error", 13),
    "chosen-ground": ("foreground", 10),
    "grid": ("foreground", 18),
}
_HEAT_DARK = (8, 18, 30, 62, 78, 95)
_HEAT_LIGHT = (8, 18, 30, 42, 54, 66)


def mixed_variables(variables: dict[str, str], theme: Theme) -> dict[str, str]:
    """The roles that are mixed into the page's colour, and those a foreign theme lacks.

    A foreign theme's own colours are strengthened until words can be read on every ground.
    """
    if theme in OURS:
        return _mixed(variables, theme)
    strong = variables
    for _ in range(3):  # a stronger accent makes a stronger tint, on which words stand again
        strong = strong | _strengthened(strong, _mixed(strong, theme))
    return strong | _mixed(strong, theme) | {role: strong[role] for role in WORDS}


def _mixed(variables: dict[str, str], theme: Theme) -> dict[str, str]:
    page = Color.parse(variables["background"])
    ink = Color.parse(variables["foreground"])
    mixed = {
        "text-muted": page.blend(ink, 0.72, 1).hex,
        "faint": page.blend(ink, 0.5, 1).hex,
    } | theme.variables
    percents = _DARK_PERCENT if theme.dark else _LIGHT_PERCENT
    if theme.name in HIGH_CONTRAST:
        percents = {role: (source, 0) for role, (source, _) in percents.items()}
        percents |= {"card-edge": ("foreground", 70), "grid": ("foreground", 40)}
    for role, (source, percent) in percents.items():
        mixed[role] = page.blend(Color.parse(variables[source]), percent / 100, 1).hex
    return mixed


def heat_variables(variables: Mapping[str, str], theme: Theme) -> dict[str, str]:
    """The roles of the calendar's levels, mixed from the theme's colours."""
    page = Color.parse(variables["background"])
    ink = Color.parse(variables["foreground"])
    if theme.name in HIGH_CONTRAST:
        return _heat_without_tints(page, ink)
    return _heat(page, ink, Color.parse(variables["accent"]), theme.dark)


class Roles(dict[str, str]):
    """Every role's colour under one theme; those of the calendar are mixed when one is drawn."""

    def __init__(self, variables: Mapping[str, str], theme: Theme) -> None:
        super().__init__(variables)
        self._theme = theme

    def __missing__(self, role: str) -> str:
        heat = heat_variables(self, self._theme)
        if role not in heat:
            raise KeyError(role)
        self.update(heat)
        return heat[role]


WORDS = {
    "foreground": 4.6, "text-muted": 4.6, "accent": 4.6, "primary": 4.6, "warning": 4.6,
    "error": 4.6, "faint": 3.1, "secondary": 3.1, "success": 3.1,
}  # fmt: skip
"""Roles of words and marks, and how well they are told from the ground they stand on."""

EXTREMES = (Color(0, 0, 0), Color(255, 255, 255))
"""Black and white: one of them can be read on any ground."""

_GROUNDS = ("panel", "surface", "focus-ground", "warning-ground", "error-ground", "chosen-ground")
_STEP = 0.04


def _strengthened(variables: dict[str, str], mixed: dict[str, str]) -> dict[str, str]:
    """Each of `WORDS` as far from its grounds as it has to be, otherwise as the theme has it."""
    known = variables | mixed
    page = Color.parse(known["background"])
    most = max(EXTREMES, key=lambda each: contrast(each, page))
    # A tint grows with the ink that it is mixed from, so there is a little to spare.
    grounds = [page, *(page.blend(Color.parse(known[role]), 1.1, 1) for role in _GROUNDS)]
    own = {"warning": (0, 3), "error": (0, 4), "primary": (0,), "secondary": (0,), "success": (0,)}
    strong: dict[str, str] = {}
    for role, wanted in WORDS.items():
        below = [grounds[place] for place in own.get(role, range(len(grounds)))]
        if role == "faint":
            below = grounds[:1]
        color, share = Color.parse(known[role]).rgb, 0.0
        shown = Color(*color)
        while share < 1 and min(contrast(shown, each) for each in below) < wanted:
            share += _STEP
            shown = Color(*color).blend(most, min(1, share), 1)
        strong[role] = shown.hex
    return strong


def _heat(page: Color, ink: Color, accent: Color, dark: bool) -> dict[str, str]:
    """Each level's ground and ink, the same for the night that is shown ("here")."""
    heat: dict[str, str] = {}
    for level, percent in enumerate(_HEAT_DARK if dark else _HEAT_LIGHT):
        ground = page.blend(accent, percent / 100, 1)
        words = max((page, ink), key=lambda each: contrast(each, ground))
        if contrast(words, ground) < 4.5:
            words = max(EXTREMES, key=lambda each: contrast(each, ground))
        for role in ("heat", "here"):
            heat |= {f"{role}-{level}": ground.hex, f"{role}-{level}-ink": words.hex}
    return heat


def _heat_without_tints(page: Color, ink: Color) -> dict[str, str]:
    """Plain figures; only the night that is shown is reversed."""
    heat: dict[str, str] = {}
    for level in range(len(_HEAT_DARK)):
        heat |= {f"heat-{level}": page.hex, f"heat-{level}-ink": ink.hex}
        heat |= {f"here-{level}": ink.hex, f"here-{level}-ink": page.hex}
    return heat


def contrast(one: Color, other: Color) -> float:
    """How well one colour is told from another, 1 to 21 (WCAG 2 contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    shares = (part / 255 for part in (color.r, color.g, color.b))
    red, green, blue = (
        share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
