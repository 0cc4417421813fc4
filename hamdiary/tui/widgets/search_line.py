"""The line in which words are searched for, with the few ways to list nights beside it."""

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from hamdiary.domain.language import t
from hamdiary.domain.text import clean_line
from hamdiary.services.looking_back import Which
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import Line, Span, apart, line

CHIPS = ((Which.ALL, "1"), (Which.NOTED, "2"), (Which.MISSING, "3"))
"""What can be listed, with its key."""

ROOM_TO_TYPE = 21
"""Cells beside what can be listed: the slash, and words that are searched for."""

LONGEST = 200
"""Letters of a pasted search that are taken; nobody types more."""


class SearchInput(Input):
    """A plain text field; arrow down, Tab and Enter leave it for the list."""

    BINDINGS = [Binding("down,tab,enter", "leave", "list", show=False)]

    class Left(Message):
        """The list is wanted."""

    def action_leave(self) -> None:
        """Go on to the list."""
        self.post_message(self.Left())

    def _on_paste(self, event: events.Paste) -> None:
        """Pasted text comes clean and on one line."""
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(clean_line(event.text[: LONGEST * 10])[:LONGEST])


class SearchCard(Card):
    """Where to type on the left, what is listed on the right; one bare line if it is low."""

    class Searched(Message):
        """Other words are searched for."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words
            """The words as typed."""

    class Chosen(Message):
        """Other nights are to be listed."""

        def __init__(self, which: Which) -> None:
            super().__init__()
            self.which = which
            """Which ones."""

    def __init__(self) -> None:
        super().__init__(t("Search"), id="search")
        self._which = Which.ALL

    def compose(self) -> ComposeResult:
        """The field, laid over the line."""
        yield SearchInput(placeholder=t("words in notes"), compact=True, select_on_focus=False)

    @property
    def field(self) -> SearchInput:
        """Where words are typed."""
        return self.query_one(SearchInput)

    def show(self, which: Which, fact: str) -> None:
        """Mark what is listed, and say how much there is."""
        self._which = which
        self.fact = line(Span(fact, "muted"))
        self._lay_field()
        self.repaint()

    def catch(self, event: events.Key) -> None:
        """The slash begins a search; letters typed right behind it are not lost on the list."""
        field = self.field
        if self.screen.focused is field:
            if event.is_printable:  # it was on its way to the list when the field took over
                event.stop()
                field.post_message(events.Key(event.key, event.character))
        elif event.key == "slash" or event.character == "/":
            event.stop()
            self.screen.set_focus(field)

    def clear(self) -> None:
        """Search for nothing any more."""
        with self.prevent(Input.Changed):
            self.field.value = ""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search at once, unless more has been typed meanwhile."""
        event.stop()
        if event.value == self.field.value:
            self.post_message(self.Searched(event.value))

    def action_search(self) -> None:
        """Begin to type."""
        self.field.focus()

    def action_choose(self, name: str) -> None:
        """List other nights."""
        self.post_message(self.Chosen(Which[name]))

    def on_resize(self) -> None:
        """Let the field lie between the slash and the chips."""
        self._lay_field()

    def _lay_field(self) -> None:
        inset, top = (5, 1) if self._tall else (4, 0)
        field = self.field
        field.styles.margin = (top, 0, 0, inset)
        chips = self._chips().width
        field.styles.width = max(4, self.size.width - inset - (chips + 4 if chips else 1))

    def on_descendant_focus(self) -> None:
        """Draw the frame as of the card in use."""
        self.repaint()

    def on_descendant_blur(self) -> None:
        """Draw the frame as of a card that is not in use."""
        self.repaint()

    @property
    def _tall(self) -> bool:
        return self.size.height >= 3

    def paint(self, width: int, height: int) -> list[Line]:
        """The line in its frame, or alone."""
        if self._tall:
            return super().paint(width, height)
        mark = Span("▌" if self.has_focus_within else " ", "accent")
        row = line(Span(" "), mark).then(self.body(width - 4, 1)[0])
        return [row.on("focus" if self.has_focus_within else "")]

    def body(self, width: int, height: int) -> list[Line]:
        """The slash and the chips."""
        row = apart(line(Span("/ ", "key", "search")), self._chips(), width)
        return [row.on("focus" if self.has_focus_within else "")]

    def _chips(self) -> Line:
        """What can be listed, in as many words as leave room to type: else the chosen one's."""
        ways = (self._chips_with(all_words=True), self._chips_with(all_words=False))
        fitting = (way for way in ways if self.size.width - way.width >= ROOM_TO_TYPE)
        return next(fitting, Line())

    def _chips_with(self, all_words: bool) -> Line:
        chips = Line()
        for which, key in CHIPS:
            action = f"choose('{which.name}')"
            if which is self._which:
                chips = chips.plus(f" {key} {t(which.value)} ", "chip", action)
                continue
            words = f" {t(which.value)} " if all_words else " "
            chips = chips.plus(f" {key}", "key", action).plus(words, "text", action)
        return chips
