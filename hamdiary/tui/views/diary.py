"""The diary: every night, newest first."""

from textual.widget import Widget

from hamdiary.services.pages import NightPage
from hamdiary.services.session import Session
from hamdiary.tui.widgets.bars import Key


class DiaryView(Widget):
    """Every night."""

    def __init__(self, session: Session, page: NightPage) -> None:
        super().__init__(id="diary")

    def show(self, page: NightPage) -> None:
        """Show."""

    def take_focus(self) -> None:
        """Focus."""

    def keys(self) -> list[Key]:
        """Keys."""
        return []
