"""The hamsters of a diary from the screens: choosing one, its facts, and closing its diary."""

from hamdiary.domain.language import t
from hamdiary.services.closing import CLOSING_FACTS
from hamdiary.services.recording import hamster_questions_about, record_hamster
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.answering import Values
from hamdiary.tui.deeds.deeds import Deeds
from hamdiary.tui.dialogs.closing import ClosingDialog
from hamdiary.tui.dialogs.hamsters import NEW, HamstersDialog
from hamdiary.tui.hamster_screen import HamsterScreen
from hamdiary.tui.messages import Recorded


class HamsterDeeds(Deeds):
    """Whose diary is open, and what is known of that hamster."""

    def choose(self) -> None:
        """Another hamster of this diary, or a new one."""
        dialog = HamstersDialog(self.session.diary.hamsters(), self.page.hamster.id)
        self.screen.app.push_screen(dialog, self._take)

    def _take(self, chosen: str | None) -> None:
        if chosen == NEW:
            screen = HamsterScreen(self.session, None, self.session.clock)
            self.screen.app.push_screen(screen, self.screen.open_diary_of)
        elif chosen is not None:
            self.screen.open_diary_of(self.session.diary.hamster(chosen))

    def show_facts(self) -> None:
        """Everything about the hamster, each fact to be changed."""
        screen = HamsterScreen(self.session, self.page.hamster, self.session.clock)
        self.screen.app.push_screen(screen, lambda _: self.screen.read_anew())

    def close_diary(self) -> None:
        """Ask why and when; a day that cannot well be the last one is asked about."""
        dialog = ClosingDialog(self.page.hamster, self.session.today)
        self.screen.app.push_screen(dialog, self._consider_closing)

    def _consider_closing(self, values: Values | None) -> None:
        if values is None:
            return
        asked = hamster_questions_about(self.session, self.page.hamster, values)
        self.if_agreed(asked[:1], lambda: self._record(values))

    def reopen_diary(self) -> None:
        """Open a closed diary again."""
        self._record(dict.fromkeys(CLOSING_FACTS))

    def _record(self, values: Values) -> None:
        try:
            record_hamster(self.session, self.page.hamster, values)
        except DiaryTrouble as trouble:
            words = t("Not saved: {trouble}").format(trouble=trouble)
            self.screen.notify(words, severity="error", markup=False)
            return
        self.screen.post_message(Recorded())
