"""The vet report: which nights, parts, questions, language; how it reads; writing it."""

from dataclasses import replace
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widget import Widget

from hamdiary.domain.language import t, tc
from hamdiary.domain.report.options import Period
from hamdiary.services.pages import NightPage
from hamdiary.services.report_choice import Choice, remember, remembered
from hamdiary.services.session import Session
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.deeds.reports import ReportDeeds
from hamdiary.tui.diary_actions import DiaryActions
from hamdiary.tui.messages import CareAsked, KeysChanged
from hamdiary.tui.views.report_building import BuildingView
from hamdiary.tui.widgets.bars import Key
from hamdiary.tui.widgets.care_card import CareCard
from hamdiary.tui.widgets.clip_cards import QuestionsCard
from hamdiary.tui.widgets.list_card import ListCard
from hamdiary.tui.widgets.report_cards import FileCard, PartsCard, PeriodCard, PreviewCard
from hamdiary.tui.widgets.report_language import LanguageCard


class ReportView(BuildingView):
    """Choices on the left, the report on the right; on small screens one at a time."""

    BINDINGS = [
        Binding("tab", "next_card(1)", "Card", show=False),
        Binding("shift+tab", "next_card(-1)", "Card before", show=False),
        Binding("w", "write", "Write", show=False),
        Binding("l", "look", "Look at it", show=False),
        Binding("escape", "stop", "Stop", show=False),
    ]

    def __init__(self, session: Session, page: NightPage) -> None:
        super().__init__(session, page)
        self._period, self._parts = PeriodCard(), PartsCard()
        self._questions, self._file = QuestionsCard(id="report-questions"), FileCard()
        self._language = LanguageCard()
        self.cards: tuple[CareCard | PreviewCard, ...] = (
            self._period, self._parts, self._questions, self._language, self._preview,
        )  # fmt: skip
        """The cards that keys go to, in their order."""
        self._current: CareCard | PreviewCard = self._period

    def compose(self) -> ComposeResult:
        """What is chosen beside what comes of it."""
        with Vertical(id="report-side"):
            yield self._period
            yield self._parts
            yield self._questions
            yield self._language
            yield self._file
        yield self._preview

    def on_mount(self) -> None:
        """Say what keys do, and show what was chosen last."""
        self._period.key_actions = {
            str(number): partial(self._choose_period, number - 1) for number in range(1, 7)
        }
        self._parts.key_actions = {
            str(number): lambda number=number: self._switch_part(number - 1)
            for number in range(1, len(self._parts.parts) + 1)
        } | {"space": lambda: self._switch_part(self._parts.cursor)}
        self._questions.key_actions = {
            "n": partial(self._ask_about_question, "new-question"),
            "delete": partial(self._ask_about_question, "delete-question"),
        }  # fmt: skip
        self._language.key_actions = {
            str(number): lambda number=number: self._choose_language(number - 1)
            for number in range(1, len(self._language.codes) + 1)
        } | {"space": lambda: self._choose_language(self._language.cursor)}
        self._period.cursor = self._place_of_period()
        self._language.go_to(self._choice.language)
        self.read()
        self._show_one()

    def _place_of_period(self) -> int:
        self._period.show_chosen(self._choice.period)
        periods = list(self._period.periods)
        return periods.index(self._choice.period) if self._choice.period in periods else 0

    # What is shown

    def show(self, page: NightPage) -> None:
        """Show what has changed, if it is looked at."""
        another = page.hamster.id != self._page.hamster.id
        self._page, self.evening = page, page.evening
        if another:
            self._choice = remembered(self._session, page.hamster)
            self._language.go_to(self._choice.language)
            self._file.show_written(None)
        if self.display and self.is_mounted:
            self.read()

    def read(self) -> None:
        """Read what is chosen from, and build the report anew if anything of it has changed."""
        try:
            for card in (self._period, self._parts, self._questions, self._language):
                card.read(self._session, self._page)
            known = self._known()
        except DiaryTrouble as trouble:
            self.notify(str(trouble), severity="error", markup=False)
            return
        self._period.show_chosen(self._choice.period)
        self._parts.show_chosen(self._choice.parts)
        self._language.show_chosen(self._choice.language)
        if known != self._built_of:
            self._build_of(known)

    # Choosing

    def on_list_card_chosen(self, message: ListCard.Chosen) -> None:
        """Take what was chosen."""
        message.stop()
        if message.card is self._period:
            self._choose_period(message.number)
        elif message.card is self._parts:
            self._switch_part(message.number)
        elif message.card is self._language:
            self._choose_language(message.number)
        else:
            self._ask_about_question("open-question")

    def _ask_about_question(self, what: str) -> None:
        """Let what is asked for be done with the question under the cursor."""
        known, number = self._questions.questions, self._questions.cursor
        self.post_message(CareAsked(what, known[number] if known else None))

    def _choose_period(self, number: int) -> None:
        self._period.cursor = number
        period = self._period.periods[number]
        if period.kind == "dates":
            self._deeds.ask_nights(period, self._take_period)
        else:
            self._take_period(period)

    def _take_period(self, period: Period) -> None:
        self._take(replace(self._choice, period=period))

    def _switch_part(self, number: int) -> None:
        self._parts.cursor = number
        part = self._parts.parts[number]
        self._take(replace(self._choice, parts=self._choice.parts ^ {part}))

    def _choose_language(self, number: int) -> None:
        self._language.cursor = number
        self._take(replace(self._choice, language=self._language.codes[number]))

    def _take(self, choice: Choice) -> None:
        """Keep a choice for the next time, and build what follows from it."""
        self._choice = choice
        try:
            remember(self._session, self._page.hamster, choice)
        except DiaryTrouble as trouble:
            self.notify(str(trouble), severity="error", markup=False)
        self.read()

    # Writing

    @property
    def _deeds(self) -> ReportDeeds:
        screen = self.screen
        assert isinstance(screen, DiaryActions)
        return ReportDeeds(screen)

    def action_write(self) -> None:
        """Ask as what and where to, and write it."""
        self._deeds.write(self._choice, self._written)

    def _written(self, place: object, choice: Choice) -> None:
        self._choice = choice
        self._file.show_written(place)  # type: ignore[arg-type]
        self.post_message(KeysChanged())

    def action_look(self) -> None:
        """Show the file that was written."""
        if self._file.written is not None:
            self._deeds.look_at(self._file.written)
        else:
            self.notify(t("Nothing is written yet; w writes it."), markup=False)

    # Cards

    def take_focus(self) -> None:
        """Go on in the card that was used last."""
        self.read()
        self._current.focus()

    def take_focus_of_language(self) -> None:
        """Go to the choice of the language."""
        self._go_to(self._language)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The focused card is the one that is shown where there is room for one."""
        if isinstance(event.widget, CareCard | PreviewCard):
            self._current = event.widget
            self._show_one()
            self.post_message(KeysChanged())

    def _show_one(self) -> None:
        for card in self.cards:
            name = str(card.id).removeprefix("report-")
            card.set_class(card is self._current, "-current")
            self.set_class(card is self._current, f"-at-{name}")
            if self._current is not self._preview:
                self.set_class(card is self._current, f"-by-{name}")

    def action_next_card(self, by: int) -> None:
        """Go to the card after or before this one."""
        place = (self.cards.index(self._current) + by) % len(self.cards)
        self._go_to(self.cards[place])

    def _go_to(self, card: CareCard | PreviewCard) -> None:
        self._current = card
        self._show_one()
        widget: Widget = card
        widget.focus()

    def keys(self) -> list[Key]:
        """The keys of the card in front, then those of the report."""
        here = [Key(key, words, "") for key, words in self._current.keys_here]
        look = (
            [Key("l", tc("key", "look at it"), "screen.press('l')")] if self._file.written else []
        )
        return [
            Key("w", tc("key", "write"), "screen.press('w')"), *look,
            Key("Tab", tc("key", "card"), "screen.press('tab')"), *here,
        ]  # fmt: skip
