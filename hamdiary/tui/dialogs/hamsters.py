"""Which hamster: those that are here, and a new one."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t, tc
from hamdiary.domain.measures import measures_of
from hamdiary.domain.saying import said
from hamdiary.domain.typed_dates import short_day
from hamdiary.tui.dialogs.dialog import Dialog
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import Line, Span, flowed, line, shortened

NEW = "new"
"""What the dialog returns for "set up another one"."""


class HamstersDialog(Dialog[str | None]):
    """Returns the id of a hamster, or NEW."""

    BINDINGS = [
        Binding("up", "move(-1)", "up"),
        Binding("down", "move(1)", "down"),
        Binding("enter", "take", "open"),
        Binding("n", "new", "new"),
        Binding("escape", "leave", "back"),
    ]

    def __init__(self, hamsters: Sequence[Hamster], current: str) -> None:
        super().__init__()
        self._hamsters = hamsters
        self._cursor = next((i for i, each in enumerate(hamsters) if each.id == current), 0)

    def compose(self) -> ComposeResult:
        """The card."""
        yield HamstersCard()

    def on_mount(self) -> None:
        """Show them."""
        self._show()
        card = self.query_one(HamstersCard)
        width = min(84, self.app.size.width)
        card.styles.height = min(card.wanted_height(width), 20)

    def _show(self) -> None:
        self.query_one(HamstersCard).show(self._hamsters, self._cursor)

    def action_move(self, by: int) -> None:
        """Choose the one above or below."""
        self._cursor = max(0, min(len(self._hamsters) - 1, self._cursor + by))
        self._show()

    def action_take(self) -> None:
        """Open the chosen one's diary."""
        self.dismiss(self._hamsters[self._cursor].id)

    def action_pick(self, number: int) -> None:
        """Open one by a click."""
        self.dismiss(self._hamsters[number].id)

    def action_new(self) -> None:
        """Set up another hamster."""
        self.dismiss(NEW)


NAMES, SPECIES = 26, 18
"""Cells for names at least, and for species; what became of a closed diary stands behind."""


class HamstersCard(Card):
    """One line a hamster."""

    def __init__(self) -> None:
        super().__init__(t("Whose diary?"), id="hamsters")
        self._hamsters: Sequence[Hamster] = ()
        self._cursor = 0

    def show(self, hamsters: Sequence[Hamster], cursor: int) -> None:
        """Show these, one of them chosen."""
        self._hamsters, self._cursor = hamsters, cursor
        self.repaint()

    def body(self, width: int, height: int) -> list[Line]:
        """The hamsters around the chosen one, and the keys below."""
        keys = self._keys(width)
        room = max(1, height - 1 - len(keys))
        first = max(0, min(self._cursor - room // 2, len(self._hamsters) - room))
        rows = [
            self._row(number, width)
            for number in range(first, min(first + room, len(self._hamsters)))
        ]
        return [*rows, *([Line()] * (height - len(keys) - len(rows))), *keys]

    def wanted_height(self, width: int) -> int:
        """The frame, the hamsters, and the keys below an empty row."""
        return len(self._hamsters) + 3 + len(self._keys(width - 5))

    def _keys(self, width: int) -> list[Line]:
        keys = (
            ("Enter", tc("key", "open"), "screen.take"),
            ("n", tc("key", "set up another"), "screen.new"),
            ("Esc", tc("key", "back"), "screen.leave"),
        )
        told = [
            line(Span(key, "key", do), Span(f" {words}", "muted", do)) for key, words, do in keys
        ]
        return flowed(told, width, 3)

    def _names(self, width: int) -> int:
        """Cells of the column with names, the gap behind it included: as many as there are."""
        longest = max((cell_len(each.called) for each in self._hamsters), default=0)
        is_one_closed = any(each.closed_because is not None for each in self._hamsters)
        return max(NAMES, min(longest + 2, width - SPECIES * (2 if is_one_closed else 1)))

    def _row(self, number: int, width: int) -> Line:
        hamster, action = self._hamsters[number], f"screen.pick({number})"
        focused = number == self._cursor
        name = shortened(hamster.called, self._names(width) - 2)
        row = line(Span(name, "bold" if focused else "text", action)).to(self._names(width))
        species = said(measures_of(Hamster)["species"], hamster.species) if hamster.species else ""
        row = row.plus(species, "muted", action)
        if hamster.closed_because is not None:
            row = row.to(self._names(width) + SPECIES)
            why = said(measures_of(Hamster)["closed_because"], hamster.closed_because)
            on = f" {short_day(hamster.closed_on)}" if hamster.closed_on else ""
            row = row.plus(
                tc("key", "closed: {why}{on}").format(why=why, on=on),
                "muted",
                action,
            )
        return row.to(width).on("focus" if focused else "")
