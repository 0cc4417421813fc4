"""Help on the screen in front: the focused line first, then what its keys and marks mean."""

from collections.abc import Sequence

from textual.binding import Binding

from hamdiary.domain.language import tc
from hamdiary.domain.measures import Measure
from hamdiary.tui.dialogs.reading import ReadingDialog
from hamdiary.tui.help.page import HelpPage
from hamdiary.tui.help.why import why
from hamdiary.tui.widgets.help_rows import line_rows, page_rows
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line
from hamdiary.tui.widgets.reading_card import ReadingCard, close_key


class HelpDialog(ReadingDialog):
    """Reads only."""

    BINDINGS = [
        Binding("question_mark", "leave", "close"),
        Binding("tab", "turn", "this screen"),
        Binding("g", "why", "guide"),
    ]

    def __init__(
        self, page: HelpPage, focused: Measure | None = None, first_digit: int = 0
    ) -> None:
        """`focused` is the line that keys answer now, its first option with `first_digit`."""
        self._why = why(focused.name) if focused else ""
        self._help = HelpCard(page, focused, first_digit, leads_on=bool(self._why))
        self.opens = ""
        """The place in the guide that is wanted when it is closed."""
        super().__init__(self._help)

    def action_why(self) -> None:
        """Why the line is looked at stands in the guide."""
        if self._why:
            self.opens = self._why
            self.dismiss(None)

    def action_turn(self) -> None:
        """Go on to what is said of the screen, or back to the line."""
        self._help.turn()


class HelpCard(ReadingCard):
    """The focused line's wording, and below it the screen's help."""

    def __init__(
        self, page: HelpPage, focused: Measure | None, first_digit: int, leads_on: bool = False
    ) -> None:
        super().__init__(focused.label if focused else page.title, id="wording")
        self._page, self._focused, self._begins = page, focused, 0
        self._first_digit = first_digit
        turn = line(
            Span("Tab", "key", "screen.turn"),
            Span(" " + tc("key", "this screen") + "   ", "muted", "screen.turn"),
        )
        leads = line(
            Span("g", "key", "screen.why"),
            Span(" " + tc("key", "why, in the guide") + "   ", "muted", "screen.why"),
        )
        asked = leads.then(turn) if leads_on else turn
        self.fact = asked.then(close_key()) if focused else close_key()
        self.short_fact = close_key()

    def turn(self) -> None:
        """Show the screen's part from its beginning, or the line's again."""
        self._first = self._begins if self._first < self._begins else 0
        self.repaint()

    def rows(self, width: int) -> Sequence[Line]:
        """What is asked and every level; then the screen."""
        rows: list[Line] = []
        if self._focused is not None:
            rows = [*line_rows(self._focused, width, self._first_digit), BLANK]
        self._begins = len(rows)
        return [*rows, *page_rows(self._page, width, titled=self._focused is not None)]
