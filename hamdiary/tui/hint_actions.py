"""Where hints show: the row above the log, the mark beside "saved", and the keys to them."""

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.widget import Widget

from hamdiary.services.hints_remembered import one_was_open
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.care_actions import CareActions
from hamdiary.tui.widgets.lines import Line

if TYPE_CHECKING:
    from hamdiary.tui.hint_watch import HintWatch


class HintActions(CareActions):
    """A screen that says when to ring the vet; what it needs for that is loaded by it."""

    _watch: "HintWatch | None" = None

    def action_hints(self) -> None:
        """The hints that are open."""
        from hamdiary.tui.deeds.hints import HintDeeds

        HintDeeds(self).open()

    def action_tell_the_vet(self) -> None:
        """What to tell the vet of the most urgent hint."""
        from hamdiary.tui.deeds.hints import HintDeeds

        HintDeeds(self).read_aloud()

    def first_hint(self) -> Iterator[Widget]:
        """The row of a hint that was open when somebody looked last; what it needs is loaded."""
        with suppress(DiaryTrouble):  # whoever looks around says why
            if one_was_open(self.session, self.page.hamster):
                from hamdiary.tui.hint_watch import HintWatch

                self._watch = HintWatch(self)
                banner = self._watch.begin()
                if banner is not None:
                    yield banner

    def look_at_hints(self) -> None:
        """Show which hints are open now."""
        from hamdiary.tui.hint_watch import HintWatch

        self._watch = self._watch or HintWatch(self)
        self._watch.look()

    def show_hint(self) -> None:
        """Show the most urgent hint as it belongs to the view in front."""
        if self._watch is not None:
            self._watch.show()

    def hint_badge(self) -> Line:
        """What stands beside "saved"."""
        return Line() if self._watch is None else self._watch.badge()

    def _show_tasks(self) -> None:
        if self.is_attached:  # its time may come while the window ends
            super()._show_tasks()
            self.look_at_hints()

    def show_frame(self) -> None:
        """Show the rows above and below the view anew."""
        raise NotImplementedError

    def is_busy(self, quiet: float) -> bool:
        """Whether a dialog is open or something is being typed, or was `quiet` seconds ago."""
        from textual.widgets import Input

        from hamdiary.tui.app import HamdiaryApp
        from hamdiary.tui.widgets.form import Form

        app = self.app
        assert isinstance(app, HamdiaryApp)
        focused = self.focused
        typing = isinstance(focused, Input) or (isinstance(focused, Form) and focused.is_typing)
        return app.screen is not self or typing or app.seconds_without_a_key() < quiet
