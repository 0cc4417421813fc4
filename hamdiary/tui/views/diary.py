"""The diary: every night, newest first, and beside the list the one under its cursor."""

from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widget import Widget

from hamdiary.domain.language import tc
from hamdiary.services.looking_back import NightPages, Which, nights_listed
from hamdiary.services.pages import NightPage
from hamdiary.services.session import Session
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.messages import ShowNight
from hamdiary.tui.views.listed import Listed, how_much
from hamdiary.tui.views.view import View
from hamdiary.tui.widgets.bars import Key
from hamdiary.tui.widgets.calendar import MonthCard, month_later
from hamdiary.tui.widgets.night_card import NightCard
from hamdiary.tui.widgets.night_list import NightList
from hamdiary.tui.widgets.night_side import NightSide
from hamdiary.tui.widgets.nights_card import NightsCard
from hamdiary.tui.widgets.search_line import SearchCard, SearchInput
from hamdiary.tui.widgets.strips import StripsCard

BROAD = 160
"""Cells from which on the cards beside the list may be broader."""

BOTH = 58
"""Cells below which the cards take the list's place when they are asked for."""

ALWAYS_BESIDE = 100
"""Cells from which on the cards stand beside the list without being asked for."""


class DiaryView(View, Widget):
    """A list to go through, a calendar to jump with, and a line to search in."""

    BINDINGS = [
        Binding("1", "choose('ALL')", "all", show=False),
        Binding("2", "choose('NOTED')", "with note", show=False),
        Binding("3", "choose('MISSING')", "missing", show=False),
        Binding("less_than_sign,left_square_bracket", "step_month(-1)", "month", show=False),
        Binding("greater_than_sign,right_square_bracket", "step_month(1)", "month", show=False),
        Binding("m", "beside", "month", show=False),
        Binding("delete", "screen.delete_night", "delete", show=False),
        Binding("escape", "all", "all", show=False),
    ]

    def __init__(self, session: Session, page: NightPage) -> None:
        super().__init__(id="diary")
        self._session = session
        self.page = page
        """What the other views show."""
        self.evening = page.evening
        """The night under the cursor."""
        self.pages: NightPages | None = None
        """The nights that are listed."""
        self._listed = Listed()
        self._stale = True

    def compose(self) -> ComposeResult:
        """Search, strips and the list on the left; calendar, night and history on the right."""
        with Vertical(id="nights-side"):
            yield SearchCard()
            yield StripsCard(id="glance")
            yield NightsCard()
        yield NightSide()

    def on_mount(self) -> None:
        """Show the nights as soon as the parts exist."""
        self.read_anew()

    def on_resize(self, event: events.Resize) -> None:
        """Give the cards beside the list more room where there is plenty."""
        self.set_class(event.size.width >= BROAD, "-broad")
        self.set_class(event.size.width < BOTH, "-slim")
        self.call_after_refresh(self._show_night)

    # What is shown

    def show(self, page: NightPage) -> None:
        """Show what the diary holds now; behind another view that waits until it is wanted."""
        earlier, self.page = self.page, page
        if page.hamster.id != earlier.hamster.id:
            self.evening, self._listed = page.evening, Listed()
            self.query_one(SearchCard).clear()
        elif page.evening != earlier.evening and self._goes_along(page, earlier):
            self.evening = page.evening
        self._stale = True
        if self.display:
            self.read_anew()

    def _goes_along(self, page: NightPage, earlier: NightPage) -> bool:
        # At noon the night changes by itself: whoever reads an old night is left there.
        return page.tonight == earlier.tonight or self.evening == earlier.evening

    def read_anew(self) -> None:
        """Read what is in sight; the cursor stays on its evening."""
        try:
            self._list(self._listed)
        except DiaryTrouble as trouble:
            self.notify(str(trouble), severity="error", markup=False)

    def _list(self, listed: Listed, newest_first: bool = False) -> None:
        hamster, self._listed, self._stale = self.page.hamster, listed, False
        self.pages = nights_listed(self._session, hamster, listed.which, listed.words)
        evenings = self.pages.evenings
        wanted = evenings[0] if newest_first and evenings else self.evening
        self.query_one(SearchCard).show(listed.which, how_much(self._session, hamster, *self._span))
        card = self.query_one(NightsCard)
        below = listed.below(len(evenings))
        card.nights.show(self.pages, wanted, self.page.tonight, listed.words, below)
        card.describe(listed.fact(len(evenings)))
        self.evening = card.nights.evening or self.evening
        self._show_night()

    @property
    def _span(self) -> tuple[date, date]:
        tonight = self.page.tonight
        return self._session.first_evening(self.page.hamster.id, tonight), tonight

    def _show_night(self) -> None:
        """Show the night under the cursor in the cards around the list."""
        session, hamster = self._session, self.page.hamster
        glance = self.query_one(StripsCard)
        if glance.display:
            first, last = glance.window(self.evening, self.page.tonight)
            nights = session.diary.nights(hamster.id, first, last)
            glance.show_nights(nights, last, self.evening)
        self.query_one(NightSide).show(session, hamster, self.evening, self._span[0])

    def take_focus(self) -> None:
        """Let keys go to the list."""
        if self._stale:
            self.read_anew()
        self.nights.focus()

    @property
    def nights(self) -> NightList:
        """The list."""
        return self.query_one(NightList)

    def keys(self) -> list[Key]:
        """The keys that matter here."""
        return [
            Key("↑↓", tc("key", "night"), ""),
            Key("Enter", tc("key", "open"), "screen.press('enter')"),
            Key("/", tc("key", "search"), "screen.press('slash')"),
            *self._month_keys(),
            Key("p", tc("key", "clips"), "screen.clips"),
            Key("Del", tc("key", "delete"), "screen.press('delete')"),
            Key("^z", tc("key", "undo"), "screen.undo"),
            Key("^y", tc("key", "redo"), "screen.redo"),
            Key("Home", tc("key", "tonight"), "screen.press('home')"),
        ]

    def _month_keys(self) -> list[Key]:
        """Months are stepped through where the calendar is in sight, and shown where it is not."""
        if self.app.size.width >= ALWAYS_BESIDE:
            return [Key("< >", tc("key", "month"), "screen.press('less_than_sign')")]
        return [Key("m", tc("key", "month"), "screen.press('m')")]

    # Going from night to night

    def on_night_list_moved(self, message: NightList.Moved) -> None:
        """Show the night that the cursor is on now."""
        message.stop()
        self.evening = message.evening
        self._show_night()

    def on_night_list_opened(self, message: NightList.Opened) -> None:
        """Open a night's log."""
        message.stop()
        self.post_message(ShowNight(message.evening))

    def on_night_card_opened(self, message: NightCard.Opened) -> None:
        """Open the log of the night that is shown."""
        message.stop()
        self.post_message(ShowNight(self.evening))

    def action_step_month(self, by: int) -> None:
        """Go to the same day of the month before or after, within the diary."""
        first, last = self._span
        self.nights.go_to(max(first, min(last, month_later(self.evening, by))))

    def on_month_card_stepped(self, message: MonthCard.Stepped) -> None:
        """A click asks for another month."""
        message.stop()
        self.action_step_month(message.by)

    def on_month_card_picked(self, message: MonthCard.Picked) -> None:
        """A click asks for a day; one that is not listed needs all nights listed."""
        message.stop()
        first, last = self._span
        if not first <= message.evening <= last:
            return
        assert self.pages is not None
        if message.evening in self.pages.evenings:
            self.nights.go_to(message.evening)
        else:
            self.evening = message.evening
            self._list_all_of(Which.ALL)

    def action_beside(self) -> None:
        """Show or hide month and night beside the list, where there is no room for them always."""
        self.toggle_class("-beside")
        self.call_after_refresh(self._show_night)

    # Searching

    def on_key(self, event: events.Key) -> None:
        """The slash begins a search."""
        self.query_one(SearchCard).catch(event)

    def action_choose(self, name: str) -> None:
        """List other nights; the cursor stays on its evening if that is among them."""
        self._list_all_of(Which[name])
        self.screen.set_focus(self.nights)

    def action_all(self) -> None:
        """List all nights again; then leave what was put beside them."""
        is_beside = self.has_class("-beside") and self.app.size.width < ALWAYS_BESIDE
        if is_beside and self._listed == Listed():
            self.action_beside()
        else:
            self.action_choose(Which.ALL.name)

    def _list_all_of(self, which: Which) -> None:
        """List nights of one sort, whatever was searched for before."""
        self.query_one(SearchCard).clear()
        self._list(Listed(which))

    def on_search_card_searched(self, message: SearchCard.Searched) -> None:
        """List what was found, the newest under the cursor."""
        message.stop()
        listed = self._listed.searched(message.words)
        self._list(listed, newest_first=listed.searching)

    def on_search_card_chosen(self, message: SearchCard.Chosen) -> None:
        """A click chooses what is listed."""
        message.stop()
        self.action_choose(message.which.name)

    def on_search_input_left(self, message: SearchInput.Left) -> None:
        """On to the list."""
        message.stop()
        self.nights.focus()
