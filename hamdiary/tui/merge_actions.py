"""What several carers do on the screens; what it needs is loaded when it is wanted."""

from typing import TYPE_CHECKING

from hamdiary.tui.diary_actions import DiaryActions

if TYPE_CHECKING:
    from hamdiary.tui.exchanging import Exchanging

FIRST_LOOK = 2.0
"""Seconds after the start until others' bundles are looked for: the first frame comes first."""


class MergeActions(DiaryActions):
    """A screen on which carers' changes are sent, merged, and chosen between."""

    _exchanging: "Exchanging | None" = None

    def start_merging(self) -> None:
        """From now on look into the folder of bundles, if the settings name one."""
        self.set_timer(FIRST_LOOK, self._begin)

    def _begin(self) -> None:
        from hamdiary.tui.exchanging import Exchanging

        self._exchanging = Exchanging(self)
        self._exchanging.begin()

    def action_conflicts(self) -> None:
        """Fields that two carers wrote apart."""
        from hamdiary.tui.deeds.merging import MergeDeeds

        MergeDeeds(self).open()

    def action_merge(self) -> None:
        """Take in another carer's bundle, diary or folder."""
        from hamdiary.tui.deeds.merging import MergeDeeds

        MergeDeeds(self).merge()

    def action_send(self) -> None:
        """Write a bundle for another carer."""
        from hamdiary.tui.deeds.merging import MergeDeeds

        MergeDeeds(self).send()

    def action_carer(self) -> None:
        """Whose initials stand with each change."""
        from hamdiary.tui.deeds.merging import MergeDeeds

        MergeDeeds(self).ask_who()
