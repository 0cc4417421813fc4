"""Before a backup is restored: what would be lost, and what would come back."""

from collections.abc import Sequence
from datetime import tzinfo

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.language import t, tc
from hamdiary.render.backups import holds, said_moment, would_change
from hamdiary.services.restoring import Plan
from hamdiary.tui.dialogs.dialog import Dialog, reply_line
from hamdiary.tui.widgets.card import Card
from hamdiary.tui.widgets.lines import Line, Span, line, wrapped

WIDTH = 72
"""Cells of the card."""


class RestoreDialog(Dialog[bool]):
    """True if it is to be restored; Enter takes the careful answer."""

    BINDINGS = [
        Binding("y", "reply(True)", "restore"),
        Binding("n,escape,enter", "reply(False)", "leave it"),
    ]

    def __init__(self, plan: Plan, zone: tzinfo | None, saved: Sequence[str] = ()) -> None:
        super().__init__()
        self._plan, self._zone, self._saved = plan, zone, saved
        """`saved` says what could be saved, where it is no backup that would be restored."""

    def compose(self) -> ComposeResult:
        """What it would do, and the answers."""
        yield RestoreCard(self._plan, self._zone, self._saved)

    def on_resize(self) -> None:
        """As high as it needs to be, so that no word of what is lost is out of sight."""
        card = self.query_one(RestoreCard)
        self.fit(card, WIDTH)

    def action_reply(self, agreed: bool) -> None:
        """Close with that answer."""
        self.dismiss(agreed)


class RestoreCard(Card):
    """The plan in words."""

    def __init__(self, plan: Plan, zone: tzinfo | None, saved: Sequence[str]) -> None:
        title = t("Put what was saved in its place?") if saved else t("Restore this backup?")
        super().__init__(title, id="restore")
        self._plan, self._zone, self._saved = plan, zone, saved

    def body(self, width: int, height: int) -> list[Line]:
        """What it holds, what would change, what stays, and the keys."""
        words = self._what(width)
        told = would_change(self._plan.compared, self._plan.trouble)
        changed = [line(each) for part in told for each in wrapped(part, width)]
        kept = (
            t("The damaged file is moved aside and kept.")
            if self._plan.compared is None
            else t("The diary as it is now is backed up first.")
        )
        stays = [line(Span(each, "muted")) for each in wrapped(kept, width)]
        keys = [
            _key("Enter", tc("key", "leave it as it is"), False),
            _key("y", tc("key", "put it there") if self._saved else tc("key", "restore it"), True),
        ]
        airy = [Line(), *words, Line(), *changed, Line(), *stays, Line(), *keys]
        return airy if len(airy) <= height else [*words, *changed, *stays, *keys]

    def _what(self, width: int) -> list[Line]:
        """The backup that would be restored, or what was saved."""
        if self._saved:
            return [line(each) for part in self._saved for each in wrapped(part, width)]
        backup = self._plan.shelved.backup
        moment = line(Span(said_moment(backup.made_utc, self._zone), "bold"))
        return [moment, *(line(each) for each in wrapped(f"{holds(backup)}.", width))]


def _key(key: str, words: str, agreed: bool) -> Line:
    return reply_line(key, words, f"reply({agreed})")
