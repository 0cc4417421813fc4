"""The backups of a diary, the newest first."""

from collections.abc import Sequence
from datetime import tzinfo
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.language import t, tc, tn
from hamdiary.render.backups import MOMENT, said_moment, said_size
from hamdiary.render.places import said_place
from hamdiary.services.backing_up import reasons
from hamdiary.services.shelved import Shelved
from hamdiary.tui.dialogs.dialog import Dialog, key_line
from hamdiary.tui.widgets.lines import BLANK, Line, Span, flowed, line, shortened
from hamdiary.tui.widgets.list_card import ListCard

WIDTH, HEIGHT = 84, 24
"""Cells of the card, and its rows at most."""


class BackupsDialog(Dialog[Shelved | None]):
    """Returns the backup that is to be looked into, or None."""

    BINDINGS = [Binding("escape", "leave", "back")]

    def __init__(
        self, shelved: Sequence[Shelved], folders: Sequence[Path], zone: tzinfo | None
    ) -> None:
        super().__init__()
        self._shelved, self._folders, self._zone = shelved, folders, zone

    def compose(self) -> ComposeResult:
        """The list."""
        yield ListCard(t("Backups"), id="backups")

    def on_mount(self) -> None:
        """Begin with the newest."""
        card = self.query_one(ListCard)
        whole = sum(each.whole for each in self._shelved)
        card.fact = line(Span(t("{whole} verified").format(whole=whole), "muted"))
        self._show(card)
        card.focus()

    def on_resize(self) -> None:
        """Rows as wide as the card is now."""
        self._show(self.query_one(ListCard))

    def _show(self, card: ListCard) -> None:
        room = min(WIDTH, self.app.size.width) - 5
        empty = [
            line(t("There is no backup yet.")),
            line(Span(t("^p, Back up now makes one."), "muted")),
        ]
        card.show_rows(backup_rows(self._shelved, self._zone, room), self._below(room), empty)
        card.styles.height = min(HEIGHT, card.wanted_height(WIDTH))

    def _below(self, room: int) -> Sequence[Line]:
        keys = [
            key_line("Enter", tc("key", "what it would bring back"), "choose"),
            key_line("Esc", tc("key", "back"), "leave"),
        ]
        places = [
            line(Span(shortened(t("in {folder}").format(folder=said_place(folder)), room), "muted"))
            for folder in self._folders
        ]
        return [*places, BLANK, *flowed(keys if self._shelved else keys[1:], room, 3)]

    def on_list_card_chosen(self, message: ListCard.Chosen) -> None:
        """Enter looks into the chosen one."""
        message.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Return the one under the cursor, if it is whole."""
        if not self._shelved:
            return
        chosen = self._shelved[self.query_one(ListCard).cursor]
        if chosen.trouble is not None:
            self.notify(
                t("It is not whole: {trouble}.").format(trouble=chosen.trouble),
                severity="warning",
                markup=False,
            )
            return
        self.dismiss(chosen)


def backup_rows(shelved: Sequence[Shelved], zone: tzinfo | None, room: int) -> list[Sequence[Line]]:
    """One line a backup: when, what it holds, whether it is whole, why it was made."""
    return [[_row(each, zone, room)] for each in shelved]


def _row(each: Shelved, zone: tzinfo | None, room: int) -> Line:
    backup = each.backup
    when = said_moment(backup.made_utc, zone, listed=True)
    row = line(Span(when, "text" if each.whole else "muted"))
    if each.trouble is not None:
        return row.to(MOMENT + 1).plus(
            shortened(t("!! not whole: {trouble}").format(trouble=each.trouble), room - MOMENT - 1),
            "warn",
        )
    nights = tn("{count} night", "{count} nights", backup.nights).format(count=backup.nights)
    row = row.to(MOMENT + 1).plus(nights.rjust(10)).to(37)
    row = row.plus(t("verified") if room >= 50 else "✓", "good")
    if room >= 66:
        row = row.to(46).plus(said_size(backup.size).rjust(8), "muted").to(56)
        row = row.plus(shortened(reasons().get(backup.reason, ""), room - 56), "muted")
    return row
