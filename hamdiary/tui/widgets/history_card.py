"""What was changed of a night, by whom and when, in words."""

from collections.abc import Sequence
from datetime import date

from hamdiary.domain.evening import evening_of
from hamdiary.domain.journal import Change
from hamdiary.domain.language import t, tn
from hamdiary.domain.manner import clock_time, day_and_month, in_use
from hamdiary.domain.text import clean_line
from hamdiary.services.pages import NightPage
from hamdiary.tui.widgets.framed import Framed
from hamdiary.tui.widgets.lines import Line, Span, line, shortened, wrapped

LINES_A_CHANGE = 3
"""Lines of one change at most; a long note goes on in the night itself."""

LETTERS_A_CHANGE = 300
"""Letters of one change that are laid out."""


def time_room() -> int:
    """Cells of a time or a day ("23 Nov"), with the space behind it."""
    return 9 if in_use().twelve_hours else 7


class History(Framed):
    """A night's changes, the newest at the bottom."""

    _changes: Sequence[Change] = ()
    _evening = date.min

    is_awaited = False
    """Whether it is still to be worked out in words, of which it shows none until then."""

    def show_page(self, page: NightPage) -> None:
        """Show this page's changes."""
        self._changes, self._evening = page.changes, page.evening
        count = len(page.changes)
        self.fact = line(
            Span(tn("{count} change", "{count} changes", count).format(count=count), "muted")
        )

    def body(self, width: int, height: int) -> list[Line]:
        """The newest changes that fit, each wrapped."""
        if self.is_awaited:
            return []
        if not self._changes:
            return [line(Span(t("nothing recorded yet"), "muted"))]
        rows: list[Line] = []
        for told, change in enumerate(reversed(self._changes)):
            more = self._told(change, width)
            hidden = len(self._changes) - told - 1
            if len(rows) + len(more) + bool(hidden) > height and rows:
                earlier = line(Span(t("… {count} earlier").format(count=hidden + 1), "muted"))
                return [earlier, *rows] if len(rows) < height else rows
            rows = [*more, *rows]
        return rows

    def _told(self, change: Change, width: int) -> list[Line]:
        from hamdiary.render.brief_changes import brief

        indent = time_room()
        carer = shortened(change.stamp.carer or "", 3)
        words = clean_line(brief(change, self._changes)[:LETTERS_A_CHANGE])
        first, *others = wrapped(f"{carer} {words}", width - indent)
        time = line(Span(self._when(change), "muted")).to(indent)
        rows = [time.plus(first[: len(carer)], "muted").plus(first[len(carer) :])]
        rows += [line(" " * indent, each) for each in others[: LINES_A_CHANGE - 1]]
        if len(others) >= LINES_A_CHANGE:
            rows[-1] = line(
                " " * indent, shortened(f"{others[LINES_A_CHANGE - 2]} …", width - indent)
            )
        return rows

    def _when(self, change: Change) -> str:
        """The time, if it was written that night; else the day."""
        from hamdiary.render.changes import wall_time

        at = wall_time(change.stamp)
        is_that_night = evening_of(at) == self._evening
        return clock_time(at) if is_that_night else day_and_month(at.date())
