"""The whole wording of one measure, so that two people agree."""

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.measures import Measure
from hamdiary.tui.dialogs.dialog import Dialog
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.painting import Line, Span, line, wrapped
from hamdiary.tui.widgets.wording import wording_lines


class WordingDialog(Dialog[None]):
    """Explains a measure; any of the leaving keys closes it."""

    BINDINGS = [
        Binding("escape,enter,q,question_mark,space", "dismiss_none", "close"),
        Binding("down", "scroll(1)", "down"),
        Binding("up", "scroll(-1)", "up"),
    ]

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self._measure = measure

    def compose(self) -> ComposeResult:
        """The card, scrolled if it is long."""
        yield WordingCard(self._measure)

    def action_dismiss_none(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """Move through a long wording."""
        self.query_one(WordingCard).scroll_by(by)


class WordingCard(Card):
    """A measure's levels in full."""

    def __init__(self, measure: Measure) -> None:
        super().__init__(measure.label, id="wording")
        self._measure = measure
        self._first = 0
        self.fact = line(Span("Esc", "key", "screen.dismiss_none"), Span(" close", "muted"))

    def scroll_by(self, by: int) -> None:
        """Show what lies further down or up."""
        self._first = max(0, self._first + by)
        self.repaint()

    def body(self, width: int, height: int) -> list[Line]:
        """What is asked, then every level."""
        hint = [line(Span(each, "muted")) for each in wrapped(self._measure.hint, width)]
        rows = [*hint, *wording_lines(self._measure, width)]
        self._first = max(0, min(self._first, len(rows) - height))
        below = len(rows) - height - self._first
        self.foot = line(Span("more below ↓", "muted", "screen.scroll(1)")) if below > 0 else Line()
        return rows[self._first :]
