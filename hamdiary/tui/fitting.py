"""A screen knows the size of its window before it is laid out, not after."""

from typing import Any, TypeVar

from textual.app import App
from textual.screen import Screen

Shown = TypeVar("Shown", bound=Screen[Any])


def fitted(screen: Shown, app: App[Any]) -> Shown:
    """The screen with the classes of this window's size.

    Textual sets them when it hears how large the screen has become, which is after the first frame:
    that one would be laid out for another size, and all of it once more.
    """
    for cells, own, shared in (
        (app.size.width, screen.HORIZONTAL_BREAKPOINTS, app.HORIZONTAL_BREAKPOINTS),
        (app.size.height, screen.VERTICAL_BREAKPOINTS, app.VERTICAL_BREAKPOINTS),
    ):
        reached = [name for least, name in sorted(own or shared or []) if cells >= least]
        screen.add_class(*reached[-1:], update=False)
    return screen
