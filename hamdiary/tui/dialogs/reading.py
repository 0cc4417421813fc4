"""A dialog that is only read: one card, scrolled if it is long."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.text import clean
from hamdiary.tui.dialogs.dialog import Dialog
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line, wrapped
from hamdiary.tui.widgets.reading_card import ReadingCard, close_key

WIDTH = 84
"""Cells of the card."""


class ReadingDialog(Dialog[None]):
    """Any of the leaving keys closes it."""

    BINDINGS = [
        Binding("escape,enter,q,space", "leave", "close"),
        Binding("down,j", "scroll(1)", "down"),
        Binding("up,k", "scroll(-1)", "up"),
        Binding("pagedown", "leaf(1)", "down"),
        Binding("pageup", "leaf(-1)", "up"),
        Binding("home", "scroll(-10000)", "start"),
        Binding("end", "scroll(10000)", "end"),
    ]

    def __init__(self, card: ReadingCard) -> None:
        super().__init__()
        self._card = card

    def compose(self) -> ComposeResult:
        """The card."""
        yield self._card

    def on_mount(self) -> None:
        """As high as it needs to be."""
        self.fit(self._card, WIDTH)

    def action_scroll(self, by: int) -> None:
        """Move through it."""
        self._card.scroll_rows(by)

    def action_leaf(self, pages: int) -> None:
        """Move by as much as is in sight."""
        self._card.leaf(pages)


class TextCard(ReadingCard):
    """Lines of text, as they are."""

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__(title, id="wording")
        self._lines = [clean(each) for each in lines]
        self.fact = close_key()

    def rows(self, width: int) -> Sequence[Line]:
        """Each line as it is, its columns too; what is too long goes on below."""
        rows: list[Line] = []
        for text in self._lines:
            if cell_len(text) <= width:
                rows.append(line(Span(text)) if text.strip() else BLANK)
                continue
            inset = " " * (len(text) - len(text.lstrip()))
            rows += [line(Span(f"{inset}{each}")) for each in wrapped(text, width - len(inset))]
        return rows
