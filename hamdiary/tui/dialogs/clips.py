"""The clips of one night: what is to be done with them."""

from collections.abc import Mapping, Sequence
from datetime import date

from textual.app import ComposeResult

from hamdiary.domain.clips import FILM_ADVICE, Clip, Presence
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t, tc
from hamdiary.domain.typed_dates import short_day
from hamdiary.tui.dialogs.dialog import WishDialog, key_line, wish_line
from hamdiary.tui.widgets.clip_rows import clip_row
from hamdiary.tui.widgets.lines import BLANK, Line, Span, flowed, line, wrapped
from hamdiary.tui.widgets.list_card import ListCard


@dataclass(frozen=True)
class ClipWish:
    """What an owner wants done."""

    verb: str
    """add, edit, watch or forget."""
    clip: Clip | None = None
    """Which clip; None for add."""


WIDTH = 76
"""Cells of the card."""


class ClipsDialog(WishDialog[ClipWish | None]):
    """Returns what is to be done; nothing is done here."""

    def __init__(self, evening: date, clips: Sequence[Clip], found: Mapping[str, Presence]) -> None:
        super().__init__()
        self._evening, self._clips, self._found = evening, clips, found

    def compose(self) -> ComposeResult:
        """The clips, and the keys."""
        yield ListCard(t("Clips of {day}").format(day=short_day(self._evening)), id="clips")

    def on_mount(self) -> None:
        """Begin with the first."""
        card = self.query_one(ListCard)
        card.key_actions = self.wishes({"a": "add", "n": "add", "w": "watch", "delete": "forget"})
        room = min(WIDTH, self.app.size.width) - 5
        rows = [[clip_row(each, self._found[each.id], room, dated=False)] for each in self._clips]
        card.show_rows(rows, self._below(room), [line(t("No clip of this night is listed."))])
        card.styles.height = card.wanted_height(WIDTH)
        card.focus()

    def _below(self, room: int) -> Sequence[Line]:
        keys = [wish_line("a", tc("key", "add one"), "add")]
        if self._clips:
            keys += [
                wish_line("Enter", tc("key", "edit"), "edit"),
                wish_line("w", tc("key", "watch"), "watch"),
                wish_line("Del", tc("key", "forget"), "forget"),
            ]
        keys.append(key_line("Esc", tc("key", "back"), "leave"))
        advice = [line(Span(each, "muted")) for each in wrapped(t(FILM_ADVICE), room)]
        return [*advice, BLANK, *flowed(keys, room, 3)]

    def on_list_card_chosen(self, message: ListCard.Chosen) -> None:
        """Enter edits the chosen one."""
        message.stop()
        self.action_wish("edit")

    def action_wish(self, verb: str) -> None:
        """Return what is wanted."""
        if verb == "add":
            self.dismiss(ClipWish(verb))
        elif self._clips:
            self.dismiss(ClipWish(verb, self._clips[self.query_one(ListCard).cursor]))
