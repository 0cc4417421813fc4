"""Care: medicines, the vitamin week, time out, happenings, clips, questions, reminders."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget

from hamdiary.domain.language import tc
from hamdiary.services.pages import NightPage
from hamdiary.services.session import Session
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.messages import CareAsked
from hamdiary.tui.views.view import View
from hamdiary.tui.widgets.bars import Key
from hamdiary.tui.widgets.care_card import CareCard
from hamdiary.tui.widgets.care_cards import (
    HappeningsCard,
    MedicinesCard,
    OutingsCard,
    RemindersCard,
)
from hamdiary.tui.widgets.clip_cards import ClipsCard, QuestionsCard
from hamdiary.tui.widgets.list_card import ListCard
from hamdiary.tui.widgets.week_card import WeekCard

BROAD = 180
"""Cells from which on every list has a place of its own."""

ALWAYS_BESIDE = 100
"""Cells from which on lists stand beside each other."""


class CareView(View, Widget):
    """Lists beside each other, three of them in one place; on small screens one at a time."""

    BINDINGS = [
        Binding("tab", "next_card(1)", "Card", show=False),
        Binding("shift+tab", "next_card(-1)", "Card before", show=False),
        *(
            Binding(f"{number}", f"card({number})", "This card", show=False)
            for number in range(1, 8)
        ),
    ]

    def __init__(self, session: Session, page: NightPage) -> None:
        super().__init__(id="care")
        self._session = session
        self._page = page
        self.evening = page.evening
        self._medicines, self._happenings = MedicinesCard(), HappeningsCard()
        self._week, self._outings, self._reminders = WeekCard(), OutingsCard(), RemindersCard()
        self._clips, self._questions = ClipsCard(), QuestionsCard()
        self._sharing = (self._happenings, self._clips, self._questions)
        self.cards: tuple[CareCard, ...] = (
            self._medicines, self._week, self._outings, *self._sharing, self._reminders,
        )  # fmt: skip
        """The lists, in the order in which they are gone through."""
        self._in_front: CareCard = self._happenings
        self._current: CareCard = self._medicines

    def compose(self) -> ComposeResult:
        """Two columns, or three."""
        yield from self.cards

    def on_mount(self) -> None:
        """Read everything, and say what keys do."""
        self._medicines.key_actions = {
            "n": self._asks("new-medicine"), "delete": self._asks("end-medicine"),
            "m": self._asks("doses"),
        }  # fmt: skip
        self._week.key_actions = {
            "n": self._asks("feed"), "f": self._asks("feed"), "w": self._asks("why-food"),
            "delete": self._asks("remove-serving"),
        }  # fmt: skip
        self._happenings.key_actions = {
            "n": self._asks("new-happening"), "delete": self._asks("delete-happening"),
        }  # fmt: skip
        self._clips.key_actions = {
            "n": self._asks("new-clip"), "w": self._asks("watch-clip"),
            "delete": self._asks("forget-clip"),
        }  # fmt: skip
        self._questions.key_actions = {
            "n": self._asks("new-question"), "delete": self._asks("delete-question"),
        }  # fmt: skip
        for card in self.cards:
            card.turns = self.bring
        self._reminders.key_actions = {"e": self._asks("time-reminder")}
        for card in self.cards:
            card.key_actions = {"w": self._asks("wellbeing"), **card.key_actions}
        self.read()
        self._show_one()

    def _asks(self, what: str) -> Callable[[], None]:
        return lambda: self._ask(what)

    def _ask(self, what: str) -> None:
        """Let the screen do it to the chosen thing."""
        self.post_message(CareAsked(what, self._chosen()))

    def _chosen(self) -> object:
        card, number = self._current, self._current.cursor
        if isinstance(card, MedicinesCard) and card.courses:
            return card.courses[number]
        if isinstance(card, WeekCard) and card.items:
            return card.items[number]
        if isinstance(card, HappeningsCard) and card.marks:
            return card.marks[number]
        if isinstance(card, ClipsCard) and card.clips:
            return card.clips[number]
        if isinstance(card, QuestionsCard) and card.questions:
            return card.questions[number]
        if isinstance(card, OutingsCard):
            return card.evenings[number]
        if isinstance(card, RemindersCard) and card.reminders:
            return card.reminders[number]
        return None

    def show(self, page: NightPage) -> None:
        """Show what has changed, if it is looked at."""
        self._page, self.evening = page, page.evening
        if self.display and self.is_mounted:
            self.read()

    def read(self) -> None:
        """Read every list anew."""
        for card in self.cards:
            try:
                card.read(self._session, self._page)
            except DiaryTrouble as trouble:
                self.notify(str(trouble), severity="error", markup=False)
                return

    def take_focus(self) -> None:
        """Go on in the list that was used last."""
        self.read()
        self._current.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The focused list is the one that is shown where there is room for one."""
        if isinstance(event.widget, CareCard):
            self._current = event.widget
            self._show_one()
            self.post_message(CareAsked("keys", None))

    def on_resize(self, event: events.Resize) -> None:
        """Give every list a place where there is plenty of room."""
        wide, broad = event.size.width >= ALWAYS_BESIDE, event.size.width >= BROAD
        self.set_class(broad, "-broad")
        for sharing in self._sharing:
            sharing.beside = self._sharing if wide and not broad else ()
        for number, card in enumerate(self.cards):
            card.show_way(number, () if wide else self.cards)

    def _show_one(self) -> None:
        if self._current in self._sharing:
            self._in_front = self._current
        for card in self.cards:
            card.set_class(card is self._current, "-current")
        for card in self._sharing:
            card.set_class(card is not self._in_front, "-behind")

    def action_next_card(self, by: int) -> None:
        """Go to the list after or before this one."""
        place = (self.cards.index(self._current) + by) % len(self.cards)
        self.bring(self.cards[place])

    def action_card(self, number: int) -> None:
        """Go to a list by its number, as they are gone through."""
        self.bring(self.cards[number - 1])

    def bring(self, card: CareCard) -> None:
        """Go to a list, and show it."""
        self._current = card
        self._show_one()
        card.focus()

    def on_list_card_chosen(self, message: ListCard.Chosen) -> None:
        """Open what was chosen."""
        message.stop()
        opens = {
            self._medicines: "open-medicine", self._happenings: "open-happening",
            self._outings: "open-outings", self._reminders: "switch-reminder",
            self._clips: "open-clip", self._questions: "open-question",
            self._week: "open-serving",
        }  # fmt: skip
        for card, what in opens.items():
            if card is message.card:
                self._current = card
                self._ask(what)

    def keys(self) -> list[Key]:
        """The keys of the list in front."""
        here = [Key(key, words, "") for key, words in self._current.keys_here]
        # A list that has a use of its own for a key comes first.
        own = any(each.key == "w" for each in here)
        checks = [] if own else [Key("w", tc("key", "quality of life"), "screen.wellbeing")]
        return [
            Key("Tab", tc("key", "card"), ""),
            *here,
            *checks,
            Key("^z", tc("key", "undo"), "screen.undo"),
        ]
