"""What lies under the parts of a screen."""

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.widget import Widget as OfAWidget
else:
    OfAWidget = object
    """Textual looks through every class of a widget, which takes a while."""


class Backdrop(OfAWidget):
    """A widget that bears others, without frame or words of its own: all its rows are alike.

    Textual would draw each of them apart, covered or not: a tenth of the first frame.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """One row, as often as there are rows."""
        return super().render_lines(crop.crop_size((crop.width, 1))) * crop.height
