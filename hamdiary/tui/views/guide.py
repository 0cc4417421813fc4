"""The guide: contents, a page to read, signs to look for; everything searched from one line."""

from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from hamdiary.domain.language import tc
from hamdiary.services.pages import NightPage
from hamdiary.tui.guide.places import Place
from hamdiary.tui.guide.reader import Reader
from hamdiary.tui.guide.result_rows import read_ahead
from hamdiary.tui.views.guide_paths import GuidePaths
from hamdiary.tui.widgets.bars import Key

BROAD = 180
"""Cells from which on signs stand beside the page."""

READS_EVERY = 0.03
"""Seconds between two pieces that are read ahead of the first search."""


class GuideView(GuidePaths, can_focus=True):
    """Three cards, beside each other or one at a time; the view hands keys to the one in front."""

    def compose(self) -> ComposeResult:
        """Contents on the left, what they lead to on the right."""
        self.contents.field.taken = self._take_while_typing
        self.contents.opens = self.signs.opens = self.reading.opens = self.open
        self.contents.moved, self.contents.searches = self.preview, self.search
        self.signs.answered = self.reading.repaint
        for card in self.cards:
            card.touched = partial(self.bring, card)
        yield self.contents
        with Vertical(id="guide-side"):
            yield self.reading
            yield self.signs

    def on_mount(self) -> None:
        """Begin with the contents."""
        self.contents.point_at(self.reading.place.name)
        self.bring(self.contents)
        self._ahead = read_ahead()
        self._reads = self.set_interval(READS_EVERY, self._read_on)

    def _read_on(self) -> None:
        """Read a little of what a search will want, so that no key has to wait for it."""
        if next(self._ahead, None) is None:
            self._reads.stop()

    def on_resize(self, event: events.Resize) -> None:
        """Three columns where there is plenty of room."""
        self.set_class(event.size.width >= BROAD, "-broad")

    def show(self, page: NightPage) -> None:
        """Show it for this hamster."""
        self.evening = page.evening
        reader = Reader(page.hamster, page.today)
        self.signs.show_for(reader)
        self.reading.show_for(reader)

    def take_focus(self) -> None:
        """Go on where one was."""
        self.came_from = ""
        self.end_typing()

    def settle(self) -> bool:
        """There is nothing to lose here."""
        return True

    # Searching

    def search(self) -> None:
        """Begin to type."""
        if self.reading.place.kind != "results":
            self.open_results()
        field = self.contents.field
        field.display = True
        self.set_class(True, "-searching")
        self.bring(self.reading)
        self.screen.set_focus(field)

    def open_results(self) -> None:
        """An empty search; going back leads to where one is now."""
        self.remember()
        with self.prevent(Input.Changed):
            self.contents.field.value = ""
        self.reading.read(Place("results"))
        self.bring(self.reading)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is found, unless more has been typed meanwhile."""
        event.stop()
        if event.value == self.contents.field.value:
            self._find()

    def _find(self) -> None:
        place = Place("results", self.contents.field.value)
        if self.contents.field.display and self.reading.place != place:
            self.reading.read(place)

    def _take_while_typing(self, key: str) -> bool:
        if key in ("up", "down", "pageup", "pagedown"):
            return self.reading.take_key(key)
        if key not in ("enter", "escape", "tab"):
            return False
        self._find()
        self.end_typing()
        if key == "escape":
            self.back()
        elif key == "enter":
            self.reading.open_here()
        return True

    def end_typing(self) -> None:
        """Keys are the guide's again."""
        self.contents.field.display = False
        self.set_class(False, "-searching")
        self.screen.set_focus(self)
        self.contents.repaint()

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Keys are taken at once; letters typed right behind the slash belong to the search."""
        field = self.contents.field
        if self.screen.focused is field:
            if event.is_printable:
                event.stop()
                field.post_message(events.Key(event.key, event.character))
        elif self.take(event.key, event.character):
            event.stop()
            event.prevent_default()

    def take(self, key: str, character: str | None) -> bool:
        """Do what a key means to the guide or to the card in front; False if nothing."""
        if character == "/":
            self.search()
        elif key in ("tab", "shift+tab"):
            self.turn(1 if key == "tab" else -1)
        elif key == "right" and self.in_front is self.contents:
            self.turn(1)
        elif key == "left":
            self.bring(self.contents)
        elif self.in_front.take_key(key):
            pass
        elif key in ("escape", "backspace"):
            self.back()
        elif key == "s":
            self.reading.take_key(key)
        else:
            return False
        return True

    def keys(self) -> list[Key]:
        """The keys of the card in front."""
        if self.contents.field.display:
            return [
                Key("↑ ↓", tc("key", "choose"), ""),
                Key("Enter", tc("key", "open"), "screen.press('enter')"),
                Key("Esc", tc("key", "end the search"), "screen.press('escape')"),
            ]
        search = Key("/", tc("key", "search"), "screen.press('slash')")
        back = Key("Esc", tc("key", "back"), "screen.press('escape')")
        card = Key("Tab", tc("key", "card"), "screen.press('tab')")
        if self.in_front is self.signs:
            return [
                Key("↑ ↓", tc("key", "sign"), ""),
                Key("y n", tc("key", "answer"), ""),
                Key("Bksp", tc("key", "not looked"), "screen.press('backspace')"),
                Key("Enter", tc("key", "what follows"), "screen.press('enter')"),
                card,
                search,
                back,
            ]
        has_sources = self.reading.place.kind == "topic"
        sources = [Key("s", tc("key", "sources"), "screen.press('s')")] * has_sources
        if self.in_front is self.contents:
            enter = Key("Enter", tc("key", "read"), "screen.press('enter')")
            return [Key("↑ ↓", tc("key", "topic"), ""), enter, search, card, *sources]
        has_numbers = self.reading.place.kind in ("topic", "food", "answer")
        numbers = [Key("1–9", tc("key", "see also"), "")] * has_numbers
        return [Key("↑ ↓", tc("key", "read on"), ""), back, *numbers, *sources, search, card]
