"""The program in the terminal: which screen comes first, and how all of it ends."""

import asyncio
import gc
import os
import signal
import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from hamdiary.domain.language import t
from hamdiary.services.display import has_colours
from hamdiary.storage.errors import DamagedDiary, LostDiary
from hamdiary.tui.command_line import CommandLine, no_command_line
from hamdiary.tui.fitting import fitted
from hamdiary.tui.keys_coming import KeysComing
from hamdiary.tui.later_styles import read_later_styles, read_soon_styles
from hamdiary.tui.messages import DiaryDamaged, DiaryReplaced, RestoreAgreed, Typed
from hamdiary.tui.sparing import Sparing
from hamdiary.tui.start import Start
from hamdiary.tui.themed import Themed

if TYPE_CHECKING:
    from hamdiary.tui.drafting import Drafting

ENDING_SIGNALS = ("SIGHUP", "SIGTERM", "SIGQUIT")
"""A closed window, a shutdown: Textual dies on these without a word, so we listen (traps §3)."""

COLLECTED_AFTER = 20_000
"""New objects after which the collector looks round while the window is open."""

PATIENCE = 5.0
"""Seconds after a signal in which the window is closed in good order; all is kept before."""

LAST_TURN = 0.05
"""Seconds that keys on their way have before the end."""


class HamdiaryApp(KeysComing, Themed, Sparing, App[int]):
    """hamdiary in a terminal."""

    CSS_PATH = "styles/hamdiary.tcss"
    TITLE = "hamdiary"
    BINDINGS = [Binding("ctrl+l", "draw_anew", "Draw anew", show=False, system=True)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (23, "-middling"), (36, "-tall")]

    def __init__(self, start: Start, command_line: CommandLine = no_command_line) -> None:
        super().__init__()
        self._start = start
        self.command_line = command_line
        """What the command line can do, for the palette."""
        self._drafting: Drafting | None = None
        self.begins_anew = False
        """Whether another window is to follow, on the diary as it is then."""
        if not start.is_animated:
            self.animation_level = "none"
        # Nothing here has one; every screen would make a widget for them and read its styles.
        self._disable_tooltips = True
        self.dress(self._remembered_theme(), has_colours(start.environment))

    def _remembered_theme(self) -> str | None:
        session = self._start.session
        return session.diary.setting(session.device, "theme") if session else None

    def remember_theme(self, name: str) -> None:
        """Let the next window on this device begin in this theme."""
        session = self._start.session
        if session is not None and not session.diary.read_only:
            session.diary.remember(session.device, "theme", name)

    def get_default_screen(self) -> Screen[Any]:
        """The diary, the set-up where there is none yet, or the backups of one that is damaged."""
        return fitted(self._first_screen(), self)

    def _first_screen(self) -> Screen[Any]:
        session, hamster = self._start.session, self._start.hamster
        if self._start.trouble is not None:
            return self._rescue(self._start.trouble)
        if session is not None and hamster is not None:
            from hamdiary.tui.diary_screen import DiaryScreen

            try:
                return DiaryScreen(session, hamster, self._start.is_sample)
            except DamagedDiary as trouble:
                return self._rescue(trouble)
        read_later_styles(self.stylesheet)
        from hamdiary.tui.first_run import FirstRunScreen

        return FirstRunScreen(self._start)

    def _rescue(self, trouble: DamagedDiary | LostDiary, can_go_on: bool = False) -> Screen[Any]:
        read_later_styles(self.stylesheet)
        from hamdiary.tui.rescue_screen import RescueScreen

        return RescueScreen(self._start.environment, trouble, can_go_on)

    def on_diary_damaged(self, message: DiaryDamaged) -> None:
        """Offer the backups of the open diary, over what can still be seen of it."""
        self.push_screen(self._rescue(message.trouble, can_go_on=True))

    def on_restore_agreed(self, message: RestoreAgreed) -> None:
        """Put a backup in the place of a diary that is damaged or gone, and open it."""
        from hamdiary.tui.restoring import restored

        if self._start.session is not None:
            self._start.session.diary.close()
        self._begin_anew(restored(message))

    def on_diary_replaced(self, message: DiaryReplaced) -> None:
        """Begin again with the diary as it is now."""
        self._begin_anew(message.words)

    def _begin_anew(self, words: str) -> None:
        """End this window for another one: nothing that was read before may be shown again."""
        self._start.words = words
        self.begins_anew = True
        self.exit(0)

    def push_screen(self, screen: Any, *args: Any, **options: Any) -> Any:
        """Show a screen, with its styles."""
        read_later_styles(self.stylesheet)
        return super().push_screen(fitted(screen, self), *args, **options)

    def on_mount(self) -> None:
        """Listen for signals."""
        loop = asyncio.get_running_loop()
        for name in ENDING_SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and hasattr(loop, "add_signal_handler"):
                loop.add_signal_handler(number, self._end, 128 + number)

    def action_command_palette(self) -> None:
        """Show everything that can be done."""
        from textual.command import CommandPalette

        from hamdiary.tui.palette import Palette

        if not isinstance(self.screen, CommandPalette):
            asks = t("Search for commands…")
            self.push_screen(Palette(placeholder=asks))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette offers besides the diary's own commands: only what an owner wants."""
        yield SystemCommand(
            t("Theme"), t("colours, light and dark, high contrast"), self.action_change_theme
        )
        yield SystemCommand(
            t("Quit"), t("end hamdiary; there is nothing to save · ^q"), self.action_quit
        )

    @property
    def drafting(self) -> "Drafting | None":
        """What keeps unfinished texts, once there is a diary to keep them in."""
        session = self._start.session
        if self._drafting is not None and self._drafting.session is not session:
            self._drafting = None
        if self._drafting is None and session is not None and not session.diary.read_only:
            from hamdiary.tui.drafting import Drafting

            self._drafting = Drafting(self, session)
        return self._drafting

    def on_typed(self, message: Typed) -> None:
        """Keep what is being typed, or forget what has been settled."""
        if self.drafting is None:
            return
        if message.settled:
            self.drafting.forget(message.key)
        else:
            self.drafting.take(message)

    def _end(self, code: int) -> None:
        """End in good order: what is being typed is kept first, unanswered questions as well."""
        try:
            if self.screen_stack:
                self._settle()
            if self._drafting is not None:
                self._drafting.write()
        finally:
            # Where the terminal has gone, what Textual still writes to it may never end.
            last = threading.Timer(PATIENCE, os._exit, [code])
            last.daemon = True
            last.start()
            self.exit(code, return_code=code)

    def on_ready(self) -> None:
        """The first frame stands: what was loaded for it need never be looked through again."""
        gc.freeze()
        gc.set_threshold(COLLECTED_AFTER)
        read_soon_styles(self.stylesheet)
        if self._notifications:
            self.refresh_css(animate=False)  # of what was said before
        if self._start.words:
            self.notify(self._start.words, timeout=12, markup=False)
            self._start.words = ""

    async def action_quit(self) -> None:
        """End, but not before keys that came just ahead have had their turn."""
        if self._settle():
            self.set_timer(LAST_TURN, self.exit)

    def _settle(self) -> bool:
        """Finish what was begun in front; False if the owner is asked something."""
        settle = getattr(self.screen, "settle", None)
        return settle is None or bool(settle())

    def on_unmount(self) -> None:
        """Keep the last words."""
        if self._drafting is not None:
            self._drafting.close()

    def _fatal_error(self) -> None:
        """Leave with one line: Textual would print local values, that is, the diary."""
        self._close_messages_no_wait()

    def fault(self) -> Exception | None:
        """The fault that ended the program, if one did."""
        return self._exception
