"""Beside the list: the month, the values and the history of the night under the cursor."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.services.clips import clips_of
from hamdiary.services.pages import NightPage, night_page
from hamdiary.services.session import Session
from hamdiary.tui.widgets.calendar import MonthCard, days_in_month
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.history_card import History
from hamdiary.tui.widgets.night_card import NightCard


class HistoryCard(History, Card):
    """The history as a widget."""

    def show_page(self, page: NightPage) -> None:
        """Show this page's changes."""
        super().show_page(page)
        self.repaint()


class NightSide(Vertical):
    """Three cards about one night; nothing is read for them where there is no room."""

    def __init__(self) -> None:
        super().__init__(id="night-side")

    def compose(self) -> ComposeResult:
        """Calendar, night and history."""
        yield MonthCard()
        yield NightCard()
        yield HistoryCard(t("History of this night"), id="night-changes")

    def show(self, session: Session, hamster: Hamster, evening: date, first: date) -> None:
        """Show a night of a diary that begins with `first`; DiaryTrouble if it cannot be read."""
        if not self.display:
            return
        page = night_page(session, hamster, evening)
        month = evening.replace(day=1)
        ends = month.replace(day=days_in_month(month))
        nights = session.diary.nights(hamster.id, month, ends)
        self.query_one(MonthCard).show(nights, evening, first, page.tonight)
        clips = len(clips_of(session, hamster, evening))
        self.query_one(NightCard).show_page(page, clips)
        self.query_one(HistoryCard).show_page(page)
