"""Help on the screen in front: the focused line first, then what its keys and marks mean."""

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.measures import Measure
from hamdiary.tui.dialogs.dialog import Dialog
from hamdiary.tui.help.page import HelpPage
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.help_rows import line_rows, page_rows
from hamdiary.tui.widgets.painting import BLANK, Line, Span, line


class HelpDialog(Dialog[None]):
    """Reads only; any of the leaving keys closes it."""

    BINDINGS = [
        Binding("escape,enter,q,question_mark,space", "dismiss_none", "close"),
        Binding("down,j", "scroll(1)", "down"),
        Binding("up,k", "scroll(-1)", "up"),
        Binding("pagedown", "leaf(1)", "down"),
        Binding("pageup", "leaf(-1)", "up"),
        Binding("home", "scroll(-10000)", "start"),
        Binding("end", "scroll(10000)", "end"),
        Binding("tab", "screen_part", "this screen"),
    ]

    def __init__(
        self, page: HelpPage, focused: Measure | None = None, first_digit: int = 0
    ) -> None:
        """`focused` is the line that keys answer now, whose first answer is `first_digit`."""
        super().__init__()
        self._card = HelpCard(page, focused, first_digit)

    def compose(self) -> ComposeResult:
        """The card, scrolled if it is long."""
        yield self._card

    def on_mount(self) -> None:
        """As high as it needs to be."""
        self._card.styles.height = self._card.wanted_height(min(84, self.size.width))

    def action_dismiss_none(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """Move through it."""
        self._card.scroll_rows(by)

    def action_leaf(self, pages: int) -> None:
        """Move by as much as is in sight."""
        self._card.scroll_rows(pages * max(1, self._card.size.height - 3))

    def action_screen_part(self) -> None:
        """Go on to what is said of the screen, or back to the line."""
        self._card.turn()


class HelpCard(Card):
    """The focused line's wording, and below it the screen's help."""

    WHEEL = 3

    def __init__(self, page: HelpPage, focused: Measure | None, first_digit: int) -> None:
        super().__init__(focused.label if focused else page.title, id="wording")
        self._page, self._focused, self._first_digit = page, focused, first_digit
        self._first = self._begins = 0
        close = line(Span("Esc", "key", "screen.dismiss_none"), Span(" close", "muted"))
        turn = line(Span("Tab", "key", "screen.screen_part"), Span(" this screen   ", "muted"))
        self.fact = turn.then(close) if focused else close
        self.short_fact = close

    def scroll_rows(self, by: int) -> None:
        """Show what lies further down or up."""
        self._first = max(0, self._first + by)
        self.repaint()

    def turn(self) -> None:
        """Show the screen's part from its beginning, or the line's again."""
        self._first = self._begins if self._first < self._begins else 0
        self.repaint()

    def on_mouse_scroll_down(self) -> None:
        """The wheel scrolls."""
        self.scroll_rows(self.WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """The wheel scrolls."""
        self.scroll_rows(-self.WHEEL)

    def body(self, width: int, height: int) -> list[Line]:
        """What is asked and every level; then the screen."""
        rows: list[Line] = []
        if self._focused is not None:
            rows = [*line_rows(self._focused, width, self._first_digit), BLANK]
        self._begins = len(rows)
        rows += page_rows(self._page, width, titled=self._focused is not None)
        self._first = max(0, min(self._first, len(rows) - height))
        below = len(rows) - height - self._first
        self.foot = line(Span("more below ↓", "muted", "screen.leaf(1)")) if below > 0 else Line()
        return rows[self._first :]
