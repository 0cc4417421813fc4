"""What one column of a table is: chosen from all that a night can hold."""

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.language import t, tc
from hamdiary.domain.measures import Quantity
from hamdiary.services.transfer.headers import BESIDES, fields
from hamdiary.tui.dialogs.dialog import Dialog
from hamdiary.tui.widgets.lines import Span, line, shortened
from hamdiary.tui.widgets.list_card import ListCard
from hamdiary.tui.widgets.plan_card import use_in_words

WIDTH, HEIGHT = 50, 20
"""Cells of the card."""


class ColumnUseDialog(Dialog[str | None]):
    """Returns the use, as in "weight_g:oz" or "-" for left out; None if nothing was chosen."""

    BINDINGS = [Binding("escape", "leave", "back")]

    def __init__(self, header: str, use: str) -> None:
        super().__init__()
        self._header, self._use = header, use
        self._uses = list(all_uses())

    def compose(self) -> ComposeResult:
        """The card."""
        yield UsesCard(t("What is {words}?").format(words=shortened(self._header, 24)), id="uses")

    def on_mount(self) -> None:
        """Begin with what it is taken for now."""
        card = self.query_one(UsesCard)
        card.cursor = self._uses.index(self._use) if self._use in self._uses else 0
        keys = line(
            Span("Enter", "key"),
            Span(" " + tc("key", "take it") + "   ", "muted"),
            Span("a–z", "key"),
            Span(" " + tc("key", "jump") + "   ", "muted"),
            Span("Esc", "key", "screen.leave"),
            Span(" " + tc("key", "back"), "muted", "screen.leave"),
        )
        card.names = [use_in_words(use) for use in self._uses]
        card.show_rows([[line(name)] for name in card.names], [keys])
        card.focus()

    def on_list_card_chosen(self, message: ListCard.Chosen) -> None:
        """Enter takes it."""
        message.stop()
        self.dismiss(self._uses[message.number])


class UsesCard(ListCard):
    """A long list in which a letter leads to the next row that begins with it."""

    names: list[str] = []
    """What the rows say."""

    def take_key(self, key: str) -> bool:
        """Jump by a letter, else move."""
        if len(key) == 1 and key.isalpha():
            after = [*range(self.cursor + 1, len(self.names)), *range(self.cursor + 1)]
            begin = (i for i in after if self.names[i].casefold().startswith(key.casefold()))
            self.cursor = next(begin, self.cursor)
            self.repaint()
            return True
        return super().take_key(key)


def all_uses() -> list[str]:
    """Everything a column can be, each unit on its own."""
    uses = ["-", *BESIDES]
    for name, measure in fields().items():
        uses.append(name)
        if isinstance(measure.kind, Quantity):
            uses += [f"{name}:{unit}" for unit, _ in measure.kind.also]
    return uses
