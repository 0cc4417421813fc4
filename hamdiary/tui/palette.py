"""The command palette in the owner's language: Textual says two things of its own in it."""

from contextlib import suppress

from rich.align import Align
from rich.text import Text
from textual.command import CommandList, CommandPalette, Provider
from textual.events import Mount
from textual.system_commands import SystemCommandsProvider
from textual.widgets.option_list import Option
from textual.worker import Worker

from hamdiary.domain.language import t
from hamdiary.tui.commands import DiaryCommands
from hamdiary.tui.left_once import LeftOnce


class Palette(CommandPalette, LeftOnce[None]):
    """Textual's palette with our words and in our order."""

    @property
    def _provider_classes(self) -> set[type[Provider]]:
        """Textual would put what ends the program first; the diary's commands end with it."""
        found = super()._provider_classes
        return found - {SystemCommandsProvider} if DiaryCommands in found else found

    def _on_mount(self, event: Mount) -> None:
        """Begin, unless it has been left before: Textual looks for what lies under it."""
        if self.is_left:
            event.prevent_default()

    def _gather_commands(self, search_value: str) -> Worker[None] | None:  # type: ignore[override]
        """Look for what was typed, unless the last letter came as it was left."""
        if self.is_left:
            return None
        return super()._gather_commands(search_value)

    def _action_command_list(self, action: str) -> None:
        """Move in the list; a page cannot be turned yet where it has not been laid out."""
        with suppress(LookupError):
            super()._action_command_list(action)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say after a moment that nothing is called so, unless nothing was typed."""
        self._stop_no_matches_countdown()

        def tell() -> None:
            """Say that nothing is called so."""
            if search_value:
                words = Align.center(Text(t("No matches found"), style="not bold"))
                option = Option(words, disabled=True, id=self._NO_MATCHES)
                self.query_one(CommandList).add_option(option)
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, tell)
