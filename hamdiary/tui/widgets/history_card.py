"""What was changed of a night, by whom and when, in words."""

from collections.abc import Sequence

from hamdiary.domain.journal import Change
from hamdiary.render.brief_changes import brief
from hamdiary.render.changes import wall_time
from hamdiary.services.pages import NightPage
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.painting import Line, Span, line, shortened


class HistoryCard(Card):
    """A night's changes, the newest at the bottom."""

    def __init__(self, title: str, *, id: str) -> None:
        super().__init__(title, id=id)
        self._changes: Sequence[Change] = ()

    def show_page(self, page: NightPage) -> None:
        """Show this page's changes."""
        self._changes = page.changes
        count = len(page.changes)
        self.fact = line(Span(f"{count} change{'s' * (count != 1)}", "muted"))
        self.repaint()

    def body(self, width: int, height: int) -> list[Line]:
        """One line a change, as many of the newest as fit."""
        if not self._changes:
            return [line(Span("nothing recorded yet", "muted"))]
        rows = [_told(change, self._changes, width) for change in self._changes[-height:]]
        hidden = len(self._changes) - len(rows)
        if hidden:
            rows[0] = line(Span(f"… {hidden + 1} earlier", "muted"))
        return rows


def _told(change: Change, history: Sequence[Change], width: int) -> Line:
    head = line(Span(wall_time(change.stamp)[-5:], "muted"), Span(" "))
    if change.stamp.carer:
        head = head.plus(f"{shortened(change.stamp.carer, 3)} ", "muted")
    return head.plus(shortened(brief(change, history), width - head.width))
