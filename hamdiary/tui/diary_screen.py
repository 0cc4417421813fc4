"""The screen over one hamster's diary: its views, and what holds for all of them."""

from datetime import date, timedelta

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import ContentSwitcher

from hamdiary.domain.hamster import Hamster
from hamdiary.services.pages import NightPage, night_page
from hamdiary.services.session import Session
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.answering import Values
from hamdiary.tui.commands import DiaryCommands
from hamdiary.tui.drafting import recover_texts
from hamdiary.tui.headings import facts_of, night_of, state_line
from hamdiary.tui.messages import Recorded, ShowNight
from hamdiary.tui.views.tonight import TonightView
from hamdiary.tui.views.view import View
from hamdiary.tui.widgets.bars import KeyBar, Tab, ViewBar, WhoLine

TABS = (Tab("tonight", "Tonight"), Tab("diary", "Diary"))

LOOKS_EVERY = 1.0
"""Seconds between two looks at what other windows have written."""


class DiaryScreen(Screen[None]):
    """Views above each other, one in front; the same rows above and below them."""

    BINDINGS = [
        Binding("t,f1", "view('tonight')", "Tonight", show=False),
        Binding("d,f2", "view('diary')", "Diary", show=False),
        Binding("ctrl+z", "undo", "Undo", show=False),
        Binding("ctrl+y", "redo", "Redo", show=False),
        Binding("question_mark", "wording", "Wording", show=False),
        Binding("n", "note", "Note", show=False),
        Binding("s", "hamsters", "Another hamster", show=False),
        Binding("a", "hamster", "About the hamster", show=False),
        Binding("less_than_sign,left_square_bracket", "step_night(-1)", "Before", show=False),
        Binding("greater_than_sign,right_square_bracket", "step_night(1)", "After", show=False),
    ]

    COMMANDS = {DiaryCommands}

    def __init__(self, session: Session, hamster: Hamster, is_sample: bool = False) -> None:
        super().__init__()
        self._is_sample = is_sample
        self.session = session
        """The open diary."""
        self._evening: date | None = None
        self.page = night_page(session, hamster, session.tonight)
        """The night that is shown."""
        self._saved_at: str | None = None
        self._bar, self._who, self._keys = ViewBar(TABS), WhoLine(), KeyBar()
        self._switcher = ContentSwitcher(initial="tonight")
        self.tonight = TonightView(session, self.page)
        """The view with a night's log."""
        self.view: View = self.tonight
        """The view in front."""

    def compose(self) -> ComposeResult:
        """Views above, keys below, one view between them."""
        self._show_frame()
        yield self._bar
        yield self._who
        with self._switcher:
            yield self.tonight
        yield self._keys

    def on_mount(self) -> None:
        """Start looking at what other windows write."""
        self.set_interval(LOOKS_EVERY, self._look_around)
        self.call_after_refresh(self._recover)

    def _recover(self) -> None:
        """Find again what was being typed when a window ended unasked."""
        try:
            found = recover_texts(self.session)
        except DiaryTrouble as trouble:
            self.notify(str(trouble), severity="error", markup=False)
            return
        if found:
            self.read_anew()
            self.notify(found, timeout=10, markup=False)

    # What is shown

    def read_anew(self) -> None:
        """Read the night again and show it everywhere."""
        evening = self._evening or self.session.tonight
        hamster = self.session.diary.hamster(self.page.hamster.id) or self.page.hamster
        self.show_page(night_page(self.session, hamster, evening))

    def show_page(self, page: NightPage) -> None:
        """Show a night in every view that is built."""
        self.page = page
        for view in self._switcher.children:
            if isinstance(view, View):
                view.show(page)
        self._show_frame()

    def _show_frame(self) -> None:
        self._who.show(self.page.hamster.called, facts_of(self.page), night_of(self.page))
        state = state_line(self._saved_at, self.session.diary.read_only, self._is_sample)
        self._bar.show(self.view.id or "", state)
        self._keys.show(self.view.keys())

    def _look_around(self) -> None:
        """Show what another window has written, and the new night after noon."""
        try:
            changed = self.session.diary.version_seen() != self.page.version
        except DiaryTrouble as trouble:
            self.notify(str(trouble), severity="error", markup=False)
            return
        if changed or (self._evening or self.session.tonight) != self.page.evening:
            self.read_anew()

    def on_recorded(self, message: Recorded) -> None:
        """Say that it is saved, and show it."""
        message.stop()
        self._saved_at = f"{self.session.now().wall:%H:%M}"
        self.read_anew()

    # What keys and clicks do

    async def action_view(self, name: str) -> None:
        """Bring a view to the front; it is built when it is first wanted."""
        if name == "diary" and not self._switcher.query("#diary"):
            from hamdiary.tui.views.diary import DiaryView

            await self._switcher.mount(DiaryView(self.session, self.page))
        self._switcher.current = name
        self.view = self._switcher.get_child_by_id(name, View)
        self.view.take_focus()
        self._show_frame()

    async def show_night(self, evening: date) -> None:
        """Open the log of a night; tonight's follows the clock again."""
        self._evening = None if evening == self.session.tonight else evening
        self.read_anew()
        await self.action_view("tonight")

    async def on_show_night(self, message: ShowNight) -> None:
        """A view asks for a night's log."""
        message.stop()
        await self.show_night(message.evening)

    async def action_step_night(self, by: int) -> None:
        """Open the night before or after the one shown; the future is not reached."""
        evening = self.page.evening + timedelta(days=by)
        if evening <= self.session.tonight:
            await self.show_night(evening)

    async def action_tonight(self) -> None:
        """Back to tonight."""
        await self.show_night(self.session.tonight)

    def action_press(self, key: str) -> None:
        """As if that key were pressed: a click on a key in the last row."""
        self.app.simulate_key(key)

    def action_undo(self) -> None:
        """Take back the last change made on this device."""
        self._step(backwards=True)

    def action_redo(self) -> None:
        """Bring back what was taken back."""
        self._step(backwards=False)

    def _step(self, backwards: bool) -> None:
        from hamdiary.services.recording import redo, undo
        from hamdiary.tui.headings import step_in_words

        try:
            step = (undo if backwards else redo)(self.session)
        except DiaryTrouble as trouble:
            self.notify(str(trouble), severity="error", markup=False)
            return
        if step is None:
            word = "undo" if backwards else "redo"
            self.notify(f"There is nothing to {word}.", markup=False)
            return
        self.on_recorded(Recorded())
        self.notify(step_in_words(step), markup=False)

    def action_wording(self) -> None:
        """Show the whole wording of the focused line."""
        from hamdiary.tui.dialogs.wording import WordingDialog

        self.app.push_screen(WordingDialog(self.tonight.form.focused_line.measure))

    async def action_note(self) -> None:
        """Write the note of the night that is shown."""
        await self.action_view("tonight")
        self.tonight.write_note()

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
            self.app.push_screen(screen, self._open_diary_of)
        elif chosen is not None:
            self._open_diary_of(self.session.diary.hamster(chosen))

    def _open_diary_of(self, hamster: Hamster | None) -> None:
        """Show another hamster's tonight; this device goes on with it the next time."""
        if hamster is None:
            return
        if not self.session.diary.read_only:
            self.session.switch_to(hamster)
        self._evening = None
        self.show_page(night_page(self.session, hamster, self.session.tonight))

    def action_close_diary(self) -> None:
        """Close this hamster's diary kindly."""
        from hamdiary.tui.dialogs.closing import ClosingDialog

        today = self.session.now().wall.date()
        self.app.push_screen(ClosingDialog(self.page.hamster, today), self._record_hamster)

    def action_reopen_diary(self) -> None:
        """Open a closed diary again."""
        from hamdiary.services.closing import CLOSING_FACTS

        self._record_hamster(dict.fromkeys(CLOSING_FACTS))

    def _record_hamster(self, values: Values | None) -> None:
        from hamdiary.services.recording import record_hamster

        if values is None:
            return
        try:
            record_hamster(self.session, self.page.hamster, values)
        except DiaryTrouble as trouble:
            self.notify(f"Not saved: {trouble}", severity="error", markup=False)
            return
        self.on_recorded(Recorded())

    def action_delete_night(self) -> None:
        """Clear all of the night that is shown; undo brings it back."""
        from hamdiary.services.recording import delete_night

        try:
            gone = delete_night(self.session, self.page.hamster, self.page.evening)
        except DiaryTrouble as trouble:
            self.notify(f"Not saved: {trouble}", severity="error", markup=False)
            return
        self.on_recorded(Recorded())
        words = (
            "Nothing is recorded of this night."
            if gone is None
            else ("The night is cleared. Ctrl+Z brings it back.")
        )
        self.notify(words, markup=False)

    def action_hamster(self) -> None:
        """Everything about the hamster, each fact to be changed."""
        from hamdiary.tui.hamster_screen import HamsterScreen

        screen = HamsterScreen(self.session, self.page.hamster, self.session.clock)
        self.app.push_screen(screen, lambda _: self.read_anew())
