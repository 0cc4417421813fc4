"""The command palette in the owner's language: Textual says two things of its own in it."""

from rich.align import Align
from rich.text import Text
from textual.command import CommandList, CommandPalette, Provider
from textual.system_commands import SystemCommandsProvider
from textual.widgets.option_list import Option

from hamdiary.domain.language import t
from hamdiary.tui.commands import DiaryCommands


class Palette(CommandPalette):
    """Textual's palette with our words and in our order."""

    @property
    def _provider_classes(self) -> set[type[Provider]]:
        """Textual would put what ends the program first; the diary's commands end with it."""
        found = super()._provider_classes
        return found - {SystemCommandsProvider} if DiaryCommands in found else found

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say after a moment that nothing is called so, unless nothing was typed."""
        self._stop_no_matches_countdown()

        def tell() -> None:
            if search_value:
                words = Align.center(Text(t("No matches found"), style="not bold"))
                option = Option(words, disabled=True, id=self._NO_MATCHES)
                self.query_one(CommandList).add_option(option)
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, tell)
