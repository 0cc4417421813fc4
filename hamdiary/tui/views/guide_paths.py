"""The ways through the guide: what is open, which card is in front, and the way back."""

from typing import NamedTuple

from textual.widget import Widget

from hamdiary.services.pages import NightPage
from hamdiary.tui.guide.places import Place, is_known, place_of
from hamdiary.tui.guide.reader import Reader
from hamdiary.tui.messages import KeysChanged, ShowView
from hamdiary.tui.views.view import View
from hamdiary.tui.widgets.guide_contents import ContentsCard
from hamdiary.tui.widgets.guide_page import PageCard
from hamdiary.tui.widgets.guide_signs import SignsCard
from hamdiary.tui.widgets.rows_card import RowsCard

REMEMBERED = 50
"""Pages that one can go back over."""


class Visit(NamedTuple):
    """Where one was."""

    place: Place
    """The page that was open."""
    first: int
    """Its first row in sight."""
    cursor: int | None
    """The way on that was chosen."""
    card: RowsCard
    """Where keys went."""


class GuidePaths(View, Widget):
    """Contents, a page and signs, one of them in front."""

    def __init__(self, page: NightPage) -> None:
        super().__init__(id="guide")
        self.evening = page.evening
        reader = Reader(page.hamster, page.today)
        self.signs = SignsCard(reader)
        """The signs to look for."""
        self.contents = ContentsCard()
        """What there is."""
        self.reading = PageCard(reader, self.signs.answers)
        """What is read."""
        self.in_front: RowsCard = self.contents
        """The card that keys go to."""
        self._visits: list[Visit] = []
        self.came_from = ""
        """The view from which the guide was opened at a page, if it was."""
        self.cards: tuple[RowsCard, ...] = (self.contents, self.reading, self.signs)
        """All three, in the order in which they are gone through."""

    def open_from(self, target: str, view: str) -> None:
        """Open a page from another view; going back leads there."""
        self._visits.clear()
        self.came_from = view
        self._go(place_of(target))

    def open(self, target: str) -> None:
        """Open a page, a food, a sign, the answer; going back leads to where one is now."""
        self.remember()
        self._go(place_of(target))

    def remember(self) -> None:
        """The contents are where every way begins."""
        reading = self.reading
        visit = Visit(reading.place, reading.first, reading.cursor, self.in_front)
        before = () if self.in_front is self.contents else self._visits[1 - REMEMBERED :]
        self._visits = [*before, visit]

    def _go(self, place: Place) -> None:
        if not is_known(place):
            place = Place("results", place.name)
        self.reading.read(place)
        if place.kind == "topic":
            self.contents.point_at(place.name)
        if place.is_checklist and place.at:
            self.signs.point_at(place.at)
        self.bring(self.signs if place.is_checklist else self.reading)

    def back(self) -> None:
        """Back to where one came from; at the beginning to the contents, or the other view."""
        if self._visits:
            visit = self._visits.pop()
            self.reading.read(visit.place)
            self.reading.go_back_to(visit.first, visit.cursor)
            self.bring(visit.card)
        elif self.came_from:
            view, self.came_from = self.came_from, ""
            self.bring(self.contents)
            self.post_message(ShowView(view))
        else:
            self.bring(self.contents)

    def preview(self) -> None:
        """Beside the contents the chosen topic is shown at once."""
        target = self.contents.target_here()
        if target:
            self.reading.read(place_of(target))
            self._arrange()

    def bring(self, card: RowsCard) -> None:
        """Let keys go to a card, and show it where there is room for one."""
        self.in_front = card
        for each in self.cards:
            each.in_front = each is card
        if self.contents.field.display and card is not self.reading:
            self.end_typing()
        self._arrange()
        for each in self.cards:
            each.repaint()
        self.post_message(KeysChanged())

    def _arrange(self) -> None:
        for name, card in (("contents", self.contents), ("page", self.reading),
                           ("signs", self.signs)):  # fmt: skip
            self.set_class(self.in_front is card, f"-at-{name}")
        self.set_class(self.reading.place.is_checklist, "-all-signs")

    def turn(self, by: int) -> None:
        """Go to the card after or before this one."""
        cards = list(self.cards)
        if self.reading.place.is_checklist:
            cards.remove(self.reading)
        place = cards.index(self.in_front) if self.in_front in cards else 0
        self.bring(cards[(place + by) % len(cards)])

    def end_typing(self) -> None:
        """Give up what is being searched."""
        raise NotImplementedError
