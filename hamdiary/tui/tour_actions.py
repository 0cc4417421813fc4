"""The first night's tour: five steps above the view, left at any of them, remembered per device."""

from typing import TYPE_CHECKING

from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.diary_actions import DiaryActions

if TYPE_CHECKING:
    from hamdiary.tui.widgets.tour_card import TourCard

TOUR = "tour"
"""Under which name this device remembers how far it got: a step's number."""


class TourActions(DiaryActions):
    """A screen over which the tour can lie; it takes no key that anything else wants."""

    _tour: "TourCard | None" = None

    def resume_tour(self) -> None:
        """Go on with a tour that was begun on this device and neither finished nor left."""
        step = self.session.diary.setting(self.session.device, TOUR)
        if step is not None and step.isdecimal():
            self._show_step(int(step))

    def action_tour(self) -> None:
        """From the first step."""
        self._show_step(0)

    def action_tour_on(self) -> None:
        """The next step; behind the last one it ends."""
        if self._tour is not None:
            self._show_step(self._tour.step + 1)

    async def action_back(self) -> None:
        """The tour ends before anything else is left."""
        if self._tour is not None:
            self.action_tour_end()
        else:
            await super().action_back()

    def action_tour_end(self) -> None:
        """Enough."""
        if self._tour is not None:
            self._tour.remove()
            self._tour = None
            self._remember(None)

    def _show_step(self, step: int) -> None:
        from hamdiary.tui.help.tour import STEPS
        from hamdiary.tui.widgets.tour_card import TourCard

        if step >= len(STEPS):
            self.action_tour_end()
            return
        if self._tour is None:
            self._tour = TourCard()
            self.mount(self._tour, after="#who")
        self._tour.show_step(step)
        self._remember(str(step))

    def _remember(self, step: str | None) -> None:
        diary = self.session.diary
        if diary.read_only:
            return
        try:
            diary.remember(self.session.device, TOUR, step)
        except DiaryTrouble as trouble:
            self.notify(str(trouble), severity="error", markup=False)
