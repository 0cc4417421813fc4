"""What explains hamdiary and sets it: help, settings, where things lie, the command line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hamdiary.domain.language import t
from hamdiary.tui.diary_actions import DiaryActions

if TYPE_CHECKING:
    from hamdiary.domain.measures import Measure
    from hamdiary.tui.command_page import CommandPage


class HelpActions(DiaryActions):
    """A screen that can explain itself; what it needs for that is loaded by it."""

    def line_in_use(self) -> "Measure | None":
        """The line that keys answer now, if the view in front has one."""
        raise NotImplementedError

    def action_help(self) -> None:
        """Explain the view in front, and on Tonight the focused line's whole wording first."""
        from hamdiary.tui.dialogs.help import HelpDialog
        from hamdiary.tui.help.finding import help_of
        from hamdiary.tui.help.page import HelpKey, HelpPage

        name, keys = self.view.id or "", self.view.keys()
        written = tuple(HelpKey(key, words) for key, words, _ in keys)
        page = help_of(name) or HelpPage(name.capitalize(), "", written)
        dialog = HelpDialog(page, self.line_in_use())

        async def lead_on(_: None) -> None:
            """Open the page of the guide that was asked for in the help."""
            if dialog.opens:
                await self.run_action(f"screen.guide('{dialog.opens}')")

        self.app.push_screen(dialog, lead_on)

    def action_settings(self, first: str = "") -> None:
        """Everything that can be set, the cursor on the first whose name begins so."""
        from hamdiary.tui.dialogs.settings import SettingsDialog

        self.view.settle()
        self.app.push_screen(SettingsDialog(self.session.home, first), lambda _: self._set())

    def _set(self) -> None:
        """Write in the new manner at once."""
        from hamdiary.domain.language import language
        from hamdiary.services.display import write_as_here
        from hamdiary.tui.messages import DiaryReplaced

        before = language()
        write_as_here(self.session.clock.environment)
        if language() == before:
            self.read_anew()
        else:  # every widget holds words of the old one
            self.post_message(DiaryReplaced(t("The language is changed.")))

    def action_where(self) -> None:
        """Where the diary and the other files lie."""
        from hamdiary.tui.dialogs.reading import ReadingDialog, TextCard

        home = self.session.home
        lines = [
            t("The diary"),
            f"  {self.session.diary.path}",
            "",
            t("Settings"),
            f"  {home.settings}",
            "",
            t("Folder with all that is hamdiary's"),
            f"  {home.folder}",
            "",
            t("Backups"),
            f"  {home.backups}",
            "",
            t(
                "All of it stays on this computer. Never copy the diary while it is open; backups "
                "are made for that: Back up now, and Backups… to bring one back."
            ),
        ]
        self.app.push_screen(ReadingDialog(TextCard(t("Where is my data?"), lines)))

    def action_command_line(self, name: str = "") -> None:
        """The help of one command of the command line; without a name, all of them."""
        from hamdiary.tui.dialogs.commands import CommandsDialog, page_dialog

        pages = self.command_pages()
        chosen = [page for page in pages if page.name == name]
        if chosen:
            self.app.push_screen(page_dialog(chosen[0]))
        elif pages:
            self.app.push_screen(CommandsDialog(pages))
        else:
            self.notify(t("hamdiary --help tells what the command line can do."), markup=False)

    def command_pages(self) -> "Sequence[CommandPage]":
        """Every command of the command line."""
        from hamdiary.tui.app import HamdiaryApp

        app = self.app
        assert isinstance(app, HamdiaryApp)
        return app.command_line()
