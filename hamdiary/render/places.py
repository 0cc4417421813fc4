"""Files and folders as an owner reads them."""

from pathlib import Path


def said_place(place: Path) -> str:
    """The path, from "~" on where it lies at home; typed like that it is understood again."""
    try:
        below = place.relative_to(Path.home())
    except (ValueError, RuntimeError):
        return str(place)
    return str(Path("~") / below)
