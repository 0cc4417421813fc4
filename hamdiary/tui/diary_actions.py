"""What can be done in any view, and what every part of a diary's screen can count on."""

from datetime import date, timedelta

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.services.pages import NightPage, night_page
from hamdiary.services.session import Session
from hamdiary.tui.messages import ShowNight
from hamdiary.tui.mixed_in import OfAScreen
from hamdiary.tui.views.view import View
from hamdiary.tui.widgets.bars import pressed


class DiaryActions(OfAScreen):
    """Part of a screen over one hamster's diary: each action loads the deeds that it needs."""

    session: Session
    """The open diary."""
    page: NightPage
    """The night that is shown."""
    view: View
    """The view in front."""

    _evening: date | None = None
    _opened_in = "tonight"
    _told_once: frozenset[str] = frozenset()

    def say_once(self, trouble: str) -> None:
        """Say a trouble that stays until it is mended outside, once for as long as it is open."""
        if trouble not in self._told_once:
            self._told_once |= {trouble}
            self.notify(trouble, severity="error", timeout=30, markup=False)

    def read_anew(self) -> None:
        """Read the night again and show it everywhere."""
        evening = self._evening or self.session.tonight
        hamster = self.session.diary.hamster(self.page.hamster.id) or self.page.hamster
        self.show_page(night_page(self.session, hamster, evening))

    def show_page(self, page: NightPage) -> None:
        """Show a night in every view that is built."""
        raise NotImplementedError

    def go_to_line(self, field: str) -> None:
        """Focus a line of the log."""
        raise NotImplementedError

    async def action_view(self, name: str) -> None:
        """Bring a view to the front."""
        raise NotImplementedError

    # Which night and which hamster

    async def show_night(self, evening: date) -> None:
        """Open the log of a night; tonight's follows the clock again."""
        self._evening = None if evening == self.session.tonight else evening
        self.read_anew()
        await self.action_view("tonight")

    async def on_show_night(self, message: ShowNight) -> None:
        """A view asks for a night's log."""
        message.stop()
        self._opened_in = self.view.id or ""
        await self.show_night(message.evening)

    async def action_step_night(self, by: int) -> None:
        """Open the night before or after the one shown; the future is not reached."""
        evening = self.page.evening + timedelta(days=by)
        if evening <= self.session.tonight:
            await self.show_night(evening)
        else:
            self.notify(t("This is the newest night."), markup=False)

    async def action_tonight(self) -> None:
        """Back to tonight."""
        self._opened_in = "tonight"
        if self.page.evening == self.session.tonight:
            await self.action_view("tonight")
        else:
            await self.show_night(self.session.tonight)

    async def action_back(self) -> None:
        """From the log of an old night to the view in which it was opened, else to tonight."""
        if self.view.id != "tonight" or self.page.evening == self.session.tonight:
            return
        if self._opened_in == "tonight":
            await self.action_tonight()
        else:
            await self.action_view(self._opened_in)

    def open_diary_of(self, hamster: Hamster | None) -> None:
        """Show another hamster's tonight; this device goes on with it the next time."""
        if hamster is None:
            return
        if not self.session.diary.read_only:
            self.session.switch_to(hamster)
        self._evening = None
        self.show_page(night_page(self.session, hamster, self.session.tonight))

    # What keys and the palette do

    def action_press(self, key: str) -> None:
        """As if that key were pressed: a click on a key in the last row."""
        self.app.post_message(pressed(key))

    def action_undo(self) -> None:
        """Take back the last change made on this device."""
        from hamdiary.tui.deeds.undoing import UndoDeeds

        UndoDeeds(self).step(backwards=True)

    def action_redo(self) -> None:
        """Bring back what was taken back."""
        from hamdiary.tui.deeds.undoing import UndoDeeds

        UndoDeeds(self).step(backwards=False)

    def action_delete_night(self) -> None:
        """Ask, then clear all of the night that the view is about; undo brings it back."""
        from hamdiary.tui.deeds.undoing import UndoDeeds

        UndoDeeds(self).delete_night(self.view.evening)

    def action_hamsters(self) -> None:
        """Another hamster of this diary, or a new one."""
        from hamdiary.tui.deeds.hamsters import HamsterDeeds

        HamsterDeeds(self).choose()

    def action_hamster(self) -> None:
        """Everything about the hamster, each fact to be changed."""
        from hamdiary.tui.deeds.hamsters import HamsterDeeds

        HamsterDeeds(self).show_facts()

    def action_close_diary(self) -> None:
        """Close this hamster's diary kindly."""
        from hamdiary.tui.deeds.hamsters import HamsterDeeds

        HamsterDeeds(self).close_diary()

    def action_reopen_diary(self) -> None:
        """Open a closed diary again."""
        from hamdiary.tui.deeds.hamsters import HamsterDeeds

        HamsterDeeds(self).reopen_diary()

    def action_export(self) -> None:
        """Write the diary into a file."""
        from hamdiary.tui.deeds.transfer import TransferDeeds

        TransferDeeds(self).export()

    def action_import(self) -> None:
        """Bring in what a file holds, after it was looked at."""
        from hamdiary.tui.deeds.transfer import TransferDeeds

        TransferDeeds(self).bring_in()
