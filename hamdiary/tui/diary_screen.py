"""The screen over one hamster's diary: its views, and what holds for all of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.manner import clock_time
from hamdiary.domain.measures import Measure
from hamdiary.services.pages import NightPage, night_page
from hamdiary.services.session import Session
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.guide_actions import GuideActions
from hamdiary.tui.headings import facts_of, night_of, state_line
from hamdiary.tui.help_actions import HelpActions
from hamdiary.tui.hint_actions import HintActions
from hamdiary.tui.later_styles import read_later_styles
from hamdiary.tui.merge_actions import MergeActions
from hamdiary.tui.messages import NotSaved, Recorded
from hamdiary.tui.safe_actions import SafeActions
from hamdiary.tui.tour_actions import TourActions
from hamdiary.tui.views.backdrop import Backdrop
from hamdiary.tui.views.building import TABS, build
from hamdiary.tui.views.tonight import TonightView
from hamdiary.tui.views.view import View
from hamdiary.tui.widgets.bars import KeyBar, ViewBar, WhoLine, help_key, palette_key

if TYPE_CHECKING:
    from textual.command import Provider

    from hamdiary.domain.reminders.task import Task
    from hamdiary.services.diet import Diet

LOOKS_EVERY = 1.0
"""Seconds between two looks at what other windows have written."""


def _commands() -> "type[Provider]":
    """What the palette offers; loaded when it opens."""
    from hamdiary.tui.commands import DiaryCommands

    return DiaryCommands


class DiaryScreen(
    GuideActions,
    HintActions,
    HelpActions,
    TourActions,
    MergeActions,
    SafeActions,
    Backdrop,
    Screen[None],
):
    """Views above each other, one in front; the same rows above and below them."""

    BINDINGS = [
        Binding("t,f1", "tonight", "Tonight", show=False),
        Binding("d,f2", "view('diary')", "Diary", show=False),
        Binding("r,f3", "view('recovery')", "Recovery", show=False),
        Binding("c,f4", "view('care')", "Care", show=False),
        Binding("g,f5", "view('guide')", "Guide", show=False),
        Binding("v,f6", "view('report')", "Vet report", show=False),
        Binding("ctrl+z", "undo", "Undo", show=False),
        Binding("ctrl+y", "redo", "Redo", show=False),
        Binding("question_mark", "help", "Help", show=False),
        Binding("n", "note", "Note", show=False),
        Binding("space", "tour_on", "Tour", show=False),
        Binding("escape", "back", "Back", show=False),
        Binding("o", "outing", "Outing", show=False),
        Binding("m", "doses", "Doses", show=False),
        Binding("p", "clips", "Clips", show=False),
        Binding("f", "feed", "Food", show=False),
        Binding("h", "hints", "Hints", show=False),
        Binding("z", "todo", "Still to do", show=False),
        Binding("s", "hamsters", "Another hamster", show=False),
        Binding("a", "hamster", "About the hamster", show=False),
        Binding("b", "conflicts", "Fields with two values", show=False),
        Binding("less_than_sign,left_square_bracket", "step_night(-1)", "Before", show=False),
        Binding("greater_than_sign,right_square_bracket", "step_night(1)", "After", show=False),
    ]

    COMMANDS = {_commands}

    def __init__(self, session: Session, hamster: Hamster, is_sample: bool = False) -> None:
        super().__init__()
        self._is_sample = is_sample
        self.session = session
        self.page = night_page(session, hamster, session.tonight)
        self.remember_generation()
        self._saved_at: str | None = None
        self._failed = False
        self._bar, self._who = ViewBar(TABS), WhoLine()
        self._keys = KeyBar(help_key(), palette_key())
        self.tonight = TonightView(session, self.page)
        """The view with a night's log."""
        self._built: dict[str, View] = {"tonight": self.tonight}
        self.view: View = self.tonight

    def compose(self) -> ComposeResult:
        """Views above, keys below, one view between them."""
        self.show_frame()
        yield self._bar
        yield self._who
        yield from self.first_hint()
        yield self.tonight
        yield self._keys

    def on_mount(self) -> None:
        """Start looking at what other windows write."""
        self.set_interval(LOOKS_EVERY, self._look_around)
        self.set_interval(1.0, self.tonight.tick)
        self.start_ringing()
        self.call_after_refresh(self._recover)
        self.call_after_refresh(self.resume_tour)
        self.watch_the_file()
        if not self._is_sample:
            self.start_merging()

    def _recover(self) -> None:
        """Find again what was being typed when a window ended unasked."""
        from hamdiary.tui.drafting import recover_texts

        try:
            found = recover_texts(self.session)
        except DiaryTrouble as trouble:
            self.notify(str(trouble), severity="error", markup=False)
            return
        if found:
            self.read_anew()
            self.notify(found, timeout=10, markup=False)
        if self.session.diary.drafts.of_device(self.session.device):
            from hamdiary.tui.asking_again import ask_again

            ask_again(self, self.session, self.page.hamster.id)

    # What is shown

    def show_page(self, page: NightPage) -> None:
        """Show a night in every view that is built."""
        self.page = page
        for view in self._built.values():
            view.show(page)
        self.show_frame()
        self.show_tasks_soon()

    def show_tasks(self, tasks: "Sequence[Task]") -> None:
        """Show what is to do tonight."""
        self.tonight.show_tasks(tasks)

    def show_diet(self, diet: "Diet | None") -> None:
        """Show how the diet week stands."""
        self.tonight.show_diet(diet)

    def show_frame(self) -> None:
        """Show whose night it is, how things stand and which keys work."""
        self._who.show(self.page.hamster.called, facts_of(self.page), night_of(self.page))
        state = state_line(
            self._saved_at, self.session.diary.read_only, self._is_sample, self._failed
        )
        self._bar.show(self.view.id or "", state, self.hint_badge())
        self._keys.show(self.view.keys())

    def show_keys(self) -> None:
        """Show the keys that matter now."""
        self._keys.show(self.view.keys())

    def go_to_line(self, field: str) -> None:
        """Focus a line of tonight's log."""
        self.tonight.form.go_to(field)

    def _look_around(self) -> None:
        """Show what another window has written, and the new night after noon."""
        written = self.was_written_elsewhere(self.page.version)
        if written is None:
            return
        if written or (self._evening or self.session.tonight) != self.page.evening:
            self.read_anew()

    def on_recorded(self, message: Recorded) -> None:
        """Say that it is saved, and show it."""
        message.stop()
        self._saved_at = clock_time(self.session.now().wall)
        self._failed = False
        self.read_anew()
        if not self._is_sample:
            self.back_up_soon()

    def on_not_saved(self, message: NotSaved) -> None:
        """Say so where otherwise "saved" stands."""
        message.stop()
        self._failed = True
        self.show_frame()

    def settle(self) -> bool:
        """Finish what was begun, because the program ends."""
        return self.view.settle()

    # What keys and clicks do

    async def action_view(self, name: str) -> None:
        """Bring a view to the front; it is built when it is first wanted."""
        if name not in self._built:
            read_later_styles(self.app.stylesheet)
            self._built[name] = build(name, self.session, self.page)
            await self.mount(self._built[name], before=self._keys)
        self.view = self._built[name]
        for view in self._built.values():
            view.display = view is self.view
        self.show_hint()
        self.view.take_focus()
        self.show_frame()

    def line_in_use(self) -> Measure | None:
        """The focused line of the log."""
        return self.tonight.form.focused_line.measure if self.view is self.tonight else None

    async def action_note(self) -> None:
        """Write the note of the night that is shown."""
        await self.show_night(self.view.evening)
        self.tonight.write_note()
