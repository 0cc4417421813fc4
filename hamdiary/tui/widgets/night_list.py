"""The list of all nights: as long as the diary, reading only what is in sight."""

from collections.abc import Sequence
from datetime import date, timedelta

from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from hamdiary.services.looking_back import EveryEvening, NightPages, place_in
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line
from hamdiary.tui.widgets.night_columns import SPARK_NIGHTS, NightColumns
from hamdiary.tui.widgets.night_order import NightOrder
from hamdiary.tui.widgets.night_rows import highest_gait, night_line, year_line
from hamdiary.tui.widgets.painting import Painted


class NightList(Painted, ScrollView, can_focus=True):
    """Nights newest first; the one under the cursor is named by its evening."""

    BINDINGS = [
        Binding("up,k", "move(-1)", "newer", show=False),
        Binding("down,j", "move(1)", "older", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
        Binding("home", "tonight", "tonight", show=False),
        Binding("end", "oldest", "oldest", show=False),
        Binding("enter", "open", "open", show=False),
    ]

    class Moved(Message):
        """The cursor went to another night."""

        def __init__(self, evening: date) -> None:
            super().__init__()
            self.evening = evening
            """Which night."""

    class Opened(Message):
        """The night under the cursor is to be opened."""

        def __init__(self, evening: date) -> None:
            super().__init__()
            self.evening = evening
            """Which night."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: NightPages | None = None
        self._order = NightOrder((), 0)
        self._tonight = date.min
        self._words = ""
        self._below: Sequence[Line] = ()
        self._place = 0

    def show(
        self, pages: NightPages, evening: date, tonight: date, words: str, below: Sequence[Line]
    ) -> None:
        """List these nights with the cursor on `evening` or the next older one.

        `words` are marked in notes; `below` is what stands below the last night.
        """
        self._pages, self._tonight, self._words, self._below = pages, tonight, words, below
        self._order = NightOrder(pages.evenings, tonight.year)
        self._place = self._nearest(evening)
        self.virtual_size = Size(1, self._order.lines + len(below))
        self._reveal()
        self.refresh()

    @property
    def evening(self) -> date | None:
        """The evening under the cursor; None if the list is empty."""
        return self._order.evenings[self._place] if self._order.evenings else None

    def go_to(self, evening: date) -> None:
        """Put the cursor on that evening, or the next older one of the list."""
        if self._order.evenings:
            self._go(self._nearest(evening))

    def _nearest(self, evening: date) -> int:
        last = max(0, len(self._order.evenings) - 1)
        return min(last, place_in(self._order.evenings, evening))

    # Moving

    def action_move(self, by: int) -> None:
        """Go up or down some nights, stopping at the ends."""
        self._go(self._place + by)

    def action_page(self, pages: int) -> None:
        """Go up or down as many nights as are in sight."""
        self._go(self._place + pages * max(1, self.size.height - 1))

    def action_tonight(self) -> None:
        """Go to tonight, or to the newest night listed before it."""
        self.go_to(self._tonight)

    def action_oldest(self) -> None:
        """Go to the last night of the list."""
        self._go(len(self._order.evenings) - 1)

    def action_open(self) -> None:
        """Open the night under the cursor."""
        if self.evening is not None:
            self.post_message(self.Opened(self.evening))

    def _go(self, place: int) -> None:
        if not self._order.evenings:
            return
        place = max(0, min(len(self._order.evenings) - 1, place))
        if place != self._place:
            self._place = place
            self.refresh()
            self.post_message(self.Moved(self._order.evenings[place]))
        self._reveal()

    def _reveal(self) -> None:
        """Bring the cursor into sight, at the ends with what stands above or below."""
        height = self.size.height
        if not height:
            return
        cursor, last = self._order.line_of(self._place), self.virtual_size.height - 1
        top = 0 if self._place == 0 else cursor
        bottom = last if self._place == len(self._order.evenings) - 1 else cursor
        first = self.scroll_offset.y
        first = top if top < first else max(first, bottom - height + 1)
        if first != self.scroll_offset.y:
            self.scroll_to(y=first, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._reveal()

    async def on_click(self, event: events.Click) -> None:
        """A click goes to a night; one on the night under the cursor opens it."""
        number = event.y + self.scroll_offset.y
        if not 0 <= number < self._order.lines:
            await super().on_click(event)
            return
        event.stop()
        place, _ = self._order.at(number)
        if place == self._place:
            self.action_open()
        else:
            self._go(place)

    # What is drawn

    @property
    def columns(self) -> NightColumns:
        """The columns that there is room for, with a free cell before the scroll bar."""
        width = self.scrollable_content_region.width - 3
        # Of nights that were picked out, those before them are not known.
        every = isinstance(self._order.evenings, EveryEvening)
        return NightColumns.of(width, bool(self._words), with_spark=every)

    def render_lines(self, crop: Region) -> list[Strip]:
        """As Textual draws what scrolls: it keeps the rows, and knows which have moved."""
        return ScrollView.render_lines(self, crop)

    def lines(self) -> Sequence[Line]:
        """The lines in sight."""
        return [self._line(self.scroll_offset.y + y) for y in range(self.size.height)]

    def render_line(self, y: int) -> Strip:
        """One line in sight."""
        return self.strip_of(self._line(self.scroll_offset.y + y))

    def _line(self, number: int) -> Line:
        order, columns = self._order, self.columns
        if self._pages is None or number >= order.lines:
            below = self._below[number - order.lines :]
            return line("  ").then(below[0]) if below else BLANK
        place, names_year = order.at(number)
        evening = order.evenings[place]
        if names_year:
            return line("  ").then(year_line(evening.year, columns.width))
        here = place == self._place
        ground = ("focus" if self.has_focus else "chosen") if here else ""
        mark = {"focus": Span(Card.MARK, "accent"), "chosen": Span("›", "muted")}.get(ground)
        night = self._pages.night(place)
        spark = self._spark(place) if columns.spark is not None else BLANK
        asks = evening in self._pages.in_conflict
        row = night_line(evening, night, columns, here, self._words, spark, asks)
        return line(mark or Span(" "), Span(" ")).then(row).to(self.size.width).on(ground)

    @property
    def has_conflicts(self) -> bool:
        """Whether any night's field waits to be chosen."""
        return self._pages is not None and bool(self._pages.in_conflict)

    def _spark(self, place: int) -> Line:
        """The gait of the nights up to one, from the first night of the diary on."""
        from hamdiary.domain.trends.series import Span as Nights
        from hamdiary.render.strips import sparkline
        from hamdiary.tui.widgets.pictured import on_screen

        assert self._pages is not None
        evenings = self._order.evenings[place : place + SPARK_NIGHTS]
        nights = map(self._pages.night, range(place, place + len(evenings)))
        gait = {each.evening: each.gait for each in nights if each and each.gait is not None}
        first = max(evenings[-1], evenings[0] - timedelta(days=SPARK_NIGHTS - 1))
        shown = on_screen(sparkline(gait, Nights(first, evenings[0]), highest_gait()))
        return line(" " * (SPARK_NIGHTS - shown.width)).then(shown)
