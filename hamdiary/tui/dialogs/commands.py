"""The commands of the command line, each with its help, for whoever finds no screen for it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.language import t, tc
from hamdiary.tui.command_page import CommandPage
from hamdiary.tui.dialogs.dialog import Dialog
from hamdiary.tui.dialogs.reading import ReadingDialog, TextCard
from hamdiary.tui.widgets.lines import Line, Span, line, shortened
from hamdiary.tui.widgets.list_card import ListCard
from hamdiary.tui.widgets.reading_card import close_key

NAME = 22
"""Cells of the column with names."""


def page_dialog(page: CommandPage) -> ReadingDialog:
    """The help of one command."""
    return ReadingDialog(TextCard(f"hamdiary {page.name}", page.text.splitlines()))


class CommandsDialog(Dialog[None]):
    """A list; Enter shows a command's help."""

    BINDINGS = [Binding("escape,q", "leave", "close")]

    def __init__(self, pages: Sequence[CommandPage]) -> None:
        super().__init__()
        self._pages = pages

    def compose(self) -> ComposeResult:
        """The list."""
        yield ListCard(t("On the command line"), id="wording")

    def on_mount(self) -> None:
        """Begin with the first."""
        card = self.query_one(ListCard)
        card.fact = close_key()
        below = line(Span("Enter", "key"), Span(" " + tc("key", "its help"), "muted"))
        room = min(84, self.app.size.width) - 5
        card.show_rows([[_row(page, room)] for page in self._pages], [below])
        card.focus()

    def on_list_card_chosen(self, message: ListCard.Chosen) -> None:
        """Show the help."""
        message.stop()
        self.app.push_screen(page_dialog(self._pages[message.number]))


def _row(page: CommandPage, width: int) -> Line:
    row = line(Span(page.name, "bold")).to(NAME)
    return row.plus(shortened(page.words, width - row.width), "muted")
