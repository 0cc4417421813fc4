"""The common way in which every part of the screen is drawn.

What a line says is made by plain functions (`lines`); a `Painted` widget turns roles into the
theme's colours and clicks into actions.
"""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from hamdiary.tui.inks import FRAME, Styles, inks_of
from hamdiary.tui.themes import HIGH_CONTRAST
from hamdiary.tui.widgets.lines import BLANK, Line, Span


class Painted(Widget):
    """A widget that draws itself from lines."""

    _painted: Sequence[Line] | None = None
    _painted_size = Size(0, 0)
    _styles_here: Styles | None = None

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._strips: dict[int, tuple[Line, Strip]] = {}

    def paint(self, width: int, height: int) -> Sequence[Line]:
        """The lines to show in `width` by `height` cells; to be defined by each widget."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Draw anew the lines that have changed."""
        before, size = self._painted, self.size
        if before is None or self._painted_size != size:
            self._painted = None
            self.refresh()
            return
        self.repaint_rows(self.paint(size.width, size.height))

    def repaint_rows(self, after: Sequence[Line]) -> None:
        """Show these lines from now on; only those that differ are drawn."""
        before, size = self._painted or (), self.size
        self._painted = after
        rows = range(max(len(before), len(after)))
        changed = [y for y in rows if before[y : y + 1] != after[y : y + 1]]
        if changed:
            self.refresh(*(Region(0, y, size.width, 1) for y in changed))

    def lines(self) -> Sequence[Line]:
        """What is shown now."""
        if self._painted is None or self._painted_size != self.size:
            self._painted = self.paint(self.size.width, self.size.height)
            if self._painted_size.width != self.size.width:
                self._strips = {}
            self._painted_size = self.size
        return self._painted

    def notify_style_update(self) -> None:
        """Draw anew when theme or focus change."""
        super().notify_style_update()
        self._painted = self._styles_here = None
        self._strips = {}

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of it; one whose line is the very same as before is not drawn again.

        Textual would look at each for a border, padding and tints, which no painted widget has:
        that takes longer than drawing it.
        """
        lines = self.lines()
        rows = [self._strip_at(y, lines[y] if y < len(lines) else BLANK) for y in crop.line_range]
        if crop.column_span == (0, self.size.width):
            return rows
        return [row.crop(*crop.column_span) for row in rows]

    def _strip_at(self, y: int, painted: Line) -> Strip:
        drawn = self._strips.get(y)
        if drawn is not None and drawn[0] is painted:
            return drawn[1]
        row = self.strip_of(painted)
        for each in self.get_line_filters():
            if not isinstance(each, ANSIToTruecolor):  # no role is in a colour of the terminal's
                row = row.apply_filter(each, self.background_colors[1])
        self._strips[y] = (painted, row)
        return row

    def render_line(self, y: int) -> Strip:
        """One line as Textual wants it."""
        lines = self.lines()
        return self.strip_of(lines[y] if y < len(lines) else BLANK)

    def strip_of(self, painted: Line) -> Strip:
        """A line in the theme's colours, as wide as the widget; a frame's right edge stays."""
        if self._styles_here is None:
            inks = inks_of(self.app.theme_variables, self.app.theme in HIGH_CONTRAST)
            self._styles_here = inks.on(self.rich_style)
        styles = self._styles_here
        width = self.size.width
        if painted.width > width > 0 and painted.spans[-1].ink in FRAME:
            edge = Strip(_segments(painted.spans[-1:], painted.ground, styles))
            inside = Strip(_segments(painted.spans[:-1], painted.ground, styles))
            inside = inside.adjust_cell_length(max(0, width - edge.cell_length))
            return Strip.join([inside, edge]).crop(0, width)
        strip = Strip(_segments(painted.spans, painted.ground, styles), painted.width)
        if painted.width == width:
            return strip
        return strip.adjust_cell_length(width, styles.style("", painted.ground))

    async def on_click(self, event: events.Click) -> None:
        """Do what the words under the mouse stand for."""
        action = self.action_at(event.x, event.y)
        if action:
            event.stop()
            await self.run_action(action)

    def action_at(self, x: int, y: int) -> str:
        """The action of the words in that cell, or nothing."""
        lines = self.lines()
        if not 0 <= y < len(lines):
            return ""
        for span in lines[y].spans:
            x -= cell_len(span.text)
            if x < 0:
                return span.action
        return ""


def _segments(spans: Sequence[Span], ground: str, styles: Styles) -> list[Segment]:
    """The spans in their styles; neighbours of one style in one piece, which spares all that comes.

    Half of a line's spans are the blanks between the others.
    """
    segments: list[Segment] = []
    words, style = "", None
    for span in spans:
        own = styles.style(span.ink, span.ground or ground)
        if own is style:
            words += span.text
            continue
        if words:
            segments.append(Segment(words, style))
        words, style = span.text, own
    return [*segments, Segment(words, style)] if words else segments
