"""What a part of a widget, a screen or an app inherits from: only to a type checker is it one.

Textual looks through all that a class of a widget has, its parents' as well: a third of a
millisecond for each. What is mixed into one is a plain class, named before the widget as a base.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen
    from textual.widget import Widget

    OfAWidget = Widget
    OfAScreen = Screen[None]
    OfAnApp = App[int]
else:
    OfAWidget = OfAScreen = OfAnApp = object
