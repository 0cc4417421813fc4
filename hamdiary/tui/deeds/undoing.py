"""Taking back and bringing back from the screens, and clearing a night, which can be undone."""

from datetime import date

from hamdiary.domain.language import t
from hamdiary.domain.typed_dates import short_day
from hamdiary.services.recording import delete_night, recorded_fields, redo, undo
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.deeds.deeds import Deeds
from hamdiary.tui.dialogs.delete_night import DeleteNightDialog
from hamdiary.tui.headings import step_in_words
from hamdiary.tui.messages import Recorded


class UndoDeeds(Deeds):
    """Steps backwards and forwards through what this device wrote."""

    def step(self, backwards: bool) -> None:
        """Undo, or redo, one change and say what it was."""
        self.screen.view.settle()
        try:
            step = (undo if backwards else redo)(self.session)
        except DiaryTrouble as trouble:
            self._complain(str(trouble))
            return
        if step is None:
            self.tell(
                t("There is nothing to undo.") if backwards else t("There is nothing to redo.")
            )
            return
        self.screen.post_message(Recorded())
        self.tell(step_in_words(step, self.page))

    def delete_night(self, evening: date) -> None:
        """Ask, then clear all of a night."""
        self.screen.view.settle()
        night = self.session.diary.night(self.page.hamster.id, evening)
        if not recorded_fields(night):
            self.tell(t("Nothing is recorded of {day}.").format(day=short_day(evening)))
            return

        def settle(delete: bool | None) -> None:
            """Clear it, if that was meant."""
            if delete:
                self._delete(evening)

        self.screen.app.push_screen(DeleteNightDialog(night), settle)

    def _delete(self, evening: date) -> None:
        try:
            delete_night(self.session, self.page.hamster, evening)
        except DiaryTrouble as trouble:
            self._complain(t("Not deleted: {trouble}").format(trouble=trouble))
            return
        self.screen.post_message(Recorded())
        self.tell(t("{day} is deleted. Ctrl+Z brings it back.").format(day=short_day(evening)))

    def _complain(self, trouble: str) -> None:
        self.screen.notify(trouble, severity="error", markup=False)
