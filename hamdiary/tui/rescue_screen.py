"""What stands in the place of a diary that is damaged or gone: its backups, and nothing empty."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.language import t, tc
from hamdiary.render.places import said_place
from hamdiary.services.clock import Clock
from hamdiary.services.restoring import Plan, Shelf
from hamdiary.services.shelved import Shelved
from hamdiary.storage.errors import DamagedDiary, DiaryTrouble, LostDiary
from hamdiary.tui.dialogs.backups import backup_rows
from hamdiary.tui.dialogs.dialog import reply_line
from hamdiary.tui.dialogs.progress import Failed, ProgressDialog
from hamdiary.tui.dialogs.restoring import RestoreDialog
from hamdiary.tui.left_once import LeftOnce
from hamdiary.tui.messages import RestoreAgreed
from hamdiary.tui.widgets.bars import Key, KeyBar
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line, wrapped
from hamdiary.tui.widgets.list_card import ListCard

if TYPE_CHECKING:
    from hamdiary.services.rescuing import Rescued


class RescueCard(ListCard):
    """The trouble in words, and the backups below it."""

    def __init__(self, told: Sequence[str], can_save: bool, heads: str) -> None:
        """`heads` is what stands over the backups, if there are any."""
        super().__init__(t("The diary cannot be opened"), id="rescue")
        self._told, self._can_save, self._heads = told, can_save, heads

    def above(self, width: int) -> Sequence[Line]:
        """What is wrong, and what was not done about it."""
        lines: list[Line] = []
        for number, words in enumerate(self._told):
            ink = "bold" if number == 0 else "text"
            lines += [line(Span(each, ink)) for each in wrapped(words, width)]
        if self._can_save:
            words = t("saves what can still be read of it, which may be all of it.")
            first, *more = wrapped(words, width - 3)
            lines.append(reply_line("s", first, "save", 1))
            lines += [line("   ", each) for each in more]
        return [*lines, BLANK, *[line(Span(self._heads, "bold"))][: len(self._heads)]]


class RescueScreen(LeftOnce[None]):
    """Restore a backup, see where things lie, or end; a damaged file is left as it is."""

    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (81, "-large")]

    BINDINGS = [
        Binding("s", "save", "save", show=False),
        Binding("w", "where", "where", show=False),
        Binding("escape", "leave", "end", show=False),
    ]

    def __init__(
        self,
        environment: Mapping[str, str],
        trouble: DamagedDiary | LostDiary,
        can_go_on: bool = False,
    ) -> None:
        super().__init__()
        self._environment = environment
        self._trouble, self._can_go_on = trouble, can_go_on
        # What this window has open must not be read past SQLite (traps §1).
        self._can_save = isinstance(trouble, DamagedDiary) and not can_go_on
        self._zone = Clock(environment).now().wall.tzinfo
        self._shelf = Shelf(environment, str(trouble.path))
        self._backups = [each for each in self._shelf.backups() if each.whole]

    def compose(self) -> ComposeResult:
        """The card, and the keys."""
        heads = t("These verified backups are there, the newest first:") if self._backups else ""
        yield RescueCard(self._words(), self._can_save, heads)
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the newest backup."""
        card = self.query_one(RescueCard)
        card.key_actions = {
            "s": self.action_save,
            "w": self.action_where,
            "q": self.action_leave,
        }
        self.query_one(KeyBar).show(self._keys())
        self._show()
        card.focus()

    def on_resize(self) -> None:
        """Rows as wide as the card is now."""
        self._show()

    def _show(self) -> None:
        card = self.query_one(RescueCard)
        room = max(20, min(100, self.app.size.width) - 7)
        empty = [line(t("There is no verified backup of it on this computer."))]
        rows = backup_rows(self._backups, self._zone, room)
        card.show_rows(rows, (), empty)
        # No higher than what it says: an empty frame would look like a diary without nights.
        wanted = len(card.above(room)) + max(1, len(rows)) + 3
        card.styles.height = min(
            wanted, max(5, self.app.size.height - 1 - card.styles.margin.height)
        )

    def _words(self) -> list[str]:
        path = self._trouble.path
        first = str(self._trouble).replace(str(path), said_place(path))
        words = [f"{first[:1].upper()}{first[1:].rstrip('.')}."]
        if isinstance(self._trouble, DamagedDiary):
            words.append(t("Nothing was changed, and nothing is begun anew in its place."))
        if isinstance(self._trouble, DamagedDiary) and not self._can_save:
            words.append(t("hamdiary doctor --salvage NEW.db saves what can still be read."))
        return words

    def _keys(self) -> list[Key]:
        keys = [Key("Enter", tc("key", "restore"), "screen.take")] if self._backups else []
        if self._can_save:
            keys.append(Key("s", tc("key", "save"), "screen.save"))
        end = tc("key", "go on looking") if self._can_go_on else tc("key", "end")
        return [
            *keys,
            Key("Esc", end, "screen.leave"),
            Key("w", tc("key", "where"), "screen.where"),
        ]

    def on_list_card_chosen(self, message: ListCard.Chosen) -> None:
        """Enter looks into the chosen backup."""
        message.stop()
        self.action_take()

    def action_take(self) -> None:
        """Say what restoring it would do, and ask."""
        if not self._backups:
            return
        chosen: Shelved = self._backups[self.query_one(RescueCard).cursor]
        try:
            plan = self._shelf.plan(chosen)
        except DiaryTrouble as trouble:
            self.notify(f"{trouble}.", severity="error", markup=False)
            return
        dialog = RestoreDialog(plan, self._zone)
        self.app.push_screen(dialog, lambda agreed: self._agree(plan, agreed))

    def _agree(self, plan: Plan, agreed: bool | None) -> None:
        if agreed:
            self.post_message(RestoreAgreed(self._shelf, plan))

    def action_save(self) -> None:
        """Save what can be read of the damaged file, and ask whether it is to take its place."""
        if not self._can_save:
            return
        from hamdiary.services.rescuing import Rescued, rescue

        dialog = ProgressDialog[Rescued](
            t("Saving what can be read"),
            lambda step, _: rescue(self._environment, self._trouble.path, step),
            can_stop=False,
        )
        self.app.push_screen(dialog, self._saved)

    def _saved(self, made: "Rescued | Failed | None") -> None:
        if made is None or isinstance(made, Failed):
            words = str(made)
            self.notify(
                f"{words[:1].upper()}{words[1:]}.", severity="error", timeout=15, markup=False
            )
            return
        from hamdiary.render.salvaged import salvaged_lines

        told = [f"{each[:1].upper()}{each[1:]}." for each in salvaged_lines(made.told)]
        dialog = RestoreDialog(made.plan, self._zone, told)
        self.app.push_screen(dialog, lambda agreed: self._put(made, agreed))

    def _put(self, rescued: "Rescued", agreed: bool | None) -> None:
        from hamdiary.services.rescuing import let_go

        if agreed:
            over = partial(let_go, self._environment, rescued)
            self.post_message(RestoreAgreed(self._shelf, rescued.plan, over))
        else:
            let_go(self._environment, rescued)

    def action_where(self) -> None:
        """Where the diary and its backups lie."""
        from hamdiary.tui.dialogs.reading import ReadingDialog, TextCard

        lines = [t("The diary"), f"  {self._trouble.path}", "", t("Backups")]
        lines += [f"  {folder}" for folder in self._shelf.folders]
        for each in self._backups:
            lines.append(f"    {each.backup.label}")
        self.app.push_screen(ReadingDialog(TextCard(t("Where things lie"), lines)))

    def action_leave(self) -> None:
        """End; or, where the diary still shows something, go on looking at it."""
        if self._can_go_on:
            self.dismiss(None)
        else:
            self.app.exit(ENDED_DAMAGED, return_code=ENDED_DAMAGED)


ENDED_DAMAGED = 74
"""Exit code where the diary could not be opened, as on the command line."""
