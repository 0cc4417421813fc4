"""The styles of all that does not stand on the first screen, read once it is first wanted.

Reading every style takes as long as a tenth of the time to the first frame.
"""

from pathlib import Path

from textual.css.stylesheet import Stylesheet

FOLDER = Path(__file__).with_name("styles")

SOON = FOLDER / "soon.tcss"
"""What may come at any time once the first frame stands."""

LATER = ("dialogs", "palette", "diary", "recovery", "care", "guide", "report")
"""The files, in the order in which they are read."""


def read_soon_styles(stylesheet: Stylesheet) -> None:
    """Add the styles of what is typed in and of what is said, unless they are there already."""
    if not stylesheet.has_source(str(SOON)):
        stylesheet.read(SOON)
        stylesheet.parse()


def read_later_styles(stylesheet: Stylesheet) -> None:
    """Add the styles of the other views and of the dialogs, unless they are there already."""
    paths = [FOLDER / f"{name}.tcss" for name in LATER]
    if stylesheet.has_source(str(paths[0])):
        return
    read_soon_styles(stylesheet)
    for path in paths:
        stylesheet.read(path)
    stylesheet.parse()
