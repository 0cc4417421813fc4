"""Quality-of-life checks from the screens: written down, put right, taken away."""

from hamdiary.domain.language import t
from hamdiary.domain.wellbeing import PARTS, Wellbeing
from hamdiary.services import wellbeing as services
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.deeds.deeds import Deeds
from hamdiary.tui.dialogs.thing import Sheet
from hamdiary.tui.dialogs.wellbeing import CheckWish, WellbeingDialog

GROUPS = (PARTS, ("parting", "note", "evening"))
"""What is asked; nothing has to be answered."""


class WellbeingDeeds(Deeds):
    """Checks are listed, opened and removed."""

    def open(self) -> None:
        """All checks, the newest first."""
        self.screen.view.settle()
        try:
            known = services.checks(self.session, self.page.hamster)
        except DiaryTrouble as trouble:
            self.complain(str(trouble))
            return
        self.screen.app.push_screen(WellbeingDialog(known[::-1]), self._take)

    def _take(self, wish: CheckWish | None) -> None:
        if wish is None:
            return
        check = wish.check or services.new_check(self.session, self.page.hamster)
        if wish.verb == "delete":
            words = t("The check is removed. Ctrl+Z brings it back.")
            self.done(lambda: services.delete_check(self.session, check), words)
        else:
            self._open(check)

    def _open(self, check: Wellbeing) -> None:
        self.open_sheet(
            Sheet(
                "wellbeing", t("Quality of life, 0 worst to 10 best"), GROUPS, check,
                lambda known, values: services.questions_about_check(
                    self.session, self.page.hamster, known, values
                ),
                lambda known, values: services.record_check(self.session, known, values),
            )
        )  # fmt: skip
