"""What lies under the parts of a screen."""

from textual.geometry import Region
from textual.strip import Strip

from hamdiary.tui.mixed_in import OfAWidget


class Backdrop(OfAWidget):
    """A widget that bears others, without frame or words of its own: all its rows are alike.

    Textual would draw each of them apart, covered or not: a tenth of the first frame.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """One row, as often as there are rows."""
        return super().render_lines(crop.crop_size((crop.width, 1))) * crop.height
