"""What can be done in any view: undo and redo, deleting a night, and the hamsters themselves."""

from datetime import date
from typing import TYPE_CHECKING

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.typed_dates import short_day
from hamdiary.services.pages import NightPage
from hamdiary.services.recording import recorded_fields
from hamdiary.services.session import Session
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.answering import Values
from hamdiary.tui.messages import Recorded
from hamdiary.tui.views.view import View
from hamdiary.tui.widgets.bars import pressed

if TYPE_CHECKING:
    from textual.screen import Screen

    OfAScreen = Screen[None]
else:
    OfAScreen = object
    """Textual looks every class of a screen through; for eight parts of one that takes a while."""


class Deeds(OfAScreen):
    """Part of a screen over one hamster's diary, by its deeds."""

    session: Session
    """The open diary."""
    page: NightPage
    """The night that is shown."""
    view: View
    """The view in front."""

    _told_once: frozenset[str] = frozenset()

    def say_once(self, trouble: str) -> None:
        """Say a trouble that stays until it is mended outside, once for as long as it is open."""
        if trouble not in self._told_once:
            self._told_once |= {trouble}
            self.notify(trouble, severity="error", timeout=30, markup=False)

    def read_anew(self) -> None:
        """Read again what is shown."""
        raise NotImplementedError

    async def show_night(self, evening: date) -> None:
        """Open the log of a night."""
        raise NotImplementedError

    def go_to_line(self, field: str) -> None:
        """Focus a line of the log."""
        raise NotImplementedError

    def action_press(self, key: str) -> None:
        """As if that key were pressed: a click on a key in the last row."""
        self.app.post_message(pressed(key))

    def action_undo(self) -> None:
        """Take back the last change made on this device."""
        self._step(backwards=True)

    def action_redo(self) -> None:
        """Bring back what was taken back."""
        self._step(backwards=False)

    def _step(self, backwards: bool) -> None:
        from hamdiary.services.recording import redo, undo
        from hamdiary.tui.headings import step_in_words

        self.view.settle()
        try:
            step = (undo if backwards else redo)(self.session)
        except DiaryTrouble as trouble:
            self.notify(str(trouble), severity="error", markup=False)
            return
        if step is None:
            nothing = (
                t("There is nothing to undo.") if backwards else t("There is nothing to redo.")
            )
            self.notify(nothing, markup=False)
            return
        self.post_message(Recorded())
        self.notify(step_in_words(step, self.page), markup=False)

    def action_hamsters(self) -> None:
        """Another hamster of this diary, or a new one."""
        from hamdiary.tui.dialogs.hamsters import HamstersDialog

        dialog = HamstersDialog(self.session.diary.hamsters(), self.page.hamster.id)
        self.app.push_screen(dialog, self._take_hamster)

    def _take_hamster(self, chosen: str | None) -> None:
        from hamdiary.tui.dialogs.hamsters import NEW
        from hamdiary.tui.hamster_screen import HamsterScreen

        if chosen == NEW:
            screen = HamsterScreen(self.session, None, self.session.clock)
            self.app.push_screen(screen, self.open_diary_of)
        elif chosen is not None:
            self.open_diary_of(self.session.diary.hamster(chosen))

    def open_diary_of(self, hamster: Hamster | None) -> None:
        """Show another hamster's tonight."""
        raise NotImplementedError

    def action_close_diary(self) -> None:
        """Close this hamster's diary kindly."""
        from hamdiary.tui.dialogs.closing import ClosingDialog

        today = self.session.now().wall.date()
        self.app.push_screen(ClosingDialog(self.page.hamster, today), self._consider_closing)

    def _consider_closing(self, values: Values | None) -> None:
        """A day that cannot well be the last one is asked about."""
        from hamdiary.services.recording import hamster_questions_about
        from hamdiary.tui.dialogs.ask import AskDialog, Reply

        if values is None:
            return
        asked = hamster_questions_about(self.session, self.page.hamster, values)
        if not asked:
            self._record_hamster(values)
            return

        def settle(reply: Reply | None) -> None:
            if reply is Reply.KEEP:
                self._record_hamster(values)

        self.app.push_screen(AskDialog(asked[0]), settle)

    def action_reopen_diary(self) -> None:
        """Open a closed diary again."""
        from hamdiary.services.closing import CLOSING_FACTS

        self._record_hamster(dict.fromkeys(CLOSING_FACTS))

    def _record_hamster(self, values: Values) -> None:
        from hamdiary.services.recording import record_hamster

        try:
            record_hamster(self.session, self.page.hamster, values)
        except DiaryTrouble as trouble:
            self.notify(
                t("Not saved: {trouble}").format(trouble=trouble), severity="error", markup=False
            )
            return
        self.post_message(Recorded())

    def action_delete_night(self) -> None:
        """Ask, then clear all of the night that the view is about; undo brings it back."""
        from hamdiary.tui.dialogs.delete_night import DeleteNightDialog

        self.view.settle()
        evening = self.view.evening
        night = self.session.diary.night(self.page.hamster.id, evening)
        if not recorded_fields(night):
            self.notify(
                t("Nothing is recorded of {day}.").format(day=short_day(evening)),
                markup=False,
            )
            return

        def settle(delete: bool | None) -> None:
            if delete:
                self._delete(evening)

        self.app.push_screen(DeleteNightDialog(night), settle)

    def _delete(self, evening: date) -> None:
        from hamdiary.services.recording import delete_night

        try:
            delete_night(self.session, self.page.hamster, evening)
        except DiaryTrouble as trouble:
            self.notify(
                t("Not deleted: {trouble}").format(trouble=trouble), severity="error", markup=False
            )
            return
        self.post_message(Recorded())
        self.notify(
            t("{day} is deleted. Ctrl+Z brings it back.").format(day=short_day(evening)),
            markup=False,
        )

    def action_hamster(self) -> None:
        """Everything about the hamster, each fact to be changed."""
        from hamdiary.tui.hamster_screen import HamsterScreen

        screen = HamsterScreen(self.session, self.page.hamster, self.session.clock)
        self.app.push_screen(screen, lambda _: self.read_anew())

    def action_export(self) -> None:
        """Write the diary into a file."""
        from hamdiary.tui.transfer_deeds import TransferDeeds

        TransferDeeds(self).export()

    def action_import(self) -> None:
        """Bring in what a file holds, after it was looked at."""
        from hamdiary.tui.transfer_deeds import TransferDeeds

        TransferDeeds(self).bring_in()
